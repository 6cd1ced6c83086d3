"""Which CLDR locale an edition is set in, and what CLDR knows of its dates.

Only these two functions ask Babel; what they give is plain and can be kept between runs.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from printkit.wording.tags import Tag, tag_of

if TYPE_CHECKING:
    from babel import Locale

_FIELD = re.compile(r"%\((\w+)\)s")
_NUMBERS = {"d": "{day}", "dd": "{day:02}", "y": "{year}", "yyyy": "{year}"}
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class LocaleTable:
    """What a locale's dates look like.

    `dates` holds the long form for each month, January first, with `{day}` and `{year}` in the
    places of the numbers (CLDR's `dateFormatLength` long). It is empty for a language that CLDR
    does not have.
    """

    locale: str
    dates: tuple[str, ...]


def locale_for(language: str, office_language: str) -> str:
    """Give the language that is set with the office's country where CLDR has that pair.

    Else the language as it is tagged, else without its region.
    """
    from babel.localedata import exists  # noqa: PLC0415 - Babel is loaded only where it is needed

    tag, country = tag_of(language), tag_of(office_language).region
    wanted = (
        Tag(tag.language, tag.script, country),
        tag,
        Tag(tag.language, "", tag.region),
        Tag(tag.language, tag.script),
        Tag(tag.language),
    )
    return next((str(locale) for locale in wanted if exists(str(locale))), str(tag))


def locale_table(locale: str) -> LocaleTable:
    """Give the locale's dates; slow, since Babel is loaded and CLDR's data with it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above
    from babel.dates import parse_pattern  # noqa: PLC0415 - as above

    try:
        known = Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return LocaleTable(locale, ())
    pattern = str(parse_pattern(known.date_formats["long"].pattern).format)
    return LocaleTable(locale, tuple(_date_form(pattern, month, known) for month in _MONTHS))


def _date_form(pattern: str, month: int, locale: "Locale") -> str:
    from babel.dates import DateTimeFormat  # noqa: PLC0415 - as above

    fields = DateTimeFormat(date(2000, month, 1), locale)
    escaped = pattern.replace("{", "{{").replace("}", "}}").replace("%%", "%")
    return _FIELD.sub(lambda name: _NUMBERS.get(name[1]) or str(fields[name[1]]), escaped)
