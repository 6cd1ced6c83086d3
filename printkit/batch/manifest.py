"""`manifest.json`: what was built from what, so that the files can be held against it later."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from printkit.errors import Place, Problem, Refused

NAME = "manifest.json"
_FORM = 2


@dataclass(frozen=True, slots=True)
class Record:
    """One built file: its bulletin's source, its edition, and its content's SHA-256.

    `date` is its bulletin's, ISO 8601 or empty; `facts` and `warnings` are what the report said.
    `fingerprint` names what it was made of, `equipment` what made it; `verified` files were read
    back, those for the `web` lack what is sensitive. `status` is `built`, or `old` where a later
    build of it failed.
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


@dataclass(slots=True)
class Manifest:
    """All built files by name, and for each copy of one which file it is of."""

    records: dict[str, Record] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)

    def to_bytes(self, version: str) -> bytes:
        """Give the file's content, sorted by name."""
        files = [asdict(record) for _, record in sorted(self.records.items())]
        copies = dict(sorted(self.copies.items()))
        content = {"form": _FORM, "printkit": version, "files": files, "copies": copies}
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


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


def load_manifest(output: Path) -> Manifest:
    """Give the manifest; an empty one where there is none, Refused where it is damaged.

    One of another form than this program writes is as none: then everything is built anew.
    """
    path = output / NAME
    if not path.is_file():
        return Manifest()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["form"] != _FORM:
            return Manifest()
        records = {entry["file"]: Record(**entry) for entry in content["files"]}
        return Manifest(records, {str(copy): str(of) for copy, of in content["copies"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        problem = Problem(
            "is not a manifest that printkit has written",
            Place(path.as_posix()),
            "delete it and build again",
        )
        raise Refused(problem) from None


def read_manifest(output: Path) -> dict[str, Record]:
    """Give the records by file, as `load_manifest` does."""
    return load_manifest(output).records
