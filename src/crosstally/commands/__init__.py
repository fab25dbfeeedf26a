"""The commands: one file for each, which holds a click command of the file's name."""
