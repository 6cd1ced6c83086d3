"""The pairs of words that no line end may part: `Job 5:15`, `5 March`, `20 km`, `Dr. Adams`.

A pair is known from its two words alone. Where they do not say whether a sentence ends between
them, they stay together after an initial (`J. Smith`) and come apart elsewhere (`at 5. May God`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import and_, rshift
from typing import cast

from printkit.model.metrics import MOST_WORDS
from printkit.wording.tags import tag_of
from printkit.wording.tied_words import (
    ANY_COUNTED,
    ANY_TITLES,
    ANY_UNITS,
    LANGUAGES,
    TiedWords,
)

_OPENING = "([{«‹„‚¿¡"
_CLOSING = ".,;:!?…)]}»›"
_EITHER = "“”‘’\"'*"  # opening in one language, closing in another
_PAUSES = frozenset(",;:!?)")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_UNLISTED = TiedWords()

_LETTER = r"[^\W\d_]"
_INITIAL = re.compile(rf"(?!J\.-C\.){_LETTER}\.(?:-{_LETTER}\.)?")
_SHORT = re.compile(rf"{_LETTER}\.(?!\w)|Chr\.|J\.-C\.")
_BEFORE_SHORT = re.compile(rf"{_LETTER}\.|av\.|apr\.|ap\.")
_NAME = re.compile(rf"{_LETTER}[\w’'-]+")
_SHORT_NAME = re.compile(rf"{_LETTER}\w{{1,5}}\.")
# Chapter and verse. Longer numbers after `.` or `,` are thousands, and two of one sign make a date.
_CHAPTER = re.compile(r"\d{1,3}(?::\d{1,3}|([.,])\d{1,2}(?!\1\d))(?!\d)")
_WHICH = re.compile(r"[1-5]|I{1,3}|1st|2nd|3rd|1re|2e")
_ROMAN = re.compile(r"[IVX]{2,}|[VX]")
_DAY = r"(?:[12]?\d|3[01])"
_DAYS = re.compile(rf"(?:{_DAY}\.?[-–/])?{_DAY}(?:st|nd|rd|th|er|e)?")
_THOUSANDS = re.compile(r"\d{1,3}")
_GROUP = re.compile(r"\d{3}")


# What is kept of a word's sides: two bits for words behind it, two for words before it; and that it
# is kept, which meets no other bit when it is moved by a side.
_SIDE, _SEEN = 2, 0b1000000
# The most letters, with its full stop, of an abbreviation that is on no list.
_LONGEST_SHORT = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring words: `before` without marks at its beginning, `after` as it stands.

    `core` is `after` without the marks at its end.
    """

    before: str
    after: str
    core: str


class WordTies:
    """The Ties of one language: its lists of words, and rules that hold in any language."""

    def __init__(self, words: TiedWords, most: int = MOST_WORDS) -> None:
        self._words = words
        self._most = most
        self._titles = words.titles | ANY_TITLES
        self._units = words.units | ANY_UNITS
        self._counted = words.counted | ANY_COUNTED
        self._rules = (
            self._is_title_and_name,
            self._is_counted,
            self._is_volume,
            self._is_day_and_month,
            self._is_measure,
            _is_abbreviation,
            _is_name_and_rank,
        )
        self._known = lru_cache(maxsize=most)(self._tied)
        self._sides: dict[str, int] = {}

    def tied(self, before: str, after: str) -> bool:
        """Say whether no line may end between two words, given with their punctuation."""
        return bool(self.among((before, after)))

    def among(self, words: Sequence[str]) -> frozenset[int]:
        """Give the numbers of the words after which no line may end.

        Most pairs are plain: their words say quickly that no rule ties them.
        """
        sides = list(map(self._sides.get, words))
        if not all(sides):
            sides = [self._sides.get(word) or self._sides_of(word) for word in words]
        known = cast("list[int]", sides)
        plain = map(and_, known, map(rshift, known[1:], repeat(_SIDE)))
        return frozenset(
            [
                number
                for number, is_plain in enumerate(plain)
                if not is_plain and self._known(*words[number : number + 2])
            ]
        )

    def _sides_of(self, word: str) -> int:
        """Say in bits beside which words a word is plain.

        The first two say that it is before words in lower case, and before any letter; the next
        two that it is such a word.
        """
        listed = word in self._titles or word in self._counted
        # A word that ends a sentence; what is shorter may be an abbreviation.
        ends = word[-1:] == "." and len(word) > _LONGEST_SHORT and word[:-1].isalpha()
        ends = ends and not listed
        bits = (
            ends or word[-1:] in _PAUSES or (word[:1].isalpha() and word[-1:].islower()),
            ends or (word.isalpha() and word.islower() and not listed),
            word[:1].islower(),
            word[:1].isalpha(),
        )
        if len(self._sides) >= self._most:
            self._sides.clear()
        found = _SEEN | sum(1 << place for place, bit in enumerate(bits) if bit)
        self._sides[word] = found
        return found

    def _tied(self, before: str, after: str) -> bool:
        """Say whether a rule ties two words."""
        if _has_lone_mark(before, after):
            return True
        start, end = _NO_BREAK.split(before)[-1], _NO_BREAK.split(after)[0]
        pair = _Pair(start.lstrip(_OPENING + _EITHER), end, end.rstrip(_CLOSING + _EITHER))
        for rule in self._rules:  # noqa: SIM110 - half as quick with a generator
            if rule(pair):
                return True
        return False

    def _is_title_and_name(self, pair: _Pair) -> bool:
        """`Dr. Adams`, `Mme Lefort`, `J. Smith`."""
        if not pair.core[:1].isupper():
            return False
        initial = pair.before[:1].isupper() and _INITIAL.fullmatch(pair.before)
        return bool(initial) or pair.before in self._titles

    def _is_counted(self, pair: _Pair) -> bool:
        """`Psalm 23`, `page 3`, `£ 500`, and any name before chapter and verse: `Ayubu 5:15`."""
        before, after = pair.before, pair.after
        if not after[:1].isdigit():
            return before in self._words.counted and bool(_ROMAN.fullmatch(pair.core))
        if before in self._counted:
            return True
        chapter = before[:1].isupper() and _CHAPTER.match(after)
        if not chapter:
            return False
        return bool(
            _NAME.fullmatch(before) or (":" in chapter[0] and _SHORT_NAME.fullmatch(before))
        )

    def _is_volume(self, pair: _Pair) -> bool:
        """`1 Samuel`, `1. Korinther`, `II Kings`; in a language without lists, `1 Samweli`."""
        words = self._words
        which = pair.before.removesuffix(".") if words.ordinals else pair.before
        if not _WHICH.fullmatch(which):
            return False
        if words is _UNLISTED:
            return which in "123" and pair.core[:1].isupper()
        return pair.core in words.volumes

    def _is_day_and_month(self, pair: _Pair) -> bool:
        """`5 March`, `14. Januar`, `1er mars`, and in English `March 5`."""
        words = self._words
        if pair.core in words.months:
            days = pair.before.removesuffix(".") if words.ordinals else pair.before
            return bool(_DAYS.fullmatch(days))
        return pair.before in words.before_day and bool(_DAYS.fullmatch(pair.core))

    def _is_measure(self, pair: _Pair) -> bool:
        """`20 km`, `500 €`, `10 Uhr`, `7 p.m.`, `19 h 30`, `10 000`."""
        if pair.before == "h":
            return pair.after[:1].isdigit()
        if not pair.before[-1:].isdigit():
            return False
        if pair.core in self._units:
            return True
        groups = self._words.groups and _THOUSANDS.fullmatch(pair.before)
        return bool(groups and _GROUP.fullmatch(pair.core))


def ties_for(language: str, most: int = MOST_WORDS) -> WordTies:
    """Give the ties of the language of a tag or locale name, which remember so many words."""
    return WordTies(LANGUAGES.get(tag_of(language).language, _UNLISTED), most)


def _has_lone_mark(before: str, after: str) -> bool:
    """Say whether a mark stands alone: a line neither begins with a dash nor ends with `(`."""
    return not (before.strip(_OPENING) and after.strip(_CLOSING + "-–—"))


def _is_abbreviation(pair: _Pair) -> bool:
    """`z. B.`, `d. h.`, `p. m.`, `v. Chr.`, `av. J.-C.`."""
    return bool(_BEFORE_SHORT.fullmatch(pair.before) and _SHORT.match(pair.after))


def _is_name_and_rank(pair: _Pair) -> bool:
    """`Henry V`, `John Paul II`, `King Jr.`."""
    named = pair.before[:1].isupper() and _NAME.fullmatch(pair.before)
    return bool(named) and (pair.core == "Jr" or bool(_ROMAN.fullmatch(pair.core)))
