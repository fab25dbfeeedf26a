"""Documents in: files, folders, rows and batches of them."""
