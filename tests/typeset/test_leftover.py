"""Height that is left over opens the spaces between paragraphs first, and then the leading.

A page is a row of letters, one for each line: a new letter begins a paragraph, `P` is a picture.
"""

from itertools import groupby

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from typeset.square import INK, SQUARE_FACE, galley, setting

from printkit.errors import Place
from printkit.model.bulletin import Picture
from printkit.model.layout import Spacing, TypeStyle
from printkit.typeset.blocks import Block, Plate
from printkit.typeset.breakpoints import Break
from printkit.typeset.columns import Copy, Room
from printkit.typeset.ladder import Rung
from printkit.typeset.leftover import opened

BODY, MEASURE = 10.0, 100.0
SPACING = Spacing(smallest=0.5, region=0.9, paragraph=0.2)
STYLE = TypeStyle(SQUARE_FACE, "ink", before=0.4, after=0.2)
LARGEST = 1.4


def block_of(letter, number):
    if letter == "P":
        return Plate(0, Picture(None, "", Place("a")), number)
    return Block(0, "request", (), galley(()), setting(), STYLE, INK, "en", region=number)


def set_at(text, height, *, spacing=0.5, leading=1.0, columns=1):
    """Give a page's copy and fit; lines are ten points high at their own leading."""
    stretches = ["".join(lines) for _, lines in groupby(text)]
    blocks = [block_of(lines[0], number) for number, lines in enumerate(stretches)]
    room = Room(MEASURE * columns, 0.0, (columns,), SPACING, lambda _body, _banner: (height,))
    rung = Rung("natural", spacing, leading, 0.0, columns)
    copy = Copy(blocks, room)
    return copy, copy.fit(rung, BODY, [(Break(0, 0),) * len(lines) for lines in stretches])


def after_opening(text, height, **sizes):
    """Give the spacing, the leading and the height of the tallest column once they are opened."""
    found = opened(*set_at(text, height, **sizes), LARGEST)
    return found.setup.spacing, found.setup.leading, found.panels[0].columns.height


NATURAL_SPACE = (0.4 + 0.2) * BODY


def test_spaces_open_first():
    """Two points are left, and the space between two paragraphs may take three."""
    height = 4 * 10.0 + 0.5 * NATURAL_SPACE + 2
    spacing, leading, full = after_opening("aabb", height)
    assert spacing == pytest.approx((0.5 * NATURAL_SPACE + 2) / NATURAL_SPACE)
    assert leading == 1.0
    assert full == pytest.approx(height)


def test_then_the_leading_opens():
    """Once the space is natural, the four lines share what is left."""
    spacing, leading, full = after_opening("aabb", 4 * 10.0 + NATURAL_SPACE + 8)
    assert spacing == pytest.approx(1.0)
    assert leading == pytest.approx(1.0 + 8 / 4 / 10)
    assert full == pytest.approx(4 * 12.0 + NATURAL_SPACE)


def test_neither_opens_further_than_the_layout_allows():
    """Spaces to their natural size, the leading to the layout's largest."""
    spacing, leading, full = after_opening("aabb", 500.0)
    assert (spacing, leading) == pytest.approx((1.0, LARGEST))
    assert full == pytest.approx(4 * 14.0 + NATURAL_SPACE)


def test_a_column_without_spaces_opens_its_leading():
    """One paragraph has no space above it at the column's top."""
    spacing, leading, full = after_opening("aaaa", 4 * 11.0)
    assert (spacing, leading, full) == pytest.approx((1.0, 1.1, 44.0))


def test_the_fullest_column_sets_the_limit_for_all():
    """Both have one leading; the shorter one stays short."""
    for text, lines in (("aaaabbb", (4, 3)), ("aaabbbb", (3, 4))):
        copy, fit = set_at(text, 4 * 11.0, columns=2)
        found = opened(copy, fit, LARGEST)
        assert found.panels[0].columns.heights == pytest.approx([count * 11.0 for count in lines])


def test_a_picture_stays_as_high_as_it_is():
    """It grows with the measure, not with the leading."""
    copy, fit = set_at("aaPbb", 500.0)
    plates = [slug.height for slug in opened(copy, fit, LARGEST).slugs if slug.block == 1]
    assert plates == [0.5 * MEASURE]


@pytest.mark.parametrize("height", [4 * 10.0 + 0.5 * NATURAL_SPACE, 30.0])
def test_nothing_moves_where_no_height_is_left(height):
    """Not on a page that is just full, and not on one that is overset."""
    copy, fit = set_at("aabb", height)
    found = opened(copy, fit, LARGEST)
    assert found.setup == fit.setup
    assert found.panels[0].columns.heights == pytest.approx(fit.panels[0].columns.heights)


TEXT = st.lists(st.tuples(st.sampled_from("abcdP"), st.integers(1, 6)), min_size=1, max_size=8).map(
    lambda parts: "".join("P" if one == "P" else one * size for one, size in parts)
)


@given(
    text=TEXT,
    height=st.integers(200, 900),
    spacing=st.sampled_from((0.5, 0.8, 1.0)),
    leading=st.sampled_from((1.0, 1.2, LARGEST)),
    columns=st.integers(1, 3),
)
def test_a_column_is_full_or_nothing_can_open_further(text, height, spacing, leading, columns):
    """No column is taller than its height, none has lost or gained a line."""
    copy, fit = set_at(text, height, spacing=spacing, leading=leading, columns=columns)
    assume(fit.fits)
    found = opened(copy, fit, LARGEST)
    assert found.panels[0].columns.columns == fit.panels[0].columns.columns
    assert found.panels[0].columns.height <= height + 0.001
    assert spacing <= found.setup.spacing <= 1.0 + 1e-9
    assert leading <= found.setup.leading <= LARGEST + 1e-9
    full = found.panels[0].columns.height == pytest.approx(height)
    lines = any(isinstance(block, Block) for block in copy.blocks)
    spread = found.setup.spacing == pytest.approx(1.0)
    assert full or spread
    assert full or found.setup.leading == pytest.approx(LARGEST) or not lines
    assert spread or found.setup.leading == pytest.approx(leading)
