"""Scripture references are read: books, chapters and verses, however they were typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PASSAGE = re.compile(
    r"(?P<book>(?:\d\.?\s?)?[^\W\d_](?:[^\d:;,]*[^\W\d_])?\.?)?\s*(?P<numbers>\d.*)", re.DOTALL
)
# A comma before a book's name parts passages as `;` does.
_NEXT_BOOK = re.compile(r"\s*,\s*(?=(?:\d\.?\s?|I\.?\s)?(?!ff)[^\W\d_]{2})")
_ITEM = r"(?:(?P<chapter>\d{1,3})SIGN)?(?P<verse>\d{1,3})(?P<part>[a-e]?)"
_END = r"(?:(?P<end_chapter>\d{1,3})SIGN)?(?P<end>\d{1,3}[a-e]?)"
_RANGE = r"\s*[-‐‑–—]\s*"
_FOLLOWING = r"(?P<following>ff?\.?)"


@dataclass(frozen=True, slots=True)
class Item:
    """A chapter, a verse or a range of them; `chapter` is empty where the one before goes on."""

    chapter: str
    verse: str
    end_chapter: str
    end: str
    following: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A book's name as typed, empty where the one before goes on, and what is meant of it."""

    book: str
    items: tuple[Item, ...]

    @property
    def chapters(self) -> bool:
        """Whether several whole chapters are meant: `Psalms 120-134`."""
        return not self.items[0].chapter and bool(self.items[0].end)


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs that a reference was typed with: patterns for what stands where."""

    chapter: str
    verses: str


_COLON = _Signs(r"\s*:\s*", r"\s*[,.]\s*")
_COMMA = _Signs(",", r"\.\s?")
_FULL_STOP = _Signs(r"\.", r",\s?")


@lru_cache(maxsize=1000)
def passages_of(text: str) -> tuple[Passage, ...]:
    """Give the passages of a reference, none where any of it is not understood."""
    passages = tuple(_parsed(text))
    return tuple(found for found in passages if found) if None not in passages else ()


def _parsed(text: str) -> Iterator[Passage | None]:
    """Give the passages, None for one that is not understood."""
    signs = _signs_of(text)
    for piece in _NEXT_BOOK.sub(";", text).split(";"):
        found = _PASSAGE.fullmatch(piece.strip())
        items = _items(found["numbers"], signs) if found else ()
        yield Passage(found["book"] or "", items) if found and items else None


def _signs_of(text: str) -> _Signs:
    if ":" in text:
        return _COLON
    return _COMMA if re.search(r"\d,\d", text) else _FULL_STOP


def _items(numbers: str, signs: _Signs) -> tuple[Item, ...]:
    """Give the items of one passage, none where they are not understood."""
    form = re.compile(f"{_ITEM}(?:{_RANGE}{_END}|{_FOLLOWING})?".replace("SIGN", signs.chapter))
    found = [form.fullmatch(piece) for piece in re.split(signs.verses, numbers.strip())]
    items = tuple(_item(one) for one in found if one)
    # Several numbers of which the first has no chapter may be chapters or verses.
    if len(items) < len(found) or (len(items) > 1 and not items[0].chapter):
        return ()
    return items


def _item(found: re.Match[str]) -> Item:
    return Item(
        found["chapter"] or "",
        found["verse"] + found["part"],
        found["end_chapter"] or "",
        found["end"] or "",
        found["following"] or "",
    )
