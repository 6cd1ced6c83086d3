"""`printkit check`."""

from typing import Any

import click

from printkit.cli.asking import edition_options
from printkit.cli.building import run_editions


@click.command("check")
@edition_options
def check_command(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options say
    """Say everything that build would say, and how many words there are to spare; write nothing."""
    run_editions(asked, write=False)
