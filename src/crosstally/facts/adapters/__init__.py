"""What other programs extract, in one form. An adapter is a file with `reads` and `extractions` that is here."""
