"""References are written as the language writes them, or left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.wording.references import render_reference, rendered

BLANK = "\u00a0"
CONFESSIONS = (None, "protestant", "catholic")


@pytest.mark.parametrize(
    "typed", ["Job 5:15-16", "Job 5:15–16", "Job 5,15–16", "Job 5.15-16", "Job  5 : 15 - 16"]
)
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en_US", "Job\u00a05:15–16"),
        ("de_DE", "Hiob\u00a05,15–16"),
        ("fr", "Job\u00a05:15-16"),
        ("fr-CA", "Job\u00a05:15-16"),
        ("nl", "Job\u00a05:15-16"),
    ],
)
def test_the_signs_are_the_languages(typed, language, expected):
    """However it was typed, book, chapter, verse and range are written as the language does."""
    assert render_reference(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "english", "german"),
    [
        ("Psalm 23", "Psalm 23", "Psalm 23"),
        ("Psalm 120-134", "Psalm 120–134", "Psalm 120–134"),
        ("1 John 4:8", "1 John 4:8", "1. Johannes 4,8"),
        ("1. Mose 1,1.3-5", "Genesis 1:1, 3–5", "1. Mose 1,1.3–5"),
        ("Jude 3-5", "Jude 3–5", "Judas 3–5"),
        ("Isaiah 1:17, 19; 2:4", "Isaiah 1:17, 19; 2:4", "Jesaja 1,17.19; 2,4"),
        ("Isaiah 1:17, 2:4", "Isaiah 1:17; 2:4", "Jesaja 1,17; 2,4"),
        ("Mt 5:5, Lk 6:20", "Mt 5:5; Lk 6:20", "Mt 5,5; Lk 6,20"),
        ("Job 5:15-6:2", "Job 5:15–6:2", "Hiob 5,15–6,2"),
        ("Song of Songs 2:4b", "Song of Songs 2:4b", "Hoheslied 2,4b"),
        ("Röm 8,28ff", "Romans 8:28ff", "Röm 8,28ff"),
        ("Ps. 23", "Ps. 23", "Ps. 23"),
        ("Psalm 23; 24:3", "Psalm 23; 24:3", "Psalm 23; 24,3"),
    ],
)
def test_what_references_may_hold(typed, english, german):
    """Ordinals, ranges, several verses, passages and books are understood."""

    def plain(language):
        return render_reference(typed, language).replace(BLANK, " ")

    assert (plain("en"), plain("de")) == (english, german)


@pytest.mark.parametrize(
    "typed", ["Psalm 23, 24", "John 3:16 and more", "Obadiah", "see 5:15:3", "", "Mt 5,5,6", "5:"]
)
def test_what_is_not_understood_stays_as_typed(typed):
    """Nothing is guessed."""
    assert render_reference(typed, "de") == typed


@pytest.mark.parametrize("typed", ["Mt 5,5-7", "Mt 5:5.7", "1. Kor. 13,4"])
def test_a_language_of_unknown_style_keeps_the_typed_signs(typed):
    """Only the blank between book and number is made unbreakable."""
    assert render_reference(typed, "pl").replace(BLANK, " ") == typed
    assert render_reference(typed, "pl") != typed


TYPED = st.text(alphabet=st.sampled_from("MtJobIsÉ1529 :,.;-–af")) | st.text()


def digits(text):
    return re.findall(r"\d", text)


@given(TYPED, st.sampled_from(["en", "de", "fr", "nl", "pl"]))
def test_numbers_stay(text, language):
    """Whatever was typed, no figure of a chapter or verse is lost, and none is added."""
    done = rendered(text, language)
    before, after = (digits("".join(pair[side] for pair in done.renamed)) for side in (0, 1))
    assert sorted(digits(done.text) + before) == sorted(digits(text) + after)


@given(TYPED, st.sampled_from(["en", "de", "fr", "nl", "pl"]), st.sampled_from(CONFESSIONS))
def test_what_is_rendered_stays_so(text, language, confession):
    """Rendering a second time changes nothing."""
    once = render_reference(text, language, confession)
    assert render_reference(once, language, confession) == once
