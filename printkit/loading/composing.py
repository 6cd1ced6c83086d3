"""YAML becomes nodes: every scalar is text, and what could surprise a reader is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.scanner import ScannerError

from printkit.errors import Place, Problem, Refused
from printkit.loading.messages import as_typed
from printkit.loading.mistakes import explain
from printkit.loading.nodes import Entry, Mapping, Node, Scalar, Sequence
from printkit.loading.source import Source

DEEPEST = 16
MOST_EVENTS = 20_000
# libyaml reads a bulletin in a fifth of a millisecond; both give the same nodes.
FASTEST: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Where libyaml is more lenient: tabs that indent, tags with odd names, and a text right behind a
# block's mark and a `#`, which it drops.
_DOUBTFUL = re.compile(r"\t|(?<![^\s\[{,])!\S|[|>][-+0-9]*#")
# A number sign with no blank after it, on the line of a text that it would end.
_SWALLOWED = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_STANDARD = "tag:yaml.org,2002:"  # what `!!` stands for (YAML 1.1)
# Parsers set the marks of every event, though PyYAML's types say that they may be missing.
_Event: TypeAlias = Any


def compose(source: Source, loader: type[Any] = FASTEST) -> tuple[Node | None, list[Problem]]:
    """Give the top node (None in an empty file), and what is refused about the nodes.

    Where a file is no YAML at all, Refused holds the one problem, in the words of PyYAML's own
    parser: so messages do not depend on whether libyaml is there.
    """
    if loader is not yaml.BaseLoader and not _DOUBTFUL.search(source.text):
        try:
            return _Composer(source).composed(yaml.parse(source.text, Loader=loader))
        except yaml.YAMLError:
            pass
    try:
        return _Composer(source).composed(_events(source.text))
    except yaml.MarkedYAMLError as error:
        raise Refused(explain(source, error)) from None


def _events(text: str) -> Iterator[_Event]:
    parser = yaml.BaseLoader(text)
    try:
        while parser.check_event():
            yield parser.get_event()  # type: ignore[no-untyped-call] # so in its stubs
    except (ValueError, OverflowError):  # an escape or a version beyond what Python can hold
        message = "found a number that is too large"
        raise ScannerError(None, None, message, parser.get_mark()) from None


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come; `key` waits for its value."""

    node: Sequence | Mapping
    key: Node | None = None


@dataclass(slots=True)
class _Composer:
    source: Source
    root: Node | None = None
    documents: int = 0
    opened: list[_Open] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def composed(self, events: Iterator[_Event]) -> tuple[Node | None, list[Problem]]:
        for count, event in enumerate(events):
            if count > MOST_EVENTS:
                message = f"expected at most {MOST_EVENTS} parts, found more"
                raise Refused(Problem(message, self._place(event)))
            self._take(event)
            if self.documents > 1:
                break
        return self.root, self.problems

    def _take(self, event: _Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in {None, ""}
            scalar = Scalar(*self._span(event), event.value, plain)
            self._add(scalar, event)
            if plain and event.value:
                self._refuse_swallowed(scalar)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(Mapping(*self._span(event), bool(event.flow_style)), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(Sequence(*self._span(event)), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.opened.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def _open(self, node: Sequence | Mapping, event: _Event) -> None:
        if len(self.opened) == DEEPEST:
            message = f"nested too deeply, expected at most {DEEPEST} levels"
            raise Refused(Problem(message, node.place))
        self._add(node, event)
        self.opened.append(_Open(node))

    def _add(self, node: Node, event: _Event) -> None:
        if event.anchor or event.tag:
            self._refuse_marks(node, event)
        if not self.opened:
            self.root = node
            return
        top = self.opened[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            top.key = node
        else:
            self._enter(top.node, top.key, node)
            top.key = None

    def _enter(self, mapping: Mapping, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            if type(key) is not Node:
                self._refuse(key, "expected a word as the key, found a list or keys", None)
            return
        first = mapping.entries.get(key.value)
        if first:
            message = f"{as_typed(key.value)} is given twice, first in line {first.key.line}"
            self._refuse(key, message, None)
        else:
            mapping.entries[key.value] = Entry(key, value)

    def _refuse_alias(self, event: _Event) -> None:
        node = Node(*self._span(event))
        event_text = self.source.text[node.start : node.end]
        self._refuse(node, f"aliases are not allowed, found {as_typed(event_text)}", "*")
        event.tag = event.anchor = None
        self._add(node, event)

    def _refuse_marks(self, node: Node, event: _Event) -> None:
        if event.anchor:
            found = as_typed(f"&{event.anchor}")
            self._refuse(node, f"anchors are not allowed, found {found}", "&")
        if event.tag:
            found = as_typed(event.tag.replace(_STANDARD, "!!"))
            self._refuse(node, f"tags are not allowed, found {found}", "!")

    def _refuse_swallowed(self, scalar: Scalar) -> None:
        """Refuse ` #5` after a text: to YAML it begins a comment, to its author it is a number.

        A comment has a blank after its sign.
        """
        found = _SWALLOWED.match(self.source.text, scalar.end)
        if found:
            message = f"what follows the `#` in {as_typed(found[1])} would not be printed"
            hint = "put quotes around the whole text; a comment has a blank after its `#`"
            self.problems.append(Problem(message, self.source.place(found.start(1)), hint))

    def _start_document(self, event: _Event) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "expected one document, found the start of a second"
            hint = "delete this line, or put what follows in a file of its own"
            self.problems.append(Problem(message, self._place(event), hint))

    def _refuse(self, node: Node, message: str, mark: str | None) -> None:
        hint = f"put quotes around a text that begins with `{mark}`" if mark else None
        self.problems.append(Problem(message, node.place, hint))

    def _span(self, event: _Event) -> tuple[Source, int, int, int, int]:
        start = event.start_mark
        return self.source, start.line + 1, start.column + 1, start.index, event.end_mark.index

    def _place(self, event: _Event) -> Place:
        return Place(self.source.shown, event.start_mark.line + 1, event.start_mark.column + 1)
