"""Lines flow into columns, which end where a reader may pause.

A column is a word of letters, one for each line: `h` a heading, `i` an introduction, `P` a picture,
and any other letter a request of its own.
"""

from itertools import combinations, groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.square import INK, SQUARE_FACE, setting

from printkit.errors import Place
from printkit.model.bulletin import Picture
from printkit.model.layout import Range, Spacing, TypeStyle
from printkit.typeset.blocks import Block, Plate
from printkit.typeset.breakpoints import Blank
from printkit.typeset.flow import Setup, grid, heads_of, holds, partition, slugs_of
from printkit.typeset.linebreak import Galley

NEVER = float("inf")
ROLES = {"h": "heading", "i": "introduction"}
TEN_POINTS = Setup(body=10.0, leading=1.0)
MEASURE = 100.0
SPACING = Spacing(smallest=0.5, region=0.9, paragraph=0.2)


def block(letter: str, region: int, *, first=True) -> Block:
    role = ROLES.get(letter, "request")
    style = TypeStyle(SQUARE_FACE, "ink", before=0.5 if role == "heading" else 0.0)
    galley = Galley((), Blank(1.0, 1.0))
    return Block(0, role, (), galley, setting(), style, INK, "en", first=first, region=region)


def page(text: str):
    """Give the blocks that the letters stand for, and how many lines each takes."""
    blocks, counts = [], []
    for region, letters in enumerate(text.split()):
        for letter, lines in groupby(letters):
            picture = Picture(None, "", Place("a"))
            plate = Plate(0, picture, region)
            blocks.append(plate if letter == "P" else block(letter, region))
            counts.append(len(list(lines)))
    return blocks, counts


def slugs(text: str, setup=TEN_POINTS):
    blocks, counts = page(text)
    return slugs_of(heads_of(blocks, setup, MEASURE, SPACING), counts)


def columns(text: str, count: int, limit: float = NEVER) -> tuple[str, ...]:
    """Give the letters of each column; `limit` is its height in points, ten for each line."""
    letters = text.replace(" ", "")
    found = partition(slugs(text), count, limit)
    return tuple(letters[start:stop] for start, stop in found.columns)


def test_one_column_holds_everything():
    """There is nothing to divide."""
    assert columns("haa hbb hccc", 1) == ("haahbbhccc",)


def test_two_columns_are_balanced():
    """Between regions, where that makes the tallest column shortest."""
    assert columns("haa hbb hcc hdd", 2) == ("haahbb", "hcchdd")


def test_three_columns_are_balanced():
    """Each ends before a region."""
    assert columns("haa hbb hcc hdd hee hff", 3) == ("haahbb", "hcchdd", "heehff")


def test_a_column_that_nothing_is_left_for_is_not_there():
    """A page with one line has one column."""
    assert columns("a", 3) == ("a",)


def test_a_long_request_is_parted_with_two_lines_on_each_side():
    """No line of a paragraph stands alone at a column's end or top."""
    assert columns("haaaaaaaaa", 2) == ("haaaa", "aaaaa")
    assert columns("haaa", 2) == ("haaa",)


def test_a_heading_stays_with_its_text():
    """And so do an introduction, and two lines of the request after it."""
    assert columns("hhhhhhhhhhaaaa", 2) == ("hhhhhhhhhhaa", "aa")
    assert columns("hiiaaaa", 2) == ("hiiaa", "aa")


def test_a_picture_stays_between_its_heading_and_its_text():
    """A picture neither opens nor ends a column."""
    assert columns("haa hPbb", 2) == ("haa", "hPbb")
    assert columns("hPaa", 2) == ("hPaa",)


def test_parting_between_regions_costs_least():
    """A column is a line taller, where that keeps a region or a request whole."""
    between_regions, between_requests, inside = (
        slug.parting for slug in (slugs("haa hbb")[3], slugs("haabb")[3], slugs("haaaa")[3])
    )
    assert 0.0 == between_regions < between_requests < inside < NEVER
    assert columns("haaaa hbb", 2) == ("haaaa", "hbb")


def test_heights_are_sums_of_lines_and_the_spaces_above_them():
    """The space above a column's first line is dropped."""
    found = partition(slugs("haa hbb"), 2)
    assert found.heights == (3 * 10.0, 3 * 10.0)
    whole = partition(slugs("haa hbb"), 1)
    assert whole.height == 3 * 10.0 + 0.5 * 10.0 + 3 * 10.0


def test_a_line_is_as_high_as_its_leading():
    """Size in points times leading in ems."""
    (_, line) = slugs("ha", Setup(body=11.0, leading=1.3))
    assert line.height == 11.0 * 1.3


def test_a_picture_is_as_high_as_its_part_of_the_measure():
    """With a little space above and below."""
    plate = slugs("hPa")[1]
    assert plate.height == 0.5 * MEASURE
    assert plate.before == 0.3 * 10.0


def test_paragraphs_of_one_request_have_no_space_between_them():
    """Only its first paragraph has the space above."""
    style_of_first = block("h", 0)
    blocks = [style_of_first, block("h", 0, first=False)]
    _, second = slugs_of(heads_of(blocks, TEN_POINTS, MEASURE, SPACING), [1, 1])
    assert second.before == 0.0


@given(
    regions=st.lists(st.text("hiab", min_size=1, max_size=12), min_size=1, max_size=6),
    count=st.integers(1, 3),
    lines=st.integers(1, 30),
)
def test_columns_hold_what_can_be_divided_among_them(regions, count, lines):
    """What is said quickly is what the division finds."""
    text, limit = " ".join(regions), 10.0 * lines
    blocks, counts = page(text)
    heads = heads_of(blocks, TEN_POINTS, MEASURE, SPACING)
    divided = partition(slugs_of(heads, counts), count, limit)
    assert holds(heads, counts, [limit] * count) == (divided.height <= limit + 1e-6)


def test_nothing_flows_into_a_column_of_no_height():
    """An empty page is no fault here."""
    found = partition([], 2)
    assert (found.columns, found.height) == (((0, 0),), 0.0)


def test_body_sizes_are_tenths_of_a_point():
    """From the smallest to the largest, both of them included."""
    assert grid(Range(9.0, 9.3)) == (9.0, 9.1, 9.2, 9.3)


REGION = st.builds(
    lambda head, intro, requests: "h" * head + "i" * intro + requests,
    st.integers(1, 2),
    st.integers(0, 2),
    st.lists(st.integers(1, 7), min_size=1, max_size=3).map(
        lambda sizes: "".join(letter * size for letter, size in zip("abc", sizes, strict=False))
    ),
)
PAGE = st.lists(REGION, min_size=1, max_size=4).map(" ".join)


@given(PAGE, st.integers(1, 3))
def test_every_line_is_in_one_column_in_order(text, count):
    """Columns together are the page."""
    found = columns(text, count)
    assert "".join(found) == text.replace(" ", "")
    assert all(found)
    assert len(found) <= count


@given(PAGE)
def test_no_column_ends_where_a_reader_would_stumble(text):
    """Not after a heading or introduction, nor a line from a paragraph's end or beginning."""
    first, *others = columns(text, 2)
    if not others:
        return
    assert first[-1] not in "hi"
    blocks = [(slug.block, slug.line) for slug in slugs(text)]
    before, after = blocks[len(first) - 1], blocks[len(first)]
    if before[0] == after[0]:
        left = sum(number == after[0] for number, _ in blocks) - after[1]
        assert after[1] >= 2
        assert left >= 2


@given(PAGE)
def test_no_other_division_is_better(text):
    """The tallest column and the cost of parting are least together."""
    lines = slugs(text)
    found = partition(lines, 2)
    best = min(cost(lines, cuts) for size in (0, 1) for cuts in combinations(places(lines), size))
    assert cost(lines, [start for start, _ in found.columns[1:]]) == pytest.approx(best)


def places(lines):
    return [place for place, line in enumerate(lines) if place and line.parting < NEVER]


def cost(lines, cuts, times=1.0) -> float:
    """Give the tallest column's height and what the cuts cost."""
    return tallest(lines, cuts) + times * sum(lines[cut].parting for cut in cuts)


def tallest(lines, cuts) -> float:
    """Give the tallest column's height in points."""
    return max(
        sum(line.before + line.height for line in lines[start:stop]) - lines[start].before
        for start, stop in pairwise([0, *cuts, len(lines)])
    )


def test_many_columns_are_divided_quickly():
    """Six columns of two hundred lines take no longer than a person waits for a keystroke."""
    divided = partition(slugs(" ".join(["hrrrrrrrrr"] * 20)), 6)
    assert len(divided.columns) == 6
    assert divided.columns[-1][1] == 200


def test_a_column_that_is_too_tall_is_worse_than_any_parting():
    """Six lines and three make a better page than parting the six, if there is room for six."""
    six_lines = 6 * 10.0
    assert columns("haaaaa hbb", 2, six_lines) == ("haaaaa", "hbb")
    assert columns("haaaaa hbb", 2, six_lines - 0.1) == ("haaa", "aahbb")


def test_where_no_division_is_within_the_limit_the_tallest_column_is_as_short_as_can_be():
    """So what is over is as little as can be: five lines and a half, not six."""
    assert columns("haaaaa hbb", 2, 20.0) == ("haaa", "aahbb")
    assert partition(slugs("haaaaa hbb"), 2, 20.0).height == 2 * 10 + 0.5 * 10 + 3 * 10


def test_parting_costs_more_on_a_loose_page():
    """Seven lines or five and a half: where there is room for ten, a request is not parted."""
    assert columns("haaaaaa hbb", 2) == ("haaaa", "aahbb")
    assert columns("haaaaaa hbb", 2, 6 * 10.0) == ("haaaa", "aahbb")
    assert columns("haaaaaa hbb", 2, 10 * 10.0) == ("haaaaaa", "hbb")


def test_three_columns_keep_to_the_limit_as_two_do():
    """A region is parted where a column would be too tall, and nowhere else."""
    six_lines = 6 * 10.0
    assert columns("haaaa hbbbbb hcc", 3, six_lines) == ("haaaa", "hbbbbb", "hcc")
    assert columns("haaaa hbbbbb hcc", 3, six_lines - 0.1) == ("haaaa", "hbbb", "bbhcc")


@given(PAGE, st.integers(2, 20).map(lambda lines: lines * 10.0))
def test_no_other_division_is_better_within_a_limit(text, limit):
    """First by how much the tallest column is too tall, then by its height and the partings."""
    lines = slugs(text)
    everything = sum(line.before + line.height for line in lines)
    times = 2.0 if everything < 0.85 * 2 * limit else 1.0
    found = [start for start, _ in partition(lines, 2, limit).columns[1:]]
    every = [cuts for size in (0, 1) for cuts in combinations(places(lines), size)]

    def costs(cuts):
        return max(0.0, tallest(lines, cuts) - limit), cost(lines, cuts, times)

    over, rest = costs(found)
    least = min(map(costs, every))
    assert over == pytest.approx(least[0])
    assert over or rest == pytest.approx(least[1])


@given(PAGE, st.integers(1, 4), st.integers(2, 20).map(lambda lines: lines * 10.0))
def test_what_can_stand_within_the_limit_does(text, count, limit):
    """In however many columns; where it cannot, none is taller than it must be."""
    lines = slugs(text)
    every = (cuts for size in range(count) for cuts in combinations(places(lines), size))
    least = min(tallest(lines, cuts) for cuts in every)
    assert partition(lines, count, limit).height <= max(limit, least) + 0.001
