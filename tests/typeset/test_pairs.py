"""Rows of two languages: what belongs together, and how high it is."""

import pytest
from typeset.manuscripts import CREDITED, bulletin, classic, edition, prose, region

from printkit.typeset.blocks import Block, Plate
from printkit.typeset.flow import Setup
from printkit.typeset.pairfit import pairfit, tops
from printkit.typeset.pairs import Pairs, lines_of, rows_of
from printkit.typeset.story import tell

MEASURE = 250.0


@pytest.fixture(scope="module")
def pairs_of(tools):
    """Give a function that pairs the regions of two bulletins."""

    def paired(first, second):
        stories = [tell(edition(bulletin(*one)), tools) for one in (first, second)]
        rows = rows_of(stories[0].regions, stories[1].regions)
        return Pairs(rows, MEASURE, classic().page.spacing)

    return paired


def roles(row):
    """Give what each cell of a row is."""
    return [
        ("figure" if isinstance(cell[0], Plate) else cell[0].role) for cell in row.cells if cell
    ]


def test_each_part_is_beside_the_same_of_the_other_language(pairs_of):
    """What one of them lacks is an empty cell, and nothing after it is moved."""
    one = region("Africa", 4, 5, intro="An office.\nTwo paragraphs.", picture=CREDITED)
    pairs = pairs_of([one, region("Asia", 6)], [region("Afrique", 7, 8), region("Asie", 9)])
    assert [roles(row) for row in pairs.rows] == [
        ["heading", "heading"],
        ["figure"],
        ["credit"],
        ["introduction"],
        ["request", "request"],
        ["request", "request"],
        ["heading", "heading"],
        ["request", "request"],
    ]
    assert [len(row.cells[1]) for row in pairs.rows] == [1, 0, 0, 0, 1, 1, 1, 1]


def test_a_row_is_as_high_as_its_longer_cell(pairs_of):
    """In whichever language that is, with all its paragraphs."""
    long = f"{prose(60)}\n{prose(9)}"
    pairs = pairs_of([region("A", long, "Pray.")], [region("B", "Prions.", long)])
    counts = [lines_of(ends) for ends in pairs.breaks(12.0)]
    assert counts[0] == 1
    assert counts[1] == counts[2] == sum(map(len, pairs.breaks(12.0)[1][0])) > 5
    sums = pairs.heights(Setup(12.0, 1.25), counts)
    heading = pairs.rows[0].spine
    assert isinstance(heading, Block)
    assert sums.lines == pytest.approx((heading.size(12.0) + 2 * counts[1] * 12.0) * 1.25)


def test_rows_stand_below_one_another(pairs_of):
    """Each begins where the one before it ends, or below that."""
    pairs = pairs_of([region("A", 40, 30), region("C", 20)], [region("B", 33, 44), region("D", 9)])
    fit = pairfit(pairs, lambda _body, _banner: 400.0, classic().page, banner=False)
    places = list(tops(pairs, fit, 100.0))
    assert places[0] == 100.0
    leading = fit.setup.body * fit.setup.leading
    for place, below, ends in zip(places, places[1:], fit.breaks, strict=False):
        assert below >= place + lines_of(ends) * leading - 1e-6
    assert places[-1] + lines_of(fit.breaks[-1]) * leading <= 500.0 + 1e-6


def test_a_line_is_saved_where_the_next_size_takes_just_that(pairs_of):
    """At most two rows are set tighter than they would be by themselves."""
    page, saved = classic().page, 0
    pairs = pairs_of(
        [region("A", *(prose(41 + place, place) for place in range(8)))],
        [region("B", *(prose(43 - place, place + 7) for place in range(8)))],
    )
    for height in range(380, 560, 6):
        fit = pairfit(pairs, lambda _body, _banner, most=height: float(most), page, banner=False)
        usual = pairs.breaks(fit.setup.body)
        tighter = [one for one, other in zip(usual, fit.breaks, strict=True) if one != other]
        assert len(tighter) <= 2 or fit.setup.body == page.body.smallest
        saved += bool(tighter)
        assert fit.height <= height + 1e-6 or not fit.fits
    assert saved


def test_a_row_that_can_do_with_no_less_stays_as_it_is(pairs_of):
    """One line is the least, and what is ragged never takes more than it must."""
    pairs = pairs_of([region("A", "Pray.")], [region("B", "Prions.")])
    for number, ends in enumerate(pairs.breaks(12.0)):
        assert pairs.shorter(number, 12.0, ends) is ends
