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

DATE = click.DateTime(["%Y-%m-%d"])
_STANDARD_INPUT = "-"


@click.command("import")
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path))
@click.option("--date", "day", type=DATE, metavar="DATE", help="The week it is for: 2019-01-14.")
@click.option("--output", type=click.Path(path_type=Path), help="The bulletin to write.")
@project_option
def import_command(file: Path, day: dt.datetime | None, output: Path | None, project: Path) -> None:
    """Make a bulletin of an e-mail, text, Word or HTML file.

    It becomes bulletins/<date, or the file's name>.yaml; a file that exists is never overwritten.
    """
    with refusals():
        home = Project(project)
        date = day.date() if day else None
        target = output or _target(home, file, date)
        source = _read(file)
        shown = home.shown(target)
        imported = import_file(source, file.name, neighbours_of(home, target), shown, date)
        write_new(target, imported.yaml.encode("utf-8"), shown)
        Teller().tell(imported.warnings, "warning")
        click.echo(f"wrote {shown}")
        click.echo(f"read it through, then type `printkit build {target.stem}`")


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
