"""Built files are read back and held against the bulletin as its author wrote it."""
