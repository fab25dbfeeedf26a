"""What people decided, kept in a file and applied in every run."""
