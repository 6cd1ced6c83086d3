"""Font files become metrics, shaped words and programs to embed."""
