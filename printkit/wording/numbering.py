"""A warning where a reference is carried to Bibles that may number its verses otherwise.

Verses are never renumbered. German Bibles of both confessions follow the Hebrew. In French, Segond
(1910) gives the English number and the Hebrew one in brackets, the Bible de Jérusalem and the TOB
follow the Hebrew, and the liturgy counts psalms as the Greek does. In Dutch, the Statenvertaling
and the NBG (1951) have the older chapters, the Nieuwe Bijbelvertaling and the Willibrordvertaling
the Hebrew ones; all count a psalm's title. The New American Bible, which Catholics read in English,
follows the Hebrew, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from printkit.errors import Problem
from printkit.model.bulletin import Text
from printkit.model.office import Confession
from printkit.wording.books.naming import book_of, is_other_confessions, languages_of, listed
from printkit.wording.books.verses import Span, titles, verses
from printkit.wording.passages import Item, passages_of
from printkit.wording.tags import tag_of

_ENGLISH, _HEBREW = "english", "hebrew"
_NUMBERS = {
    "en": {_ENGLISH},
    "de": {_HEBREW},
    "fr": {_ENGLISH, _HEBREW},
    "nl": {_ENGLISH, _HEBREW},
}
_NAMES = {"en": "English", "de": "German", "fr": "French", "nl": "Dutch"}
_PSALMS = {"PSA", "PSS"}
# Translated from texts that differ, so that hardly any two Bibles number them alike.
_UNSURE = {"TOB", "JDT", "SIR"}
_LITURGY = range(10, 148)  # the psalms that the Greek numbers otherwise
_LAST = 999
_LOOK = "type the reference as the Bible that is read has it"
_SAME_AT_THE_END = (13, 6)  # in the English, two verses of this psalm are one


@dataclass(frozen=True, slots=True)
class _Way:
    """From which languages to which, and to whom.

    `sure` says that a name told them; else the numbers are the original's, and only what must be
    wrong is warned of.
    """

    sources: tuple[str, ...]
    language: str
    confession: Confession | None
    sure: bool

    def differing(self, book: str) -> set[str]:
        """Give the numbers that the reference may have been written with, none if all agree."""
        written = set().union(*(_numbers(source, book) for source in self.sources))
        read = _numbers(self.language, book)
        if self.language == "en" and self.confession == "catholic":
            read = read | {_HEBREW}
        differ = len(written | read) > 1 if self.sure else not written & read
        return written if differ else set()


def numbering_warnings(
    reference: Text,
    language: str,
    confession: Confession | None,
    original: tuple[str, str] | None = None,
) -> tuple[Problem, ...]:
    """Give a warning where the reference is carried and its verses may have other numbers.

    It is carried where a book of another language or confession is renamed, and where it has the
    same numbers as the original's: `original` is that reference with its language.
    """
    base = tag_of(language).language
    hint = _hint(reference.value, base, confession, original) if base in _NUMBERS else None
    if not hint:
        return ()
    message = f"`{reference.value}` may have other numbers in {_NAMES[base]} Bibles"
    return (Problem(message, reference.place, hint),)


@lru_cache(maxsize=1000)
def _hint(
    typed: str, language: str, confession: Confession | None, original: tuple[str, str] | None
) -> str | None:
    way = _way(typed, language, confession, original)
    return next(_hints(typed, way), None) if way else None


def _way(
    typed: str, language: str, confession: Confession | None, original: tuple[str, str] | None
) -> _Way | None:
    names = [passage.book for passage in passages_of(typed) if passage.book]
    sources = {
        source: None
        for name in names
        if not listed(name, language) and book_of(name, language)
        for source in languages_of(name, language)
        if source != language
    }
    if sources:
        return _Way(tuple(sources), language, confession, sure=True)
    source = tag_of(original[1]).language if original else language
    elsewhere = source != language and source in _NUMBERS
    if original and elsewhere and _same(typed, original[0], (language, source)):
        return _Way((source,), language, confession, sure=False)
    if any(is_other_confessions(name, language, confession) for name in names):
        return _Way((language,), language, confession, sure=True)
    return None


def _same(typed: str, original: str, languages: tuple[str, str]) -> bool:
    """Whether two references, each in its language, have the same numbers of the same books."""
    ours, theirs = passages_of(typed), passages_of(original)
    if [one.items for one in ours] != [one.items for one in theirs]:
        return False
    books = (
        [book_of(one.book, language) for one in passages if one.book]
        for passages, language in zip((ours, theirs), languages, strict=True)
    )
    return next(books) == next(books)


def _numbers(language: str, book: str) -> set[str]:
    # Dutch Bibles of all kinds count the titles.
    return {_HEBREW} if language == "nl" and book in _PSALMS else _NUMBERS[language]


def _hints(typed: str, way: _Way) -> Iterator[str]:
    book = None
    for passage in passages_of(typed):
        if passage.book:
            book = book_of(passage.book, way.language)
        if not book:
            continue
        chapter = 0
        for item in passage.items:
            chapter = int(item.chapter or chapter)
            yield from _hints_of(book, chapter, item, way)


def _hints_of(book: str, chapter: int, item: Item, way: _Way) -> Iterator[str]:
    numbers = way.differing(book)
    if book in _UNSURE and way.sure:
        yield f"Bibles translate this book from different texts: {_LOOK}"
    elif book in _PSALMS:
        yield from _psalm_hints(chapter or _number(item.verse), chapter and item, way)
    elif numbers:
        yield from _verse_hints(book, tuple(_spans(chapter, item)), numbers)


def _psalm_hints(psalm: int, item: Item | int, way: _Way) -> Iterator[str]:
    """Give what to look at in a psalm; without verses, only its own number may differ."""
    if way.sure and way.language == "fr" and way.confession == "catholic" and psalm in _LITURGY:
        yield f"the liturgy counts most psalms one lower, 23 as 22: {_LOOK}"
    more = titles().get(psalm)
    if not more or not isinstance(item, Item) or not way.differing("PSA"):
        return
    if (psalm, _number(item.verse)) != _SAME_AT_THE_END:
        counted = "verse 1" if more == 1 else "verses 1 and 2"
        yield f"Bibles that follow the Hebrew count the title of this psalm as {counted}: {_LOOK}"


def _verse_hints(book: str, spans: tuple[Span, ...], numbers: set[str]) -> Iterator[str]:
    for english, hebrew in verses().get(book, ()):
        by_numbers = {_ENGLISH: english, _HEBREW: hebrew}
        if any(span.meets(by_numbers[one]) for span in spans for one in numbers):
            yield f"{english} in English is {hebrew} where Bibles follow the Hebrew: {_LOOK}"


def _spans(chapter: int, item: Item) -> Iterator[Span]:
    """Give the verses that an item means, chapter by chapter."""
    first, end = _number(item.verse), _number(item.end)
    if not chapter:
        yield from (Span(whole, 1, _LAST) for whole in range(first, (end or first) + 1))
        return
    last = int(item.end_chapter or chapter)
    if last > chapter:
        yield Span(chapter, first, _LAST)
        yield from (Span(between, 1, _LAST) for between in range(chapter + 1, last))
        yield Span(last, 1, end)
    else:
        yield Span(chapter, first, end or _following(first, item))


def _following(first: int, item: Item) -> int:
    following = item.following.rstrip(".")
    return {"": first, "f": first + 1, "ff": _LAST}[following]


def _number(verse: str) -> int:
    return int(verse.rstrip("abcde") or 0)
