"""What is wrong with a file that is no YAML, in words that say what to type."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from printkit.errors import Problem
from printkit.loading.messages import as_typed, in_quotes
from printkit.loading.source import Source

_KEY_WITHOUT_BLANK = re.compile(r"[\s-]*([A-Za-z][\w-]*):(\S.*)")
_MARKS = {"*": "an alias", "&": "an anchor", "!": "a tag", ">": "a folded block", "|": "a block"}
_QUOTES = "put quotes around the whole text"
_INDENT = "give it the same indentation as the lines that it belongs with"
_SHOWN = 60  # characters of the user's text that a hint repeats
_CONTEXTS = ("an alias", "an anchor", "a tag", "a block scalar")


@dataclass(frozen=True, slots=True)
class _Fault:
    """What PyYAML says: `index` is where it stopped, `opened` where what it was reading began."""

    source: Source
    problem: str
    context: str
    index: int
    opened: int
    before: yaml.Token | None

    @property
    def character(self) -> str:
        return self.source.text[self.index : self.index + 1]

    def at(self, index: int, message: str, hint: str | None = None) -> Problem:
        return Problem(message, self.source.place(index), hint)

    def quoting(self, index: int) -> str:
        """Give the hint to put quotes around what stands from `index` to the end of its line."""
        rest = self.rest(index)
        short = len(rest) <= _SHOWN and rest.isprintable()
        return f"{_QUOTES}: {in_quotes(rest)}" if short else _QUOTES

    def rest(self, index: int) -> str:
        """Give the text from `index` to the end of its line."""
        return self.source.text[index:].split("\n", 1)[0].strip()


def explain(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    """Give the one problem of a file that PyYAML's own parser cannot read."""
    index = error.problem_mark.index if error.problem_mark else 0
    opened = error.context_mark.index if error.context_mark else index
    fault = _Fault(
        source,
        error.problem or "",
        error.context or "",
        index,
        opened,
        _token_before(source.text, index),
    )
    for rule in _RULES:
        problem = rule(fault)
        if problem:
            return problem
    return fault.at(index, f"this is not YAML: {fault.problem}", _QUOTES)


def _token_before(text: str, index: int) -> yaml.Token | None:
    """Give the last token that ends at `index` or before."""
    parser = yaml.BaseLoader(text)
    last = None
    try:
        while parser.check_token():
            token = parser.get_token()  # type: ignore[no-untyped-call] # so in its stubs
            if token.end_mark.index > index:
                return last
            last = token if token.start_mark.index < token.end_mark.index else last
    except (yaml.YAMLError, ValueError, OverflowError):
        pass  # the same mistake again; what was read before it waits in the queue
    waiting = [token for token in parser.tokens if token.end_mark.index <= index]
    return next((token for token in reversed(waiting) if token.end_mark.index), last)


def _tab(fault: _Fault) -> Problem | None:
    line = fault.source.line_at(fault.index)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    start = fault.source.text.rfind("\n", 0, fault.index) + 1
    return fault.at(
        start + indent.index("\t"),
        "expected spaces at the start of the line, found a tab",
        "use spaces to indent",
    )


def _colon(fault: _Fault) -> Problem | None:
    """Explain a colon in a plain text, or a key that ran into the text before it."""
    if fault.character != ":" or not _has(fault, "mapping values are not allowed", "but got ':'"):
        return None
    if "flow" in fault.context and "\n" in fault.source.text[fault.opened : fault.index]:
        return None
    before = fault.before
    if not (isinstance(before, yaml.ScalarToken) and before.plain):
        return fault.at(fault.index, "expected the end of the text, found a colon", _QUOTES)
    start = before.start_mark.index
    unparted = _KEY_WITHOUT_BLANK.fullmatch(fault.source.line_at(start))
    if before.start_mark.line < fault.source.place(fault.index).line - 1:
        return _colon_below(fault, start, unparted)
    hint = _QUOTES if "flow" in fault.context else fault.quoting(start)
    return fault.at(fault.index, "a colon and a blank inside a text begin a new key", hint)


def _colon_below(fault: _Fault, start: int, unparted: re.Match[str] | None) -> Problem:
    if unparted:
        hint = f"type `{unparted[1]}: {unparted[2].strip()}`"
        return fault.at(start, f"expected a blank after `{unparted[1]}:`", hint)
    key = fault.source.line_at(fault.index).split(":")[0].strip()
    hint = f"{_QUOTES}; if {as_typed(key)} is a key, indent it like the others"
    return fault.at(fault.index, "a colon and a blank inside a text begin a new key", hint)


def _directive(fault: _Fault) -> Problem | None:
    line = fault.source.line_at(fault.index)
    if not line.startswith("%"):
        return None
    return fault.at(
        fault.index, f"a line cannot begin with `%`, found {as_typed(line)}", "delete this line"
    )


def _unclosed_quote(fault: _Fault) -> Problem | None:
    if "quoted scalar" not in fault.context or not _has(fault, "unexpected end", "separator"):
        return None
    mark = fault.source.text[fault.opened]
    hint = f"type another {mark} where the text ends"
    if mark == "'":
        hint += '; put a text that begins with an apostrophe in "…"'
    return fault.at(
        fault.opened, f"the quotation mark {mark} that opens here is never closed", hint
    )


def _escape(fault: _Fault) -> Problem | None:
    if not _has(fault, "escape", "number that is too large"):
        return None
    slash = fault.source.text.rfind("\\", 0, fault.index)
    found = as_typed(fault.source.text[slash : fault.index + 1])
    hint = "put the text in single quotes, or type two backslashes for one"
    return fault.at(slash, f"{found} means nothing in a text with double quotes", hint)


def _after_quote(fault: _Fault) -> Problem | None:
    """Explain `"Blessed" are the meek`: to YAML the text ends with its quotation mark."""
    before = fault.before
    if not isinstance(before, yaml.ScalarToken) or before.style not in {'"', "'"}:
        return None
    if not _has(fault, "expected <block end>", "expected ',' or"):
        return None
    start, mark = before.start_mark.index, before.style
    if mark == "'" and fault.source.text[fault.index - 1] == mark:
        hint = "type the apostrophes inside twice, or put the whole text in double quotes"
    elif before.end_mark.line > before.start_mark.line:
        hint = f"type another {mark} where the text ends"
    else:
        hint = fault.quoting(start)
    where = f"in line {before.end_mark.line + 1}"
    return fault.at(
        start, f"the text that {mark} opens here ends {where}, but more follows it", hint
    )


def _after_bracket(fault: _Fault) -> Problem | None:
    closed = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
    if not isinstance(fault.before, closed) or "expected <block end>" not in fault.problem:
        return None
    bracket = fault.source.text[fault.before.start_mark.index]
    hint = f"put quotes around a text that begins with `{'[' if bracket == ']' else '{'}`"
    return fault.at(fault.index, f"expected the end of the line after `{bracket}`", hint)


def _open_bracket(fault: _Fault) -> Problem | None:
    if not fault.context.endswith(("flow sequence", "flow mapping")):
        return None
    bracket = fault.source.text[fault.opened]
    closing = "]" if bracket == "[" else "}"
    message = f"expected `,` or `{closing}` for the `{bracket}` that opens here"
    hint = f"close it with `{closing}`; put quotes around a text with a comma, colon or bracket"
    return fault.at(fault.opened, message, hint)


def _special_start(fault: _Fault) -> Problem | None:
    """Explain a text that begins with a character that means something else to YAML."""
    scanned = any(fault.context.endswith(name) for name in _CONTEXTS)
    start = fault.opened if scanned else fault.index
    if not scanned and not _has(fault, "cannot start any token", "expected the node content"):
        return None
    mark = fault.source.text[start : start + 1]
    if not mark:
        return fault.at(start, "expected a text, found the end of the file")
    if fault.source.line_at(start).startswith(("...", "---")):
        return fault.at(start, "expected keys and values, found a document's end", "delete it")
    meaning = f", which begins {_MARKS[mark]}" if mark in _MARKS else ""
    shown = "a backtick" if mark == "`" else as_typed(mark)
    return fault.at(start, f"a text cannot begin with {shown}{meaning}", fault.quoting(start))


def _list_in_line(fault: _Fault) -> Problem | None:
    if not _has(fault, "sequence entries are not allowed", "mapping keys are not allowed"):
        return None
    hint = fault.quoting(fault.index)
    if fault.character == "-":
        hint += "; or, if it is a list, begin it in a line of its own"
    return fault.at(fault.index, f"a text cannot begin with `{fault.character}`", hint)


def _no_colon(fault: _Fault) -> Problem | None:
    if "could not find expected ':'" not in fault.problem:
        return None
    hint = "put a colon and a blank after a key; indent a line that goes on with the text above"
    if fault.rest(fault.opened).startswith("-"):
        hint = "put a blank after `-`"
    found = as_typed(fault.rest(fault.opened))
    return fault.at(fault.opened, f"expected `key: text`, found {found}", hint)


def _indentation(fault: _Fault) -> Problem | None:
    if "expected <block end>" not in fault.problem:
        return None
    found = as_typed(fault.rest(fault.index))
    if fault.character == ":":
        return fault.at(fault.index, "expected a key before the colon, found none")
    start = fault.source.text.rfind("\n", 0, fault.index) + 1
    if start and re.search(r"\s#", fault.source.line_at(start - 1)):
        hint = "put quotes around a text with ` #`, or begin it with `>-` in the line above"
        return fault.at(fault.index, "expected a key, found text after a comment", hint)
    if fault.character == "-":
        expected = "a key"
    elif "collection" in fault.context:
        expected = "another `- `"
    else:
        expected = "a key as far in as the first"
    return fault.at(fault.index, f"expected {expected}, found {found}", _INDENT)


def _after_end(fault: _Fault) -> Problem | None:
    if "expected '<document start>'" not in fault.problem:
        return None
    rest = fault.rest(fault.index)
    if not rest:
        return fault.at(fault.index, "expected keys and values, found the end of the file")
    message = f"expected the end of the file, found {as_typed(rest)}"
    return fault.at(fault.index, message, _INDENT)


def _has(fault: _Fault, *parts: str) -> bool:
    return any(part in fault.problem for part in parts)


_RULES: tuple[Callable[[_Fault], Problem | None], ...] = (
    _tab,
    _directive,
    _unclosed_quote,
    _escape,
    _colon,
    _after_quote,
    _after_bracket,
    _open_bracket,
    _special_start,
    _list_in_line,
    _no_colon,
    _indentation,
    _after_end,
)
