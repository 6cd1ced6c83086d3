"""What an edition can be made as."""

from collections.abc import Sequence

# What is made when no format is named, and all that can be.
FORMATS = ("insert", "slides")
KNOWN_FORMATS = (
    *FORMATS,
    "insert-png",
    "two-sided",
    "large-print",
    "slides-pdf",
    "slides-png",
    "leader",
    "freeshow",
    "propresenter",
    "sheet",
    "bilingual",
)
# What is always on the office's own paper.
ON_OWN_PAPER = frozenset(("large-print",))
# What is on half of the office's paper, where no paper is asked for.
HALVED = frozenset(("two-sided",))
# What may stand on a sheet of the office's own paper several times: a sheet does in any case, the
# others where an imposition is asked for.
SHEET, BILINGUAL = "sheet", "bilingual"
IMPOSED = frozenset((SHEET, BILINGUAL, "two-sided"))
# What is written alone; all others are the pair and what is made from it, written together.
ALONE = frozenset((SHEET, BILINGUAL, "two-sided", "large-print"))


def together(formats: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Part formats into those that are written together or not at all, in their order."""
    parts: dict[str, list[str]] = {}
    for name in formats:
        parts.setdefault(name if name in ALONE else "", []).append(name)
    return tuple(map(tuple, parts.values()))
