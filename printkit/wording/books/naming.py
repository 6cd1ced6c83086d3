"""Which book a name means, and how a language and a confession call it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from printkit.model.office import Confession

LANGUAGES = {"en": "english", "de": "german", "fr": "french", "nl": "dutch"}
_CONFESSIONS: tuple[Confession, Confession] = ("protestant", "catholic")
# The volume: `1`, `1.`, `1st`, `1re`, `I`, `First`.
_VOLUME = re.compile(
    r"(?:(?P<digit>[1-5])(?:\.|(?:st|nd|rd|er|[eè]?re|e)(?=\s))?|(?P<roman>i{1,3}|iv|v)(?:\.|(?=\s))"
    r"|(?P<word>first|second|third)(?=\s))\s*(?=[^\W\d_])"
)
_VOLUMES = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_VOLUMES |= {"first": "1", "second": "2", "third": "3"}
_SIGNS = re.compile(r"[\s.]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Named(NamedTuple):
    """The book that a name means (its letters in USFM), and the one confession that writes it so.

    `confession` is None for what both write. `spelling` is the name as it should be written, which
    in Dutch is `Daniël` for `Daniel`; empty where more than one spelling is usual.
    """

    book: str
    confession: Confession | None = None
    spelling: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """One language's names: what each means (None where it may be either of two), and those to set.

    `by_name` has names as `plain` gives them; `to_set` has for a book the name of each confession.
    """

    by_name: dict[str, Named | None]
    to_set: dict[str, dict[Confession, str]]


def plain(name: str) -> str:
    """Give a name without what may be typed or not: capitals, blanks and full stops."""
    letters = unicodedata.normalize("NFC", name).casefold()
    volume = _VOLUME.match(letters)
    if volume:
        said = volume["digit"] or _VOLUMES[volume["roman"] or volume["word"]]
        letters = said + letters[volume.end() :]
    return _SIGNS.sub("", letters)


def listed(name: str, language: str, confession: Confession | None = None) -> str | None:
    """Give the book that a language's list has by this name just as it is typed, else None.

    It is told without reading the whole list, as `names_in` does. With a confession, only its own
    names and those that both write count.
    """
    if language not in LANGUAGES:
        return None
    for book, line in _module(language).BOOKS.items():
        if name in line:
            parts = [part.strip().split(", ") for part in line.split("|")]
            if confession and len(parts) > 1:
                del parts[1 - _CONFESSIONS.index(confession)]
            if any(name in part for part in parts):
                return str(book)
    return None


def book_of(name: str, language: str) -> str | None:
    """Give the book that a name means in a language, else in the others; None where none is sure.

    `language` is a language alone (`de`). Books are named by their letters in USFM.
    """
    book = listed(name, language)
    if book:
        return book
    meant = {named.book if named else None for named in _meant(name, language).values()}
    return meant.pop() if len(meant) == 1 else None


def languages_of(name: str, language: str) -> tuple[str, ...]:
    """Give the language itself where a name is of it, else those of the others that have it."""
    return tuple(_meant(name, language))


def _meant(name: str, language: str) -> dict[str, Named | None]:
    """Give what a name means by language: the one given alone where it has the name."""
    key = plain(name)
    own = names_in(language)
    if own and key in own.by_name:
        return {language: own.by_name[key]}
    others = ((other, names_in(other)) for other in LANGUAGES)
    return {other: names.by_name[key] for other, names in others if names and key in names.by_name}


def is_other_confessions(name: str, language: str, confession: Confession | None) -> bool:
    """Whether a name is one that only the other confession writes in the language."""
    if not confession or listed(name, language, confession):
        return False
    names = names_in(language)
    named = names.by_name.get(plain(name)) if names else None
    return bool(named and named.confession not in {None, confession})


@lru_cache
def names_in(language: str) -> Names | None:
    """Give the names of a language (`de`), None where they are not known here."""
    if language not in LANGUAGES:
        return None
    module = _module(language)
    names = Names({}, {})
    for book, line in module.BOOKS.items():
        _enter(names, book, line)
    for name, named in tuple(names.by_name.items()):
        if named and not name.isascii():
            _enter_unaccented(names, name, named)
    names.by_name.update((plain(name), None) for name in module.AMBIGUOUS)
    return names


def _module(language: str) -> Any:  # noqa: ANN401 - the type of a module's names is not known
    return import_module(f"{__package__}.{LANGUAGES[language]}")


def _enter(names: Names, book: str, line: str) -> None:
    parts = [part.strip().split(", ") for part in line.split("|")]
    if len(parts) == 1:
        names.to_set[book] = dict.fromkeys(_CONFESSIONS, parts[0][0])
        whose: tuple[Confession | None, ...] = (None,)
    else:
        names.to_set[book] = {one: part[0] for one, part in zip(_CONFESSIONS, parts, strict=False)}
        whose = (*_CONFESSIONS, None)
    for confession, part in zip(whose, parts, strict=True):
        for name in part:
            if name:
                # What `plain` makes of it, sooner: data have volumes in figures.
                key = name.casefold().replace(" ", "").replace(".", "")
                names.by_name[key] = Named(book, confession, name)


def _enter_unaccented(names: Names, name: str, named: Named) -> None:
    """Enter how a name with accents is typed without: `Roemer` and `Esaïe` may stay so."""
    usual = Named(named.book, named.confession)
    names.by_name.setdefault(name.translate(_UMLAUTS), usual)
    names.by_name.setdefault(_unaccented(name[0]) + name[1:], usual)
    names.by_name.setdefault(_unaccented(name), named)


def _unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
