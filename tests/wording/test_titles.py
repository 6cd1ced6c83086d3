"""A title with a date in it goes on to the next bulletin's date."""

from datetime import date

import pytest

from printkit.wording.titles import title_for

LAST, NEXT = date(2019, 1, 28), date(2019, 2, 4)


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Prayer Requests, 28 January 2019", "en", "Prayer Requests, 4 February 2019"),
        ("Prayer Requests for January 28, 2019", "en-US", "Prayer Requests for February 4, 2019"),
        ("January 28th: pray!", "en", "February 4th: pray!"),
        ("Gebet am 28. Januar 2019", "de", "Gebet am 4. Februar 2019"),
        ("Gebet 28.01.2019", "de-CH", "Gebet 04.02.2019"),
        ("Prière du 28 janvier 2019", "fr-CA", "Prière du 4 février 2019"),
        ("Pray 2019-01-28", "nl", "Pray 2019-02-04"),
        ("Pray 01/28/2019", "en", "Pray 02/04/2019"),
        ("Pray 28/01/2019", "en", "Pray 04/02/2019"),
        ("Pray, January 2019", "en", "Pray, February 2019"),
        ("Sala 28 January 2019", "tlh", "Sala 4 February 2019"),
    ],
)
def test_the_date_is_written_as_the_last_one_was(title, language, expected):
    """Words round it stay, and so does the way in which it is written."""
    assert title_for(title, language, LAST, NEXT) == expected


@pytest.mark.parametrize(
    "title", ["Prayer Requests", "Vision 2020", "Week 5", "8 January 2019", "128 January 2019x"]
)
def test_what_is_not_the_date_stays(title):
    """Other numbers, and other dates, are left as they are."""
    assert title_for(title, "en", LAST, NEXT) == title
