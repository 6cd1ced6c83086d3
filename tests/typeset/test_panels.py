"""Lines flow over panels: all of them once and in order, turned where that is least felt."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
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


def test_from_the_second_panel_of_a_leaflet_it_goes_on_at_half_the_cost():
    """The third lies beside it, so that nothing is turned there."""
    slugs = lines(0, NEVER, INSIDE, NEVER, INSIDE, NEVER)
    costs = [flowed(slugs, 1, heights, BODY)[1] for heights in ((20.0, 40.0), (20.0,) * 3)]
    assert costs == pytest.approx([0.5, 0.75])


@pytest.mark.parametrize("count", [2, 4])
def test_white_costs_as_much_as_the_panel_is_of_all(count):
    """A panel of two that is white by half costs a point, one of four half of that."""
    slugs = lines(0, NEVER, REGION, NEVER, NEVER, NEVER)
    _, cost = flowed(slugs, 1, (40.0,) * count, BODY)
    assert cost == pytest.approx(4.0 * 2 / count / 4)


def test_what_fits_nowhere_is_as_little_too_tall_as_can_be():
    """So that it can be told by how much."""
    panels, _ = flowed(lines(*[INSIDE] * 9), 1, (30.0, 40.0), BODY)
    assert [panel.over for panel in panels] == pytest.approx([10.0, 10.0])
    assert not any(panel.holds for panel in panels)


@settings(max_examples=300)
@given(
    partings=st.lists(st.sampled_from((REGION, BETWEEN, INSIDE, NEVER)), min_size=1, max_size=9),
    heights=st.lists(st.integers(10, 60).map(float), min_size=2, max_size=4),
)
def test_no_other_division_is_better(partings, heights):
    """None is less too tall and, where it fits, none has better turns."""
    slugs = lines(*partings)
    panels, cost = flowed(slugs, 1, heights, BODY)
    found = max(0.0, *(panel.over for panel in panels))
    least = min(_judged(slugs, heights, turns) for turns in _turns(slugs, len(heights)))
    assert found == pytest.approx(least[0])
    if not found:
        assert cost == pytest.approx(least[1])


def _turns(slugs, count):
    """Give every way to begin the panels after the first; those behind the end are empty."""
    for turns in combinations_with_replacement(range(len(slugs) + 1), count - 1):
        inside = [turn for turn in turns if turn < len(slugs)]
        if all(slugs[turn].parting < NEVER for turn in inside):
            yield turns


def _judged(slugs, heights, turns):
    """Give by how much a division is too tall, and what its turns cost."""
    tallest, cost = 0.0, 0.0
    starts, stops = (0, *turns), (*turns, len(slugs))
    for number, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        over = 10.0 * (stop - start) - heights[number]
        tallest = max(tallest, over)
        if start < stop < len(slugs) or (start == stop < len(slugs)):
            white = max(0.0, -over) / heights[number]
            turn = 0.5 * slugs[stop].parting / BODY / (1 + number % 2)
            cost += turn + 4.0 * 2 / len(heights) * white**2
    return tallest, cost


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
