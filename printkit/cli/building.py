"""`printkit build`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import click

from printkit.batch.equipment import equipment_key
from printkit.batch.options import WEB
from printkit.batch.project import Project
from printkit.batch.recording import Built
from printkit.batch.report import summary_of
from printkit.batch.running import Job, Run, run
from printkit.batch.way import Way
from printkit.cache import user_cache_folder
from printkit.cli.asking import (
    Output,
    chosen,
    edition_options,
    mailing_of,
    output_of,
    planner_for,
    storeroom,
    usual_jobs,
)
from printkit.cli.progress import Bar
from printkit.cli.telling import Teller, refusals

_OFTEN = 20
# The more there is, the longer it takes to look what is to be sent, and the more seldom it is.
_PART = 8
_AT_ONCE = 500


@click.command("build")
@edition_options
def build_command(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options say
    """Make inserts and decks: all bulletins for all offices when nothing is named.

    A BULLETIN is a path, or a name in bulletins/ with or without .yaml.
    """
    run_editions(asked, write=True)


def run_editions(asked: dict[str, Any], *, write: bool) -> None:
    """Plan and run; exit status 1 where something failed or there was nothing to do."""
    project = Project(asked["project"])
    with refusals(), output_of(project, asked["output"]) as output:
        job = _job(asked, project, output, write=write)
        desk = _Desk(output.send)
        try:
            done = run(job, lambda: planner_for(job.project, storeroom()), desk)
        finally:
            desk.bar.close()
        output.send()
        _tell(done, desk.teller, as_json=asked["as_json"])
    failed = any(report.status in ("failed", "old") for report in done.reports)
    if failed or done.problems or not done.reports:
        raise click.exceptions.Exit(1)


def _job(asked: dict[str, Any], project: Project, output: Output, *, write: bool) -> Job:
    web = asked["audience"] == "web"
    looks = asked["layout"], asked["paper"], asked["screen"]
    options = replace(
        chosen(asked["offices"], asked["formats"], looks, web=web),
        imposition=asked["imposition"],
        copies=asked["copies"],
        printer=asked["printer"],
    )
    output = output.part(WEB) if web else output
    way = Way(
        output.folder,
        output.shown,
        user_cache_folder(),
        write,
        verify=asked["verify"],
        strict=asked["strict"],
        counted=not write,
        equipment=equipment_key() if write else "",
        scheduler=asked["scheduler"],
        pictured=write,
        web=web,
    )
    mailing = mailing_of(project, asked["recipients"])
    jobs = asked["jobs"] or usual_jobs()
    names = asked["bulletins"]
    return Job(project, names, options, way, jobs, zipped=asked["zipped"], mailing=mailing)


def _tell(done: Run, teller: Teller, *, as_json: bool) -> None:
    """Tell what came of a run: what was wrong to standard error, the report to standard output."""
    for report in done.reports:
        teller.tell(report.warnings, "warning")
    teller.tell(done.warnings, "warning")
    for report in done.reports:
        teller.tell(report.problems)
    teller.tell(done.problems)
    if done.left_out:
        told = ["left out for the web:", *done.left_out]
        click.echo("\n  ".join(told), err=True)
    lines = _lines(done, as_json=as_json)
    while some := list(islice(lines, _AT_ONCE)):
        click.echo("\n".join(some))
    if not done.reports and not done.problems:
        click.echo(
            "error: there is nothing to build\n  hint: type `printkit init` for a sample", err=True
        )


def _lines(done: Run, *, as_json: bool) -> Iterator[str]:
    for report in done.reports:
        yield report.as_json() if as_json else report.as_text()
    if not as_json:
        yield from (f"zipped    {one.file}: {one.count} files" for one in done.archives)
        yield summary_of(done.reports)


@dataclass(slots=True)
class _Desk:
    """Where a run's news arrive: failures are told as they happen where a person is looking."""

    send: Callable[[], None]
    teller: Teller = field(default_factory=Teller)
    bar: Bar = field(default_factory=Bar)
    next: int = _OFTEN

    def begin(self, editions: int) -> None:
        """Begin the bar."""
        self.bar.total = editions

    def took(self, built: Built) -> None:
        """Move the bar on."""
        first = built.reports[0]
        if self.bar.shown and first.problems:
            self.bar.close()
            self.teller.tell(first.problems)
        self.bar.move(f"{first.bulletin} for {first.recipient or first.office}")
        if self.bar.count >= self.next:
            self.next += max(_OFTEN, self.bar.count // _PART)
            self.send()
