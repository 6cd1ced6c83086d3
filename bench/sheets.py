"""The papers as the rivals set them, in the proportions of printkit's classic layout."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

IMPRINT = ("Partner Office United States", "pray.example.org/us")
ACCENT, MUTED, HAIRLINE = "#0B4F5C", "#4A5459", "#8FA9AE"
FLOORS = {"title": 18.0, "date": 9.0, "quotation": 10.0, "reference": 8.5, "imprint": 8.0}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper with its margins and columns, in points."""

    name: str
    width: float
    height: float
    sides: float
    top: float
    columns: int
    gutter: float

    @property
    def measure(self) -> float:
        """The width of a column."""
        across = self.width - 2 * self.sides
        return (across - (self.columns - 1) * self.gutter) / self.columns


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page at a fixed size is set with, found before the clock starts.

    `size` is the body size in points, `leading` is in ems, `spacing` the part of their natural
    value that spaces have.
    """

    size: float
    leading: float
    spacing: float

    def at(self, role: str, ems: float) -> float:
        """Give a size in points, no smaller than the layout's floor for it."""
        return max(ems * self.size, FLOORS.get(role, 0.0))


LETTER = Sheet("letter", 612.0, 792.0, 43.2, 36.0, 2, 24.48)
HALF_LETTER = Sheet("half-letter", 396.0, 612.0, 28.8, 25.92, 1, 0.0)
A4 = Sheet("a4", 595.276, 841.89, 43.2, 36.0, 2, 24.48)
SHEETS = {sheet.name: sheet for sheet in (LETTER, HALF_LETTER, A4)}


def week_of(date: dt.date | str) -> str:
    """Give the line with the date, which YAML may have read already."""
    day = dt.date.fromisoformat(str(date))
    return f"Week of {day:%B} {day.day}, {day.year}"


def quoted(scripture: dict[str, str]) -> tuple[str, str]:
    """Give the scripture's text in quotation marks, and the line with its reference."""
    return f"“{scripture['text']}”", f"{scripture['reference']} ({scripture['translation']})"


def requests_of(region: dict[str, Any]) -> list[str]:
    """Give the texts of a region's requests."""
    return [one if isinstance(one, str) else one["text"] for one in region["requests"]]
