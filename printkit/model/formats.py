"""What an edition can be made as."""

# What is made when no format is named, and all that can be.
FORMATS = ("insert", "slides")
KNOWN_FORMATS = (
    *FORMATS,
    "insert-png",
    "slides-pdf",
    "slides-png",
    "leader",
    "freeshow",
    "propresenter",
    "sheet",
)
# What stands on a sheet of the office's own paper, on which a piece is printed several times.
IMPOSED = ("sheet",)
