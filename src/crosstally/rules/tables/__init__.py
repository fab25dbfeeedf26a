"""The tables of quantities and findings."""
