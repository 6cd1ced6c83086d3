"""A PDF's syntax becomes plain values: numbers, strings, names, arrays, dictionaries, references.

ISO 32000-1, 7.3. Nothing of the exporter is used here, so that no mistake is shared with it.
"""

import re
from dataclasses import dataclass

_ENDS = rb"\0\t\n\f\r ()<>\[\]{}/%"
_TOKEN = re.compile(
    rb"(?P<blank>[\0\t\n\f\r ]+|%[^\r\n]*)"
    rb"|(?P<mark><<|>>|[\[\]{}])"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<string>\()"
    rb"|(?P<name>/[^" + _ENDS + rb"]*)"
    rb"|(?P<reference>\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^" + _ENDS + rb"]))"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?![^" + _ENDS + rb"]))"
    rb"|(?P<word>[^" + _ENDS + rb"]+)"
)
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_HEX = re.compile(r"#([0-9A-Fa-f]{2})")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CONSTANTS: dict[bytes, object] = {b"true": True, b"false": False, b"null": None}
_BYTE = 0xFF


class Damaged(ValueError):  # noqa: N818 - the word a person would use
    """Bytes that are no PDF as ISO 32000-1 has it."""


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Word(str):
    """An operator, a keyword or a bracket."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of an object."""

    number: int


@dataclass(slots=True)
class Scanner:
    """Reads values one after another, from `at` on."""

    data: bytes
    at: int = 0

    def value(self) -> object:
        """Give the next value, or a Word; Damaged at the end."""
        match = _TOKEN.match(self.data, self.at)
        while match and match.lastgroup == "blank":
            self.at = match.end()
            match = _TOKEN.match(self.data, self.at)
        if not match:
            raise Damaged("a value is not whole")
        self.at = match.end()
        return self._value(match.lastgroup or "", match.group())

    def ended(self) -> bool:
        """Say whether nothing but blanks is left."""
        return not self.data[self.at :].strip(b"\0\t\n\f\r ")

    def _value(self, kind: str, token: bytes) -> object:
        value: object = None
        match kind:
            case "mark" if token in (b"<<", b"["):
                value = self._dictionary() if token == b"<<" else self._until("]")
            case "hex":
                digits = b"".join(token[1:-1].split()).decode()
                value = bytes.fromhex(digits + "0" * (len(digits) % 2))
            case "string":
                value = self._string()
            case "name":
                value = Name(_HEX.sub(_named, token[1:].decode("latin-1")))
            case "reference":
                value = Reference(int(token.split()[0]))
            case "number":
                value = float(token) if b"." in token else int(token)
            case _:
                value = _CONSTANTS.get(token, Word(token.decode("latin-1")))
        return value

    def _until(self, end: str) -> list[object]:
        values: list[object] = []
        while not isinstance(value := self.value(), Word) or value != end:
            values.append(value)
        return values

    def _dictionary(self) -> dict[str, object]:
        values = self._until(">>")
        return {str(key): value for key, value in zip(values[::2], values[1::2], strict=True)}

    def _string(self) -> bytes:
        start, depth = self.at, 1
        for match in _BRACKET.finditer(self.data, self.at):
            depth += {b"(": 1, b")": -1}.get(match.group(), 0)
            if not depth:
                self.at = match.end()
                return _ESCAPE.sub(_unescaped, self.data[start : match.start()])
        raise Damaged("a string has no end")


def text_of(value: object) -> str:
    """Give a text string's characters (ISO 32000-1, 7.9.2.2), "" for anything else."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")


def _named(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16))


def _unescaped(match: re.Match[bytes]) -> bytes:
    escaped = match.group(1)
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8) & _BYTE])
    if escaped in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPED.get(escaped, escaped)
