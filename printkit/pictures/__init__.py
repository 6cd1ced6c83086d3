"""Picture files become upright sRGB pixels of a known size; Pillow lives here and nowhere else."""
