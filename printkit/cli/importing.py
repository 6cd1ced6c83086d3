"""`printkit import`."""

import datetime as dt
import sys
from pathlib import Path

import click

from printkit.batch.files import write_new
from printkit.batch.project import Project
from printkit.batch.starting import neighbours_of
from printkit.cli.asking import project_option
from printkit.cli.telling import Teller, refusals
from printkit.errors import Problem, Refused
from printkit.importing.importer import import_file


class Day(click.ParamType[dt.date]):
    """A day of the calendar as ISO 8601 writes it."""

    name = "date"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """Give the day; wrong usage where there is none."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"expected a day such as `2019-01-14`, found `{value}`", param, ctx)


DATE = Day()
_STANDARD_INPUT = "-"


@click.command("import")
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path))
@click.option("--date", "day", type=DATE, metavar="DATE", help="The week it is for: 2019-01-14.")
@click.option("--output", type=click.Path(path_type=Path), help="The bulletin to write.")
@project_option
def import_command(file: Path, day: dt.date | None, output: Path | None, project: Path) -> None:
    """Make a bulletin of an e-mail, text, Word or HTML file.

    It becomes bulletins/<date, or the file's name>.yaml; a file that exists is never overwritten.
    """
    with refusals():
        home = Project(project)
        target = output or _target(home, file, day)
        source = _read(file)
        shown = home.shown(target)
        imported = import_file(source, file.name, neighbours_of(home, target), shown, day)
        write_new(target, imported.yaml.encode("utf-8"), shown)
        Teller().tell(imported.warnings, "warning")
        click.echo(f"wrote {shown}")
        inside = target.parent.resolve() == home.bulletins.resolve()
        name = target.stem if inside else target.as_posix()
        name = f'"{name}"' if " " in name else name
        click.echo(f"read it through, then type `printkit build {name}`")


def _target(home: Project, file: Path, date: dt.date | None) -> Path:
    """Give the bulletin's file: named by its date, else as the imported file is."""
    if date:
        return home.bulletins / f"{date.isoformat()}.yaml"
    if str(file) == _STANDARD_INPUT:
        problem = Problem(
            "a bulletin from standard input needs a name",
            hint="give it with `--date 2019-01-14` or `--output bulletins/name.yaml`",
        )
        raise Refused(problem)
    return home.bulletins / f"{file.stem}.yaml"


def _read(file: Path) -> bytes:
    if str(file) == _STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or "it cannot be read").lower()
        raise Refused(Problem(f"`{file.as_posix()}` could not be read: {reason}")) from None
