"""Addresses are found where people type them, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.model.addresses import addresses_in, may_hold_address

FOUND = {
    "pray.example.org/us": "https://pray.example.org/us",
    "example.org": "https://example.org",
    "www.example.museum": "https://www.example.museum",
    "example.museum/prayer": "https://example.museum/prayer",
    "example.com.au": "https://example.com.au",
    "4you.example.org:8080/a?b=c#d": "https://4you.example.org:8080/a?b=c#d",
    "gebet.büro.de/für": "https://gebet.büro.de/für",
    "http://example.org": "http://example.org",
    "HTTPS://Example.org/A": "https://Example.org/A",
    "https://example.org/a?week=03&year=2019;x=1": "https://example.org/a?week=03&year=2019;x=1",
    "https://example.org/a_(b)": "https://example.org/a_(b)",
    "https://localhost/a": "https://localhost/a",
    "office@example.org": "mailto:office@example.org",
    "first.last+prayer@mail.example.museum": "mailto:first.last+prayer@mail.example.museum",
}
AROUND = (
    "{}",
    "See {} for more.",
    "See {}.",
    "Do you know {}?",
    "({})",
    "(see {}).",
    "“{}”",
    "« {} »",
    "{}, {}; {}…",
    "Web: {}",
    "Web:{}",
    "{}\u00a0!",
    "{}—or by letter",
    "'{}'",
    "*{}*",
)
NONE = (
    "",
    "Pray for all.",
    "At 5:15 p.m., i.e. z. B. 3.5 or 12.30 or 10.kg, 5.000 km",
    "and/or, 24/7, 2019/01/14",
    "notes.docx and Ph.D., Isaiah 1:17; U.S. courts",
    "@home, a@b, me@home, #prayer",
    "ftp://files.example.org/a and file:///etc/hosts",
    "http:// and https://",
    "...and so on",
)


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("typed", "target"), FOUND.items())
def test_an_address_is_found_without_the_signs_around_it(typed, target, around):
    """Its target has a scheme, which is added where none was typed."""
    text = around.replace("{}", typed)
    found = list(addresses_in(text))
    assert [text[one.start : one.stop] for one in found] == [typed] * around.count("{}")
    assert {one.target for one in found} == {target}
    assert may_hold_address(text)


@pytest.mark.parametrize("text", NONE)
def test_nothing_else_is_one(text):
    """Abbreviations, times, fractions, file names, and addresses of other kinds."""
    assert list(addresses_in(text)) == []


def test_a_lost_blank_makes_no_address_of_two_words():
    """Where the second is no ending that names are known by."""
    assert list(addresses_in("Thank God for him.Pray for them.and again.")) == []


def test_places_to_break_hide_no_address():
    """A text is looked at closely wherever they stand."""
    assert may_hold_address("example.\u200borg")
    assert not may_hold_address("Pray. And again. Or not; 24 / 7 @ home.")


@given(st.text("ab.:/@()-+&' \u00a0hwtps1", max_size=60))
def test_every_target_is_an_address_of_the_web_or_of_mail(text):
    """And it stands in the text, in order."""
    at = 0
    for one in addresses_in(text):
        assert at <= one.start < one.stop
        at = one.stop
        assert one.target.startswith(("https://", "http://", "mailto:"))
        assert one.target.endswith(text[one.start : one.stop].partition(":")[2])
        assert may_hold_address(text)


@pytest.mark.parametrize("part", ["a.", "a@", "a.a@", "+a", "(", "a)", "http://", "a-", "www."])
def test_no_text_takes_long(part):
    """However often it begins anew."""
    assert isinstance(list(addresses_in(part * 3000)), list)
