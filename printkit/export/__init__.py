"""Exporters: finished documents become the bytes of one file format each."""
