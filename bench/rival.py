"""The rival: the program that one would write first, with reportlab's Platypus and python-pptx.

It makes the same pair from the same file: one page in the layout's columns whose type size a binary
search finds on printkit's grid of tenths of a point, and a deck with a cover, a slide for each
region, notes and fitted sizes. It leaves out what printkit does besides (hyphens, kerning, curly
quotation marks, checks, warnings, footers), so it is never slower for doing more.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rival_deck import make_deck
from rival_page import make_page
from rival_plan import planned
from sheets import LETTER, Sheet

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Rival:
    """The rival's two programs with the fonts of a folder."""

    fonts: Path

    def __post_init__(self) -> None:
        from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - as late as the page needs it
        from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - likewise

        for path in sorted(self.fonts.glob("*.ttf")):
            pdfmetrics.registerFont(TTFont(path.stem, path))

    def read(self, path: Path) -> dict[str, Any]:
        """Give a bulletin as PyYAML reads it with libyaml."""
        with path.open("rb") as file:
            read: dict[str, Any] = yaml.load(file, Loader=LOADER)  # noqa: S506 - the safe loader
        return read

    def page(self, bulletin: dict[str, Any], sheet: Sheet = LETTER) -> bytes:
        """Give the insert on a paper."""
        return make_page(bulletin, sheet)

    def deck(self, bulletin: dict[str, Any]) -> bytes:
        """Give the deck."""
        return make_deck(bulletin["title"], planned(bulletin))

    def pair(self, bulletin: dict[str, Any], output: Path, name: str) -> None:
        """Write both, the insert on Letter."""
        page, deck = self.page(bulletin), self.deck(bulletin)
        (output / f"{name}-insert.pdf").write_bytes(page)
        (output / f"{name}-slides.pptx").write_bytes(deck)
