"""Lines that are a date, as people write them in English, German, French and Dutch."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

_LANGUAGES = ("en", "de", "fr", "nl")
_WORDS_BEFORE = frozenset(
    ("for", "the", "week", "of", "woche", "vom", "am", "semaine", "du", "le", "van", "de", "den")
)
_LONGEST = 60
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
_SLASHED = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?P<name>[^\W\d]+)\.?,?\s(?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[^\W\d]+)\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>\d{4})"
)
_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that is a date; `day` is None where the line can be read in two ways."""

    day: date | None


def date_line(text: str) -> DateLine | None:
    """Give the date that the whole line is, weekday and `Week of` allowed before it."""
    if len(text) > _LONGEST:
        return None
    words = text.rstrip(".").split(" ")
    for start in range(len(words)):
        found = _date(" ".join(words[start:]))
        if found:
            return found
        if words[start].strip(",.").casefold() not in _words_before():
            return None
    return None


def _date(text: str) -> DateLine | None:
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed(int(slashed["first"]), int(slashed["second"]), int(slashed["year"]))
    for pattern in (_YEAR_FIRST, _DOTTED):
        found = pattern.fullmatch(text)
        if found:
            return _checked(int(found["year"]), int(found["month"]), int(found["day"]))
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = pattern.fullmatch(text)
        month = _months().get(found["name"].casefold()) if found else None
        if found and month:
            return _checked(int(found["year"]), month, int(found["day"]))
    return None


def _slashed(first: int, second: int, year: int) -> DateLine | None:
    """Give a date of slashes: the month comes first in America, the day elsewhere."""
    if first > _MONTHS_IN_A_YEAR:
        return _checked(year, second, first)
    if second > _MONTHS_IN_A_YEAR:
        return _checked(year, first, second)
    return DateLine(date(year, first, second) if first == second else None)


def _checked(year: int, month: int, day: int) -> DateLine | None:
    try:
        return DateLine(date(year, month, day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Give the months' numbers by their names (CLDR)."""
    return {
        name.rstrip(".").casefold(): number
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in Locale(language).months["format"][width].items()
    }


@cache
def _words_before() -> frozenset[str]:
    days = {
        name.rstrip(".").casefold()
        for language in _LANGUAGES
        for name in Locale(language).days["format"]["wide"].values()
    }
    return _WORDS_BEFORE | days
