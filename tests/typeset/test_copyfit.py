"""Copyfitting finds the largest body size, and gives the height that is left to the leading."""

from dataclasses import replace

import pytest
from typeset.manuscripts import CREDITED, classic, edition, week
from typeset.square import INK, SQUARE_FACE, galley, picture, setting

from printkit.model.layout import Range, Spacing, TypeStyle
from printkit.typeset.blocks import Block
from printkit.typeset.columns import Copy, Room, attempt
from printkit.typeset.copyfit import copyfit
from printkit.typeset.flow import grid
from printkit.typeset.furniture import furnish
from printkit.typeset.ladder import ladder
from printkit.typeset.story import tell
from printkit.typeset.words import words_of

PAGE = classic().page


def columns(one, tools):
    """Give the blocks of an edition's columns and the room that they have."""
    story = tell(one, tools)
    shape = PAGE.shape_for(one.paper)
    furniture = furnish(story, one, shape)
    heights = furniture.columns_heights
    return story.regions, Room(furniture.width, shape.gutter, shape.columns, PAGE.spacing, heights)


@pytest.mark.parametrize("words", [40, 65, 90, 115, 140, 165])
@pytest.mark.parametrize("banner", [False, True])
def test_the_next_tenth_of_a_point_does_not_fit(tools, words, banner):
    """No size on its rung is larger than the one that is found."""
    blocks, room = columns(edition(week(words, picture=CREDITED if banner else None)), tools)
    fit = copyfit(blocks, room, PAGE, banner=banner)
    assert fit.fits
    for tenths in (1, 2, 3):
        larger = round(fit.setup.body + tenths / 10, 1)
        if larger <= PAGE.body.largest:
            assert not attempt(Copy(blocks, room), fit.rung, larger).fits


def test_leading_opens_into_the_height_that_is_left(tools):
    """As far as the layout allows, and no further than the columns."""
    blocks, room = columns(edition(week(12)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    assert fit.setup.leading == pytest.approx(PAGE.leading.largest, abs=0.001)
    assert fit.over <= 0


def test_at_a_comfortable_size_nothing_gives_way(tools):
    """Spaces, banner and leading are given up only for sizes below it."""
    blocks, room = columns(edition(week(80)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    assert fit.setup.body >= PAGE.comfortable
    assert fit.rung.name == "natural"
    assert fit.setup.leading >= PAGE.natural_leading


def test_what_does_not_fit_is_left_at_the_smallest_size_with_all_steps_taken(tools):
    """So that what is said to be over is over in any case."""
    blocks, room = columns(edition(week(300, picture=CREDITED)), tools)
    fit = copyfit(blocks, room, PAGE, banner=True)
    assert not fit.fits
    assert fit.setup.body == PAGE.body.smallest
    steps = ladder(PAGE, room.columns, banner=True)
    assert fit.rung in (steps.smaller, *steps.last)


@pytest.mark.parametrize("words", [20, 60, 100, 140])
def test_spaces_and_leading_open_until_a_column_is_full(tools, words):
    """What is left over is shared, as far as the layout allows."""
    blocks, room = columns(edition(week(words)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    assert fit.setup.spacing <= 1.0 + 1e-9
    assert fit.setup.leading <= PAGE.leading.largest + 1e-9
    if fit.over < -0.001:
        assert fit.setup.leading == pytest.approx(PAGE.leading.largest)
        assert fit.setup.spacing == pytest.approx(1.0)


def test_a_layout_may_fix_the_size(tools):
    """A range of one size is that size."""
    blocks, room = columns(edition(week(20)), tools)
    fixed = replace(PAGE, body=Range(11.0, 11.0), comfortable=11.0)
    assert copyfit(blocks, room, fixed, banner=False).setup.body == 11.0


SAVED = [50, 75, 80, 85, 140, 150, 175]


@pytest.mark.parametrize("words", [60, *SAVED])
def test_no_size_at_which_the_best_breaking_fits_is_passed_over(tools, words):
    """Saving lines only ever makes the type larger."""
    blocks, room = columns(edition(week(words)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    copy = Copy(blocks, room)
    larger = [size for size in grid(PAGE.body) if size > fit.setup.body][:20]
    assert not any(attempt(copy, fit.rung, size).fits for size in larger)


@pytest.mark.parametrize("words", SAVED)
def test_one_line_or_two_are_saved_where_that_lets_a_page_fit(tools, words):
    """As broken best it does not fit; each paragraph that gives way is one line shorter."""
    blocks, room = columns(edition(week(words)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    plain = attempt(Copy(blocks, room), fit.rung, fit.setup.body)
    saved = [len(best) - len(set_) for best, set_ in zip(plain.breaks, fit.breaks, strict=True)]
    assert not plain.fits
    assert fit.fits
    assert set(saved) == {0, 1}
    assert sum(saved) <= 2


# Two lines at their best; at twenty ems the blanks can just be shrunk so far that one is enough.
TWO_LINES = "a God to to a bless to"
STYLE = TypeStyle(SQUARE_FACE, "ink", align="justified")
STEADY = replace(
    PAGE,
    body=Range(10.0, 10.0),
    comfortable=10.0,
    leading=Range(1.0, 1.0),
    natural_leading=1.0,
    ladder=("size", "columns"),
)


def squares(*texts):
    """Give paragraphs of squares, with no space between them."""
    words = [words_of(text, setting()) for text in texts]
    return [Block(0, "request", w, galley(w), setting(), STYLE, INK, "en", region=0) for w in words]


def room_of(lines, *, width=200.0, gutter=0.0, columns=(1,)):
    """Give room for so many lines of ten points."""
    spacing = Spacing(smallest=1.0, region=0.0, paragraph=0.0)
    return Room(width, gutter, columns, spacing, lambda _body, _banner: (lines * 10.0,))


def rows(blocks, fit):
    """Give the pictures of the paragraphs, one below the other."""
    pairs = zip(blocks, fit.breaks, strict=True)
    return [row for block, ends in pairs for row in picture(block.words, ends, 20)]


def test_a_short_last_line_is_taken_into_the_line_before():
    """Where the page lacks that line, and only there."""
    blocks = squares(TWO_LINES)
    roomy, tight = (copyfit(blocks, room_of(n), STEADY, banner=False) for n in (2, 1))
    assert rows(blocks, roomy) == ["a.God.to.to.a.bless.", "to.................."]
    assert rows(blocks, tight) == ["a.God.to.to.a.bless.to"]
    assert roomy.fits
    assert tight.fits


def test_no_more_lines_are_saved_than_the_page_lacks():
    """The paragraph whose last line has fewer words gives way first."""
    blocks = squares("a God to to a bless to bless to", TWO_LINES)
    assert [len(ends) for ends in copyfit(blocks, room_of(4), STEADY, banner=False).breaks] == [
        2
    ] * 2
    assert [len(ends) for ends in copyfit(blocks, room_of(3), STEADY, banner=False).breaks] == [
        2,
        1,
    ]


def test_more_than_two_lines_are_not_saved_where_smaller_type_fits():
    """They would be seen; a tenth of a point is not."""
    page = replace(STEADY, body=Range(9.9, 10.0))
    for paragraphs, size in ((1, 10.0), (2, 10.0), (3, 9.9)):
        blocks = squares(*[TWO_LINES] * paragraphs)
        fit = copyfit(blocks, room_of(paragraphs), page, banner=False)
        assert fit.fits
        assert fit.setup.body == size


def test_rather_than_refuse_a_page_every_line_is_saved_that_can_be():
    """At the smallest size five paragraphs become a line shorter each."""
    blocks = squares(*[TWO_LINES] * 5)
    fit = copyfit(blocks, room_of(5), STEADY, banner=False)
    assert fit.fits
    assert rows(blocks, fit) == ["a.God.to.to.a.bless.to"] * 5


def test_a_page_that_stays_overset_is_broken_at_its_best():
    """So what is said to be over is counted in lines as they should be."""
    blocks = squares(*[TWO_LINES] * 5)
    fit = copyfit(blocks, room_of(4), STEADY, banner=False)
    assert not fit.fits
    assert rows(blocks, fit) == ["a.God.to.to.a.bless.", "to.................."] * 5


def test_ragged_text_saves_no_line():
    """Its blanks never shrink."""
    (block,) = squares(TWO_LINES)
    ragged = block._replace(style=replace(STYLE, align="left"))
    assert not copyfit([ragged], room_of(1), STEADY, banner=False).fits


# A column of twenty ems holds one of these on a line, the whole width of 42 holds three.
TWELVE_LONG_WORDS = " ".join(["abcdefghijkl"] * 12)


@pytest.mark.parametrize(
    ("height", "found"),
    [
        (6 * 10.0, ("natural", 2, 10.0)),
        (6 * 9.0, ("size", 2, 9.0)),
        (6 * 9.0 - 1, ("columns", 1, 10.0)),
        (4 * 9.0, ("columns", 1, 9.0)),
    ],
)
def test_the_columns_change_only_where_the_smallest_size_does_not_fit(height, found):
    """Six lines of nine points in each of two columns come before four of ten points in one."""
    page = replace(STEADY, body=Range(9.0, 10.0))
    room = room_of(height / 10, width=420.0, gutter=20.0, columns=(2, 1))
    fit = copyfit(squares(TWELVE_LONG_WORDS), room, page, banner=False)
    assert fit.fits
    assert (fit.rung.name, fit.rung.columns, fit.setup.body) == found
