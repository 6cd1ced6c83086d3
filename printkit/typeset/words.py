"""Texts become words: shaped, measured, and marked where a line may end inside them."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, cast

from printkit.model.frame import Glyphs
from printkit.model.layout import Face
from printkit.model.metrics import MOST_WORDS, Hyphenator, Shaper
from printkit.typeset.hanging import left_of, right_of

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
_UNPRINTED = SOFT_HYPHEN + ZERO_WIDTH_SPACE
_NOTHING = dict.fromkeys(map(ord, _UNPRINTED))
_MOST_PARAGRAPHS = 400
_OTHER_BLANKS = re.compile(r"[\t\n]")
# Patterns know a word by its ends, so they are asked for the part before an apostrophe alone.
_LETTERS = re.compile(r"[^\W\d_]+")
# A line may end after a hyphen or a dash between letters, and inside a web address after these.
_AFTER = re.compile(r"(?<=\w[-\u2010–—])(?=\w)|(?<=[\w\)”’»]—)(?=[\w(“‘„«])")
_IN_ADDRESS = re.compile(r"(?<=[/?&=_.])(?=[^\W_])")
# Web and mail addresses take no hyphens, since those would seem to be a part of them.
_ADDRESS = re.compile(
    r"[^\w/]*(?:https?://|www\.|[\w.+-]+@|(?:[\w-]+\.)+(?:[a-z]{2,}\b|[\w-]+/))\S*"
)


class Division(NamedTuple):
    """A place where a line may end inside a word.

    `letters` counts the word's characters, `width` is what stands before it, in ems; `hyphen` says
    whether a hyphen is added there, `hang` how much of what stands before it hangs at the margin.
    """

    letters: int
    width: float
    hyphen: bool
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word between blanks, shaped: `width` in ems, and its divisions in order.

    `left` and `right` are how much of it, in ems, hangs at the margin where a line begins or ends
    with it. `alone` are its glyphs where all of them are in its paragraph's own face.
    """

    text: str
    glyphs: tuple[Glyphs, ...]
    width: float
    divisions: tuple[Division, ...] = ()
    left: float = 0.0
    right: float = 0.0
    alone: Glyphs | None = None

    def widest_part(self, hyphen: float = 0.0, *, hyphens: bool = True) -> float:
        """Give the widest part that no division parts, with the hyphen that it may end in.

        Without `hyphens` the divisions that add one do not count.
        """
        divisions = [one for one in self.divisions if hyphens or not one.hyphen]
        if not divisions:
            return self.width
        starts = (0.0, *(division.width for division in divisions))
        ends = (*(d.width + (hyphen if d.hyphen else -d.hang) for d in divisions), self.width)
        return max(end - start for start, end in zip(starts, ends, strict=True))

    def divided_anywhere(self) -> "Word":
        """Give the word as it is set where nothing else helps: any two characters may be parted."""
        before = _widths(self.glyphs)
        places = tuple(Division(i, w, hyphen=False) for i, w in before.items() if i)
        return replace(self, divisions=places)


class KnownWords:
    """What was shaped before, kept for the editions that share a shaper and a language."""

    def __init__(self, most: int = MOST_WORDS) -> None:
        self._most = most
        self._words: dict[tuple[Face, bool, bool], dict[str, Word]] = {}
        self._paragraphs: dict[Hashable, dict[str, object]] = {}

    def of(self, face: Face, *, divides: bool, hangs: bool) -> dict[str, Word]:
        """Give the words of a face, with or without hyphenation; too many begin anew."""
        kept = self._words.setdefault((face, divides, hangs), {})
        if len(kept) > self._most:
            kept.clear()
        return kept

    def paragraphs(self, kind: Hashable) -> dict[str, Any]:
        """Give the paragraphs of a kind, which says all that decides how they are measured.

        A bulletin's editions have nearly all of theirs in common. Too many begin anew.
        """
        kept = self._paragraphs.setdefault(kind, {})
        if len(kept) > _MOST_PARAGRAPHS:
            kept.clear()
        return kept


@dataclass(frozen=True, slots=True)
class Setting:
    """What turns characters into measured words: a shaper, a face, and a hyphenator or none.

    `in_addresses` says whether a line may end inside a web address; office programs do not end one.
    `hangs` says whether punctuation hangs at the margin.
    """

    shaper: Shaper
    face: Face
    hyphenator: Hyphenator | None = None
    known: "KnownWords | None" = field(default=None, compare=False)
    in_addresses: bool = True
    hangs: bool = False

    def space(self) -> Glyphs:
        """Give the blank between two words."""
        return self.shaper.shape(" ", self.face)[0]


def words_of(text: str, setting: Setting) -> tuple[Word, ...]:
    """Give the words of a paragraph; blanks part them, no-break spaces do not."""
    parts = _OTHER_BLANKS.sub(" ", text).split(" ")
    if "" in parts:
        parts = [part for part in parts if part]
    if SOFT_HYPHEN in text or ZERO_WIDTH_SPACE in text:
        parts = [part for part in parts if part.strip(_UNPRINTED)]
    if setting.known is None:
        return tuple([_word(part, setting) for part in parts])
    divides = setting.hyphenator is not None
    kept = setting.known.of(setting.face, divides=divides, hangs=setting.hangs)
    words = list(map(kept.get, parts))
    if all(words):
        return tuple(cast("list[Word]", words))
    return tuple([kept.get(part) or _remembered(part, setting, kept) for part in parts])


def _remembered(part: str, setting: Setting, kept: dict[str, Word]) -> Word:
    kept[part] = word = _word(part, setting)
    return word


def shaped(text: str, setting: Setting) -> tuple[Glyphs, ...]:
    """Give the glyphs of `text` without its unprinted places to break."""
    return setting.shaper.shape(text, setting.face)


def _word(marked: str, setting: Setting) -> Word:
    text = printed(marked)
    glyphs = shaped(text, setting)
    width = sum(piece.width for piece in glyphs)
    left, right = (left_of(glyphs), right_of(glyphs)) if setting.hangs else (0.0, 0.0)
    alone = glyphs[0] if len(glyphs) == 1 and glyphs[0].face == setting.face else None
    found = dict(_divisions(marked, text, setting))
    if not found:
        return Word(text, glyphs, width, (), left, right, alone)
    before = _widths(glyphs)
    divisions = tuple(
        _division(text, index, before.get(index), setting, hyphen=found[index])
        for index in sorted(found)
        if 0 < index < len(text)
    )
    return Word(text, glyphs, width, divisions, left, right, alone)


def _division(
    text: str, index: int, width: float | None, setting: Setting, *, hyphen: bool
) -> Division:
    """Give a division; where a ligature stands at it, what stands before it is shaped anew."""
    if width is None:
        width = _width(text[:index], setting)
    if hyphen or not setting.hangs:
        return Division(index, width, hyphen)
    return Division(index, width, hyphen, right_of(shaped(text[:index], setting)))


def printed(text: str) -> str:
    """Give a text without its soft hyphens and zero-width spaces, which are never printed."""
    marked = SOFT_HYPHEN in text or ZERO_WIDTH_SPACE in text
    return text.translate(_NOTHING) if marked else text


def _width(part: str, setting: Setting) -> float:
    """Give the width of a word's beginning."""
    return sum(piece.width for piece in shaped(part, setting))


def _divisions(marked: str, text: str, setting: Setting) -> Iterator[tuple[int, bool]]:
    """Give index and whether a hyphen is added, for every place where `text` may be divided."""
    if marked != text:
        yield from _author_divisions(marked)
    elif setting.hyphenator and not _ADDRESS.match(text):
        for part in _LETTERS.finditer(text):
            for position in setting.hyphenator.positions(part.group()):
                yield part.start() + position, True
    if _ADDRESS.match(text) and not setting.in_addresses:
        return
    pattern = _IN_ADDRESS if _ADDRESS.match(text) else _AFTER
    for place in pattern.finditer(text):
        if 0 < place.start() < len(text):
            yield place.start(), False


def _author_divisions(marked: str) -> Iterator[tuple[int, bool]]:
    """Give the places that the author marked; they take precedence over the patterns."""
    index = 0
    for character in marked:
        if character in _UNPRINTED:
            yield index, character == SOFT_HYPHEN
        else:
            index += 1


def _widths(pieces: tuple[Glyphs, ...]) -> dict[int, float]:
    """Give the width before each character that starts a cluster."""
    before: dict[int, float] = {}
    index, width = 0, 0.0
    for piece in pieces:
        for advance, cluster in zip(piece.advances, piece.clusters, strict=True):
            if cluster:
                before[index] = width
                index += len(cluster)
            width += advance
    return before
