"""Punctuation hangs at the margin: lines begin and end with letters at one edge."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.manuscripts import PICTURE, bulletin, classic, edition, ink_of, region, text, texts_of
from typeset.square import INK, SQUARE_FACE, SquareShaper, letters_of, setting, width_of

from printkit.model.bulletin import Scripture
from printkit.model.frame import Glyphs
from printkit.typeset.blocks import Block
from printkit.typeset.hanging import left_of, right_of
from printkit.typeset.linebreak import Limits
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.story import blank_of, galley_of, tell
from printkit.typeset.words import words_of

HANGING = replace(setting("but-ter-fly"), hangs=True)
# How much of a character hangs at the right and at the left, as a part of its width.
RIGHT = {
    **dict.fromkeys(".,", 0.7),
    **dict.fromkeys("-‐\u2011\u00ad\"'‘’‚“”„‹›«»", 0.5),
    **dict.fromkeys(":;", 0.3),
    **dict.fromkeys("–—", 0.2),
    **dict.fromkeys("!?)", 0.1),
}
LEFT = {**dict.fromkeys("\"'‘’‚“”„‹›«»", 0.5), "(": 0.1}
STAYS = "aéT5…/&%*•€@]¿¡"


def glyphs_of(letters):
    return SquareShaper().shape(letters, SQUARE_FACE)


def lines_of(typed, width, align="justified"):
    """Give the lines of a paragraph of squares whose punctuation hangs."""
    words = words_of(typed, HANGING)
    ragged = align != "justified"
    breaks = galley_of(words, blank_of(HANGING), Limits(), None).total_fit(width, ragged=ragged)
    ink = Ink(1.0, INK, "en", align)
    return set_paragraph(words, breaks, Column(0.0, width), ink, HANGING)


@pytest.mark.parametrize("character", [*RIGHT, *STAYS, "("])
def test_a_line_hangs_out_at_the_right_by_its_last_character(character):
    """A full stop by most, since it has the least ink; letters and figures not at all."""
    assert right_of(glyphs_of(f"abc{character}")) == RIGHT.get(character, 0.0)


@pytest.mark.parametrize("character", [*LEFT, *STAYS, *".,-–—:;!?)"])
def test_a_line_hangs_out_at_the_left_by_its_first_character(character):
    """Only what opens something may begin a line and hang there."""
    assert left_of(glyphs_of(f"{character}abc")) == LEFT.get(character, 0.0)


def test_what_hangs_is_a_part_of_the_characters_own_width():
    """A narrow full stop hangs out by less than a wide one."""
    narrow = Glyphs(SQUARE_FACE, (1, 2), (0.5, 0.25), ("a", "."))
    assert right_of((narrow,)) == 0.7 * 0.25


def test_nothing_hangs_where_there_is_nothing():
    """Neither no glyphs nor a face without any."""
    nothing = Glyphs(SQUARE_FACE, (), (), ())
    assert (left_of(()), right_of(())) == (0.0, 0.0)
    assert (left_of((nothing,)), right_of((nothing,))) == (0.0, 0.0)


def test_a_full_stop_reaches_outside_the_measure():
    """The line is justified as if it were three tenths as wide."""
    first, _ = lines_of("aa bb ccc. dddd", 9)
    assert letters_of(first) == "aa bb ccc. "
    assert width_of(first) == pytest.approx(9 + 0.7)


def test_a_quotation_mark_starts_outside_the_measure():
    """Half of it stands left of the letters below."""
    first, last = lines_of("“aa bb cc ddd", 8)
    assert first[0].left == -0.5
    assert width_of(first) == pytest.approx(8)
    assert (last[0].left, letters_of(last)) == (0, "ddd")


def test_an_added_hyphen_hangs_by_half():
    """So a little more of the word stands before it."""
    first, _ = lines_of("one two butterfly three", 12)
    assert letters_of(first) == "one two but\u00ad"
    assert width_of(first) == pytest.approx(12 + 0.5)


def test_a_dash_inside_a_word_hangs_where_a_line_ends_after_it():
    """The rest of the word begins the next line at the edge."""
    first, last = lines_of("he went—she", 8 - 0.2, "left")
    assert (letters_of(first), letters_of(last)) == ("he went—", "she")
    assert (first[0].left, last[0].left) == (0, 0)
    assert letters_of(lines_of("he went—she", 8 - 0.3, "left")[0]) == "he "


@given(
    typed=st.lists(st.sampled_from(["a", "bb", "“cc", "(dd", "e.", "f,”", "g!", "hh:"])),
    width=st.integers(6, 24),
)
def test_justified_lines_end_at_the_measure_but_for_what_hangs(typed, width):
    """Lines of several words, the last one apart: letters that do not hang end just there."""
    for line in lines_of(" ".join(typed), width)[:-1]:
        letters = letters_of(line).rstrip(" ")
        assert line[0].left == -LEFT.get(letters[0], 0.0)
        if " " in letters:
            assert width_of(line) == pytest.approx(width + RIGHT.get(letters[-1], 0.0))


QUOTED = Scripture(text("“Ask, and it will be given you. Seek, and you will find.”"))
PRAYED = bulletin(
    region("Africa", "Pray for judges.", intro="They serve."),
    scripture=QUOTED,
    picture=replace(PICTURE, credit=text("Photo by a friend.")),
)


def test_centred_and_right_aligned_text_does_not_hang(tools):
    """It has no edge at its other side to be level with."""
    story = tell(edition(PRAYED), tools)
    blocks = (*story.quotation, *story.reference, *story.credit, *story.footnote, *story.title)
    for block in (*blocks, *story.regions):
        assert isinstance(block, Block)
        assert block.setting.hangs == (block.style.align in ("left", "justified"))
        if not block.setting.hangs:
            assert all((word.left, word.right) == (0.0, 0.0) for word in block.words)


def test_a_credit_ends_at_the_margin_and_a_quotation_in_the_middle(insert_of):
    """With their full stop and their quotation marks."""
    document = insert_of(edition(PRAYED)).document
    frame = document.frames[0]
    sides = classic().page.shape_for(edition(PRAYED).paper).margins.sides
    for item in texts_of(frame):
        for line in item.lines:
            left, right = ink_of(line)
            if document.elements[item.element].role == "credit":
                assert right == pytest.approx(frame.width - sides)
            if document.elements[item.element].role == "quotation":
                assert (left + right) / 2 == pytest.approx(frame.width / 2)
