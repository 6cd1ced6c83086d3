"""Typewriter's marks become the language's, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.wording.setting import set_quotation, set_text

LANGUAGES = ["en", "de", "fr", "fr-CA", "fr_CH", "nl", "sv", "hu", "pl", "es", "ja", "tlh"]
TYPED = st.text(alphabet=st.sampled_from("aBs9 \"'“”‘’„«»;:!?.,(—-\n\u00a0\u202fé&/"))
ANY = st.text(alphabet=st.characters(codec="utf-8"))


def letters_and_digits(text):
    return [character for character in text if character.isalnum()]


@given(TYPED | ANY, st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(text, language):
    """A text that is set already stays as it is."""
    once = set_text(text, language)
    assert set_text(once, language) == once


@given(TYPED | ANY, st.sampled_from(LANGUAGES))
def test_no_letter_or_digit_changes(text, language):
    """Every letter and digit stays, in its order."""
    assert letters_and_digits(set_text(text, language)) == letters_and_digits(text)


@given(TYPED | ANY, st.sampled_from(LANGUAGES))
def test_paragraphs_are_set_each_by_itself(text, language):
    """A quotation left open does not reach into the next paragraph."""
    paragraphs = text.split("\n")
    assert set_text(text, language).split("\n") == [set_text(p, language) for p in paragraphs]


@given(st.text(alphabet=st.sampled_from("aB9 “”‘’„‚«»;:!?.,(—–-…\u00a0")))
def test_typed_marks_stay_in_languages_without_blanks_of_their_own(text):
    """What the author typed as such is not touched outside French."""
    assert set_text(text, "de") == text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "He says “so ‘or’ so”."),
        ("de", "He says „so ‚or‘ so“."),
        ("de-CH", "He says «so ‹or› so»."),
        ("fr", "He says «\u00a0so “or” so\u00a0»."),
        ("fr_CA", "He says «\u00a0so “or” so\u00a0»."),
        ("fr-CH", "He says «\u00a0so ‹or› so\u00a0»."),
        ("nl", "He says ‘so “or” so’."),
        ("es", "He says “so ‘or’ so”."),
        ("it", "He says «so “or” so»."),
        ("pt-BR", "He says “so ‘or’ so”."),
        ("pt-PT", "He says «so “or” so»."),
        ("pt-MZ", "He says «so “or” so»."),
        ("sv", "He says ”so ’or’ so”."),
        ("nb", "He says «so ‘or’ so»."),
        ("pl", "He says „so «or» so”."),
        ("hu", "He says „so »or« so”."),
        ("cs", "He says „so ‚or‘ so“."),
        ("ru", "He says «so „or“ so»."),
        ("zh-TW", "He says 「so 『or』 so」."),
        ("zh-Hant-HK", "He says 「so 『or』 so」."),
        ("zh", "He says “so ‘or’ so”."),
        ("tlh", "He says “so ‘or’ so”."),
    ],
)
def test_each_language_has_its_own_marks(language, expected):
    """Outer and inner marks are the language's, with its region where that differs."""
    assert set_text("He says \"so 'or' so\".", language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("don't", "don’t"),
        ("the boys' room", "the boys’ room"),
        ("Jesus' love", "Jesus’ love"),
        ("'Tis good", "’Tis good"),
        ("the '90s and the 1990's", "the ’90s and the 1990’s"),
        ("the summer of '69", "the summer of ’69"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'so' it's", "‘so’ it’s"),
        ('"I don\'t," he said.', "“I don’t,” he said."),
        ('("so")', "(“so”)"),
        ('he said—"go!"—and went', "he said—“go!”—and went"),
        ("\"'Go,' she said.\"", "“‘Go,’ she said.”"),
        ("\"He said 'go'\"", "“He said ‘go’”"),
        ('“he said "go" and left”', "“he said ‘go’ and left”"),
        ('"left open', "“left open"),
        ('closed only"', "closed only”"),
        ("he is 5'10\" tall", "he is 5'10\" tall"),
        ('"in 2016"', "“in 2016”"),
        ("O'Brien's", "O’Brien’s"),
    ],
)
def test_english_quotations_and_apostrophes(typed, expected):
    """Marks open and close by what stands beside them; feet and inches stay."""
    assert set_text(typed, "en") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("nl", "'s Avonds in 't huis", "’s Avonds in ’t huis"),
        ("nl", "collega's zeggen 'ja'", "collega’s zeggen ‘ja’"),
        ("de", "wie geht's? 'so'", "wie geht’s? ‚so‘"),
        ("af", "dit is 'n boek", "dit is ’n boek"),
        ("it", 'l\'"aiuto"', "l’«aiuto»"),
    ],
)
def test_words_that_lose_a_beginning_have_an_apostrophe(language, typed, expected):
    """A mark before a shortened word is no quotation mark."""
    assert set_text(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "france", "canada"),
    [
        ("Va !", "Va\u202f!", "Va!"),
        ("Va!", "Va\u202f!", "Va!"),
        ("oui\u00a0; non", "oui\u202f; non", "oui; non"),
        ("Vraiment ?!", "Vraiment\u202f?!", "Vraiment?!"),
        ("ainsi : oui", "ainsi\u00a0: oui", "ainsi\u00a0: oui"),
        ("ainsi: oui", "ainsi\u00a0: oui", "ainsi\u00a0: oui"),
        ("«ainsi»", "«\u00a0ainsi\u00a0»", "«\u00a0ainsi\u00a0»"),
        ("« ainsi »", "«\u00a0ainsi\u00a0»", "«\u00a0ainsi\u00a0»"),
        ('"ainsi !"', "«\u00a0ainsi\u202f!\u00a0»", "«\u00a0ainsi!\u00a0»"),
        ('" ainsi "', "«\u00a0ainsi\u00a0»", "«\u00a0ainsi\u00a0»"),
        ("« Va ! », dit-il", "«\u00a0Va\u202f!\u00a0», dit-il", "«\u00a0Va!\u00a0», dit-il"),
        ("(oui ?)", "(oui\u202f?)", "(oui?)"),
        ("l'aide", "l’aide", "l’aide"),
    ],
)
def test_french_blanks_do_not_break(typed, france, canada):
    """France has a narrow blank before high signs, Canada none; colon and guillemets have one."""
    assert set_text(typed, "fr") == france
    assert set_text(typed, "fr-CA") == canada


@pytest.mark.parametrize(
    "text",
    [
        "10:30",
        "Jean 5:15",
        "Jean 5: 15",
        "https://priere.example.org/?a=1;b=2",
        "(!)",
        "R&amp;D &amp; co",
    ],
)
def test_signs_inside_numbers_and_addresses_stay(text):
    """Times, references, web addresses and entities get no blanks."""
    assert set_text(text, "fr") == text


def test_a_quotation_in_a_quotation_has_the_inner_marks():
    """A text that will stand in quotation marks opens its own one level further in."""
    assert set_quotation('He said, "Go."', "en") == "He said, ‘Go.’"
    assert set_quotation('Er sprach: "Geh."', "de") == "Er sprach: ‚Geh.‘"
