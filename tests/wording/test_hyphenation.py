"""Words are divided as their language divides them, or as a layout lists them."""

from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.wording.hyphenation import dictionary_for, fewest_letters, patterns_of
from printkit.wording.liang import (
    OtherScripts,
    PatternHyphenator,
    exceptions_for,
    has_own_script,
    with_exceptions,
)

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
    fewest = {name: fewest_letters(name) for name in LANGUAGES}
    return {
        name: (
            PatternHyphenator(patterns_of(name)),
            pyphen.Pyphen(lang=name, left=before, right=after),
        )
        for name, (before, after) in fewest.items()
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
        ("de_DE", "Donaudampfschifffahrt", "Do-nau-dampf-schiff-fahrt"),
        ("de_DE", "Gebetsanliegen", "Ge-bets-an-lie-gen"),
        ("de_DE", "MENSCHENHANDEL", "MEN-SCHEN-HAN-DEL"),
        ("fr", "gouvernement", "gou-ver-ne-ment"),
        ("nl_NL", "gevangenisstraf", "ge-van-ge-nis-straf"),
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
    """With the language's fewest letters on each side."""
    ours, theirs = hyphenators[language]
    before, after = fewest_letters(language)
    found = ours.positions(word)
    assert found == tuple(map(int, theirs.positions(word)))
    assert all(before <= place <= len(word) - after for place in found)
    assert list(found) == sorted(set(found))


@pytest.mark.parametrize("word", ["", "a", "over", "oder"])
def test_short_words_stay_whole(hyphenators, word):
    """Two letters must stay, and three go on."""
    for ours, _ in hyphenators.values():
        assert ours.positions(word) == ()


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en_US", "release", "re-lease"),
        ("en_GB", "release", "release"),
        ("de_DE", "Elisabeth", "Eli-sa-beth"),
        ("de_DE", "geben", "ge-ben"),
        ("fr", "enfants", "en-fants"),
        ("nl_NL", "gebed", "ge-bed"),
        ("en_US", "nearly", "nearly"),
    ],
)
def test_two_letters_may_stay_but_three_go_on(hyphenators, language, word, expected):
    """Britons, who are stricter, leave three as well."""
    assert divided(hyphenators[language][0], word) == expected


@pytest.fixture(scope="session")
def listed(hyphenators):
    """Give American English with four exceptions."""
    words = ("min-is-tries", "Ebenezer", "pro-secu-tors", "o'clo-ck")
    return with_exceptions(hyphenators["en_US"][0], words)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ministries", "min-is-tries"),
        ("Ministries", "Min-is-tries"),
        ("MINISTRIES", "MIN-IS-TRIES"),
        ("ebenezer", "ebenezer"),
        ("prosecutors", "pro-secu-tors"),
        ("prosecutor", "pros-e-cu-tor"),
        ("clock", "clo-ck"),
        ("photography", "pho-tog-ra-phy"),
    ],
)
def test_a_listed_word_is_divided_as_it_is_listed(listed, word, expected):
    """In any capitalisation and nowhere else; its other forms and all other words by patterns."""
    assert divided(listed, word) == expected


def test_a_language_without_patterns_divides_listed_words():
    """And no others."""
    listed = with_exceptions(None, ["Ha-ki-mu"])
    assert divided(listed, "hakimu") == "ha-ki-mu"
    assert divided(listed, "mahakama") == "mahakama"


@given(parts=st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1, max_size=5))
def test_hyphens_in_a_listed_word_are_its_places(parts):
    """All of them, and only they."""
    hyphenator = with_exceptions(None, ["-".join(parts)])
    assert divided(hyphenator, "".join(parts).upper()) == "-".join(parts).upper()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {"min-is-tries", "rec-ord"}),
        ("en-US", {"min-is-tries", "rec-ord"}),
        ("en-GB", {"min-is-tries", "re-cord", "or-gan"}),
        ("en_GB", {"min-is-tries", "re-cord", "or-gan"}),
        ("sr-Latn-RS", {"re-cept"}),
        ("de", set()),
    ],
)
def test_exceptions_of_a_language_hold_in_its_countries(language, expected):
    """Where both list a word, the country's own holds."""
    exceptions = {
        "en-GB": ("re-cord", "or-gan"),
        "en": ("min-is-tries", "rec-ord"),
        "sr-Latn": ("re-cept",),
    }
    assert set(exceptions_for(exceptions, language)) == expected


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


def test_words_in_another_script_are_divided_by_its_own_patterns(hyphenators):
    """A Russian or Greek name in an English text: pyphen's English knows no such letters."""
    english = hyphenators["en_US"][0]
    russian, greek = hyphenators["ru_RU"][0], hyphenators["el_GR"][0]
    both = OtherScripts(english, {"ru": russian, "el": greek}.get)
    for word, own in (("ministries", english), ("Александровне", russian), ("Παπαδόπουλος", greek)):
        assert both.positions(word) == own.positions(word) != ()
    assert both.positions("أهلاوسهلا") == ()
    assert both.positions("") == ()


def test_languages_in_greek_and_cyrillic_need_no_help():
    """Their own patterns decide."""
    assert has_own_script("uk")
    assert has_own_script("el-GR")
    assert not has_own_script("en-GB")
