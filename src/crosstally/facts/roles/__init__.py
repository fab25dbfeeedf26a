"""Roles: what a figure measures, whether it is a whole, asserted, rising, a claim at all."""
