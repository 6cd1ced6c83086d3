"""The values that stages hand to one another: frozen, plain, and free of any file format."""
