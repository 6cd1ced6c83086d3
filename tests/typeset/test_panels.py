"""Lines flow over panels: all of them once and in order, turned where that is least felt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.square import INK, SQUARE_FACE, galley, setting

from printkit.model.layout import TypeStyle
from printkit.typeset.blocks import Block
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import Slug, partition
from printkit.typeset.panels import flowed, undivided
from printkit.typeset.words import words_of

BODY = 10.0
NEVER = float("inf")
INSIDE, BETWEEN, REGION = 1.0 * BODY, 0.5 * BODY, 0.0


def lines(*partings, height=10.0):
    """Give slugs of one line each; to begin a panel with one costs its parting."""
    return [Slug(number, 0, 0.0, height, cost) for number, cost in enumerate(partings)]


def divided(slugs, heights, columns=1):
    """Give the first slug of each panel."""
    panels, _ = flowed(slugs, columns, heights, BODY)
    return [panel.columns.columns[0][0] for panel in panels]


def test_one_panel_is_parted_as_a_page_is():
    """A page's columns are balanced, and there is no turn to pay for."""
    slugs = lines(0, INSIDE, BETWEEN, INSIDE, REGION, INSIDE)
    (panel,), cost = flowed(slugs, 2, (40.0,), BODY)
    assert (panel.columns, panel.height, cost) == (partition(slugs, 2, 40.0), 40.0, 0.0)


def test_the_front_is_filled_first():
    """What does not fit goes on on the back."""
    slugs = lines(*[INSIDE] * 7)
    assert divided(slugs, (50.0, 50.0)) == [0, 5]
    assert divided(slugs, (50.0, 50.0, 50.0)) == [0, 5, 7]


def test_all_that_fits_the_front_stands_there():
    """And to turn an empty back costs nothing."""
    panels, cost = flowed(lines(REGION, INSIDE, REGION), 1, (50.0, 50.0), BODY)
    assert [panel.columns.height for panel in panels] == [30.0, 0.0]
    assert cost == 0.0


@pytest.mark.parametrize(
    ("partings", "turn"),
    [
        ((0, INSIDE, INSIDE, INSIDE, INSIDE, INSIDE), 5),
        ((0, INSIDE, INSIDE, INSIDE, REGION, INSIDE), 4),
        ((0, INSIDE, INSIDE, INSIDE, BETWEEN, INSIDE), 4),
        ((0, BETWEEN, INSIDE, INSIDE, INSIDE, INSIDE), 5),
        ((0, INSIDE, INSIDE, INSIDE, NEVER, NEVER), 3),
    ],
)
def test_it_is_turned_where_that_is_least_felt(partings, turn):
    """At a region's or a request's end, unless that would leave too much of the front white."""
    assert divided(lines(*partings), (50.0, 90.0)) == [0, turn]


def test_a_turn_between_requests_costs_half_of_one_inside():
    """In points of type size; one between regions costs nothing."""
    costs = [
        flowed(lines(0, NEVER, NEVER, cost, NEVER, NEVER), 1, (30.0, 30.0), BODY)[1]
        for cost in (REGION, BETWEEN, INSIDE)
    ]
    assert costs == pytest.approx([0.0, 0.25, 0.5])


def test_what_fits_nowhere_is_as_little_too_tall_as_can_be():
    """So that it can be told by how much."""
    panels, _ = flowed(lines(*[INSIDE] * 9), 1, (30.0, 40.0), BODY)
    assert [panel.over for panel in panels] == pytest.approx([10.0, 10.0])
    assert not any(panel.holds for panel in panels)


@given(
    partings=st.lists(st.sampled_from((REGION, BETWEEN, INSIDE, NEVER)), min_size=1, max_size=30),
    heights=st.lists(st.integers(20, 120).map(float), min_size=2, max_size=4),
    columns=st.integers(1, 2),
)
def test_every_line_is_on_one_panel_in_order(partings, heights, columns):
    """Whether they fit or not; and no panel begins where none may."""
    slugs = lines(*partings)
    panels, cost = flowed(slugs, columns, heights, BODY)
    parts = [part for panel in panels for part in panel.columns.columns]
    assert [n for start, stop in parts for n in range(start, stop)] == list(range(len(slugs)))
    assert [panel.height for panel in panels] == heights
    assert cost >= 0
    starts = [start for start, stop in parts if 0 < start < stop]
    assert all(slugs[start].parting < NEVER for start in starts)


def test_no_panel_begins_inside_a_word():
    """A reader would have to carry half a word overleaf."""
    words = words_of("one another", setting())
    style = TypeStyle(SQUARE_FACE, "ink")
    block = Block(0, "request", words, galley(words), setting(), style, INK, "en")
    slugs = [Slug(0, line, 0.0, 10.0, INSIDE) for line in range(3)]
    breaks = [(Break(0, 3), Break(1, 2, hyphen=True), Break(1, 7))]
    assert [slug.parting for slug in undivided(slugs, breaks, [block])] == [INSIDE, INSIDE, NEVER]
