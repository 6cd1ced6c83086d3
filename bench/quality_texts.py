"""The variations: the repository's bulletins, words swapped, requests dropped and doubled.

A number decides each, so that every run sets the same texts. Their lengths go from a few lines to
a full page, and each is given a column on which its type becomes neither the smallest nor the
largest of the grid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import yaml
from texts import Bulletin, Chance, swapped

MEASURES = {"half-letter": 4.7 * 72, "narrow": 3.48 * 72}  # the second is one of two on Letter
_AIMS = {"half-letter": (95, 152), "narrow": (93, 135)}  # sizes in tenths of a point
# About the width of a character, and the heights that a line, a request and a region take, in ems.
_CHARACTER, _LINE, _REQUEST, _REGION = 0.445, 1.26, 0.22, 2.15
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Variation:
    """One text with the column it is set in: measure and about its height, in points."""

    number: int
    bulletin: Bulletin
    language: str
    shape: str
    height: float

    @property
    def measure(self) -> float:
        """The measure in points."""
        return MEASURES[self.shape]


def variations(folder: Path, count: int) -> Iterator[Variation]:
    """Give so many variations of the bulletins in a folder, in turn."""
    sources = [_read(path) for path in sorted(folder.glob("*.yaml"))]
    for number in range(count):
        source = sources[number % len(sources)]
        shape = tuple(MEASURES)[number // len(sources) % len(MEASURES)]
        bulletin = _varied(source, number)
        height = _height(bulletin, shape, Chance(number + 7))
        yield Variation(number, bulletin, bulletin["language"], shape, height)


def _read(path: Path) -> Bulletin:
    read: Bulletin = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text alone
    read.pop("image", None)
    return read


def _varied(source: Bulletin, number: int) -> Bulletin:
    """Give a bulletin with other words, less or more of its requests."""
    chance = Chance(number)
    wanted = chance.below(4)  # of three requests: one is dropped, all stay, or some are doubled
    first, second = (swapped(source, seed)["regions"] for seed in (number, number + 100_000))
    regions = []
    for mine, other in zip(first, second, strict=True):
        requests = []
        for one, again in zip(mine["requests"], other["requests"], strict=True):
            drawn = chance.below(3)
            kept = wanted != 0 or drawn != 0
            doubled = wanted > 1 and drawn < wanted - 1
            requests += [one] * kept + [again] * doubled
        if requests or len(first) <= _FEWEST:
            regions.append({**mine, "requests": requests or mine["requests"]})
    return {**source, "regions": regions or first}


def _height(bulletin: Bulletin, shape: str, chance: Chance) -> float:
    """Give about the height that the text takes at some size inside the grid."""
    smallest, largest = _AIMS[shape]
    size = (smallest + chance.below(largest - smallest)) / 10
    characters = MEASURES[shape] / size / _CHARACTER
    ems = 0.0
    for region in bulletin["regions"]:
        texts = [one if isinstance(one, str) else one["text"] for one in region["requests"]]
        texts += [region["intro"]] if "intro" in region else []
        lines = sum(ceil(len(text) / characters) for text in texts)
        ems += _REGION + lines * _LINE + len(texts) * _REQUEST
    return round(ems * size)
