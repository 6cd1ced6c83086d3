"""Copyfitting finds the largest body size, and gives the height that is left to the leading."""

from dataclasses import replace

import pytest
from typeset.manuscripts import CREDITED, classic, edition, week

from printkit.model.layout import Range
from printkit.typeset.copyfit import Room, attempt, copyfit, rungs
from printkit.typeset.furniture import furnish
from printkit.typeset.placing import measure_of
from printkit.typeset.story import tell

PAGE = classic().page


def columns(one, tools):
    """Give the blocks of an edition's columns and the room that they have."""
    story = tell(one, tools)
    shape = PAGE.shape_for(one.paper)
    furniture = furnish(story, one, shape)
    measure = measure_of(furniture.width, shape)
    return story.regions, Room(shape.columns, measure, furniture.columns_height)


def test_the_ladder_lowers_the_banner_before_it_tightens_the_lines():
    """Without a banner it has two rungs."""
    with_banner = rungs(PAGE, banner=True)
    assert [(rung.name, rung.leading, rung.banner) for rung in with_banner] == [
        ("natural", PAGE.natural_leading, PAGE.banner.largest),
        ("low banner", PAGE.natural_leading, PAGE.banner.smallest),
        ("tight leading", PAGE.leading.smallest, PAGE.banner.smallest),
    ]
    assert [(rung.name, rung.banner) for rung in rungs(PAGE, banner=False)] == [
        ("natural", 0.0),
        ("tight leading", 0.0),
    ]


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
            assert not attempt(blocks, room, fit.rung, larger).fits


def test_leading_opens_into_the_height_that_is_left(tools):
    """As far as the layout allows, and no further than the columns."""
    blocks, room = columns(edition(week(12)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    assert fit.setup.leading == pytest.approx(PAGE.leading.largest, abs=0.001)
    assert fit.columns.height <= fit.height


def test_at_a_comfortable_size_lines_are_not_tightened(tools):
    """The leading is given up only for sizes below it."""
    blocks, room = columns(edition(week(80)), tools)
    fit = copyfit(blocks, room, PAGE, banner=False)
    assert fit.setup.body >= PAGE.comfortable
    assert fit.setup.leading >= PAGE.natural_leading


def test_what_does_not_fit_is_left_at_the_smallest_size_and_the_tightest_leading(tools):
    """So that what is said to be over is over in any case."""
    blocks, room = columns(edition(week(300, picture=CREDITED)), tools)
    fit = copyfit(blocks, room, PAGE, banner=True)
    assert not fit.fits
    assert fit.setup.body == PAGE.body.smallest
    assert fit.rung == rungs(PAGE, banner=True)[-1]


def test_a_layout_may_fix_the_size(tools):
    """A range of one size is that size."""
    blocks, room = columns(edition(week(20)), tools)
    fixed = replace(PAGE, body=Range(11.0, 11.0), comfortable=11.0)
    assert copyfit(blocks, room, fixed, banner=False).setup.body == 11.0
