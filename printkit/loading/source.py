"""A file's text: at most 1 MB of UTF-8, with the places of its characters."""

import codecs
import re
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from printkit.errors import Place, Problem, Refused
from printkit.loading.characters import describe

LARGEST = 1_000_000
_MOST_FORBIDDEN = 20
# What YAML 1.1 does not allow in a file, or takes for line breaks that editors do not count.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE = re.compile(r"^([ \t]*)(.*)$", re.MULTILINE)
_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as people name it, and its text with line feeds only."""

    shown: str
    text: str

    def place(self, index: int) -> Place:
        """Give the place of the character at `index`."""
        line = self.text.count("\n", 0, index) + 1
        return Place(self.shown, line, index - self.text.rfind("\n", 0, index))

    def line_at(self, index: int) -> str:
        """Give the whole line that the character at `index` stands in."""
        start = self.text.rfind("\n", 0, index) + 1
        return self.text[start:].split("\n", 1)[0]


def read_source(path: Path, shown: str) -> tuple[Source, list[Problem]]:
    """Give the file's text, and a problem for each character that no YAML file may have.

    Those are replaced one for one, so that the rest can be read and every place stays true.
    """
    whole = Source(shown, _decoded(bytes_of(path, shown, LARGEST), shown))
    found = list(islice(_FORBIDDEN.finditer(whole.text), _MOST_FORBIDDEN + 1))
    problems = [
        Problem(
            f"{describe(match[0])} is not allowed",
            whole.place(match.start()),
            "delete it and type the text again",
        )
        for match in found[:_MOST_FORBIDDEN]
    ]
    if len(found) > _MOST_FORBIDDEN:
        first = problems[0].place
        raise Refused(Problem("expected text, found binary data", first, "save the file as UTF-8"))
    text = _spaces_for_tabs(_ended(_FORBIDDEN.sub("_", whole.text)))
    return Source(shown, text), problems


def bytes_of(path: Path, shown: str, most: int, hint: str | None = None) -> bytes:
    """Give what a file of at most so many bytes holds; Refused, with the hint where it has more."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(Problem("expected a file, found something else", Place(shown)))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise Refused(Problem("there is no such file", Place(shown))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(Problem(f"cannot be read: {reason.lower()}", Place(shown))) from None
    if len(data) > most:
        message = f"expected at most {most // 1_000_000} MB of text, found more"
        raise Refused(Problem(message, Place(shown), hint))
    return data


def _decoded(data: bytes, shown: str) -> str:
    refuse_other_encodings(data, shown)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(shown, _line_feeds(body[: error.start].decode("utf-8")))
        raise Refused(
            Problem(
                f"expected UTF-8, found the byte 0x{body[error.start]:02X}",
                before.place(len(before.text)),
                f"save the file as UTF-8{_meant(body[error.start : error.start + 1])}",
            )
        ) from None
    return _line_feeds(text)


def refuse_other_encodings(data: bytes, shown: str) -> None:
    """Refuse text in UTF-16 or UTF-32."""
    name = next((name for mark, name in _OTHER_ENCODINGS if data.startswith(mark)), None)
    # Western text in UTF-16 without a mark has a zero byte in nearly each pair.
    if name is None and b"\0" in data and data.count(0) * 3 > len(data) and any(data[:2]):
        name = "UTF-16"
    if name:
        hint = f"save the file as UTF-8; it is {name} now"
        raise Refused(Problem(f"expected UTF-8, found {name}", Place(shown), hint))


def _meant(byte: bytes) -> str:
    meant = byte.decode("cp1252", errors="ignore")
    return f"; if that byte stands for `{meant}`, it is Windows-1252 now" if meant else ""


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ended(text: str) -> str:
    """Give the text with a line feed at its end, so that every parser ends its last line."""
    return text if text.endswith("\n") else f"{text}\n"


def _spaces_for_tabs(text: str) -> str:
    """Give blanks for tabs that do not indent, which libyaml takes and PyYAML alone does not."""
    if "\t" not in text:
        return text
    return _LINE.sub(_line_without_tabs, text)


def _line_without_tabs(line: re.Match[str]) -> str:
    indent, rest = line[1], line[2]
    return indent + rest.replace("\t", " ") if rest else " " * len(indent)
