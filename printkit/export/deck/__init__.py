"""The deck: a finished document becomes PowerPoint's file format (OOXML, ISO/IEC 29500)."""
