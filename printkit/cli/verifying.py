"""`printkit verify`."""

from pathlib import Path

import click

from printkit.batch.project import Project
from printkit.batch.verifying import Court, verify
from printkit.cli.asking import output_of, planner_for, project_option, storeroom
from printkit.cli.telling import Teller, refusals


@click.command("verify")
@click.argument("directory", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@project_option
def verify_command(directory: Path | None, project: Path) -> None:
    """Read the built files back and hold them against their bulletins."""
    teller = Teller()
    found = files = 0
    with refusals():
        home = Project(project)
        store = storeroom()
        output, shown = output_of(home, directory)
        for verdict in verify(Court(output, shown, home, planner_for(home, store), store)):
            files += 1
            found += bool(verdict.problems)
            teller.tell(verdict.notes, "warning")
            teller.tell(verdict.problems)
            click.echo(f"{'WRONG ' if verdict.problems else 'ok    '} {verdict.file}")
    click.echo(
        f"{files} files, {found} wrong" if found else f"{files} files, all as their bulletins"
    )
    if found:
        raise click.exceptions.Exit(1)
