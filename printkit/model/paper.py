"""Papers and screens by name, in points."""

from dataclasses import dataclass

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in points."""

    width: float
    height: float


def _inches(width: float, height: float) -> Size:
    return Size(width * 72, height * 72)


def _millimetres(width: float, height: float) -> Size:
    return Size(width * MILLIMETRE, height * MILLIMETRE)


# North American sizes in inches; ISO 216 and DIN lang in millimetres.
PAPERS = {
    "letter": _inches(8.5, 11),
    "legal": _inches(8.5, 14),
    "half-letter": _inches(5.5, 8.5),
    "third-letter": _inches(11 / 3, 8.5),
    "quarter-letter": _inches(4.25, 5.5),
    "legal-panel": _inches(7, 8.5),
    "a3": _millimetres(297, 420),
    "a4": _millimetres(210, 297),
    "a5": _millimetres(148, 210),
    "a6": _millimetres(105, 148),
    "dl": _millimetres(99, 210),
}

# The shapes that PowerPoint offers; 16:9 is its own since 2013.
SCREENS = {
    "16:9": _inches(13 + 1 / 3, 7.5),
    "16:10": _inches(12, 7.5),
    "4:3": _inches(10, 7.5),
}
