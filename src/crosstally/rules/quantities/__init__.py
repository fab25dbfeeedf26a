"""Quantities: which facts are claims on one thing, and what they come to."""
