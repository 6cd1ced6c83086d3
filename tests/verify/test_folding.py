"""Folding takes away what setting a text may change, and no more."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from printkit.verify.comparing import same
from printkit.verify.folding import folded, numbers_and_names
from printkit.wording.setting import set_text

TEXTS = st.text(
    alphabet=st.sampled_from("aé9 \"'“’„«»;:!?.,(—-‐\n\r\u00a0\u202f\u00ad\u200b\ufffe\u0301")
) | st.text(alphabet=st.characters(codec="utf-8"))
LANGUAGES = st.sampled_from(["en", "fr", "fr-CA", "de"])


@given(TEXTS, LANGUAGES)
def test_folding_twice_is_folding_once(text, language):
    """What is folded away does not come back."""
    once = folded(text, language)
    assert folded(once, language) == once


@given(TEXTS, LANGUAGES)
def test_setting_a_text_is_folded_away(text, language):
    """Whatever the wording does to a text, it still reads as its author wrote it."""
    assert same(text, set_text(text, language), language)


@given(TEXTS, st.data(), LANGUAGES)
def test_a_changed_letter_is_always_seen(text, data, language):
    """No two texts that differ in a letter or digit fold to the same."""
    text = unicodedata.normalize("NFC", text)
    places = [index for index, sign in enumerate(text) if sign.isalnum()]
    assume(places)
    index = data.draw(st.sampled_from(places))
    other = data.draw(st.characters(codec="utf-8", categories=["L", "Nd"]))
    changed = unicodedata.normalize("NFC", text[:index] + other + text[index + 1 :])
    assume(changed != text)
    assert not same(text, changed, language)


@given(TEXTS, st.data(), LANGUAGES)
def test_a_lost_or_repeated_letter_is_always_seen(text, data, language):
    """Every letter counts once."""
    places = [index for index, sign in enumerate(text) if sign.isalnum()]
    assume(places)
    index = data.draw(st.sampled_from(places))
    assert not same(text, text[:index] + text[index + 1 :], language)
    assert not same(text, text[:index] + text[index] + text[index:], language)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a  b\tc", "a b c"),
        ("a\u00a0b", "a b"),
        ("far\u00adther", "farther"),
        ("ex\u200bample", "ex\r\nample"),
        ('"it\'s"', "“it’s”"),
        ("„so ‚or‘ so“", "»so ›or‹ so«"),
        ("high-ranking", "high-\r\nranking"),
        ("high-ranking", "high\uffferanking"),
        ("ranking", "ran\ufffeking"),
        ("ranking", "ran-\r\nking"),
        ("a — b", "a —\r\nb"),
        ("a—b", "a—\r\nb"),
        ("two- and three", "two-\r\nand three"),
        ("Kenya\u0301", "Kenyá"),
    ],
)
def test_what_may_differ_is_the_same(typed, found):
    """Blanks, invisible signs, quotation marks, hyphens and line ends are folded away."""
    assert same(typed, found, "en")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("a b", "ab"),
        ("ab", "a b"),
        ("can't", "cant"),
        ("a – b", "a - b"),
        ("so", '"so"'),
        ("Go!", "Go !"),
        ("5:15", "5.15"),
        ("Ab", "ab"),
        ("a.", "a"),
    ],
)
def test_what_may_not_differ_is_seen(typed, found):
    """Words, capitals, dashes and stops stay, and so does the number of quotation marks."""
    assert not same(typed, found, "en")


def test_french_blanks_may_differ_in_french_alone():
    """Blanks before high signs and inside guillemets are the language's own affair."""
    assert same('Il dit: "Va!"', "Il dit\u00a0: «\u00a0Va\u202f!\u00a0»", "fr-CA")
    assert not same('Il dit: "Va!"', "Il dit\u00a0: «\u00a0Va\u202f!\u00a0»", "en")


def test_a_reference_is_its_words_and_numbers():
    """Signs between them are a matter of style."""
    assert numbers_and_names("1. Mose 5,15–16") == ("1", "Mose", "5", "15", "16")


def test_a_ligature_that_was_typed_is_its_letters():
    """Readers give back the letters of U+FB00 to U+FB06, whatever was typed."""
    assert folded("The \ufb02ower and the o\ufb00ice") == folded("The flower and the office")
