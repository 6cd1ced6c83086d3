"""Words know where a line may end inside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.square import Dictionary, divided, setting

from printkit.typeset.words import words_of


def only(text, *entries, ligatures=()):
    word, *more = words_of(text, setting(*entries, ligatures=ligatures))
    assert not more
    return word


@pytest.mark.parametrize("blank", [" ", "   ", "\t", "\n", " \n\t "])
def test_blanks_part_words(blank):
    """However many blanks there are, they are one gap."""
    words = words_of(f"{blank}come{blank}in{blank}", setting())
    assert [word.text for word in words] == ["come", "in"]


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2060"])
def test_no_break_spaces_part_nothing(blank):
    """A line never ends at a no-break space, a narrow one, or a word joiner."""
    assert divided(only(f"5{blank}km")) == f"5{blank}km"


def test_a_word_is_as_wide_as_its_letters():
    """Widths are the sums of the advances, in ems."""
    assert only("gentle").width == 1 + 1 + 1 + 1 + 1 + 1


@pytest.mark.parametrize("text", ["", "  ", "\u200b", " \u00ad \u200b "])
def test_a_text_that_prints_nothing_has_no_words(text):
    """Blanks and unprinted marks alone are nothing."""
    assert words_of(text, setting()) == ()


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("Donau\u00addampfer", "Donau-dampfer"),
        ("prayer\u200bchain", "prayer|chain"),
        ("un\u00adbe\u200blieving", "un-be|lieving"),
        ("\u00adabc\u00ad", "abc"),
        ("\u200babc\u200b", "abc"),
    ],
)
def test_soft_hyphens_and_zero_width_spaces_divide_and_are_not_printed(typed, parted):
    """They stand only inside a word; at its ends they do nothing."""
    word = only(typed)
    assert divided(word) == parted
    assert "".join(word.glyphs[0].clusters) == word.text
    assert word.width == len(word.text)


def test_what_the_author_marked_goes_before_the_patterns():
    """A word with a soft hyphen is divided there, and not where the patterns would."""
    assert divided(only("butter\u00adfly", "but-ter-fly")) == "butter-fly"
    assert divided(only("butterfly", "but-ter-fly")) == "but-ter-fly"


def test_a_division_says_what_stands_before_it():
    """Its width is that of the letters before it; the hyphen is not counted."""
    first, second = only("butterfly", "but-ter-fly").divisions
    assert (first.letters, first.width, first.hyphen) == (3, 3.0, True)
    assert (second.letters, second.width, second.hyphen) == (6, 6.0, True)


def test_a_ligature_may_be_divided():
    """Where the letters of a ligature may part, the width is that of the letters alone."""
    word = only("suffer", "suf-fer", ligatures=("ff",))
    assert word.width == len("su") + 1 + len("er")
    (division,) = word.divisions
    assert (division.letters, division.width) == (3, len("suf"))


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("well-known", "well-|known"),
        ("2017–2018", "2017–|2018"),
        ("he—she", "he—|she"),
        ("“Go”—she", "“Go”—|she"),
        ("gone—“Wait", "gone—|“Wait"),
        ("he‐she", "he‐|she"),
        ("he\u2011she", "he\u2011she"),
        ("-5", "-5"),
        ("pre-", "pre-"),
        ("was—”", "was—”"),
        ("was—!", "was—!"),
        ("and/or", "and/or"),
        ("3.5", "3.5"),
        ("z.B.", "z.B."),
    ],
)
def test_lines_may_end_after_hyphens_and_dashes_between_letters(word, parted):
    """A mark that closes or a stop never begins a line, and a sign stays with its number."""
    assert divided(only(word)) == parted


@pytest.mark.parametrize(
    ("address", "parted"),
    [
        ("https://pray.example.org/us", "https://|pray.|example.|org/|us"),
        ("www.example.org/a_b?c=d&e=f", "www.|example.|org/|a_|b?|c=|d&|e=|f"),
        ("pray.example.org", "pray.|example.|org"),
        ("(www.example.org).", "(www.|example.|org)."),
        ("“example.org/prayer”", "“example.|org/|prayer”"),
        ("prayer@example.org", "prayer@example.|org"),
        ("https://example.org/...", "https://|example.|org/..."),
    ],
)
def test_addresses_part_at_their_signs_and_take_no_hyphen(address, parted):
    """A hyphen in an address would be read as a part of it."""
    assert divided(only(address, "ex-am-ple", "pray-er")) == parted


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("butterfly", "but-ter-fly"),
        ("“butterfly,”", "“but-ter-fly,”"),
        ("butterfly-wing", "but-ter-fly-|wing"),
        ("butterfly’s", "but-ter-fly’s"),
        ("l’butterfly", "l’but-ter-fly"),
        ("butterfly2", "but-ter-fly2"),
        ("caterpillar", "caterpillar"),
    ],
)
def test_patterns_divide_the_letters_of_a_word(word, parted):
    """Marks round a word, and what an apostrophe parts off, do not hinder them."""
    assert divided(only(word, "but-ter-fly")) == parted


def test_what_follows_an_apostrophe_is_not_shown_to_the_patterns():
    """Patterns know where words end, and would part a possessive before its last letter."""
    asked = []

    class Curious(Dictionary):
        def positions(self, word):
            asked.append(word)
            return ()

    shaper = setting().shaper
    words_of("student’s couldn't", type(setting())(shaper, setting().face, Curious(())))
    assert asked == ["student", "s", "couldn", "t"]


def test_the_widest_part_is_what_no_division_parts():
    """A measure that holds it, with the hyphen that may end it, holds the word in pieces."""
    word = only("butterfly-wings", "but-ter-fly")
    assert word.widest_part() == len("wings")
    assert word.widest_part(hyphen=1.0) == max(len("fly-"), len("wings"), len("but") + 1)
    assert only("butterfly").widest_part(hyphen=1.0) == len("butterfly")


def test_any_two_letters_may_part_where_nothing_else_helps():
    """But never the letters of one cluster."""
    word = only("suffer", ligatures=("ff",)).divided_anywhere()
    assert divided(word) == "s|u|ff|e|r"


@given(st.text(alphabet=st.sampled_from("ab \u00ad\u200b\u00a0-–—/.@’”“(5"), max_size=40))
def test_words_together_are_the_text(text):
    """Whatever is typed: all but blanks and unprinted marks is printed, once and in order."""
    words = words_of(text, setting("aa-bb", "ab-ab"))
    printed = text.translate(dict.fromkeys(map(ord, " \u00ad\u200b")))
    assert "".join(word.text for word in words) == printed
    for word in words:
        indexes = [one.letters for one in word.divisions]
        assert indexes == sorted(set(indexes))
        assert all(0 < index < len(word.text) for index in indexes)
        assert [one.width for one in word.divisions] == indexes
