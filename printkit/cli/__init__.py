"""The command line: it reads options, calls, shows what came of it, and chooses the exit status.

Commands are imported when they are called, so that `--help` and `--version` stay quick.
"""

import sys
from importlib import import_module

import click

from printkit import __version__

# Each command's module, and the line that `printkit --help` shows.
COMMANDS = {
    "build": ("building", "Make inserts and decks from bulletins."),
    "check": ("checking", "Say everything that build would say, and write nothing."),
    "verify": ("verifying", "Read the built files back and hold them against their bulletins."),
    "import": ("importing", "Make a bulletin of an e-mail, text, Word or HTML file."),
    "new": ("starting", "Start an empty bulletin, or a translation to fill in."),
    "init": ("starting", "Start a folder with layouts and a sample bulletin."),
    "calibrate": ("calibrating", "Make a sheet that shows how far a printer's backs are off."),
    "layouts": ("listing", "List the layouts."),
    "offices": ("listing", "List the offices."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands' names in the order of a user's week."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"printkit.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="printkit")
def cli() -> None:
    """Turn a weekly bulletin of prayer requests into an insert and a matching deck."""


def main() -> None:
    """Run the command line: exit status 0, 1, 2, or 130 when interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
