"""Pieces on sheets: where they stand, how they lie back to back, and where they are cut."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.imposition.impositions import (
    IMPOSITIONS,
    grid_for,
    tiling_papers,
    usual_piece,
)
from printkit.imposition.placing import impose, impose_pieces, shift_of
from printkit.loading import paper_size
from printkit.model.frame import Document, Frame
from printkit.model.paper import MILLIMETRE, PAPERS, Size
from printkit.model.sheet import Imposing, Printer

HAIR = 0.001
CUT = [name for name, imposition in IMPOSITIONS.items() if not imposition.folds]
lengths = st.floats(72, 1500)
sizes = st.builds(Size, lengths, lengths)
printers = st.none() | st.builds(
    Printer,
    st.just("copier"),
    st.floats(-20, 20),
    st.floats(-20, 20),
    st.sampled_from(("long", "short")),
    st.sampled_from(("left", "right")),
)


def imposing(imposition, paper, piece=None, printer=None):
    """Give what is asked of sheets of a paper."""
    name = piece or usual_piece(imposition, paper_size(paper))
    return Imposing(imposition, paper, paper_size(paper), name, paper_size(name), None, printer)


@pytest.mark.parametrize(
    ("imposition", "paper", "piece"),
    [
        ("two-up", "letter", "half-letter"),
        ("three-up", "letter", "third-letter"),
        ("four-up", "letter", "quarter-letter"),
        ("two-up", "legal", "legal-panel"),
        ("three-up", "legal", "4.666in x 8.5in"),
        ("four-up", "legal", "4.25in x 7in"),
        ("two-up", "a4", "a5"),
        ("three-up", "a4", "dl"),
        ("four-up", "a4", "a6"),
        ("two-up", "a3", "a4"),
        ("three-up", "a3", "140mm x 297mm"),
        ("four-up", "a3", "a5"),
        ("two-up", "6in x 9in", "4.5in x 6in"),
    ],
)
def test_a_paper_s_part_tiles_it(imposition, paper, piece):
    """It has its name where it has one, and is its own size by arithmetic where it has none."""
    assert usual_piece(imposition, paper_size(paper)) == piece
    grid = grid_for(imposition, paper_size(paper), paper_size(piece))
    assert grid.tiles
    assert grid.cuts == {"two-up": 1, "three-up": 2, "four-up": 2}[imposition]


def test_the_papers_that_tile_are_named():
    """Where none has a name it is the size that would."""
    assert tiling_papers("three-up", PAPERS["a4"]) == ("dl",)
    assert tiling_papers("two-up", PAPERS["a4"]) == ("a5",)
    assert tiling_papers("four-up", PAPERS["letter"]) == ("quarter-letter",)
    assert tiling_papers("four-up", PAPERS["dl"]) == ("49.5mm x 105mm",)


@pytest.mark.parametrize(
    ("imposition", "paper", "piece"),
    [
        ("two-up", "a4", "a6"),
        ("two-up", "legal", "half-letter"),
        ("two-up", "letter", "5in x 8in"),
        ("three-up", "letter", "dl"),
        ("four-up", "letter", "half-letter"),
    ],
)
def test_what_is_smaller_or_larger_than_its_part_of_the_sheet_tiles_nothing(
    imposition, paper, piece
):
    """Some would fit, with crop marks and a guillotine: staff have a cutter and one evening."""
    assert grid_for(imposition, paper_size(paper), paper_size(piece)) is None
    with pytest.raises(ValueError, match="such pieces do not fit"):
        impose_pieces(1, imposing(imposition, paper, piece))


@given(st.sampled_from(CUT), sizes, st.floats(0, 1), st.floats(0, 1), printers)
def test_pieces_lie_on_the_sheet_and_none_on_another(imposition, paper, narrower, lower, printer):
    """Also those a millimetre smaller than their part; a back's may be moved by its offsets."""
    share = IMPOSITIONS[imposition].share(paper)
    piece = Size(share.width - narrower * 2.8, share.height - lower * 2.8)
    asked = Imposing(imposition, "p", paper, "q", piece, None, printer)
    sheet = impose_pieces(2, asked)
    assert sorted((sheet.width, sheet.height)) == sorted((paper.width, paper.height))
    shifts = (0.0, 0.0), shift_of(printer, wide=sheet.width > sheet.height)
    for side, (across, down) in zip(sheet.sides, shifts, strict=True):
        boxes = [one.box for one in side.placed]
        assert len(boxes) == {"two-up": 2, "three-up": 3, "four-up": 4}[imposition]
        for box in boxes:
            assert (box.width, box.height) == (piece.width, piece.height)
            assert box.left - across >= -HAIR
            assert box.right - across <= sheet.width + HAIR
            assert box.top - down >= -HAIR
            assert box.bottom - down <= sheet.height + HAIR
        for one, other in combinations(boxes, 2):
            beside = one.right <= other.left + HAIR or other.right <= one.left + HAIR
            below = one.bottom <= other.top + HAIR or other.bottom <= one.top + HAIR
            assert beside or below


@pytest.mark.parametrize("imposition", CUT)
@pytest.mark.parametrize("paper", ["letter", "legal", "a4", "a3"])
def test_ticks_stand_where_copiers_print_on_each_cut(imposition, paper):
    """They go from 6.5 to 12 mm from the edge, half a point wide, at both ends."""
    sheet = impose_pieces(1, imposing(imposition, paper))
    (side,) = sheet.sides
    assert len(side.marks) == 2 * sheet.cuts
    for mark in side.marks:
        assert min(mark.width, mark.height) == 0.5
        upright = mark.height > mark.width
        length, whole = (mark.height, sheet.height) if upright else (mark.width, sheet.width)
        start = mark.top if upright else mark.left
        assert length == pytest.approx(5.5 * MILLIMETRE)
        nearest = min(start, whole - start - length)
        assert nearest == pytest.approx(6.5 * MILLIMETRE)
        middle = mark.left + 0.25 if upright else mark.top + 0.25
        edges = {edge for one in side.placed for edge in _edges(one.box, upright=upright)}
        assert min(abs(middle - edge) for edge in edges) < MILLIMETRE


def _edges(box, *, upright):
    return (box.left, box.right) if upright else (box.top, box.bottom)


@pytest.mark.parametrize(
    ("imposition", "flip", "turned"),
    [
        ("two-up", "long", True),
        ("two-up", "short", False),
        ("three-up", "long", True),
        ("three-up", "short", False),
        ("four-up", "long", False),
        ("four-up", "short", True),
    ],
)
def test_backs_are_upside_down_where_the_sheet_is_turned_about_a_level_edge(
    imposition, flip, turned
):
    """Two and three stand on a wide sheet, whose long edge is level; four on an upright one."""
    printer = Printer("copier", flip=flip)
    front, back = impose_pieces(2, imposing(imposition, "letter", printer=printer)).sides
    assert not any(one.turned for one in front.placed)
    assert all(one.turned is turned for one in back.placed)
    assert {one.frame for one in back.placed} == {1}


def test_offsets_are_turned_with_a_wide_sheet():
    """What is to the right on upright paper is below on a page whose top lies at its left."""
    measured = Printer("copier", right=3.0, down=1.0)
    assert shift_of(measured, wide=False) == (3.0, 1.0)
    assert shift_of(measured, wide=True) == (-1.0, 3.0)
    other = Printer("copier", right=3.0, down=1.0, landscape="right")
    assert shift_of(other, wide=True) == (1.0, -3.0)
    assert shift_of(None, wide=True) == (0.0, 0.0)


@pytest.mark.parametrize("frames", [(), ((99, 99),), ((396, 612),) * 3])
def test_only_one_or_two_frames_of_the_piece_s_size_are_imposed(frames):
    """Anything else is a fault of whoever asks."""
    document = Document("T", "en", tuple(Frame(*size, ()) for size in frames))
    with pytest.raises(ValueError, match="piece"):
        impose(document, imposing("two-up", "letter"))


@pytest.mark.parametrize(("copies", "sheets"), [(1, 1), (2, 1), (3, 2), (120, 60), (121, 61)])
def test_sheets_are_counted_up(copies, sheets):
    """Nobody goes without."""
    assert impose_pieces(1, imposing("two-up", "letter")).needed(copies) == sheets
