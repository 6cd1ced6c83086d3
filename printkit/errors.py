"""What can be wrong, said so that a reader knows where and what to type next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: the path as shown to people (with `/`), line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or one warning: a lower-case message without a stop, and a hint."""

    message: str
    place: Place | None = None
    hint: str | None = None

    def describe(self, kind: str = "error") -> str:
        """Give the lines that a person reads: `error: file:line:column: message`, then the hint."""
        where = f"{self.place}: " if self.place else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{kind}: {where}{self.message}{hint}"


class Refused(Exception):  # noqa: N818 - the word a person would use
    """Input that cannot be used, with everything that is wrong with it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.describe() for problem in problems))
        self.problems = problems


class WrongUsage(Exception):  # noqa: N818 - the word a person would use
    """A command line that names something which does not exist; exit status 2."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
