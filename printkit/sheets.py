"""An edition's page becomes a sheet of the office's paper: imposed, drawn, and told to staff."""

from dataclasses import dataclass

from printkit.export.page.document import Supplies
from printkit.export.page.sheets import write_sheet
from printkit.imposition.placing import impose
from printkit.model.frame import Document
from printkit.model.sheet import Imposing, Sheet


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet (PDF) with its pages, and what the report says of it."""

    data: bytes
    pages: int
    facts: dict[str, object]


def sheet_file(document: Document, imposing: Imposing, supplies: Supplies) -> SheetFile:
    """Give the sheet of a document of one frame, of two back to back, or of a leaflet's four."""
    sheet = impose(document, imposing)
    data = write_sheet(document, sheet, supplies, imposing.copies)
    return SheetFile(data, len(sheet.sides), facts_of(imposing, sheet))


def facts_of(imposing: Imposing, sheet: Sheet) -> dict[str, object]:
    """Give what the report and its JSON say of a sheet; `flip` is None where one side is printed.

    `sheets` is None where nobody counts the copies.
    """
    return {
        "imposition": imposing.imposition,
        "sheet": imposing.sheet_name,
        "copies": imposing.copies,
        "sheets": sheet.needed(imposing.copies) if imposing.copies else None,
        "cuts": sheet.cuts,
        "folds": sheet.folds,
        "flip": sheet.flip if len(sheet.sides) > 1 else None,
        "printer": imposing.printer.name if imposing.printer else "",
    }
