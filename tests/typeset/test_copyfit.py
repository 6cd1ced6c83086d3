"""Copyfitting finds the largest body size, and gives the height that is left to the leading."""

from dataclasses import replace

import pytest
from typeset.manuscripts import CREDITED, classic, edition, week

from printkit.model.layout import Range
from printkit.typeset.columns import Copy, Room, attempt
from printkit.typeset.copyfit import copyfit
from printkit.typeset.furniture import furnish
from printkit.typeset.ladder import ladder
from printkit.typeset.story import tell

PAGE = classic().page


def columns(one, tools):
    """Give the blocks of an edition's columns and the room that they have."""
    story = tell(one, tools)
    shape = PAGE.shape_for(one.paper)
    furniture = furnish(story, one, shape)
    height = furniture.columns_height
    return story.regions, Room(furniture.width, shape.gutter, shape.columns, PAGE.spacing, height)


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
    assert fit.columns.height <= fit.height


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
    if fit.columns.height < fit.height - 0.001:
        assert fit.setup.leading == pytest.approx(PAGE.leading.largest)
        assert fit.setup.spacing == pytest.approx(1.0)


def test_a_layout_may_fix_the_size(tools):
    """A range of one size is that size."""
    blocks, room = columns(edition(week(20)), tools)
    fixed = replace(PAGE, body=Range(11.0, 11.0), comfortable=11.0)
    assert copyfit(blocks, room, fixed, banner=False).setup.body == 11.0
