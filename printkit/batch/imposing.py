"""What is asked of sheets, held against what there is: impositions, papers and printers."""

from collections.abc import Sequence
from functools import cached_property

from printkit.batch.options import Options, require
from printkit.batch.project import Project
from printkit.errors import WrongUsage
from printkit.imposition.impositions import (
    IMPOSITIONS,
    USUAL,
    grid_for,
    tiling_papers,
    usual_piece,
)
from printkit.loading import load_printers, paper_size
from printkit.model.formats import IMPOSED, SHEET
from printkit.model.office import Office
from printkit.model.sheet import LEAFLET, Imposing, Printer


class Imposer:
    """Knows how the editions of a project come onto sheets."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def printers(self) -> dict[str, Printer]:
        """The project's printers; Refused with all that is wrong with their file."""
        path = self._project.printers
        return load_printers(path, self._project.shown(path))

    def require(self, options: Options, offices: Sequence[Office]) -> None:
        """Raise WrongUsage for what does not exist, and for pieces that do not fit a paper."""
        require(options.imposition, tuple(IMPOSITIONS), "imposition")
        if not _is_imposed(options):
            _refuse_without_sheet(options)
            return
        if options.printer and not self.printers:
            raise WrongUsage(
                f"there is no printer `{options.printer}`, and none is known",
                f"type `printkit calibrate {options.printer}` and measure it first",
            )
        require(options.printer, tuple(self.printers), "printer")
        _refuse_to_fold(options)
        for office in offices:
            _require_fit(self._asked(options, office), office)

    def imposing(self, options: Options, office: Office) -> Imposing | None:
        """Give how an office's sheets are made; None where none are asked for."""
        return self._asked(options, office) if _is_imposed(options) else None

    def _asked(self, options: Options, office: Office) -> Imposing:
        imposition, sheet = options.imposition or USUAL, paper_size(office.paper)
        piece = options.paper or usual_piece(imposition, sheet)
        return Imposing(
            imposition=imposition,
            sheet_name=office.paper,
            sheet=sheet,
            piece_name=piece,
            piece=paper_size(piece),
            copies=options.copies,
            printer=self.printers[options.printer] if options.printer else None,
            every=bool(options.imposition),
        )


def _is_imposed(options: Options) -> bool:
    possible = IMPOSED if options.imposition else (SHEET,)
    return any(name in possible for name in options.formats)


def _refuse_without_sheet(options: Options) -> None:
    """Refuse what is for sheets where none is made."""
    asked = {
        "--imposition": options.imposition,
        "--copies": options.copies,
        "--printer": options.printer,
    }
    for option, value in asked.items():
        if value:
            raise WrongUsage(
                f"`{option} {value}` is for sheets, and none is among the formats",
                _how_to_impose(options, f"{option} {value}"),
            )


def _refuse_to_fold(options: Options) -> None:
    """Refuse what has a front and a back of its own where sheets are folded to leaflets."""
    fixed = [name for name in options.formats if name in IMPOSED and name != SHEET]
    if options.imposition == LEAFLET and fixed:
        cut = [f"`{name}`" for name in IMPOSITIONS if name != LEAFLET]
        raise WrongUsage(
            f"`{fixed[0]}` cannot be imposed as `{LEAFLET}`, expected {', '.join(cut[:-1])} "
            f"or {cut[-1]}",
            f"type `--format {SHEET} --imposition {LEAFLET}`: it has the insert on four panels",
        )


def _how_to_impose(options: Options, asked: str) -> str:
    """Say what to type so that what is asked is for something."""
    if IMPOSED.isdisjoint(options.formats):
        return f"type `--format sheet {asked}`"
    return f"type `--imposition {USUAL} {asked}`"


def _require_fit(asked: Imposing, office: Office) -> None:
    if grid_for(asked.imposition, asked.sheet, asked.piece) is None:
        names = tiling_papers(asked.imposition, asked.sheet)
        listed = ("one of " if names[1:] else "") + ", ".join(f"`{name}`" for name in names)
        raise WrongUsage(
            f"`{asked.piece_name}` does not tile `{asked.sheet_name}`, the paper of office "
            f"`{office.identity}`, for `{asked.imposition}`, expected {listed}",
            f"{_another_way(asked)}leave out `--paper`, or name other offices with `--office`",
        )


def _another_way(asked: Imposing) -> str:
    """Name the imposition whose piece was asked for, as the beginning of a hint; empty for none."""
    fitting = (name for name in IMPOSITIONS if grid_for(name, asked.sheet, asked.piece))
    name = next(fitting, None)
    return f"type `--imposition {name}`, " if name else ""
