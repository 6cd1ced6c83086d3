"""Bulletins by number, of every length and shape: the same number always gives the same bulletin.

Their words are those of the repository's bulletins in the language, and invented ones, some of them
far longer than a line.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from texts import Bulletin, Chance

MOST_WORDS, MOST_REGIONS = 900, 14
_LANGUAGES = ("en", "de", "fr", "nl")
# Of a hundred words so many are invented; most bulletins have few.
_RATES = (0, 0, 0, 1, 1, 2, 5, 12, 30)
_LONGEST_TITLE = 200
_FIRST_DAY = dt.date(2019, 1, 7)
_SPREAD = 0x9E37_79B9_7F4A_7C15  # neighbouring numbers begin far apart
_SYLLABLES = ("ba", "den", "fro", "gil", "ha", "kem", "lo", "mir", "nu", "pas", "rit", "sto", "wel")
_GERMAN = (
    "Menschen", "handels", "bekämpfungs", "zusammen", "arbeits", "rechts", "schutz", "freiheits",
    "gemeinschafts", "verantwortung", "gerichts", "verfahren", "Partner", "organisation",
)  # fmt: skip
_PLACES = ("pray", "partners", "freedom-and-justice", "help.for", "gebet", "priere")
_ENDS = ("org/uk", "example.org", "org/2019/01/14/update", "net/a?week=3&lang=en_GB", "com")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the repository's bulletins by language, with their stops and marks."""

    words: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, folder: Path) -> "Vocabulary":
        """Read the words of all bulletins in a folder."""
        found: dict[str, list[str]] = {language: [] for language in _LANGUAGES}
        for path in sorted(folder.glob("*.yaml")):
            read: Bulletin = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text alone
            found[read.get("language", "en")] += _said(read)
        return cls({language: tuple(dict.fromkeys(words)) for language, words in found.items()})


def _said(bulletin: Bulletin) -> Iterator[str]:
    for region in bulletin["regions"]:
        for request in region["requests"]:
            yield from (request if isinstance(request, str) else request["text"]).split()


def numbered(number: int, language: str, vocabulary: Vocabulary) -> Bulletin:
    """Give the bulletin of a number in a language."""
    chance = Chance(number * _SPREAD + 1)
    return _Writer(chance, language, vocabulary.words[language]).bulletin()


def words_in(bulletin: Bulletin) -> int:
    """Count the words of all intros and requests."""
    texts = []
    for region in bulletin["regions"]:
        texts.append(region.get("intro", ""))
        texts += (one if isinstance(one, str) else one["text"] for one in region["requests"])
    return sum(len(text.split()) for text in texts)


class _Writer:
    """Writes one bulletin."""

    def __init__(self, chance: Chance, language: str, words: tuple[str, ...]) -> None:
        self._chance = chance
        self._language = language
        self._words = words
        self._rate = _RATES[chance.below(len(_RATES))]

    def bulletin(self) -> Bulletin:
        """Give a bulletin; the number of words is that of its intros and requests."""
        count = 1 + self._below(MOST_WORDS)
        regions = 1 + self._below(min(MOST_REGIONS, count))
        made: Bulletin = {"title": self._title(), "language": self._language}
        if self._often(75):
            day = _FIRST_DAY + dt.timedelta(weeks=self._below(500))
            made["date"] = day.isoformat()
        if self._often(75):
            made["scripture"] = self._scripture()
        shares = self._shares(count, regions)
        made["regions"] = [self._region(number, share) for number, share in enumerate(shares)]
        return made

    def _below(self, limit: int) -> int:
        return self._chance.below(limit)

    def _often(self, percent: int) -> bool:
        return self._below(100) < percent

    def _one(self, of: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever they are
        return of[self._below(len(of))]

    def _title(self) -> str:
        return self._text(1 + self._below(12 if self._often(10) else 4))[:_LONGEST_TITLE].strip()

    def _scripture(self) -> dict[str, str]:
        scripture = {"text": self._text(3 + self._below(40))}
        if self._often(90):
            scripture["reference"] = f"Matthew {1 + self._below(28)}:{1 + self._below(17)}"
        if self._often(60):
            scripture["translation"] = "WEB"
        return scripture

    def _shares(self, count: int, parts: int) -> list[int]:
        """Divide a count into so many parts of at least one, some much larger than others."""
        cuts = {0, count}
        while len(cuts) < parts + 1:
            cuts.add(1 + self._below(count - 1))
        edges = sorted(cuts)
        return [stop - start for start, stop in pairwise(edges)]

    def _region(self, number: int, words: int) -> dict[str, Any]:
        # No two names are alike, for each ends in its own number; the first may be a word alone.
        name = self._text(1 + self._below(4))
        region: dict[str, Any] = {"name": f"{name} {number}" if number else name}
        if words > 8 and self._often(25):
            intro = 1 + self._below(min(25, words - 1))
            region["intro"] = self._text(intro)
            words -= intro
        requests = 1 + self._below(min(5, words))
        region["requests"] = [self._request(share) for share in self._shares(words, requests)]
        return region

    def _request(self, words: int) -> str | dict[str, Any]:
        paragraphs = 1 + self._below(min(3, words)) if self._often(20) else 1
        text = "\n\n".join(self._text(share) for share in self._shares(words, paragraphs))
        return {"text": text, "pseudonym": True} if self._often(3) else text

    def _text(self, words: int) -> str:
        """Give so many words; one that begins like a list's item is as good as any."""
        return " ".join(self._word() for _ in range(words))

    def _word(self) -> str:
        if not self._often(self._rate):
            return str(self._one(self._words))
        makers: tuple[Callable[[], str], ...] = (
            self._compound,
            self._address,
            self._chain,
            self._strange,
            self._strange,
            self._hyphened,
            self._marked,
            self._tied,
        )
        return str(self._one(makers)())

    def _compound(self) -> str:
        """Give a German compound, as long as such are."""
        parts = "".join(self._one(_GERMAN) for _ in range(2 + self._below(4)))
        return parts.capitalize()

    def _address(self) -> str:
        opening = self._one(("https://", "www.", "", "news@"))
        return f"{opening}{self._one(_PLACES)}.{self._one(_PLACES)}.{self._one(_ENDS)}"

    def _chain(self) -> str:
        """Give sixty letters without any place to divide them that a pattern knows."""
        consonants = "bcdfghklmnpqrstvwxz"
        return "".join(consonants[self._below(len(consonants))] for _ in range(60))

    def _strange(self) -> str:
        """Give a word that is in no bulletin and no dictionary."""
        word = "".join(self._one(_SYLLABLES) for _ in range(1 + self._below(7)))
        return word.capitalize() if self._often(20) else word

    def _hyphened(self) -> str:
        return "-".join(self._strange() for _ in range(2 + self._below(4)))

    def _marked(self) -> str:
        """Give a word whose author marked where it may be divided."""
        mark = self._one(("\u00ad", "\u200b"))
        return str(mark.join(self._one(_GERMAN) for _ in range(2 + self._below(3))))

    def _tied(self) -> str:
        """Give words with no-break blanks, dashes or quotation marks."""
        one, other = self._strange(), self._strange()
        return str(
            self._one(
                (
                    f"{1 + self._below(99)}\u00a0000\u00a0{one}",
                    f"{one}—{other}",
                    f'"{one}',
                    f"'{one}'",
                    f"«{one}»",
                    f"{one}'s",
                    f"{one}…",
                    f"({one}/{other})",
                )
            )
        )
