"""XML written as strings holds every text, or refuses it."""

from xml.etree import ElementTree as ET

import pytest

from printkit.export.deck.markup import escaped, quoted

TEXT = "<b>R & D</b> \"x\" 'y' &amp; ]]> ễ 🙏 \u00a0 {{ }}"


def test_text_comes_back_as_it_was():
    """Nothing in a text is markup."""
    assert ET.fromstring(f"<t>{escaped(TEXT)}</t>").text == TEXT


def test_an_attribute_comes_back_as_it_was():
    """Quotation marks and line feeds are kept in an attribute."""
    text = f"{TEXT}\nsecond line"
    assert ET.fromstring(f"<t a={quoted(text)}/>").get("a") == text


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\n", "\r", "\ufffe", "\ud83d"])
def test_what_xml_cannot_hold_is_refused(character):
    """A character that no deck can hold is refused by its number, never dropped."""
    with pytest.raises(ValueError, match=f"{ord(character):04X}"):
        escaped(f"a{character}b")
