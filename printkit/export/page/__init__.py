"""A document's frames become a PDF."""
