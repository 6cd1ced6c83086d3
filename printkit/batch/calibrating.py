"""Measuring a printer: the sheet to print, and what was measured, kept in `printers.yaml`."""

from pathlib import Path

from printkit.batch.files import write_together
from printkit.batch.naming import calibration_name
from printkit.batch.options import require
from printkit.batch.plan import Planner
from printkit.batch.printing import called
from printkit.batch.project import Project
from printkit.calibration import LOWEST, NARROWEST, calibration_sheet
from printkit.errors import WrongUsage
from printkit.loading import load_printers, paper_size
from printkit.loading.printers import is_printer_name, with_offsets
from printkit.model.paper import PAPERS
from printkit.model.sheet import Printer
from printkit.storeroom import Storeroom


def write_calibration(
    planner: Planner, store: Storeroom, printer: str, paper: str, output: Path
) -> Path:
    """Write a printer's calibration sheet, on the first office's paper where none is named."""
    if paper not in PAPERS:
        require(paper, tuple(PAPERS), "paper")
    name = paper or next(iter(planner.offices().values())).paper
    size = paper_size(name)
    if size.width < NARROWEST or size.height < LOWEST:
        raise WrongUsage(f"`{name}` is too small to measure a printer with, expected `a5` or more")
    known = planner.printers().get(printer, Printer(printer))
    # Papers that are made in inches are measured in them, too.
    inches = any(part in name for part in ("letter", "legal", "in"))
    data = calibration_sheet(known, size, called(name), store, inches=inches)
    path = output / calibration_name(printer)
    write_together({path: data})
    return path


def keep_offsets(project: Project, printer: str, offsets: dict[str, str]) -> Printer:
    """Keep a printer's offsets in `printers.yaml`, with all else that is there; give the printer.

    Refused where the file is wrong, or written so that nothing can be put into it.
    """
    path, shown = project.printers, project.shown(project.printers)
    changed = with_offsets(path, shown, printer, offsets)
    write_together({path: changed.encode("utf-8")})
    return load_printers(path, shown)[printer]


def require_name(printer: str) -> None:
    """Raise WrongUsage where a printer cannot be called so."""
    if not is_printer_name(printer):
        raise WrongUsage(
            f"`{printer}` cannot be a printer's name, expected a short name in a-z, 0-9 and `-`",
            "call it as people do, such as `office-copier`",
        )
