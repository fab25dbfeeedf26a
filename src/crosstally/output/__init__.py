"""Tables and findings out: one file per format."""
