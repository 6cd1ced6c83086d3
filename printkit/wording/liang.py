"""Dividing words by patterns, and by lists of exceptions to them.

Patterns: Liang's method (Word Hy-phen-a-tion by Com-put-er, 1983).
"""

import marshal
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from printkit.model.metrics import MOST_WORDS, Hyphenator
from printkit.wording.tags import tag_of

# Letters up to here are Latin; Unicode's blocks of Greek and Cyrillic, each with a language.
_LAST_LATIN = "\u036f"
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "ru"),
    ("\u1f00", "\u1fff", "el"),
)
_NOT_LATIN = frozenset(("be", "bg", "el", "grc", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"))
# A hyphenator is asked for the parts of a word at its apostrophes: `l’organisation`.
_APOSTROPHE = re.compile("['’]")


class PatternHyphenator:
    """A Hyphenator over a dictionary's patterns, which remembers so many words."""

    def __init__(self, patterns: bytes, most: int = MOST_WORDS) -> None:
        loaded = marshal.loads(patterns)  # noqa: S302 - ours, checked
        self._patterns, self._longest, (self._before, self._after) = loaded
        self._positions = lru_cache(maxsize=most)(self._divide)

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the indexes before which the word may be divided, ascending."""
        if len(word) < self._before + self._after:
            return ()
        return self._positions(word)

    def _divide(self, word: str) -> tuple[int, ...]:
        """Liang's method: every pattern raises the values between letters; odd ones divide."""
        pointed = f".{word.lower()}."
        values = [0] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            stop = min(start + self._longest, len(pointed)) + 1
            for end in range(start + 1, stop):
                found = self._patterns.get(pointed[start:end])
                if found:
                    self._raise(values, start + found[0], found[1])
        return tuple(
            index - 1
            for index, value in enumerate(values)
            if value % 2 and self._before <= index - 1 <= len(word) - self._after
        )

    @staticmethod
    def _raise(values: list[int], first: int, pattern: tuple[int, ...]) -> None:
        for place, value in enumerate(pattern, first):
            values[place] = max(values[place], value)


class OtherScripts:
    """A Hyphenator of a language in Latin letters that sends Greek and Cyrillic words elsewhere.

    A name or a sentence in another script is divided as the most read language in it divides.
    """

    def __init__(self, own: Hyphenator | None, others: Callable[[str], Hyphenator | None]) -> None:
        self._own, self._others = own, others

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the indexes before which the word may be divided, ascending."""
        asked = self._own
        if word[:1] > _LAST_LATIN:
            found = (name for first, last, name in _SCRIPTS if first <= word[0] <= last)
            language = next(found, None)
            asked = self._others(language) if language else asked
        return asked.positions(word) if asked else ()


def has_own_script(language: str) -> bool:
    """Say whether a language is written in Greek or Cyrillic letters itself."""
    return tag_of(language).language in _NOT_LATIN


class ListedWords:
    """A Hyphenator that knows where some words may be divided, and asks another for the rest."""

    def __init__(self, places: Mapping[str, tuple[int, ...]], others: Hyphenator | None) -> None:
        self._places, self._others = places, others

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the indexes before which the word may be divided, ascending."""
        listed = self._places.get(word.lower())
        if listed is not None:
            return listed
        return self._others.positions(word) if self._others else ()


def with_exceptions(hyphenator: Hyphenator | None, words: Sequence[str]) -> Hyphenator:
    """Give a hyphenator that divides each of the words at its hyphens alone, others as before.

    A word counts in any capitalisation: `min-is-tries`, or `Ebenezer` for never.
    """
    parts = [part for word in words for part in _APOSTROPHE.split(word)]
    return ListedWords({_letters(part): _places(part) for part in parts}, hyphenator)


def exceptions_for(exceptions: Mapping[str, Sequence[str]], language: str) -> tuple[str, ...]:
    """Give the exceptions that hold in a language; those of its own tag overrule wider ones'.

    `exceptions` holds them by tag: in `en-GB` those under `en` hold as well.
    """
    tag = tag_of(language)
    wider = (tag.language, f"{tag.language}-{tag.script}", f"{tag.language}-{tag.region}", language)
    found = {_letters(word): word for name in wider for word in exceptions.get(name, ())}
    return tuple(found.values())


def _letters(word: str) -> str:
    return word.replace("-", "").lower()


def _places(word: str) -> tuple[int, ...]:
    return tuple(accumulate(len(part) for part in word.split("-")[:-1]))
