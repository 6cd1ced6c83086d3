"""Verses that Bibles number differently are warned of, and never renumbered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.errors import Place
from printkit.model.bulletin import Text
from printkit.wording.books.verses import titles, verses
from printkit.wording.numbering import numbering_warnings
from printkit.wording.references import render_reference

PLACE = Place("bulletins/2019-01-14.de.yaml", 5, 14)


def hint(typed, language, confession=None, original=None):
    """Give the hint of the one warning, None where there is none."""
    found = numbering_warnings(Text(typed, PLACE), language, confession, original)
    assert len(found) <= 1
    return found[0].hint if found else None


def test_the_warning_says_what_and_where():
    """It stands at the reference, and its hint says both numbers."""
    (warning,) = numbering_warnings(Text("Malachi 4:2", PLACE), "de-DE", "protestant")
    assert warning.place == PLACE
    assert warning.message == "`Malachi 4:2` may have other numbers in German Bibles"
    assert warning.hint == (
        "4:1–6 in English is 3:19–24 where Bibles follow the Hebrew: "
        "type the reference as the Bible that is read has it"
    )
    assert render_reference("Malachi 4:2", "de") == "Maleachi\u00a04,2"


@pytest.mark.parametrize(
    ("typed", "language", "told"),
    [
        ("Zechariah 2:5", "de", "2:1–13 in English is 2:5–17"),
        ("Isaiah 9:6", "nl", "9:2–21 in English is 9:1–20"),
        ("Isaiah 9:6", "fr", "9:2–21 in English is 9:1–20"),
        ("Jonah 1:17-2:3", "de", "1:17 in English is 2:1"),
        ("Micah 5", "de", "5:1 in English is 4:14"),
        ("Song of Songs 6-7", "de", "6:13 in English is 7:1"),
        ("Maleachi 3,23", "en", "4:1–6 in English is 3:19–24"),
        ("Genèse 32:1", "de", "31:55 in English is 32:1"),
        ("Nehemiah 9:36ff", "de", "9:38 in English is 10:1"),
        ("Psalms 51:10", "de", "count the title of this psalm as verses 1 and 2"),
        ("Psaume 22:2", "en", "count the title of this psalm as verse 1"),
        ("Tobit 4:15", "en", None),
        ("Tobie 4:15", "de", "translate this book from different texts"),
    ],
)
def test_a_carried_reference_is_warned_of(typed, language, told):
    """Where the Bibles of the two languages may differ in these very verses."""
    found = hint(typed, language)
    assert told in (found or "") if told else found is None


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("Matthew 5:5", "de"),
        ("Job 5:15-16", "de"),
        ("Isaiah 1:17", "de"),
        ("Isaiah 8:22", "de"),
        ("Zechariah 1:17", "de"),
        ("Nehemiah 9:36f", "de"),
        ("Psalms 51", "de"),
        ("Psalms 23:1", "de"),
        ("Psalms 13:6", "de"),
        ("Malachi 4:2", "en"),
        ("Maleachi 3,23", "de"),
        ("Enoch 1:9", "de"),
        ("Malachi 4:2", "pl"),
        ("as it stands", "de"),
    ],
)
def test_what_all_number_alike_is_not_warned_of(typed, language):
    """And nothing that is not carried or not known."""
    assert hint(typed, language) is None


def test_the_originals_numbers_in_a_translation_are_warned_of():
    """`Psalm 51:1` is the same name in German, but another verse: the original gives it away."""
    english = ("Psalm 51:1", "en")
    assert "verses 1 and 2" in hint("Psalm 51:1", "de", None, english)
    assert "verses 1 and 2" in hint("Psalm 51:1", "nl", None, english)
    assert hint("Psalm 51,3", "de", None, english) is None
    assert hint("Psalm 51:1", "de") is None
    assert hint("Psalm 51:1", "de", None, ("Psalm 51:1", "de-AT")) is None
    assert "32:2–33" in hint("Genesis 32:1", "de", "protestant", ("Gen. 32:1", "en"))


def test_where_a_languages_bibles_differ_the_author_is_trusted():
    """Segond has Joel 2:28 where the TOB has 3:1, so the same numbers may be right in French."""
    original = ("Joel 2:28", "en")
    assert hint("Joël 2:28", "fr", None, original) is None
    assert "2:28–32" in hint("Joel 2,28", "de", None, original)


def test_the_french_liturgy_counts_psalms_one_lower():
    """A Catholic office's readers are told of it; others are not."""
    assert "23 as 22" in hint("Psalms 23", "fr", "catholic")
    assert hint("Psalms 23", "fr", "protestant") is None
    assert hint("Psalms 8", "fr", "catholic") is None


def test_confessions_that_count_differently_are_warned_of():
    """Luther's Tobias follows the Latin, the Einheitsübersetzung's Tobit the Greek."""
    assert "different texts" in hint("Tobit 4,15", "de", "protestant")
    assert hint("Ijob 41,1", "de", "protestant") is None


@given(
    st.sampled_from(["Psalm ", "Joel ", "Micha ", "Tobit ", "1. Mose "]),
    st.text(alphabet=st.sampled_from("0123456789:,;.-–abff ")),
    st.sampled_from(["en", "de", "fr", "nl"]),
)
def test_any_numbers_are_looked_at(book, numbers, language):
    """However odd, they give one warning or none."""
    original = (book + numbers, "en" if language == "de" else "de")
    assert len(numbering_warnings(Text(book + numbers, PLACE), language, None, original)) <= 1


def test_the_tables_count_the_same_verses_on_both_sides():
    """Each stretch is as long in English as in the Hebrew, and lies within one chapter."""
    for pairs in verses().values():
        for english, hebrew in pairs:
            assert english.last - english.first == hebrew.last - hebrew.first
    assert set(titles().values()) == {1, 2}
    assert all(1 <= psalm <= 150 for psalm in titles())
