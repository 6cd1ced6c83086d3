"""Lengths: `12pt`, `8.5in`, `20mm`, `2cm` become points; points become EMU at the deck's edge."""

import re

POINTS_PER_INCH = 72.0
EMU_PER_POINT = 12700
_POINTS = {
    "pt": 1.0,
    "in": POINTS_PER_INCH,
    "mm": POINTS_PER_INCH / 25.4,
    "cm": POINTS_PER_INCH / 2.54,
}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(pt|in|mm|cm)\s*")


def points(text: str) -> float:
    """Give the length in points; ValueError where `text` is not a number with pt, in, mm or cm."""
    found = _LENGTH.fullmatch(text)
    if not found:
        raise ValueError(f"expected a length such as `12pt`, `0.5in` or `20mm`, found `{text}`")
    return float(found[1]) * _POINTS[found[2]]


def signed_points(text: str) -> float:
    """Give a length in points that may be less than nothing: `-0.5mm`; ValueError as `points`."""
    found = text.strip().replace("\N{MINUS SIGN}", "-", 1)
    try:
        return -points(found[1:]) if found.startswith("-") else points(found)
    except ValueError:
        raise ValueError(f"expected a length such as `1.5mm` or `-0.5mm`, found `{text}`") from None


def emu(length: float) -> int:
    """Give a length in points as English Metric Units, rounded (OOXML ST_Coordinate)."""
    return round(length * EMU_PER_POINT)
