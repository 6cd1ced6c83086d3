"""`manifest.json`: what was built from what, so that the files can be held against it later."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TextIO

from printkit.errors import Place, Problem, Refused

NAME = "manifest.json"
_FORM = 2
# What no two files have in common.
_OWN = frozenset(("file", "sha256", "fingerprint"))
_HEAD = re.compile(r'\{"form": (\d+), "printkit": "[^"]*",\n')
_FILES, _END = '"files": [', "],\n"


@dataclass(frozen=True, slots=True)
class Record:
    """One built file: its bulletin's source, its edition, and its content's SHA-256.

    `date` is its bulletin's, ISO 8601 or empty; `facts` and `warnings` are what the report said.
    `fingerprint` names what it was made of, `equipment` what made it; `verified` files were read
    back, those for the `web` lack what is sensitive. `status` is `built`, or `old` where a later
    build of it failed. `recipient` holds the cells of the church that it is for (id, name, service,
    contact), and the table they are in.
    """

    file: str
    bulletin: str
    date: str
    source: str
    office: str
    format: str
    language: str
    layout: str
    paper: str
    screen: str
    sha256: str
    bytes: int
    pages: int
    size: float
    full: float
    facts: dict[str, Any]
    warnings: list[dict[str, Any]]
    fingerprint: str
    equipment: str
    verified: bool = False
    status: str = "built"
    web: bool = False
    recipient: dict[str, str] = field(default_factory=dict)

    @property
    def edition(self) -> tuple[str, str, str, str]:
        """Whose files of which format it belongs to: bulletin, office, recipient, format."""
        return self.bulletin, self.office, self.recipient.get("id", ""), self.format

    def as_line(self) -> str:
        """Give its line of the manifest."""
        return json.dumps({name: getattr(self, name) for name in _NAMES}, ensure_ascii=False)


_NAMES = tuple(one.name for one in fields(Record))
_REQUIRED = frozenset(_NAMES) - {"verified", "status", "web", "recipient"}


@dataclass(slots=True)
class Manifest:
    """Built files by name, and for each copy of one which file it is of."""

    records: dict[str, Record] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)


def digest_of(content: bytes) -> str:
    """Give the content's SHA-256 as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def is_whole(output: Path, record: Record) -> bool:
    """Whether a record's file is there and holds what was built."""
    return is_file_of(output / record.file, record)


def is_file_of(path: Path, record: Record) -> bool:
    """Whether a file is there and holds what the record says."""
    try:
        return digest_of(path.read_bytes()) == record.sha256
    except OSError:
        return False


@dataclass(slots=True)
class Lines:
    """What a manifest says, line by line: one of tens of thousands of files is never held whole.

    `head` and `copies` are known when it was read, and are empty where there is none. One of
    another form than this program writes is as none: then everything is built anew.
    """

    output: Path
    head: str = ""
    copies: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Give what is said of each file, with its line, by name; Refused where it is damaged."""
        path = self.output / NAME
        try:
            if path.is_file():
                with path.open(encoding="utf-8") as file:
                    yield from self._read(file)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            problem = Problem(
                "is not a manifest that printkit has written",
                Place(path.as_posix()),
                "delete it and build again",
            )
            raise Refused(problem) from None

    def _read(self, file: TextIO) -> Iterator[tuple[dict[str, Any], str]]:
        self.head = file.readline()
        ours = _HEAD.fullmatch(self.head)
        if ours and int(ours[1]) == _FORM:
            yield from self._ours(file)
        elif not ours:
            yield from self._whole(json.loads(self.head + file.read()))

    def _ours(self, file: TextIO) -> Iterator[tuple[dict[str, Any], str]]:
        if file.readline() != f"{_FILES}\n":
            raise ValueError(_FILES)
        before = ""
        for line in iter(file.readline, _END):
            if line != "\n":
                said = _checked(json.loads(line.rstrip(",\n")))
                if said["file"] <= before:
                    raise ValueError(before)
                before = said["file"]
                yield said, line.rstrip(",\n")
        self._copied(json.loads("{" + file.read()))

    def _whole(self, content: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
        """Give the lines of one that was laid out anew."""
        if content["form"] != _FORM:
            return
        for said in sorted(content["files"], key=lambda one: str(one["file"])):
            yield _checked(said), Record(**said).as_line()
        self._copied(content)

    def _copied(self, content: dict[str, Any]) -> None:
        self.copies = {str(copy): str(of) for copy, of in content["copies"].items()}


def _checked(said: dict[str, Any]) -> dict[str, Any]:
    """Give what is said of a file, if it is what a record holds."""
    if not _REQUIRED <= said.keys() <= frozenset(_NAMES):
        raise ValueError(said)
    return said


def load_manifest(output: Path, *, own: bool = False) -> Manifest:
    """Give the manifest; an empty one where there is none, Refused where it is damaged.

    `own` leaves recipients' files out.
    """
    lines, shared = Lines(output), dict[str, Any]()
    records = {
        said["file"]: Record(**{name: _shared(name, one, shared) for name, one in said.items()})
        for said, _ in lines
        if not (own and said.get("recipient"))
    }
    return Manifest(records, lines.copies)


def _shared(name: str, value: Any, shared: dict[str, Any]) -> Any:  # noqa: ANN401 - of JSON
    """Give a value that records have in common as the same object."""
    if name in _OWN or not isinstance(value, str | dict | list):
        return value
    return shared.setdefault(repr(value), value)


def read_manifest(output: Path) -> dict[str, Record]:
    """Give the records by file, as `load_manifest` does."""
    return load_manifest(output).records


def head_of(version: str) -> str:
    """Give the first line of a manifest."""
    return f'{{"form": {_FORM}, "printkit": {json.dumps(version)},\n'


def parts_of(lines: Iterable[str], copies: Mapping[str, str], version: str) -> Iterator[bytes]:
    """Give a manifest's content in parts: its head, a line for each file by name, the copies."""
    yield f"{head_of(version)}{_FILES}".encode()
    for number, line in enumerate(lines):
        yield f"{',' if number else ''}\n{line}".encode()
    said = json.dumps(dict(sorted(copies.items())), ensure_ascii=False)
    yield f'\n{_END}"copies": {said}}}\n'.encode()
