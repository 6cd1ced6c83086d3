"""Frames come onto sheets of a copier's paper: pure, with the standard library alone."""
