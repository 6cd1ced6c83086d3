"""What build, check and verify have in common: their options, and the project they work on.

What draws and reads files is imported when it is asked for: a run that builds nothing needs none.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.batch.mirror import is_url, mirrored
from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cache import Cache, user_cache_folder
from printkit.cli.telling import options
from printkit.errors import WrongUsage
from printkit.model.formats import FORMATS, KNOWN_FORMATS, ON_OWN_PAPER

if TYPE_CHECKING:
    from printkit.batch.mailing import Mailing
    from printkit.batch.plan import Planner
    from printkit.storeroom import Storeroom


class FolderOrUrl(click.ParamType[str]):
    """A folder, or a URL that fsspec can open."""

    name = "folder"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give it as it was typed; wrong usage where it is a file."""
        if not is_url(value):
            click.Path(file_okay=False).convert(value, param, ctx)
        return value


PLACE = FolderOrUrl()

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
        help="insert, slides (both when left out), insert-png, sheet, two-sided, bilingual, "
        "large-print, slides-pdf, slides-png, freeshow, propresenter, leader.",
    ),
    click.option("--layout", default="", metavar="NAME", help="Instead of the office's own."),
    click.option(
        "--paper",
        default="",
        metavar="NAME",
        help="Instead of the office's own; for sheets, the size of the piece.",
    ),
    click.option("--screen", default="", metavar="SHAPE", help="16:9, 16:10 or 4:3."),
    click.option(
        "--recipients",
        type=click.Path(path_type=Path),
        metavar="FILE.csv",
        help="An edition for each church of a table: name, and if you like id, service, contact.",
    ),
    click.option(
        "--imposition",
        default="",
        metavar="NAME",
        help="For sheets: two-up (when left out), three-up, four-up, or leaflet, folded once.",
    ),
    click.option(
        "--copies",
        type=click.IntRange(1),
        metavar="N",
        help="For sheets: how many people there are; the report counts the sheets.",
    ),
    click.option(
        "--printer",
        default="",
        metavar="NAME",
        help="For sheets: the printer of printers.yaml, for its offsets.",
    ),
    click.option(
        "--output",
        type=PLACE,
        metavar="DIR",
        help="Where the files go (output/ when left out); a URL such as s3://… as well.",
    ),
    click.option(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="Have the editions made by the workers of a Dask cluster: tcp://….",
    ),
    click.option(
        "--for",
        "audience",
        type=click.Choice(["print", "web"]),
        default="print",
        help="For the web, requests marked `sensitive` are left out.",
    ),
    click.option("--zip", "zipped", is_flag=True, help="One archive for each office as well."),
    click.option("--jobs", type=click.IntRange(1), help="How many are made here at a time."),
    project_option,
    click.option("--strict", is_flag=True, help="Warnings are errors."),
    click.option("--verify", is_flag=True, help="Read every file back before it counts as built."),
    click.option("--json", "as_json", is_flag=True, help="The report as JSON lines."),
)


def chosen(
    offices: tuple[str, ...], formats: str | None, looks: tuple[str, str, str], *, web: bool = False
) -> Options:
    """Give the options of a plan; WrongUsage where `--format` names none, or none on that paper."""
    names = tuple(name.strip() for name in formats.split(",")) if formats is not None else FORMATS
    if not all(names):
        known = ", ".join(f"`{name}`" for name in KNOWN_FORMATS)
        raise WrongUsage(f"`--format` names no format, expected some of {known}")
    _, paper, _ = looks
    fixed = [name for name in names if name in ON_OWN_PAPER]
    if paper and fixed:
        raise WrongUsage(
            f"`{fixed[0]}` is always on the office's own paper, found `--paper {paper}`",
            f"type `--format {fixed[0]}` without `--paper`, in a run of its own",
        )
    return Options(offices, tuple(dict.fromkeys(names)), *looks, web=web)


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


@dataclass(frozen=True, slots=True)
class Output:
    """Where files go: a folder, how the report names it, and what sends them on from there."""

    folder: Path
    shown: str
    send: Callable[[], None] = lambda: None

    def part(self, name: str) -> "Output":
        """Give a folder in it."""
        return replace(self, folder=self.folder / name, shown=f"{self.shown}/{name}")


@contextmanager
def output_of(project: Project, named: str | None) -> Iterator[Output]:
    """Give the output folder: the project's where none is named, a copy to send for a URL."""
    if named is None:
        yield Output(project.folder / "output", "output")
    elif is_url(named):
        with mirrored(named) as mirror:
            yield Output(mirror.folder, named.rstrip("/"), mirror.send)
    else:
        yield Output(Path(named), Path(named).as_posix())


def mailing_of(project: Project, file: Path | None) -> "Mailing | None":
    """Give the recipients that are asked for; Refused with all that is wrong with their table."""
    if file is None:
        return None
    from printkit.batch.mailing import load_mailing  # noqa: PLC0415 - with recipients alone
    from printkit.loading import Checks  # noqa: PLC0415 - YAML

    fonts = cache(storeroom)
    return load_mailing(file, project, Checks(lambda _: None, lambda c: fonts().has_character(c)))


def usual_jobs() -> int:
    """Give how many processes this machine can run side by side."""
    return os.cpu_count() or 1
