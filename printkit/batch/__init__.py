"""Many editions in one run: planned first, then built one by one or over processes."""
