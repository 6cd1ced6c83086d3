"""The sheet on which a printer is measured: set, and drawn as a sheet with one piece to a side."""

from printkit.export.page.document import Supplies
from printkit.export.page.sheets import write_sheet
from printkit.fonts.catalogue import FAMILIES
from printkit.fonts.shaper import HarfBuzzShaper
from printkit.model.frame import Box
from printkit.model.paper import MILLIMETRE, Size
from printkit.model.sheet import Placed, Printer, Sheet, Side
from printkit.storeroom import Storeroom
from printkit.typeset.calibration import Leaf, typeset_calibration
from printkit.wording.calibrating import back_of, calibration_title, front_of

# What is measured in the middle, and rulers at both edges.
NARROWEST, LOWEST = 139 * MILLIMETRE, 209 * MILLIMETRE


def calibration_sheet(
    printer: Printer, paper: Size, shown: str, store: Storeroom, *, inches: bool
) -> bytes:
    """Give a printer's calibration sheet (PDF) on a paper that is called `shown`.

    What was measured before is not made up for, so that it can be measured anew. The paper is at
    least NARROWEST wide and LOWEST high.
    """
    front, back = front_of(shown, printer.flip), back_of(printer.name, printer.flip)
    leaves = (
        Leaf((calibration_title(printer.name), front.heading), front.above, front.below),
        Leaf((back.heading,), back.above, back.below),
    )
    shaper = HarfBuzzShaper(store.face, tuple(FAMILIES))
    document = typeset_calibration(leaves, paper, shaper, inches=inches)
    box = Box(0, 0, paper.width, paper.height)
    sides = tuple(Side((Placed(number, box),)) for number in range(len(leaves)))
    sheet = Sheet(paper.width, paper.height, sides, cuts=0, flip=printer.flip)
    return write_sheet(document, sheet, Supplies(store.page_constants, store.font, {}))
