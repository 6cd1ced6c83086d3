"""`manifest.json`: what was built from what, so that the files can be held against it later."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from printkit.batch.files import write_together
from printkit.errors import Place, Problem, Refused

NAME = "manifest.json"
_FORM = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One built file: its bulletin's source, its edition, and its content's SHA-256.

    `status` is `built`, or `old` where a later build of it failed.
    """

    file: str
    bulletin: str
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
    warnings: list[str]
    fingerprint: str
    status: str = "built"


def digest_of(content: bytes) -> str:
    """Give the content's SHA-256 as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(output: Path) -> dict[str, Record]:
    """Give the records by file; none where there is no manifest, Refused where it is damaged."""
    path = output / NAME
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {entry["file"]: Record(**entry) for entry in content["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        problem = Problem(
            "is not a manifest that printkit has written",
            Place(path.as_posix()),
            "delete it and build again",
        )
        raise Refused(problem) from None


def write_manifest(output: Path, version: str, records: Iterable[Record]) -> None:
    """Write the manifest, sorted by file."""
    files = [asdict(record) for record in sorted(records, key=lambda record: record.file)]
    content = {"form": _FORM, "printkit": version, "files": files}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_together({output / NAME: text.encode("utf-8")})
