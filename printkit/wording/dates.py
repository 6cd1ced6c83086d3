"""A bulletin's date as its language writes it."""

from datetime import date

from printkit.wording.fixed import fixed_words, has_fixed_words
from printkit.wording.locales import LocaleTable


def long_date(day: date, table: LocaleTable) -> str:
    """Give the date in the locale's long form (`14 January 2019`), ISO 8601 where CLDR has none."""
    if not table.dates:
        return day.isoformat()
    number = fixed_words(table.locale).first if day.day == 1 else ""
    form = table.dates[day.month - 1]
    if number:
        return form.replace("{day}", number).format(year=day.year)
    return form.format(day=day.day, year=day.year)


def week_line(day: date, table: LocaleTable) -> str:
    """Give the line under the title (`Week of 14 January 2019`), else the date alone."""
    written = long_date(day, table)
    if not has_fixed_words(table.locale):
        return written
    return fixed_words(table.locale).week.format(date=written)
