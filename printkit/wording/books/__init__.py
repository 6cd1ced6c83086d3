"""The Bible's books by name: a module of names for each language, read when one is asked for."""
