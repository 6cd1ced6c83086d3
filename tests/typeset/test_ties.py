"""Words that are tied stay on one line, as `Job 5:15` and `Dr. Adams` do.

In the texts of these tests a `~` ties two words.
"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from typeset.everyway import Asked, EveryWay
from typeset.square import galley, picture, setting

from printkit.typeset.breakpoints import Blank
from printkit.typeset.linebreak import _LOOSE
from printkit.typeset.words import words_of

WORDS = ("a", "in", "Job", "bless", "be\u00adlieve")
TEXT = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from("    ~")), min_size=1).map(
    lambda pairs: "".join(word + glue for word, glue in pairs[:14]).rstrip(" ~")
)


def paragraph(text):
    """Give a text's words, and the numbers of those that are tied to the next."""
    parts = text.replace("~", "~ ").split(" ")
    tied = tuple(number for number, part in enumerate(parts) if part.endswith("~"))
    return words_of(text.replace("~", " "), setting()), tied


def set_in(text, width, *, ragged=True):
    """Give the picture of a paragraph with tied words."""
    words, tied = paragraph(text)
    return picture(words, galley(words, tied).total_fit(width, ragged=ragged), width)


def ends_after_tied(words, tied, breaks):
    """Say whether a line ends between two words that are tied."""
    return any(end.word in tied and end.letters == len(words[end.word].text) for end in breaks)


def widest_group(text):
    """Give the width of the widest part of a text between blanks that are no ties."""
    return max(len(part) for part in text.replace("\u00ad", "").split(" "))


@pytest.mark.parametrize("ragged", [True, False])
def test_tied_words_go_to_the_next_line_together(ragged):
    """Though the first of them would fit on the line before."""
    assert set_in("God to a Job 5 to a Job", 12, ragged=ragged) == (
        "God.to.a.Job",
        "5.to.a.Job..",
    )
    assert set_in("God to a Job~5 to a Job", 12, ragged=ragged) == (
        "God.to.a....",
        "Job.5.to.a..",
        "Job.........",
    )


def test_what_is_tied_may_be_tied_on():
    """A name of three words is one group."""
    assert set_in("Ana Job~of~Uz", 11) == ("Ana........", "Job.of.Uz..")


def test_tied_words_come_apart_where_they_are_wider_than_the_measure():
    """No line is too wide because of a tie."""
    assert set_in("to Job~5:15", 7) == ("to.Job.", "5:15...")


@given(text=TEXT, width=st.integers(10, 40))
def test_ragged_text_keeps_together_what_fits(text, width):
    """Wherever each group of tied words fits the measure whole."""
    assume(widest_group(text) <= width)
    words, tied = paragraph(text)
    found = galley(words, tied).total_fit(width, ragged=True)
    assert not ends_after_tied(words, tied, found)


@given(text=TEXT, width=st.integers(10, 40))
def test_justified_text_keeps_together_what_fits(text, width):
    """Wherever that leaves lines whose blanks need not stretch too far."""
    words, tied = paragraph(text)
    assume(any(EveryWay(words, Blank(1.0, 1.0), tied).breakings(Asked(width, _LOOSE.tolerance))))
    found = galley(words, tied).total_fit(width)
    assert not ends_after_tied(words, tied, found)


@given(text=TEXT, width=st.integers(10, 40), more=st.sampled_from((-1, 0, 1)))
def test_no_line_is_saved_by_parting_what_is_tied(text, width, more):
    """Nor is one gained: then there is no such way."""
    words, tied = paragraph(text)
    one = galley(words, tied)
    found = one.in_lines(width, len(one.total_fit(width)) + more)
    assert not ends_after_tied(words, tied, found or ())


@given(text=TEXT, width=st.integers(10, 40))
def test_ties_never_save_a_line(text, width):
    """A paragraph without them is at most as long."""
    assume(widest_group(text) <= width)
    words, tied = paragraph(text)
    together = galley(words, tied).total_fit(width, ragged=True)
    assert len(galley(words).total_fit(width, ragged=True)) <= len(together)


def test_ties_hold_in_text_that_is_hard_to_set():
    """A word that must be divided is no reason to part others that fit together."""
    assert set_in("be\u00adlieve~a", 7, ragged=False) == ("be-....", "lieve.a")
    assert set_in("a a~a be\u00adlieve", 5) == ("a.a.a", "be-..", "lieve")
