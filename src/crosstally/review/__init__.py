"""A local page on which a person settles one dispute after the other; each decision is written and applied at once."""
