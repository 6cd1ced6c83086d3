"""Lines flow over pages: as few as there can be, parted where it costs least."""

import pytest
from typeset.manuscripts import edition, prose, week

from printkit.typeset.blocks import Structure
from printkit.typeset.flow import Slug
from printkit.typeset.lines import Column
from printkit.typeset.paging import (
    FORBIDDEN,
    Keeping,
    Space,
    height_of_page,
    kept,
    pages_of,
    placed,
    set_passage,
    slugs_of_pieces,
)
from printkit.typeset.story import Maker

KEEPING = Keeping(following=("heading",), preceding=("footnote",))


def lines(*costs, height=10.0, before=0.0):
    """Give slugs of one line each; each costs so much to begin a page with."""
    return [Slug(number, 0, before, height, cost) for number, cost in enumerate(costs)]


@pytest.fixture
def blocks_of(tools):
    """Give a function that makes the blocks of a text."""
    maker = Maker(edition(week()), tools, Structure(), "en-US")
    return maker.blocks


def passages(*blocks):
    return [set_passage(block, Column(50.0, 300.0), 14.0, 1.25) for block in blocks]


def test_pages_are_as_few_as_hold_all_and_the_first_ones_full():
    """Nothing costs more than a page."""
    assert pages_of(lines(*[1.0] * 7), 30.0) == ((0, 3), (3, 6), (6, 7))


def test_a_page_begins_where_that_costs_least():
    """As long as it takes no more pages."""
    assert pages_of(lines(0, 2, 1, 2, 2), 30.0) == ((0, 2), (2, 5))


def test_text_that_goes_on_leaves_no_page_half_empty():
    """Then a paragraph is parted, even where the next page could begin with another."""
    assert pages_of(lines(0, 2, 1, 2, 2, 2), 40.0) == ((0, 4), (4, 6))


def test_a_forbidden_place_begins_a_page_only_where_nothing_else_can():
    """Even more pages are better; but what is higher than a page is parted."""
    assert pages_of(lines(0, 1, 1, FORBIDDEN, FORBIDDEN, 1), 30.0) == ((0, 2), (2, 5), (5, 6))
    assert pages_of(lines(*[FORBIDDEN] * 4), 30.0) == ((0, 3), (3, 4))


def test_the_space_above_a_page_s_first_line_is_dropped():
    """So three lines with two spaces between them fit."""
    slugs = lines(0, 0, 0, before=5.0)
    assert height_of_page(slugs) == 40.0
    assert pages_of(slugs, 40.0) == ((0, 3),)
    assert [one.tops for one in placed(slugs, 7.0)] == [[7.0], [22.0], [37.0]]


def test_what_is_higher_than_a_page_has_one_alone():
    """It is for the caller to say so."""
    assert pages_of([*lines(0), *lines(0, height=99.0), *lines(0)], 30.0) == (
        (0, 1),
        (1, 2),
        (2, 3),
    )


def test_what_fits_a_page_is_kept_on_one():
    """A page more is better than to part it; what does not fit runs on."""
    first, second = lines(0, 5), lines(2, 1, 1)
    assert pages_of([*first, *second], 40.0) == ((0, 4), (4, 5))
    assert pages_of([*first, *kept(second, 40.0)], 40.0) == ((0, 2), (2, 5))
    assert pages_of([*first, *kept(second, 20.0)], 20.0) == ((0, 2), (2, 4), (4, 5))


@pytest.mark.parametrize("height", range(81, 420, 7))
def test_no_line_and_no_heading_stands_alone(blocks_of, height):
    """Each page holds at least two lines of any paragraph that it holds a part of."""
    pieces = []
    for number, words in enumerate((60, 35, 48, 90)):
        pieces += [Space(20.0, 0.0)]
        pieces += passages(*blocks_of("heading", f"Region {number}"))
        pieces += passages(*blocks_of("request", prose(words)))
        pieces += passages(*blocks_of("footnote", "Some names have been changed."))
    slugs = slugs_of_pieces(pieces, 14.0, KEEPING)
    for start, stop in pages_of(slugs, float(height)):
        parts = list(placed(slugs[start:stop], 0.0))
        roles = [getattr(pieces[one.piece], "block", None) for one in parts]
        roles = [block.role if block else "space" for block in roles]
        assert roles[-1] not in ("heading", "space")
        assert roles[0] != "footnote"
        for one, role in zip(parts, roles, strict=True):
            assert role != "request" or len(one.tops) > 1


def test_lines_stand_where_they_are_placed(blocks_of):
    """A paragraph that goes on on the next page goes on with its next line, without its mark."""
    (block,) = blocks_of("request", prose(40), mark="•")
    (passage,) = passages(block)
    whole = passage.item(0, [20.0 * line for line in range(len(passage.runs))])
    rest = passage.item(2, [0.0, 20.0])
    assert [line.mark for line in whole.lines[:2]] == [1, 0]
    assert [line.runs for line in rest.lines] == [line.runs for line in whole.lines[2:4]]
    assert rest.lines[0].baseline == whole.lines[0].baseline
