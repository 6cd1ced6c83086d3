"""The bulletins of the comparison: the two seeds of the repository and bulletins made from them.

Everything is decided by a number, so that every run sets the same texts.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_FACTOR, _STEP, _MODULUS = 6_364_136_223_846_793_005, 1_442_695_040_888_963_407, 1 << 64
_SWAPS = 120
_VOWELS, _CONSONANTS = "aeiou", "bcdfghlmnprstvwy"

Bulletin = dict[str, Any]


class Chance:
    """A linear congruential generator: the same seed gives the same numbers."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, limit: int) -> int:
        """Give a number from 0 to `limit` - 1."""
        self._state = (self._state * _FACTOR + _STEP) % _MODULUS
        return (self._state >> 33) % limit

    def shuffled(self, letters: str) -> str:
        """Give the letters in another order."""
        left = list(letters)
        return "".join(left.pop(self.below(len(left))) for _ in letters)


def seeds(folder: Path) -> tuple[Bulletin, ...]:
    """Give the seed bulletins, every scalar as text."""
    names = ("2019-01-14.yaml", "2018-02-26.yaml")
    return tuple(_read(folder / name) for name in names)


def seed_in(folder: Path, language: str) -> Bulletin:
    """Give the first seed in a language: the seed, or its translation with the seed's date."""
    original, translation = seeds(folder)[0], folder / f"2019-01-14.{language}.yaml"
    if not translation.exists():
        return original
    return {"language": language, "date": original["date"], **_read(translation)}


def _read(path: Path) -> Bulletin:
    read: Bulletin = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text alone
    return read


def swapped(bulletin: Bulletin, number: int) -> Bulletin:
    """Give the bulletin with words swapped between its requests; stops and marks stay."""
    chance = Chance(number)
    texts = [text.split() for text in _texts(bulletin)]
    places = [(n, at) for n, words in enumerate(texts) for at, w in enumerate(words) if w.isalpha()]
    for _ in range(_SWAPS):
        (a, i), (b, j) = (places[chance.below(len(places))] for _ in range(2))
        texts[a][i], texts[b][j] = texts[b][j], texts[a][i]
    return _with_texts(bulletin, iter(" ".join(words) for words in texts))


def strange(bulletin: Bulletin, number: int) -> Bulletin:
    """Give the bulletin as in another language: hardly a word of it was in a bulletin before.

    Vowels take one another's places in all its requests, and so do the usual consonants.
    """
    chance = Chance(number)
    before = _VOWELS + _CONSONANTS
    after = chance.shuffled(_VOWELS) + chance.shuffled(_CONSONANTS)
    table = str.maketrans(before + before.upper(), after + after.upper())
    return _with_texts(bulletin, iter(text.translate(table) for text in _texts(bulletin)))


def write(bulletin: Bulletin, path: Path) -> Path:
    """Write a bulletin's file and give its path."""
    dumped = yaml.safe_dump(bulletin, allow_unicode=True, sort_keys=False, width=88)
    path.write_text(dumped, encoding="utf-8")
    return path


def _texts(bulletin: Bulletin) -> list[str]:
    requests = [request for region in bulletin["regions"] for request in region["requests"]]
    return [one if isinstance(one, str) else one["text"] for one in requests]


def _with_texts(bulletin: Bulletin, texts: Iterator[str]) -> Bulletin:
    regions = [
        {
            **region,
            "requests": [
                next(texts) if isinstance(one, str) else {**one, "text": next(texts)}
                for one in region["requests"]
            ],
        }
        for region in bulletin["regions"]
    ]
    return {**bulletin, "regions": regions}
