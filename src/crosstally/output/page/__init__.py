"""The report page as plain data, before it is HTML: cards, plots and marked texts."""
