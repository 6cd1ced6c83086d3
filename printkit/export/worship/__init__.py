"""Worship programs: a finished deck's words become the plain text that those programs import."""
