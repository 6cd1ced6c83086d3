"""The locale is the language that is set with the office's country, where CLDR has that pair."""

import subprocess
import sys
from datetime import date

import pytest

from printkit.wording.dates import long_date, week_line
from printkit.wording.locales import LocaleTable, locale_for, locale_table

TABLE = LocaleTable("en_GB", ("{day} January {year}",) * 12)


@pytest.mark.parametrize(
    ("language", "office", "locale"),
    [
        ("en", "de-DE", "en_DE"),
        ("nl", "en-US", "nl"),
        ("fr", "fr-CA", "fr_CA"),
        ("fr-CA", "en-US", "fr_CA"),
        ("de", "de-DE", "de_DE"),
        ("de", "en-GB", "de"),
        ("zh-Hant", "en-HK", "zh_Hant_HK"),
        ("en-x-local", "en-AU", "en_AU"),
        ("en", "en", "en"),
        ("tlh", "de-DE", "tlh"),
    ],
)
def test_the_office_lends_its_country(language, office, locale):
    """A pair that CLDR lacks leaves the language as it is tagged."""
    assert locale_for(language, office) == locale


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en_US", "Week of January 14, 2019"),
        ("en_CA", "Week of January 14, 2019"),
        ("en_GB", "Week of 14 January 2019"),
        ("en_AU", "Week of 14 January 2019"),
        ("en_DE", "Week of 14 January 2019"),
        ("de_DE", "Woche vom 14. Januar 2019"),
        ("de_AT", "Woche vom 14. Jänner 2019"),
        ("fr", "Semaine du 14 janvier 2019"),
        ("fr_CA", "Semaine du 14 janvier 2019"),
        ("nl_NL", "Week van 14 januari 2019"),
        ("es", "14 de enero de 2019"),
        ("fi", "14. tammikuuta 2019"),
        ("hu", "2019. január 14."),
        ("bg", "14 януари 2019\u202fг."),
        ("zh_Hant_HK", "2019年1月14日"),
        ("tlh", "2019-01-14"),
    ],
)
def test_the_week_in_each_language(locale, expected):
    """Languages without fixed words have the date alone."""
    assert week_line(date(2019, 1, 14), locale_table(locale)) == expected


def test_the_first_of_a_month_is_an_ordinal_in_french():
    """French writes `1er` on the first day, and numbers on all others."""
    assert long_date(date(2019, 2, 1), locale_table("fr_CA")) == "1er février 2019"


def test_a_table_is_enough_for_a_date():
    """Nothing but the table is needed, so Babel is not loaded."""
    code = (
        "import sys, datetime\n"
        "from printkit.wording.dates import week_line\n"
        "from printkit.wording.locales import LocaleTable\n"
        "import printkit.wording.editions\n"
        f"table = LocaleTable({TABLE.locale!r}, {TABLE.dates!r})\n"
        "assert week_line(datetime.date(2019, 1, 7), table) == 'Week of 7 January 2019'\n"
        "assert 'babel' not in sys.modules\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
