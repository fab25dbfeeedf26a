"""Rows of a table that somebody keeps, held against the sources that they cite."""
