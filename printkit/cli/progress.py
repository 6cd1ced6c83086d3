"""A bar on standard error that shows how far a run is, where a person is looking."""

import sys
from dataclasses import dataclass, field

import click

_WIDTH = 24
_WORDS = 34


@dataclass(slots=True)
class Bar:
    """A bar of `total` steps; nothing at all where standard error is no terminal."""

    total: int = 0
    count: int = 0
    shown: bool = field(default_factory=lambda: sys.stderr.isatty())  # noqa: PLW0108 - as it is then
    _line: str = ""

    def move(self, words: str) -> None:
        """Go one step on, and say which it was."""
        self.count += 1
        if self.shown:
            done = _WIDTH * self.count // max(self.total, 1)
            bar = "#" * done + "." * (_WIDTH - done)
            self._show(f"[{bar}] {self.count}/{self.total}  {words:.{_WORDS}}")

    def close(self) -> None:
        """Take the bar away."""
        if self._line:
            self._show("")
            click.echo("\r", err=True, nl=False)

    def _show(self, line: str) -> None:
        click.echo(f"\r{line:{len(self._line)}}", err=True, nl=False)
        self._line = line
