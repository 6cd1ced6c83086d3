"""A reader over nodes that collects everything that is wrong with them."""

from dataclasses import dataclass, field
from pathlib import Path

from printkit.errors import Place, Problem, Refused
from printkit.loading.characters import (
    LONGEST_WORD,
    MOST_MARKS,
    UNPRINTED,
    Fault,
    clean,
    control_faults,
    describe,
    fault_of,
    is_blank,
    is_piled_up,
)
from printkit.loading.checks import Checks
from printkit.loading.composing import compose
from printkit.loading.messages import as_typed, in_quotes
from printkit.loading.nodes import Mapping, Node, Scalar, Sequence
from printkit.loading.source import read_source
from printkit.model.bulletin import Text

_SHOWN = 60  # characters of the user's text that a hint repeats


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns nodes into values; what is wrong goes to `problems`, and reading goes on.

    A value that is wrong is replaced by an empty one, which nobody sees: `finish` refuses the file.
    `folder` is where the file's pictures are; `known` holds characters found to be printable.
    """

    checks: Checks
    folder: Path
    problems: list[Problem] = field(default_factory=list)
    known: set[str] = field(default_factory=lambda: set(UNPRINTED))

    def open(self, path: Path, shown: str) -> Node:
        """Give the file's top node; Refused where the file is no YAML or says nothing."""
        source, problems = read_source(path, shown)
        try:
            root, refused = compose(source)
        except Refused as refusal:
            raise Refused(problems[0] if problems else refusal.problems[0]) from None
        self.problems.extend(problems + refused)
        if root is None or (isinstance(root, Scalar) and not root.value):
            message = "the file is empty, expected keys and values"
            raise Refused(*(self.problems or [Problem(message, Place(shown))]))
        return root

    def finish(self) -> None:
        """Raise Refused with all problems, in the order of their places, if there are any."""
        if self.problems:
            raise Refused(*sorted(self.problems, key=_order))

    def refuse(self, node: Node, message: str, hint: str | None = None) -> None:
        """Tell what is wrong with a node."""
        self.problems.append(Problem(message, node.place, hint))

    def mapping(self, node: Node, label: str, hint: str | None = None) -> Mapping | None:
        """Give the node if it is keys and values, else tell what it is."""
        if isinstance(node, Mapping):
            return node
        self._expected(node, f"keys and values for {label}", _key_hint(node) or hint)
        return None

    def items(self, node: Node, label: str) -> list[Node]:
        """Give the entries of a list; none, and a problem, where it is no list or empty."""
        if isinstance(node, Sequence):
            if not node.items:
                self.refuse(node, f"{label} is empty, expected a list")
            return node.items
        hint = "begin each entry of the list with `- `, a blank after the dash"
        self._expected(node, f"a list for {label}", hint)
        return []

    def text(self, node: Node, label: str) -> Text:
        """Give a text in one paragraph."""
        return self._text(node, label, " ")

    def paragraphs(self, node: Node, label: str) -> Text:
        """Give a text whose blank lines part paragraphs."""
        return self._text(node, label, "\n")

    def word(self, node: Node, label: str) -> str | None:
        """Give a text that is not printed, as typed: a choice, a number, a file's name."""
        value = self._value(node, label)
        if value is None:
            return None
        wrong = list(control_faults(value))
        self._refuse_faults(node, wrong)
        return None if wrong else value.strip(" \t\n")

    def _text(self, node: Node, label: str, parting: str) -> Text:
        value = self._value(node, label)
        if value is None:
            return Text("", node.place)
        text = clean(value)
        new = set(value).union(text) - self.known
        if new:
            self._learn(node, sorted(new, key=(value + text).index), text)
        return Text(text.replace("\n", parting), node.place)

    def _learn(self, node: Node, new: list[str], text: str) -> None:
        """Refuse those of the characters that a text may not have or that no font has."""
        wrong = {mark: fault for mark in new if (fault := fault_of(mark))}
        self._refuse_faults(node, list({fault.message: fault for fault in wrong.values()}.values()))
        asked = [mark for mark in new if mark in text and mark not in wrong]
        missing = [mark for mark in asked if not self.checks.character(mark)]
        self.known.update(set(asked).difference(missing))
        if missing:
            rest = f" and {len(missing) - 1} more in this text" if len(missing) > 1 else ""
            message = f"no available font has {as_typed(missing[0])}, {describe(missing[0])}{rest}"
            hint = "leave it out, or write it in other characters"
            self.problems.append(Problem(message, _place_in(node, missing[0]), hint))

    def _value(self, node: Node, label: str) -> str | None:
        if not isinstance(node, Scalar):
            self._expected(node, f"text for {label}", _text_hint(node))
            return None
        if is_blank(node.value.strip("\n\t")):
            self.refuse(node, f"{label} is empty, expected text", _comment_hint(node))
            return None
        if not node.value.isascii() and is_piled_up(node.value):
            self.refuse(node, f"expected at most {MOST_MARKS} marks on a letter, found more")
            return None
        longest = max(map(len, node.value.split()))
        if longest > LONGEST_WORD:
            message = f"expected words of at most {LONGEST_WORD} characters, found one of {longest}"
            self.refuse(node, message, "put blanks between its parts")
            return None
        return node.value

    def _expected(self, node: Node, expected: str, hint: str | None) -> None:
        if isinstance(node, Scalar) and not node.value:
            self.refuse(node, f"expected {expected}, found nothing", _comment_hint(node))
        elif type(node) is not Node:  # a bare node's problem has been told
            self.refuse(node, f"expected {expected}, found {kind_of(node)}", hint)

    def _refuse_faults(self, node: Node, wrong: list[Fault]) -> None:
        self.problems.extend(
            Problem(fault.message, _place_in(node, fault.character), fault.hint) for fault in wrong
        )


def kind_of(node: Node) -> str:
    """Give what a node is, as a message names it."""
    if isinstance(node, Mapping):
        keys = list(node.entries)
        return f"the key {as_typed(keys[0])}" if keys else "empty braces"
    if isinstance(node, Sequence):
        return "a list"
    return f"the text {as_typed(node.value)}" if isinstance(node, Scalar) else "nothing"


def quoting_hint(mapping: Mapping) -> str:
    """Give the hint for a text that a colon has made into a key."""
    text = mapping.source.text[mapping.start :].split("\n", 1)[0].strip()
    hint = "put quotes around a text with a colon and a blank in it"
    return f"{hint}: {in_quotes(text)}" if len(text) <= _SHOWN else hint


def _order(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return (place.file, place.line, place.column) if place else ("", 0, 0)


def _text_hint(node: Node) -> str | None:
    """Give a hint where a text has a sign that makes something else of it."""
    if isinstance(node, Sequence):
        return _dash_hint(node)
    return quoting_hint(node) if isinstance(node, Mapping) and not node.flow else None


def _dash_hint(node: Sequence) -> str | None:
    """Give the hint for a text that its dash has made into a list: it stands after another dash."""
    line = node.source.line_at(node.start)
    before, text = line[: node.column - 1].strip(), line[node.column - 1 :].strip()
    if before != "-" or not text.startswith("- "):
        return None
    hint = "put quotes around a text that begins with `-`"
    return f"{hint}: {in_quotes(text)}" if len(text) <= _SHOWN else hint


def _key_hint(node: Node) -> str | None:
    if isinstance(node, Scalar) and ":" in node.value and ": " not in node.value:
        key, _colon, rest = node.value.partition(":")
        if rest and key.isidentifier():
            return f"put a blank after the colon: {as_typed(f'{key}: {rest}')}"
    return None


def _comment_hint(node: Scalar) -> str | None:
    """Give a hint where a text's first character is a `#`: YAML takes it for a comment."""
    rest = node.source.text[node.end :].split("\n", 1)[0].strip()
    if not node.plain or node.value or not rest.startswith("#"):
        return None
    text = f": {in_quotes(rest)}" if len(rest) <= _SHOWN else ""
    return f"`#` begins a comment; put quotes around a text that has one{text}"


def _place_in(node: Node, character: str) -> Place:
    """Give the place of the character in the node's text, the node's own where it is escaped."""
    index = node.source.text.find(character, node.start, node.end)
    return node.source.place(index) if index >= 0 else node.place
