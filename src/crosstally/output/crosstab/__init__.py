"""The cross-tab: for an event, a row for each report, a column for each figure that is compared."""
