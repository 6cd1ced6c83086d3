"""A file's values before they mean anything: texts, lists, and keys with values, with places."""

from dataclasses import dataclass, field

from printkit.errors import Place
from printkit.loading.source import Source


@dataclass(frozen=True, slots=True)
class Node:
    """Where a value stands: `start` and `end` are indexes of its source's characters.

    A bare node stands for a value that was refused, with its problem already told.
    """

    source: Source
    line: int
    column: int
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The place of the value's first character."""
        return Place(self.source.shown, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A text as YAML folds it; `plain` where it has no quotation marks and is no block."""

    value: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Keys with values, in the author's order; `flow` where they stand in braces."""

    flow: bool
    entries: dict[str, Entry] = field(default_factory=dict)
