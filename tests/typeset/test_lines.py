"""Broken paragraphs become lines of runs at their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.square import (
    HELP,
    INK,
    SQUARE_FACE,
    SquareShaper,
    letters_of,
    set_runs,
    setting,
    total_fit,
    width_of,
)

from printkit.typeset.breakpoints import Break
from printkit.typeset.linebreak import Limits
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.story import blank_of, galley_of
from printkit.typeset.words import Setting, words_of


def lines_of(text, width, align="left", *entries):
    words = words_of(text, setting(*entries))
    ragged = align != "justified"
    return set_runs(words, total_fit(words, width, ragged=ragged), width, align)


def test_justified_lines_fill_the_measure():
    """What is left over goes between the words in equal parts; the last line stays natural."""
    first, last = lines_of("aa bb cc dd", 9.5, "justified")
    (run,) = first
    assert run.glyphs.advances[:-1] == (1, 1, 1.75, 1, 1, 1.75, 1, 1)
    assert width_of(first) == 2 + 1.75 + 2 + 1.75 + 2
    assert width_of(last) == 2


def test_a_justified_line_of_one_word_is_not_stretched():
    """Letters are never pulled apart."""
    first, _ = lines_of("aaaa bbbbbb", 7, "justified")
    assert width_of(first) == 4


def test_blanks_shrink_where_a_line_is_a_little_too_wide():
    """Four blanks give up half an em together, on the last line too."""
    (only,) = lines_of("a b c d e", 8.5, "justified")
    assert width_of(only) == 8.5
    assert only[0].glyphs.advances[1] == 1 - 0.5 / 4


@pytest.mark.parametrize(
    ("align", "left"), [("left", 0), ("centre", (9 - 5) / 2), ("right", 9 - 5), ("justified", 0)]
)
def test_a_line_stands_where_its_alignment_asks(align, left):
    """Left, in the middle, or right in the measure."""
    (only,) = lines_of("aa bb", 9, align)
    assert only[0].left == left


def test_lines_start_at_the_columns_edge():
    """The column's left edge is added, and ems become points of the size."""
    words = words_of("aa bb", setting())
    ink = Ink(12.0, INK, "en", "right")
    (only,) = set_paragraph(words, [Break(1, 2)], Column(100.0, 90.0), ink, setting())
    assert only[0].left == 100 + 90 - 5 * 12
    assert (only[0].size, only[0].colour, only[0].language) == (12.0, INK, "en")


def test_lines_that_end_between_words_carry_their_blank():
    """So that words do not run together when a page is read aloud; the last line has none."""
    first, second, last = lines_of("aaaa bbbb cccc", 4)
    assert [letters_of(line) for line in (first, second, last)] == ["aaaa ", "bbbb ", "cccc"]


@pytest.mark.parametrize("align", ["centre", "right", "justified"])
def test_the_blank_at_the_end_moves_nothing(align):
    """It stands outside the measure."""
    first, _ = lines_of("aaaa bb aaaaaaa", 7, align)
    assert letters_of(first) == "aaaa bb "
    assert (first[0].left, width_of(first)) == (0, 7)


def test_an_added_hyphen_reads_as_a_soft_one():
    """It is drawn as a hyphen, and stands for U+00AD, so the word can be read whole."""
    first, last = lines_of("one two butterfly three", 12, "justified", "but-ter-fly")
    assert letters_of(first) == "one two but\u00ad"
    assert first[-1].glyphs.glyphs[-1] == ord("-")
    assert letters_of(last) == "terfly three"


def test_a_hyphen_of_the_words_own_is_kept():
    """A compound parts after its hyphen, which stays a hyphen, and no blank follows."""
    first, last = lines_of("well-known", 5)
    assert (letters_of(first), letters_of(last)) == ("well-", "known")


def test_a_divided_word_is_shaped_anew():
    """A ligature over the division becomes its letters."""
    helped = setting("suf-fer", ligatures=("ff",))
    words = words_of("suffer", helped)
    ink = Ink(1.0, INK, "en")
    breaks = [Break(0, 3, hyphen=True), Break(0, 6)]
    first, last = set_paragraph(words, breaks, Column(0, 5), ink, helped)
    assert first[0].glyphs.clusters == ("s", "u", "f", "\u00ad")
    assert last[0].glyphs.clusters == ("f", "e", "r")


def test_letters_of_another_face_are_runs_of_their_own():
    """Each run starts where the one before it ends; neighbours of one face are one run."""
    helped = Setting(SquareShaper(lacking="xy"), SQUARE_FACE)
    words = words_of("ab xy cd", helped)
    (line,) = set_paragraph(words, [Break(2, 2)], Column(0, 9), Ink(2.0, INK, "en"), helped)
    assert [(run.glyphs.face, letters_of([run]), run.left) for run in line] == [
        (SQUARE_FACE, "ab ", 0),
        (HELP, "xy", 2 * 3),
        (SQUARE_FACE, " cd", 2 * 5),
    ]


def test_a_blank_after_another_face_keeps_its_own():
    """The blank at a line's end is the paragraph's."""
    helped = Setting(SquareShaper(lacking="x"), SQUARE_FACE)
    words = words_of("xx a", helped)
    breaks = [Break(0, 2), Break(1, 1)]
    first, _ = set_paragraph(words, breaks, Column(0, 2), Ink(2.0, INK, "en"), helped)
    assert [(run.glyphs.face, letters_of([run]), run.left) for run in first] == [
        (HELP, "xx", 0),
        (SQUARE_FACE, " ", 2 * 2),
    ]


@given(text=st.text(alphabet=st.sampled_from("abc  "), max_size=80), width=st.integers(4, 20))
def test_every_justified_line_but_the_last_is_as_wide_as_the_measure(text, width):
    """Unless a word stands in it alone."""
    lines = lines_of(text, width, "justified")
    for line in lines[:-1]:
        if " " in letters_of(line).rstrip(" "):
            assert width_of(line) == pytest.approx(width)
    assert all(width_of(line) <= width + 1e-9 for line in lines)


MIXED = Setting(
    SquareShaper(ligatures=("ff", "fi"), lacking="xy"),
    SQUARE_FACE,
    setting("ef-fig", "ab-by").hyphenator,
    hangs=True,
)
TYPED = st.lists(st.sampled_from(["a", "off", "effig.", "“abby”", "well-off,", "cab"]), max_size=14)
ALIGNS = st.sampled_from(["left", "centre", "right", "justified"])


def broken_words(typed, width, align):
    """Give words and their line ends."""
    words = words_of(typed, MIXED)
    galley = galley_of(words, blank_of(MIXED), Limits(), None)
    return words, galley.total_fit(width, ragged=align != "justified")


@given(typed=TYPED, width=st.integers(6, 30), align=ALIGNS)
def test_a_word_of_another_face_changes_no_line_but_its_own(typed, width, align):
    """A paragraph of one face is set in a quicker way, and to the same runs."""
    words, breaks = broken_words(" ".join([*typed, "a"]), width, align)
    (other,) = words_of("xy", MIXED)
    column, ink = Column(72.0, 12.0 * width), Ink(12.0, INK, "en", align)
    alone = set_paragraph(words, breaks, column, ink, MIXED)
    followed = (*breaks, Break(len(words), len(other.text)))
    *lines, _, last = set_paragraph((*words, other), followed, column, ink, MIXED)
    for line, same in zip(alone[:-1], lines, strict=True):
        assert_same(line, same)
    assert last[0].glyphs.face == HELP


@given(typed=TYPED, helped=st.booleans(), width=st.integers(6, 30), align=ALIGNS)
def test_lines_are_the_paragraphs_words_with_blanks_between(typed, helped, width, align):
    """Whatever their faces and ligatures, and wherever they are divided."""
    text = " ".join([*typed, "fix" if helped else "fig"])
    words, breaks = broken_words(text, width, align)
    column, ink = Column(72.0, 12.0 * width), Ink(12.0, INK, "en", align)
    lines = set_paragraph(words, breaks, column, ink, MIXED)
    assert "".join(map(letters_of, lines)).replace("\u00ad", "") == text


def assert_same(line, other):
    """Compare all that lines are drawn from; sums in another order differ by very little."""
    assert [without_lengths(run) for run in line] == [without_lengths(run) for run in other]
    assert [run.left for run in line] == pytest.approx([run.left for run in other])
    for run, same in zip(line, other, strict=True):
        assert without_end(run) == pytest.approx(without_end(same))


def without_end(run):
    """Give the advances, without that of a blank at the line's end, which nobody sees."""
    blank = run.glyphs.clusters[-1] == " "
    return run.glyphs.advances[: -1 if blank else None]


def without_lengths(run):
    return run._replace(left=0.0, pieces=(run.glyphs._replace(advances=()),), blank=None)
