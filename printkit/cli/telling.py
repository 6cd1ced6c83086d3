"""Telling people: problems to standard error, and refusals turned into exit statuses."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from printkit.errors import Problem, Refused, WrongUsage


@dataclass(slots=True)
class Teller:
    """Says each problem once, however many editions have it."""

    said: set[str] = field(default_factory=set)

    def tell(self, problems: Iterable[Problem], kind: str = "error") -> None:
        """Say problems or warnings on standard error."""
        for problem in problems:
            words = problem.describe(kind)
            if words not in self.said:
                self.said.add(words)
                click.echo(words, err=True)


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what is refused into messages and exit status 1, wrong usage into 2."""
    try:
        yield
    except Refused as refusal:
        Teller().tell(refusal.problems)
        raise click.exceptions.Exit(1) from None
    except WrongUsage as wrong:
        fault = click.UsageError(wrong.message + (f"\n  hint: {wrong.hint}" if wrong.hint else ""))
        raise fault from None


Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def options(*decorators: Decorator) -> Decorator:
    """Give several options as one decorator, in their order on the command line's help."""

    def apply(function: Callable[..., None]) -> Callable[..., None]:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply
