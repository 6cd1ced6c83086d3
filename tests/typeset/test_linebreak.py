"""Paragraphs are broken into lines, all of a paragraph's breaks together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.square import (
    broken,
    filled,
    first_fit,
    letters_of,
    set_runs,
    setting,
    total_fit,
    width_of,
)

from printkit.typeset.breakpoints import Break
from printkit.typeset.words import words_of

ANY_TEXT = st.text(alphabet=st.sampled_from("abc     -—\u00a0\u00ad\u200b/."), max_size=60)
PLAIN_TEXT = st.text(alphabet=st.sampled_from("abc   "), max_size=60)
ANY_MEASURE = st.integers(2, 48).map(lambda halves: halves / 2)


def test_lines_take_whole_words():
    """Words stand in order, and none is parted that does not have to be."""
    assert broken("come let us sing", 9) == (
        "come.let.",
        "us.sing..",
    )


def test_a_line_may_be_filled_to_the_last_em():
    """The measure itself is not too wide."""
    assert broken("come now sing", 8) == (
        "come.now",
        "sing....",
    )


def test_total_fit_looks_ahead_where_first_fit_does_not():
    """A shorter first line is better than a second line that is nearly empty."""
    assert filled("aaa bb cc ddddd", 6) == (
        "aaa.bb",
        "cc....",
        "ddddd.",
    )
    assert broken("aaa bb cc ddddd", 6) == (
        "aaa...",
        "bb.cc.",
        "ddddd.",
    )


def test_a_lone_short_word_does_not_end_a_paragraph():
    """Where the line before can spare a word, the last line gets it."""
    assert filled("characteristically a b", 20) == (
        "characteristically.a",
        "b...................",
    )
    assert broken("characteristically a b", 20) == (
        "characteristically..",
        "a.b.................",
    )


def test_a_hyphen_is_not_used_where_blanks_will_do():
    """Eleven blanks that share three ems are better than a divided word."""
    assert broken("a b c d e f g h i j k l believe", 23 + 3, "be-lieve", ragged=False) == (
        "a.b.c.d.e.f.g.h.i.j.k.l...",
        "believe...................",
    )


def test_a_hyphen_is_used_where_blanks_would_be_too_wide():
    """One blank would take five ems more, so the word is divided."""
    assert broken("one two butterfly three", 7 + 5, "but-ter-fly", ragged=False) == (
        "one.two.but-",
        "terfly.three",
    )


def test_soft_hyphens_help_where_a_word_does_not_fit():
    """An author's soft hyphen becomes a hyphen at the line's end, and is nothing elsewhere."""
    assert broken("the but\u00adter\u00adfly", 7) == (
        "the....",
        "butter-",
        "fly....",
    )
    assert broken("the but\u00adter\u00adfly", 13) == ("the.butterfly",)


def test_a_word_wider_than_the_measure_is_divided():
    """Between any two letters, without a hyphen that the word does not have."""
    assert broken("antidisestablishmentarianism", 8) == (
        "antidise",
        "stablish",
        "mentaria",
        "nism....",
    )


def test_a_wide_word_parts_where_it_may_if_that_helps():
    """An address that fits in pieces is not torn inside a piece."""
    for breaks in (broken, filled):
        assert breaks("example.org/prayers", 9) == (
            "example..",
            "org/.....",
            "prayers..",
        )


def test_an_office_program_starts_a_wide_word_on_a_line_of_its_own():
    """What follows the word's last letters goes on behind them."""
    assert filled("an antidisestablishmentarianism is it", 8) == (
        "an......",
        "antidise",
        "stablish",
        "mentaria",
        "nism.is.",
        "it......",
    )


@pytest.mark.parametrize("breaks", [total_fit, first_fit])
def test_no_words_are_one_empty_line(breaks):
    """An empty paragraph still has its line."""
    assert breaks((), 8) == (Break(0, 0),)
    assert set_runs((), (Break(0, 0),), 8) == [()]


@pytest.mark.parametrize("ragged", [True, False])
@given(text=ANY_TEXT, width=ANY_MEASURE)
def test_lines_together_are_the_text(ragged, text, width):
    """Whatever the words and the measure: every word once, in order, and none too wide.

    Lines that end between words carry their blank; only a single letter may be wider than the
    measure.
    """
    words = words_of(text, setting("ab-ab", "aa-bb-cc", "ca-b"))
    best = total_fit(words, width, ragged=ragged)
    for breaks, align in (
        (best, "left" if ragged else "justified"),
        (first_fit(words, width), "left"),
    ):
        lines = set_runs(words, breaks, width, align)
        joined = "".join(letters_of(line) for line in lines).replace("\u00ad", "")
        assert joined == " ".join(word.text for word in words)
        for line in lines:
            assert width_of(line) <= width + 1e-9 or len(letters_of(line).rstrip(" ")) == 1


@given(text=PLAIN_TEXT, width=st.integers(1, 24))
def test_first_fit_takes_what_fits(text, width):
    """It is what an office program does: fill a line, then the next."""
    assert filled(text, width) == tuple(row.ljust(width, ".") for row in greedy(text, width))


def greedy(text: str, width: int) -> list[str]:
    """Fill lines word by word, and a wide word letter by letter."""
    rows = [""]
    for word in text.split():
        if rows[-1] and len(f"{rows[-1]}.{word}") <= width:
            rows[-1] += f".{word}"
        elif rows[-1]:
            rows.append(word)
        else:
            rows[-1] = word
        while len(rows[-1]) > width:
            rows[-1:] = [rows[-1][:width], rows[-1][width:]]
    return rows


@given(text=PLAIN_TEXT, width=st.integers(1, 24))
def test_a_wider_measure_never_takes_more_lines(text, width):
    """So a smaller size never takes more room on a slide than a larger one."""
    words = words_of(text, setting())
    counts = [len(first_fit(words, wide)) for wide in range(width, width + 8)]
    assert all(later <= earlier for earlier, later in pairwise(counts))


def test_ragged_text_is_hyphenated_only_where_a_word_is_too_wide():
    """A short line is no reason to divide a word that fits the measure whole."""
    assert broken("one two butterfly three", 7 + 5, "but-ter-fly") == (
        "one.two.....",
        "butterfly...",
        "three.......",
    )
    assert broken("one butterfly", 7, "but-ter-fly") == (
        "one....",
        "butter-",
        "fly....",
    )
