"""Facts in, quantities and findings out."""
