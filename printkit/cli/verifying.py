"""`printkit verify`."""

from itertools import chain
from pathlib import Path

import click

from printkit.batch.addresses import Addresses
from printkit.batch.manifest import NAME
from printkit.batch.options import WEB
from printkit.batch.project import Project
from printkit.batch.verifying import Court, verify
from printkit.cli.asking import PLACE, output_of, planner_for, project_option, storeroom
from printkit.cli.telling import Teller, refusals


@click.command("verify")
@click.argument("directory", required=False, type=PLACE, metavar="[DIR]")
@click.option("--outline", is_flag=True, help="Print what each file says, as it is read aloud.")
@project_option
def verify_command(directory: str | None, project: Path, *, outline: bool) -> None:
    """Read the built files back and hold them against their bulletins; those for the web, too."""
    teller = Teller()
    found = files = 0
    home = Project(project)
    with refusals(), output_of(home, directory) as output:
        store = storeroom()
        planner = planner_for(home, store)
        addresses = Addresses(home, planner.checks)
        parts = [output.part(WEB)] if (output.folder / WEB / NAME).is_file() else []
        parts[:0] = [output] if (output.folder / NAME).is_file() or not parts else []
        courts = [
            Court(one.folder, one.shown, home, planner, store, addresses, outlined=outline)
            for one in parts
        ]
        for verdict in chain.from_iterable(map(verify, courts)):
            files += 1
            found += bool(verdict.problems)
            teller.tell(verdict.notes, "warning")
            teller.tell(verdict.problems)
            click.echo(f"{'WRONG ' if verdict.problems else 'ok    '} {verdict.file}")
            for line in verdict.outline:
                click.echo(f"  {line}")
    click.echo(
        f"{files} files, {found} wrong" if found else f"{files} files, all as their bulletins"
    )
    if found:
        raise click.exceptions.Exit(1)
