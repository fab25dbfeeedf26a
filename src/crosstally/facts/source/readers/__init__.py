"""How files of each kind are read: one file a kind, found by being there (see `crosstally.facts.source.kinds`)."""
