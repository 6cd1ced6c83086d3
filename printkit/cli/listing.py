"""`printkit layouts` and `printkit offices`."""

from pathlib import Path

import click

from printkit.batch.project import Project
from printkit.cli.asking import planner_for, project_option, storeroom
from printkit.cli.telling import Teller, refusals
from printkit.loading import layout_names
from printkit.model.greyscale import RULES, tint
from printkit.model.layout import Layout


@click.command("layouts")
@project_option
def layouts_command(project: Path) -> None:
    """List the layouts: type sizes for page and screen, and their colours on a copier."""
    home = Project(project)
    planner = planner_for(home, storeroom())
    wrong = False
    for name in layout_names(home.layout_folders):
        layout = planner.layout(name)
        if isinstance(layout, Layout):
            page, slides = layout.page.body, layout.slides.body
            click.echo(
                f"{name}: page {page.smallest:g} to {page.largest:g} pt, "
                f"slides {slides.smallest:g} to {slides.largest:g} pt, {layout.slides.screen}"
            )
            click.echo(f"  on a copier: {_on_a_copier(layout)}")
        else:
            wrong = True
            Teller().tell(layout)
    if wrong:
        raise click.exceptions.Exit(1)


def _on_a_copier(layout: Layout) -> str:
    """Give the tint of black that each colour of the page becomes."""
    names = dict.fromkeys(style.colour for style in layout.page.styles.values())
    tints = {name: tint(layout.colours[name]) for name in (*names, *RULES)}
    return ", ".join(
        f"{name} {'black' if value == 1 else format(value, '.0%')}" for name, value in tints.items()
    )


@click.command("offices")
@project_option
def offices_command(project: Path) -> None:
    """List the offices, with their language, paper and layout."""
    with refusals():
        home = Project(project)
        for office in planner_for(home, storeroom()).offices().values():
            click.echo(
                f"{office.identity}: {office.name}, {office.language}, "
                f"{office.paper}, {office.layout}"
            )
