"""Sheets of two sides, whose backs may be upside down, are read back as their pieces are."""

from dataclasses import replace

import pytest
from typeset.manuscripts import WORDING, edition, week
from verify.expecting import expected_of

from printkit.export.page.document import Supplies
from printkit.export.page.sheets import write_sheet
from printkit.imposition.impositions import usual_piece
from printkit.imposition.placing import impose
from printkit.loading import paper_size
from printkit.model.frame import Box, Colour, Fill, Frame
from printkit.model.paper import MILLIMETRE, PAPERS
from printkit.model.sheet import Imposing, Printer, Sheet, Side
from printkit.typeset.insert import typeset_insert
from printkit.typeset.story import Tools
from printkit.verify.sheets import check_sheet, insert_problems

WAYS = [
    (imposition, flip)
    for imposition in ("two-up", "three-up", "four-up")
    for flip in ("long", "short")
]


class Pieces:
    """A piece with a picture of nothing on its front and a page on its back, and its sheets."""

    def __init__(self, storeroom, imposition, printer):
        self.storeroom = storeroom
        name = usual_piece(imposition, PAPERS["letter"])
        self.asked = Imposing(
            imposition, "letter", PAPERS["letter"], name, paper_size(name), None, printer
        )
        self.edition = edition(
            week(12), paper=name, wording=replace(WORDING, date="", reference="")
        )
        layout = self.edition.layout
        made = typeset_insert(self.edition, Tools(storeroom.shaper(layout), None))
        (back,) = made.document.frames
        front = Frame(
            back.width, back.height, (Fill(Box(30, 30, 40, 40), Colour("ink", "000000")),)
        )
        self.document = replace(made.document, frames=(front, back))
        self.sheet = impose(self.document, self.asked)

    def problems(self, drawn: Sheet):
        """Give what is found wrong with a sheet that was drawn so."""
        supplies = Supplies(self.storeroom.page_constants, self.storeroom.font, {})
        data = write_sheet(self.document, drawn, supplies)
        expected = expected_of(self.edition)
        return [one.message for one in check_sheet(data, expected, self.sheet, insert_problems)]


def with_side(sheet: Sheet, number: int, placed) -> Sheet:
    """Give a sheet with other places on one of its sides."""
    sides = list(sheet.sides)
    sides[number] = Side(tuple(placed), sides[number].marks)
    return replace(sheet, sides=tuple(sides))


@pytest.mark.parametrize(("imposition", "flip"), WAYS)
def test_a_sheet_of_two_sides_is_as_it_should_be(storeroom, imposition, flip):
    """Its words, its tags, and the places of all its copies, upside down or not."""
    pieces = Pieces(storeroom, imposition, Printer("copier", 3.0, -2.0, flip))
    assert pieces.problems(pieces.sheet) == []


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("copy", [0, 1])
def test_a_copy_beside_its_cell_is_found(storeroom, side, copy):
    """By two tenths of a millimetre, whichever it is."""
    pieces = Pieces(storeroom, "two-up", None)
    placed = list(pieces.sheet.sides[side].placed)
    box = placed[copy].box
    placed[copy] = placed[copy]._replace(box=box._replace(top=box.top + 0.2 * MILLIMETRE))
    found = pieces.problems(with_side(pieces.sheet, side, placed))
    assert f"copy {copy + 1} stands 0.2 mm beside its cell" in found


def test_a_back_that_is_not_turned_is_found(storeroom):
    """It would be upside down for whoever turns the leaf."""
    pieces = Pieces(storeroom, "two-up", None)
    placed = [one._replace(turned=False) for one in pieces.sheet.sides[1].placed]
    found = pieces.problems(with_side(pieces.sheet, 1, placed))
    assert sum("beside its cell" in one for one in found) == 2


def test_a_missing_copy_and_a_missing_side_are_found(storeroom):
    """They are counted."""
    pieces = Pieces(storeroom, "two-up", None)
    fewer = with_side(pieces.sheet, 0, pieces.sheet.sides[0].placed[:1])
    assert "expected 2 copies, found 1" in pieces.problems(fewer)
    back = replace(pieces.sheet, sides=pieces.sheet.sides[1:])
    assert pieces.problems(back) == ["expected a sheet of 2 pages, found 1"]
