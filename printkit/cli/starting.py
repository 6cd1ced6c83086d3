"""`printkit new` and `printkit init`."""

import datetime as dt
from pathlib import Path

import click

from printkit.batch.project import Project
from printkit.batch.starting import start_bulletin, start_project, start_translation
from printkit.cli.asking import planner_for, project_option, storeroom
from printkit.cli.importing import DATE
from printkit.cli.telling import Teller, refusals
from printkit.errors import Problem, WrongUsage
from printkit.loading import language_of
from printkit.wording.fixed import has_fixed_words


@click.command("new")
@click.argument("day", required=False, type=DATE, metavar="[DATE]")
@click.option("--language", metavar="TAG", help="Start the translation of DATE's bulletin.")
@project_option
def new_command(day: dt.date | None, language: str | None, project: Path) -> None:
    """Start an empty bulletin with last week's region names, or a translation to fill in.

    DATE is written 2019-01-14; left out, it is a week after the newest bulletin.
    """
    with refusals():
        home = Project(project)
        planner = planner_for(home, storeroom())
        if language:
            tag = language_of(Path(f"x.{language}.yaml"))
            if tag is None:
                raise WrongUsage(f"`{language}` is no language tag, expected one such as `fr-CA`")
            made = start_translation(home, planner.checks, day, tag)
        else:
            made = start_bulletin(home, planner.checks, day)
        if language and not has_fixed_words(language):
            Teller().tell([_without_words(language)], "warning")
        click.echo(f"wrote {home.shown(made)}")
        click.echo(f"fill it in, then type `printkit build {made.stem}`")


@click.command("init")
@click.argument("directory", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
def init_command(directory: Path | None) -> None:
    """Start a folder with layouts and a sample bulletin."""
    with refusals():
        folder = (directory or Path()).as_posix()
        for path in start_project(Path(folder)):
            click.echo(f"wrote {path.as_posix()}")
        if folder != ".":
            click.echo(f"now type `cd {_quoted(folder)}`")
        click.echo("open `layouts/offices.yaml`, and give your country's entry the name, the link")
        click.echo("and the imprint (what stands at the foot of every page) of your own church")
        click.echo("then type `printkit build`")


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _without_words(language: str) -> Problem:
    message = f"printkit has no words of its own in `{language}`"
    return Problem(
        f"{message}, so the notes' last lines will be English",
        hint="if you mean another language, delete the file and type that one's tag",
    )
