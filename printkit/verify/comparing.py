"""Two folded texts are held against each other: every letter once, in order, and every blank."""

from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest

from printkit.errors import Place, Problem
from printkit.verify.folding import folded

_WORDS_BEFORE = 3
_WORDS_AFTER = 4
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A text that a file must hold, and where its author wrote it."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one part of a file says, with its name for people and the language it is set in."""

    where: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character that is no blank: the gap before it (`""`, a blank or a line end), its index."""

    sign: str
    gap: str
    index: int


def same(text: str, found: str, language: str) -> bool:
    """Give whether two texts are the same but for how they are set."""
    return _first_difference(folded(text, language), folded(found, language)) is None


def compare(parts: tuple[Part, ...], reading: Reading) -> tuple[Problem, ...]:
    """Give what differs between the parts, one after another, and what was read."""
    expected = "\n".join(folded(part.text, reading.language) for part in parts)
    found = folded(reading.text, reading.language)
    difference = _first_difference(expected, found)
    if difference is None:
        return ()
    there, here = difference
    message = (
        f"{reading.where}: expected {_around(expected, there)}, found {_around(found, here)}"
        f"{_words(expected, found)}"
    )
    place = _place(parts, expected, there)
    return (Problem(message, place, "build it again; if this stays, report it as a fault"),)


def _letters(text: str) -> list[_Letter]:
    letters = []
    gap = ""
    for index, sign in enumerate(text):
        if sign in " \n":
            gap = sign
        else:
            letters.append(_Letter(sign, gap, index))
            gap = ""
    return letters


def _first_difference(expected: str, found: str) -> tuple[int, int] | None:
    """Give the indexes in both texts where they first differ."""
    for number, (one, other) in enumerate(zip_longest(_letters(expected), _letters(found))):
        if not one or not other or one.sign != other.sign or (number and _gaps_differ(one, other)):
            return (one.index if one else len(expected), other.index if other else len(found))
    return None


def _gaps_differ(one: _Letter, other: _Letter) -> bool:
    # A line may end at a blank, but also after a dash or inside a long word.
    return one.gap != other.gap and "\n" not in (one.gap, other.gap)


def _around(text: str, index: int) -> str:
    """Give the words around an index, in backticks, with the end named where it is reached."""
    words = text.split()
    number = len(text[: index + 1].split()) - 1
    start = max(0, number - _WORDS_BEFORE)
    if index >= len(text):
        start = max(0, len(words) - _WORDS_BEFORE)
        return f"the end after `{' '.join(words[start:])}`" if words else "nothing"
    return f"`{' '.join(words[start : number + _WORDS_AFTER])}`"


def _words(expected: str, found: str) -> str:
    """Give the words that are missing, repeated, strange, or else in another order."""
    wanted, there = Counter(expected.split()), Counter(found.split())
    missing = list((wanted - there).elements())
    more = list((there - wanted).elements())
    kinds = {
        "missing": missing,
        "repeated": [word for word in more if word in wanted],
        "not in the bulletin": [word for word in more if word not in wanted],
    }
    named = [f"{kind}: {_named(words)}" for kind, words in kinds.items() if words]
    return "".join(f"; {words}" for words in named or ["the words stand in another order"])


def _named(words: list[str]) -> str:
    named = ", ".join(f"`{word}`" for word in words[:_NAMED])
    more = len(words) - _NAMED
    return f"{named} and {more} more" if more > 0 else named


def _place(parts: tuple[Part, ...], expected: str, index: int) -> Place | None:
    """Give where the part that holds the index was written."""
    number = len(_letters(expected[:index]))
    place = None
    start = 0
    for part in parts:
        place = part.place
        start += len(_letters(folded(part.text)))
        if number < start:
            break
    return place
