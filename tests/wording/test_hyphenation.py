"""Words are divided as their language divides them, by the patterns that pyphen carries."""

from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.wording.hyphenation import dictionary_for, patterns_of
from printkit.wording.liang import PatternHyphenator

LANGUAGES = ("en_US", "en_GB", "de_DE", "fr", "nl_NL", "es", "pt_BR", "ru_RU", "el_GR")
WORDS = (
    *("prosecutors", "children", "justice", "traffickers", "photography", "organization"),
    *("Strafverfolgungsbehörden", "Überlebende", "Gebetsanliegen", "Donaudampfschifffahrt"),
    *("l’organisation", "gouvernement", "gevangenisstraf", "independencia", "liberdade"),
    *("правосудие", "δικαιοσύνη"),
)
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßéèçñABCSTÄ’"


@pytest.fixture(scope="session")
def hyphenators():
    """Give for each language our hyphenator and pyphen's own with the same minima."""
    return {
        name: (PatternHyphenator(patterns_of(name)), pyphen.Pyphen(lang=name, left=3, right=3))
        for name in LANGUAGES
    }


def divided(hyphenator: PatternHyphenator, word: str) -> str:
    places = (0, *hyphenator.positions(word), len(word))
    return "-".join(word[start:stop] for start, stop in pairwise(places))


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en_US", "prosecutors", "pros-e-cu-tors"),
        ("en_GB", "prosecutors", "pro-sec-utors"),
        ("en_US", "photography", "pho-tog-ra-phy"),
        ("en_GB", "photography", "pho-to-graphy"),
        ("de_DE", "Strafverfolgungsbehörden", "Straf-ver-fol-gungs-be-hör-den"),
        ("de_DE", "Donaudampfschifffahrt", "Donau-dampf-schiff-fahrt"),
        ("de_DE", "Gebetsanliegen", "Gebets-an-lie-gen"),
        ("de_DE", "MENSCHENHANDEL", "MEN-SCHEN-HAN-DEL"),
        ("fr", "gouvernement", "gou-ver-ne-ment"),
        ("nl_NL", "gevangenisstraf", "gevan-ge-nis-straf"),
    ],
)
def test_each_language_divides_its_own_way(hyphenators, language, word, expected):
    """Americans by sound, Britons by sense, Germans between the parts of a compound."""
    assert divided(hyphenators[language][0], word) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_divided_where_pyphen_divides_them(hyphenators, language):
    """Our reading of its patterns gives its positions."""
    ours, theirs = hyphenators[language]
    for word in WORDS:
        assert ours.positions(word) == tuple(map(int, theirs.positions(word)))


@given(
    language=st.sampled_from(LANGUAGES),
    word=st.text(alphabet=st.sampled_from(LETTERS), max_size=24),
)
def test_any_letters_are_divided_where_pyphen_divides_them(hyphenators, language, word):
    """With three letters at least on each side."""
    ours, theirs = hyphenators[language]
    found = ours.positions(word)
    assert found == tuple(map(int, theirs.positions(word)))
    assert all(3 <= place <= len(word) - 3 for place in found)
    assert list(found) == sorted(set(found))


@pytest.mark.parametrize("word", ["", "a", "over", "about"])
def test_short_words_stay_whole(hyphenators, word):
    """Three letters must stay, and three go on."""
    for ours, _ in hyphenators.values():
        assert ours.positions(word) == ()


def test_no_word_is_divided_where_its_spelling_would_change():
    """Hungarian writes `hosz-szú`, which a hyphen alone does not make of `hosszú`."""
    hungarian = PatternHyphenator(patterns_of("hu_HU"))
    assert divided(hungarian, "hosszú") == "hosszú"
    assert divided(hungarian, "hattyúval") == "hattyú-val"


@pytest.mark.parametrize(
    ("language", "dictionary"),
    [
        ("en", "en_US"),
        ("en-US", "en_US"),
        ("en-CA", "en_US"),
        ("en-GB", "en_GB"),
        ("en-AU", "en_GB"),
        ("en-NZ", "en_GB"),
        ("de-DE", "de_DE"),
        ("de-CH", "de_CH"),
        ("fr-CA", "fr"),
        ("pt-BR", "pt_BR"),
        ("sr-Latn", "sr_Latn"),
        ("es-MX", "es"),
    ],
)
def test_a_language_has_the_nearest_dictionary(language, dictionary):
    """Its country's, or its own."""
    assert dictionary_for(language) == dictionary


@pytest.mark.parametrize("language", ["xx", "ja", "tr", "vi", "zh-Hant"])
def test_a_language_without_patterns_has_none(language):
    """Its words are not divided."""
    assert dictionary_for(language) is None


def test_patterns_are_the_same_bytes_each_time():
    """So a cache that is made again is the same cache."""
    assert patterns_of("nl_NL") == patterns_of("nl_NL")
