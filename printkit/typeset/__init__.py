"""The pure core: editions become frames. Points only, and nothing but the standard library."""
