"""`printkit build`."""

import sys
from dataclasses import dataclass
from typing import Any

import click

from printkit.batch.building import Built, Way, build
from printkit.batch.plan import Plan
from printkit.batch.project import Project
from printkit.batch.report import FileReport, summary_of
from printkit.cache import user_cache_folder
from printkit.cli.asking import (
    chosen,
    edition_options,
    output_of,
    planner_for,
    storeroom,
    usual_jobs,
)
from printkit.cli.telling import Teller, refusals


@click.command("build")
@edition_options
def build_command(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options say
    """Make inserts and decks: all bulletins for all offices when nothing is named.

    A BULLETIN is a path, or a name in bulletins/ with or without .yaml.
    """
    run_editions(asked, write=True)


def run_editions(asked: dict[str, Any], *, write: bool) -> None:
    """Plan and run; exit status 1 where something failed or there was nothing to do."""
    with refusals():
        project = Project(asked["project"])
        options = chosen(
            asked["offices"], asked["formats"], (asked["layout"], asked["paper"], asked["screen"])
        )
        store = storeroom()
        plan = planner_for(project, store).plan(asked["bulletins"], options)
        output, shown = output_of(project, asked["output"])
        way = Way(
            output,
            shown,
            user_cache_folder(),
            write,
            verify=asked["verify"],
            strict=asked["strict"],
            counted=not write,
        )
        reports, faults = _run(plan, way, asked)
    failed = any(report.status in ("failed", "old") for report in reports)
    if failed or faults or not reports:
        raise click.exceptions.Exit(1)


def _run(plan: Plan, way: Way, asked: dict[str, Any]) -> tuple[tuple[FileReport, ...], bool]:
    """Build, and tell; give the reports, and whether something else went wrong."""
    shown = _Shown(len(plan.entries), Teller())
    reports, problems = build(plan, way, asked["jobs"] or usual_jobs(), shown.progress)
    shown.done()
    for report in reports:
        shown.teller.tell(report.warnings, "warning")
    for report in reports:
        shown.teller.tell(report.problems)
    shown.teller.tell((*plan.problems, *problems))
    for report in reports:
        click.echo(report.as_json() if asked["as_json"] else report.as_text())
    if not asked["as_json"]:
        click.echo(summary_of(reports))
    if not reports and not plan.problems:
        click.echo(
            "error: there is nothing to build\n  hint: type `printkit init` for a sample", err=True
        )
    return reports, bool(plan.problems or problems)


@dataclass(slots=True)
class _Shown:
    """Shows progress on standard error where a person is looking."""

    total: int
    teller: Teller
    count: int = 0

    def progress(self, built: Built) -> None:
        """Count an edition."""
        self.count += 1
        if sys.stderr.isatty():
            words = f"{built.reports[0].bulletin} for {built.reports[0].office}"
            click.echo(f"\r[{self.count}/{self.total}] {words:40.40}", err=True, nl=False)

    def done(self) -> None:
        """End the line."""
        if self.count and sys.stderr.isatty():
            click.echo("\r" + " " * 60 + "\r", err=True, nl=False)
