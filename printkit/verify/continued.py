"""Regions that go on on further slides: which slides are a region's, by their numbered titles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from printkit.model.bulletin import Region
from printkit.verify.expected import Expected
from printkit.verify.folding import folded

_BLANKS = str.maketrans("", "", " \n")
_OF = re.compile(r"(\d+)\)")


@dataclass(frozen=True, slots=True)
class Place:
    """The `number`th of a region's `count` slides."""

    region: Region
    number: int
    count: int

    @property
    def title(self) -> str:
        """What the slide is headed with: the region's name, numbered where there are several."""
        name = str(self.region.name)
        return name if self.count == 1 else f"{name} ({self.number}/{self.count})"


def places(texts: Sequence[str], expected: Expected) -> tuple[Place, ...]:
    """Give what each slide after the cover is of the bulletin; `texts` begin with its title.

    A region has one slide, or so many as the title of its first slide says where the layout lets it
    go on.
    """
    found: list[Place] = []
    for region in expected.bulletin.regions:
        text = texts[len(found)] if len(found) < len(texts) else ""
        count = _count(text, region, expected) if expected.overset == "continue" else 1
        found += [Place(region, number, count) for number in range(1, count + 1)]
    return tuple(found)


def letters(text: str, language: str) -> str:
    """Give a text's letters, without blanks and line ends."""
    return folded(text, language).translate(_BLANKS)


def _count(text: str, region: Region, expected: Expected) -> int:
    opening = letters(f"{region.name} (1/", expected.language)
    said = letters(text, expected.language)
    found = _OF.match(said, len(opening)) if said.startswith(opening) else None
    return max(1, int(found[1])) if found else 1
