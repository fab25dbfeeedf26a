"""Slots: what says which quantity a figure is a claim on, beyond its measure, unit and noun."""
