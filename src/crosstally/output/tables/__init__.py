"""Tables out: one file per format, each with `write`, and the folder that holds them all."""
