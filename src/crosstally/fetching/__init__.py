"""Pages fetched from the web and kept as they came: the only room that opens a connection."""
