"""A leaflet's four panels on its sheet: outside and inside, and what lies behind what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.imposition.impositions import grid_for, tiling_papers, usual_piece
from printkit.imposition.placing import impose, impose_pieces, shift_of
from printkit.loading import paper_size
from printkit.model.frame import Document, Frame
from printkit.model.paper import MILLIMETRE, PAPERS, Size
from printkit.model.sheet import LEAFLET, Imposing, Placed, Printer

flips = st.sampled_from(("long", "short"))
offsets = st.floats(-20, 20)
printers = st.builds(
    Printer, st.just("copier"), offsets, offsets, flips, st.sampled_from(("left", "right"))
)


def leaflet(paper, piece=None, printer=None, copies=None):
    """Give what is asked of leaflets of a paper."""
    name = piece or usual_piece(LEAFLET, paper_size(paper))
    whole, panel = paper_size(paper), paper_size(name)
    return Imposing(LEAFLET, paper, whole, name, panel, copies, printer)


def behind(placed: Placed, width: float, height: float, *, level: bool) -> tuple[float, float]:
    """Give where the middle of a back's panel lies as the front is read, once it is turned."""
    box = placed.box
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return (across, height - down) if level else (width - across, down)


@pytest.mark.parametrize(
    ("paper", "panel"),
    [
        ("a4", "a5"),
        ("letter", "half-letter"),
        ("legal", "legal-panel"),
        ("a3", "a4"),
        ("a5", "a6"),
        ("dl", "105mm x 99mm"),
        ("6in x 9in", "4.5in x 6in"),
    ],
)
def test_a_panel_is_half_of_the_paper(paper, panel):
    """It stands side by side with another on the wide sheet, and nothing is left over."""
    assert usual_piece(LEAFLET, paper_size(paper)) == panel
    sheet = impose_pieces(4, leaflet(paper))
    assert sheet.width > sheet.height
    for side in sheet.sides:
        for one in side.placed:
            half = sheet.width / 2 * (one.box.left > sheet.width / 4)
            assert one.box.left == pytest.approx(half, abs=MILLIMETRE)
            assert one.box.right == pytest.approx(half + sheet.width / 2, abs=MILLIMETRE)
            assert one.box.height == pytest.approx(sheet.height, abs=MILLIMETRE)


@pytest.mark.parametrize(
    ("paper", "piece", "fits"),
    [
        ("letter", "half-letter", True),
        ("letter", "4.25in x 11in", True),
        ("letter", "a5", False),
        ("letter", "8.5in x 5.5in", False),
        ("legal", "half-letter", False),
        ("a4", "dl", False),
        ("a4", "a6", False),
    ],
)
def test_what_would_have_to_be_cut_is_no_panel(paper, piece, fits):
    """Nor is what would be folded about a level edge; the long way is as good as the short one."""
    assert bool(grid_for(LEAFLET, paper_size(paper), paper_size(piece))) is fits


def test_the_papers_that_are_panels_are_named():
    """Only the half is one."""
    assert tiling_papers(LEAFLET, PAPERS["letter"]) == ("half-letter",)
    assert tiling_papers(LEAFLET, PAPERS["a4"]) == ("a5",)
    assert tiling_papers(LEAFLET, PAPERS["dl"]) == ("105mm x 99mm",)


def test_the_first_panel_is_at_the_right_of_the_outside():
    """The last is at its left, and inside the second is left of the third where it is read."""
    printer = Printer("copier", flip="short")
    outside, inside = impose_pieces(4, leaflet("letter", printer=printer)).sides
    assert [one.frame for one in sorted(outside.placed, key=lambda one: one.box.left)] == [3, 0]
    assert [one.frame for one in sorted(inside.placed, key=lambda one: one.box.left)] == [1, 2]
    assert not any(one.turned for one in (*outside.placed, *inside.placed))


def test_the_inside_is_upside_down_where_the_sheet_is_turned_about_its_level_edge():
    """So that it is upright for whoever opens the leaflet; as it is read, two is left of three."""
    outside, inside = impose_pieces(4, leaflet("letter")).sides
    assert not any(one.turned for one in outside.placed)
    assert all(one.turned for one in inside.placed)
    assert [one.frame for one in sorted(inside.placed, key=lambda one: -one.box.left)] == [1, 2]


def test_the_sides_are_placed_in_their_reading_order():
    """Panels one and four, then two and three; those of one number lie back to back."""
    outside, inside = impose_pieces(4, leaflet("a4")).sides
    assert [one.frame for one in outside.placed] == [0, 3]
    assert [one.frame for one in inside.placed] == [1, 2]


@given(st.builds(Size, st.floats(72, 1500), st.floats(72, 1500)), flips, printers)
def test_two_lies_behind_one_and_three_behind_four(paper, flip, printer):
    """Whatever the paper, the flip and the printer's offsets, and no panel upside down to it."""
    half = Size(max(paper.width, paper.height) / 2, min(paper.width, paper.height))
    printer = Printer("copier", printer.right, printer.down, flip, printer.landscape)
    asked = Imposing(LEAFLET, "p", paper, "q", half, None, printer)
    sheet = impose_pieces(4, asked)
    outside, inside = ({one.frame: one for one in side.placed} for side in sheet.sides)
    assert sorted((*outside, *inside)) == [0, 1, 2, 3]
    wide = sheet.width > sheet.height
    level = wide == (flip == "long")
    right, down = shift_of(printer, wide=wide)
    for front, back in ((0, 1), (3, 2)):
        box = inside[back].box
        plain = inside[back]._replace(box=box._replace(left=box.left - right, top=box.top - down))
        there = outside[front].box
        middle = (there.left + there.right) / 2, (there.top + there.bottom) / 2
        found = behind(plain, sheet.width, sheet.height, level=level)
        assert found == pytest.approx(middle, abs=0.1 * MILLIMETRE)
        assert inside[back].turned is level


def test_a_leaflet_is_one_piece_that_is_folded():
    """It has no cuts and no marks, and everyone needs a sheet."""
    sheet = impose_pieces(4, leaflet("letter"))
    assert (sheet.pieces, sheet.cuts, sheet.folds) == (1, 0, 1)
    assert sheet.needed(60) == 60
    assert not any(side.marks for side in sheet.sides)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_only_four_frames_are_folded(count):
    """Anything else is a fault of whoever asks."""
    document = Document("T", "en", (Frame(396, 612, ()),) * count)
    with pytest.raises(ValueError, match="such pieces do not fit"):
        impose(document, leaflet("letter"))
