"""What a run says of each file: for people, and as JSON lines."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from printkit.batch.printing import printing
from printkit.batch.sparing import page_spare, slide_spare
from printkit.errors import Place, Problem

Status = Literal["built", "unchanged", "old", "failed", "checked"]

_NAMES = {name: name for name in ("built", "unchanged", "checked")} | {
    "old": "OLD",
    "failed": "failed",
}
# What each step of the layout's ladder has let give way; nothing has on the natural one.
_GIVEN_WAY = {
    "spacing": "spaces tightened",
    "banner": "banner lowered",
    "leading": "leading tightened",
    "columns": "columns changed",
    "size": "smaller type",
}
# The formats whose files are counted in pages; all others are in slides.
_PAGED = ("insert", "insert-png", "two-sided", "large-print", "leader", "sheet", "bilingual")
_INDENT = " " * 10


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file of one edition: sizes in points, `full` from 0 to 1; None where it was not made.

    `digest` is the SHA-256 of what was built.
    """

    bulletin: str
    office: str
    format: str
    file: str
    status: Status
    source: str
    language: str
    layout: str
    paper: str
    pages: int | None = None
    size: float | None = None
    full: float | None = None
    warnings: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    built: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    digest: str = ""
    recipient: str = ""

    def as_json(self) -> str:
        """Give the line of `--json`; `check` says what `build` would."""
        line = {
            "bulletin": self.bulletin,
            "office": self.office,
            "recipient": self.recipient or None,
            "format": self.format,
            "file": self.file,
            "status": "built" if self.status == "checked" else self.status,
            "source": self.source,
            "language": self.language,
            "layout": self.layout,
            "paper": self.paper,
            "pages": self.pages,
            "size": self.size,
            "full": self.full,
            **self.facts,
            "warnings": [plain(warning) for warning in self.warnings],
            "problems": [plain(problem) for problem in self.problems],
        }
        return json.dumps(line, ensure_ascii=False)

    def as_text(self) -> str:
        """Give the line that people read, and below it the words to spare where they are known."""
        head = f"{self.file}"
        if self.status == "old":
            return f"OLD       {head} (built {self.built}, kept: the new one failed{self._fault})"
        if self.status == "failed":
            return f"failed    {head}{self._fault}"
        warned = f", {_count(len(self.warnings), 'warning')}" if self.warnings else ""
        pages = _count(self.pages or 0, "page" if self.format in _PAGED else "slide")
        return (
            f"{self.status:9} {head}: {pages}{self._sheets}, {self.size:g} pt{self._rung}"
            f"{self._resolution}, {self.full or 0:.0%} full, {self.language}, "
            f"{self.paper}{warned}{self._printing}{self._spare}"
        )

    @property
    def _sheets(self) -> str:
        """How many sheets of paper its pages take, printed on both sides, where that is told."""
        if "imposition" in self.facts or "sheets" not in self.facts:
            return ""
        return f" on {_count(self.facts['sheets'], 'sheet')}"

    @property
    def _fault(self) -> str:
        """The first of the problems; all of them are told above the report."""
        more = f" (and {len(self.problems) - 1} more)" if self.problems[1:] else ""
        return f": {self.problems[0].message}{more}" if self.problems else ""

    @property
    def _rung(self) -> str:
        given = _GIVEN_WAY.get(self.facts.get("rung", ""))
        return f" ({given})" if given else ""

    @property
    def _resolution(self) -> str:
        if "pixels" in self.facts:
            return ", {} x {} pixels".format(*self.facts["pixels"])
        return f", {self.facts['dpi']} dpi" if "dpi" in self.facts else ""

    @property
    def _printing(self) -> str:
        """What to do with a sheet, in a line of its own."""
        return f"\n{_INDENT}{printing(self.facts)}" if "imposition" in self.facts else ""

    @property
    def _spare(self) -> str:
        if "spare" not in self.facts:
            return ""
        spare, comfortable = self.facts["spare"], self.facts.get("comfortable")
        said = page_spare(spare, comfortable) if comfortable else slide_spare(spare)
        return f"\n{_INDENT}{said}"


def problem_from(said: dict[str, Any]) -> Problem:
    """Give the problem that `plain` has said."""
    place = Place(said["file"], said["line"], said["column"]) if said["file"] else None
    return Problem(said["message"], place, said["hint"])


def plain(problem: Problem) -> dict[str, Any]:
    """Give a problem as the line of `--json` and the manifest say it."""
    place = problem.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": problem.message,
        "hint": problem.hint,
    }


def date_of(path: Path) -> str:
    """Give the day on which a file was written, as the report of an OLD one shows it."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def summary_of(reports: tuple[FileReport, ...]) -> str:
    """Give the run's last line."""
    if not reports:
        return "nothing to build"
    editions = len({(one.bulletin, one.office, one.recipient) for one in reports})
    counts = [
        f"{count} {name}"
        for status, name in _NAMES.items()
        if (count := sum(report.status == status for report in reports))
    ]
    return f"{_count(editions, 'edition')}, {_count(len(reports), 'file')}: {', '.join(counts)}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
