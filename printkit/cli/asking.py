"""What build, check and verify have in common: their options, and the project they work on.

What draws and reads files is imported when it is asked for: a run that builds nothing needs none.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cache import Cache, user_cache_folder
from printkit.cli.telling import options
from printkit.errors import WrongUsage
from printkit.model.formats import FORMATS, KNOWN_FORMATS

if TYPE_CHECKING:
    from printkit.batch.plan import Planner
    from printkit.storeroom import Storeroom

FOLDER = click.Path(path_type=Path, file_okay=False)

project_option = click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The folder that holds bulletins/ and layouts/ (this one when left out).",
)

edition_options: Callable[[Callable[..., None]], Callable[..., None]] = options(
    click.argument("bulletins", nargs=-1, metavar="[BULLETIN]..."),
    click.option(
        "--office",
        "offices",
        multiple=True,
        metavar="ID",
        help="Only this office; may be repeated.",
    ),
    click.option(
        "--format",
        "formats",
        metavar="NAME,…",
        help="insert, slides (both when left out), insert-png, slides-pdf, slides-png, "
        "freeshow, propresenter, leader.",
    ),
    click.option("--layout", default="", metavar="NAME", help="Instead of the office's own."),
    click.option("--paper", default="", metavar="NAME", help="Instead of the office's own."),
    click.option("--screen", default="", metavar="SHAPE", help="16:9, 16:10 or 4:3."),
    click.option("--output", type=FOLDER, help="Where the files go (output/ when left out)."),
    click.option("--jobs", type=click.IntRange(1), help="How many editions are made at a time."),
    project_option,
    click.option("--strict", is_flag=True, help="Warnings are errors."),
    click.option("--verify", is_flag=True, help="Read every file back before it counts as built."),
    click.option("--json", "as_json", is_flag=True, help="The report as JSON lines."),
)


def chosen(offices: tuple[str, ...], formats: str | None, looks: tuple[str, str, str]) -> Options:
    """Give the options of a plan; WrongUsage where `--format` names none."""
    names = tuple(name.strip() for name in formats.split(",")) if formats is not None else FORMATS
    if not all(names):
        known = ", ".join(f"`{name}`" for name in KNOWN_FORMATS)
        raise WrongUsage(f"`--format` names no format, expected some of {known}")
    return Options(offices, tuple(dict.fromkeys(names)), *looks)


def storeroom() -> "Storeroom":
    """Give the storeroom over the user's cache."""
    from printkit.storeroom import Storeroom  # noqa: PLC0415 - fonts, patterns, locale tables

    return Storeroom(Cache(user_cache_folder()))


def planner_for(project: Project, store: "Storeroom") -> "Planner":
    """Give the planner that checks pictures and characters."""
    from printkit.batch.plan import Planner  # noqa: PLC0415 - YAML and all that draws
    from printkit.loading import Checks  # noqa: PLC0415 - as above
    from printkit.pictures.preparing import check  # noqa: PLC0415 - Pillow

    return Planner(project, Checks(check, store.has_character))


def output_of(project: Project, output: Path | None) -> tuple[Path, str]:
    """Give the output folder, and how the report names it."""
    folder = output or project.folder / "output"
    return folder, folder.as_posix() if output else "output"


def usual_jobs() -> int:
    """Give how many processes this machine can run side by side."""
    return os.cpu_count() or 1
