"""`printkit calibrate`."""

from pathlib import Path
from typing import Any

import click

from printkit.batch.calibrating import keep_offsets, require_name, write_calibration
from printkit.batch.project import Project
from printkit.cli.asking import planner_for, project_option, storeroom
from printkit.cli.telling import refusals
from printkit.loading.printers import offset


class Offset(click.ParamType[str]):
    """A length that may be less than nothing, as typed."""

    name = "length"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give it without blanks; wrong usage where it is no length, or too long."""
        try:
            offset(value)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)
        return "".join(value.split()).replace("\N{MINUS SIGN}", "-")


_OFFSET = Offset()


@click.command("calibrate")
@click.argument("printer", metavar="PRINTER")
@click.option("--right", type=_OFFSET, metavar="LENGTH", help="How far to move backs: 1.5mm.")
@click.option("--down", type=_OFFSET, metavar="LENGTH", help="The same, downwards: -0.5mm.")
@click.option("--paper", default="", metavar="NAME", help="Instead of the first office's own.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@project_option
def calibrate_command(printer: str, project: Path, **asked: Any) -> None:  # noqa: ANN401 - click's
    """Make a sheet that shows how far a printer's backs are off its fronts.

    Print it, measure, and keep what you measured with --right and --down in printers.yaml.
    """
    home = Project(project)
    offsets = {key: asked[key] for key in ("right", "down") if asked[key] is not None}
    with refusals():
        require_name(printer)
        if offsets:
            _keep(home, printer, offsets)
            return
        store = storeroom()
        folder = asked["output"] or home.folder / "output"
        path = write_calibration(planner_for(home, store), store, printer, asked["paper"], folder)
        click.echo(f"wrote {home.shown(path)}")
        click.echo("print it on both sides at actual size, and read what it says")


def _keep(home: Project, printer: str, offsets: dict[str, str]) -> None:
    kept = keep_offsets(home, printer, offsets)
    said = ", ".join(f"{key} {value}" for key, value in offsets.items())
    click.echo(f"kept {said} for {kept.name} in {home.shown(home.printers)}")
    click.echo(f"type `printkit build --format sheet --printer {kept.name}`")
