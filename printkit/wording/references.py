"""Scripture references as a language writes them: English `Job 5:15`, German `Hiob 5,15`.

The style's sources: the `Chicago Manual of Style` and the SBL Handbook for English; for German the
ecumenical list of biblical names (Loccumer Richtlinien) and Duden, which sets ranges with an en
dash; for French, whose Bibles differ, the Université de Montréal's guide to quoting the Bible (`Job
1:20-21`); for Dutch the Nieuwe Bijbelvertaling's own references.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from printkit.model.office import Confession
from printkit.wording.books.naming import (
    Named,
    book_of,
    is_other_confessions,
    languages_of,
    listed,
    names_in,
    plain,
)
from printkit.wording.passages import Item, Passage, passages_of
from printkit.wording.tags import tag_of

_NO_BREAK = "\u00a0"
_BOOK_END = re.compile(r"(?<=[^\W\d_])\s+(?=\d)|(?<=[^\W\d_]\.)\s+(?=\d)")
_USUAL: Confession = "protestant"


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
class Rendered:
    """A reference as it is set; `renamed` holds the books whose names changed, as typed and set."""

    text: str
    renamed: tuple[tuple[str, str], ...] = ()


def render_reference(text: str, language: str, confession: Confession | None = None) -> str:
    """Give a reference as the language writes it, as typed where it cannot be parsed."""
    return rendered(text, language, confession).text


@lru_cache(maxsize=1000)
def rendered(text: str, language: str, confession: Confession | None = None) -> Rendered:
    """Give a reference as the language writes it, and the books that were renamed.

    Names of another language become this one's: the confession's, where confessions differ. Names
    of this language stay, abbreviations too, unless they are another confession's. A language
    whose style is not known here keeps the signs that were typed. A no-break space stands between
    book and number.
    """
    passages = passages_of(text)
    if not passages:
        return Rendered(text)
    base = tag_of(language).language
    style = _STYLES.get(base)
    if not style:
        return Rendered(_BOOK_END.sub(_NO_BREAK, text))
    names = _names_to_set(passages, base, confession)
    return Rendered(
        "; ".join(
            _set(name, passage, style) for name, passage in zip(names, passages, strict=True)
        ),
        tuple(
            (passage.book, name)
            for name, passage in zip(names, passages, strict=True)
            if name != passage.book
        ),
    )


def _names_to_set(
    passages: tuple[Passage, ...], language: str, confession: Confession | None
) -> list[str]:
    """Give each passage's name; where one is of another language, the whole reference is."""
    typed = [passage.book for passage in passages]
    if all(listed(name, language, confession) for name in typed if name):
        return typed
    foreign = any(
        book_of(passage.book, language) and language not in languages_of(passage.book, language)
        for passage in passages
        if passage.book
    )
    return [
        _name_to_set(passage, language, confession, foreign=foreign) if passage.book else ""
        for passage in passages
    ]


def _name_to_set(
    passage: Passage, language: str, confession: Confession | None, *, foreign: bool
) -> str:
    typed = passage.book
    names, book = names_in(language), book_of(typed, language)
    if not names or not book:
        return typed
    own = names.by_name.get(plain(typed))
    if own and not foreign and not is_other_confessions(typed, language, confession):
        return _spelled(typed, own, set(names.to_set[book].values()))
    if book == "PSS" and not passage.chapters:
        book = "PSA"
    return names.to_set[book][confession or _USUAL]


def _spelled(typed: str, own: Named, whole: set[str]) -> str:
    """Give a name with its accents, a whole one with its volume's full stop, else as typed."""
    spelling = own.spelling
    if spelling in whole and spelling.replace(".", "") == typed.replace(".", ""):
        return spelling
    if not spelling or plain(spelling) == plain(typed):
        return typed
    return spelling + "." * typed.endswith(".")


def _set(name: str, passage: Passage, style: Style) -> str:
    written = ""
    for item in passage.items:
        joined = "; " if item.chapter else style.verses
        written += (joined if written else "") + _set_item(item, style)
    return f"{name}{_NO_BREAK}{written}" if name else written


def _set_item(item: Item, style: Style) -> str:
    start = _numbered(item.chapter, item.verse, style)
    if item.end:
        return f"{start}{style.range}{_numbered(item.end_chapter, item.end, style)}"
    return start + item.following


def _numbered(chapter: str, verse: str, style: Style) -> str:
    return f"{chapter}{style.chapter}{verse}" if chapter else verse
