"""Which characters a text may have."""

import sys
import unicodedata

import pytest

from printkit.loading.characters import clean, describe, fault_of, is_blank, is_piled_up


def _message(character):
    fault = fault_of(character)
    return fault.message if fault else None


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "null character (U+0000)"),
        ("\x01", "control character (U+0001)"),
        ("\x1b", "escape (U+001B)"),
        ("\x7f", "delete (U+007F)"),
        ("\x9f", "control character (U+009F)"),
        ("\u2028", "line separator (U+2028)"),
        ("\u2029", "paragraph separator (U+2029)"),
        ("\u200c", "zero width non-joiner (U+200C)"),
        ("\u200d", "zero width joiner (U+200D)"),
        ("\u200e", "left-to-right mark (U+200E)"),
        ("\u200f", "right-to-left mark (U+200F)"),
        ("\u202a", "left-to-right embedding (U+202A)"),
        ("\u202e", "right-to-left override (U+202E)"),
        ("\u2066", "left-to-right isolate (U+2066)"),
        ("\u2069", "pop directional isolate (U+2069)"),
        ("\ud800", "lone surrogate (U+D800)"),
        ("\udfff", "lone surrogate (U+DFFF)"),
        ("\ufeff", "byte order mark (U+FEFF)"),
        ("\ufdd0", "noncharacter (U+FDD0)"),
        ("\uffff", "noncharacter (U+FFFF)"),
        ("\U0010ffff", "noncharacter (U+10FFFF)"),
    ],
)
def test_what_is_refused_is_named(character, name):
    """A character that cannot be seen is named, with its code point."""
    assert describe(character) == name
    assert _message(character) == f"{name} is not allowed"


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("א", "Hebrew"),
        ("م", "Arabic"),
        ("ܐ", "Syriac"),
        ("ก", "Thai"),
        ("ກ", "Lao"),
        ("ក", "Khmer"),
        ("က", "Myanmar"),
        ("अ", "Devanagari"),
        ("অ", "Bengali"),
        ("த", "Tamil"),
        ("ཀ", "Tibetan"),
        ("\ufb4b", "Hebrew"),
        ("\ufefc", "Arabic"),
        ("\U0001e900", "a script that runs from right to left"),
    ],
)
def test_scripts_that_need_more_than_glyphs_in_a_row(character, script):
    """A script that must be joined, stacked, reordered or reversed is refused by its name."""
    assert _message(character) == f"{script} is not supported yet"


@pytest.mark.parametrize("character", list("aß’ ΩЯĳ…—«»\u00a0\u202f\u00ad\u200b\u2011ა한語🙏\n\t"))
def test_other_characters_are_left_to_the_fonts(character):
    """No-break spaces, places to break, and other scripts are no faults."""
    assert fault_of(character) is None


def test_every_letter_of_a_right_to_left_script_is_refused():
    """No such letter would be drawn in the right order."""
    letters = map(chr, range(sys.maxunicode + 1))
    backwards = (letter for letter in letters if unicodedata.bidirectional(letter) in {"R", "AL"})
    assert all(fault_of(letter) for letter in backwards)


@pytest.mark.parametrize("text", ["", " ", "\u00a0\u202f\u2003", "\u00ad\u200b", "\n\t \u2060"])
def test_blank_texts(text):
    """A text of which nothing would be seen is blank."""
    assert is_blank(text)


def test_what_can_be_seen_is_not_blank():
    """A refused character is told as such, not as an empty text."""
    assert not is_blank("\u00ad.")
    assert not is_blank("\u202e")


def test_marks_that_pile_up():
    """Thirty marks on a letter are the most."""
    assert not is_piled_up("a" + "\u0301" * 30)
    assert is_piled_up("a" + "\u0301\u0323" * 16)


def test_cleaning_twice_changes_nothing():
    """The form in which a text is kept is stable."""
    text = " a \t b\u00a0 \n \n c\u0301\u0323 \u1e9b\u0323\n\u00ad\n\n"
    assert clean(clean(text)) == clean(text)
