"""Titles with a date in them, such as `Prayer Requests, 14 January 2019`."""

import re
from collections.abc import Iterator
from datetime import date

from printkit.wording.tags import tag_of

# Ways to write a date, as CLDR's patterns (UTS 35, part 4); the whole ones are tried first.
_FORMS = (
    *("d MMMM y", "d. MMMM y", "d'th' MMMM y", "MMMM d, y", "MMMM d'th', y", "MMMM d y"),
    *("d MMM y", "d. MMM y", "MMM d, y", "MMM d y"),
    *("y-MM-dd", "dd.MM.y", "d.M.y", "dd/MM/y", "MM/dd/y", "d/M/y", "M/d/y", "dd-MM-y", "d-M-y"),
    *("dd.MM.yy", "dd/MM/yy", "MM/dd/yy"),
    *("d MMMM", "d. MMMM", "d'th' MMMM", "MMMM d'th'", "MMMM d", "MMMM y"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def title_for(title: str, language: str, before: date, day: date) -> str:
    """Give the title with the day in place of the date before, written in the same way."""
    ways = zip(_written(before, language), _written(day, language), strict=True)
    for old, new in ways:
        found = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", title)
        if found:
            head, tail = title[: found.start()], title[found.end() :]
            return title if _is_of_more(head, tail) else head + new + tail
    return title


def _is_of_more(head: str, tail: str) -> bool:
    """Whether numbers stand beside a date, so that it is a part of another one."""
    return bool(re.search(r"\d\w*\W*$", head) or re.match(r"[\s,.]*\d", tail))


def _written(day: date, language: str) -> Iterator[str]:
    """Give the day in all the ways that are known, with the names of its language or of English."""
    from babel.dates import format_date  # noqa: PLC0415 - Babel is loaded only where it is needed
    from babel.localedata import exists  # noqa: PLC0415 - as above

    own = tag_of(language).language
    for form in _FORMS:
        ordinal = form.replace("'th'", f"'{_ENDINGS.get(day.day, 'th')}'")
        for locale in (own if exists(own) else "en", "en"):
            yield format_date(day, ordinal, locale)
