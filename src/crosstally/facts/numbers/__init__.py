"""Numbers: numerals, hedges, ranges, units, rates - and the numbers that are no figures."""
