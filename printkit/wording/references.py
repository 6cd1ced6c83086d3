"""Scripture references in the language's style: English `Job 5:15`, German `Hiob 5,15`.

The book's name stays as typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from printkit.wording.tags import tag_of

_NO_BREAK = "\u00a0"
_PASSAGE = re.compile(
    r"(?P<book>(?:\d\.?\s?)?[^\W\d_](?:[^\d:;,]*[^\W\d_])?\.?)?\s*(?P<numbers>\d.*)", re.DOTALL
)
# A comma before a book's name parts passages as `;` does.
_NEXT_BOOK = re.compile(r"\s*,\s*(?=(?:\d\.?\s?)?(?!ff)[^\W\d_]{2})")
_BOOK_END = re.compile(r"(?<=[^\W\d_])\s+(?=\d)|(?<=[^\W\d_]\.)\s+(?=\d)")
_ITEM = r"(?:(?P<chapter>\d{1,3})SIGN)?(?P<verse>\d{1,3})(?P<part>[a-e]?)"
_END = r"(?:(?P<end_chapter>\d{1,3})SIGN)?(?P<end>\d{1,3}[a-e]?)"
_RANGE = r"\s*[-‐‑–—]\s*"
_FOLLOWING = r"(?P<following>ff?\.?)"


@dataclass(frozen=True, slots=True)
class Style:
    """The signs between chapter and verse, between first and last, and between two verses."""

    chapter: str
    range: str
    verses: str


_STYLES = {
    "en": Style(":", "–", ", "),
    "de": Style(",", "–", "."),
    "fr": Style(":", "-", ", "),
    "nl": Style(":", "-", ", "),
}


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs that a reference was typed with: patterns for what stands where."""

    chapter: str
    verses: str


_COLON = _Signs(r"\s*:\s*", r"\s*[,.]\s*")
_COMMA = _Signs(",", r"\.\s?")
_FULL_STOP = _Signs(r"\.", r",\s?")


@dataclass(frozen=True, slots=True)
class _Item:
    """A chapter, a verse or a range of them; `chapter` is empty where the one before goes on."""

    chapter: str
    verse: str
    end_chapter: str
    end: str
    following: str


@lru_cache(maxsize=1000)
def render_reference(text: str, language: str) -> str:
    """Give a reference in the style of the language, as typed where it cannot be parsed.

    A language whose style is not known here keeps the signs that were typed. A no-break space
    stands between book and number.
    """
    passages = list(_parsed(text))
    if not passages or None in passages:
        return text
    style = _STYLES.get(tag_of(language).language)
    if not style:
        return _BOOK_END.sub(_NO_BREAK, text)
    return "; ".join(_rendered(passage, style) for passage in passages if passage)


@dataclass(frozen=True, slots=True)
class _Passage:
    book: str
    items: tuple[_Item, ...]


def _parsed(text: str) -> Iterator[_Passage | None]:
    """Give the passages, None for one that is not understood."""
    signs = _signs_of(text)
    for piece in _NEXT_BOOK.sub(";", text).split(";"):
        found = _PASSAGE.fullmatch(piece.strip())
        items = _items(found["numbers"], signs) if found else ()
        yield _Passage(found["book"] or "", items) if found and items else None


def _signs_of(text: str) -> _Signs:
    if ":" in text:
        return _COLON
    return _COMMA if re.search(r"\d,\d", text) else _FULL_STOP


def _items(numbers: str, signs: _Signs) -> tuple[_Item, ...]:
    """Give the items of one passage, none where they are not understood."""
    form = re.compile(f"{_ITEM}(?:{_RANGE}{_END}|{_FOLLOWING})?".replace("SIGN", signs.chapter))
    found = [form.fullmatch(piece) for piece in re.split(signs.verses, numbers.strip())]
    items = tuple(_item(one) for one in found if one)
    # Several numbers of which the first has no chapter may be chapters or verses.
    if len(items) < len(found) or (len(items) > 1 and not items[0].chapter):
        return ()
    return items


def _item(found: re.Match[str]) -> _Item:
    return _Item(
        found["chapter"] or "",
        found["verse"] + found["part"],
        found["end_chapter"] or "",
        found["end"] or "",
        found["following"] or "",
    )


def _rendered(passage: _Passage, style: Style) -> str:
    written = ""
    for item in passage.items:
        joined = "; " if item.chapter else style.verses
        written += (joined if written else "") + _rendered_item(item, style)
    return f"{passage.book}{_NO_BREAK}{written}" if passage.book else written


def _rendered_item(item: _Item, style: Style) -> str:
    start = _numbered(item.chapter, item.verse, style)
    if item.end:
        return f"{start}{style.range}{_numbered(item.end_chapter, item.end, style)}"
    return start + item.following


def _numbered(chapter: str, verse: str, style: Style) -> str:
    return f"{chapter}{style.chapter}{verse}" if chapter else verse
