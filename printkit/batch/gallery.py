"""Small pictures of built files, kept in the cache beside what they are of."""

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from printkit.batch.recording import Built
from printkit.batch.report import FileReport
from printkit.batch.way import Way
from printkit.cache import Cache, key_of
from printkit.model.picture import Pixels

_KIND = "pictures"


@dataclass(frozen=True, slots=True)
class Shown:
    """One small picture (JPEG) in base64, `width` by `height` pixels."""

    width: int
    height: int
    data: str


class Gallery:
    """Knows the pictures of a run's files: those that it took, and those kept by earlier runs.

    The cache has one entry for each place in an output folder, so that it does not grow with every
    run. Forgetting costs time alone: the pictures are made again then.
    """

    def __init__(self, cache: Cache, way: Way) -> None:
        self._cache = cache
        self._way = way
        # What is a URL stands here in another folder each time.
        self._place = way.shown if "://" in way.shown else str(way.output.resolve())
        self._shown: dict[tuple[str, str], tuple[Shown, ...]] = {}

    def take(self, built: Built) -> None:
        """Keep the pictures of an edition's files."""
        if built.pictures:
            for report, pictures in zip(built.reports, built.pictures, strict=True):
                shown = [_shown(one) for one in pictures]
                self._shown[report.file, report.digest] = tuple(shown)
                self._cache.put(_KIND, self._key(report), _said(self._content(report), shown))

    def of(self, report: FileReport) -> tuple[Shown, ...] | None:
        """Give a file's pictures; None where they are not known, or where it can have none."""
        if not _can_be_shown(report):
            return None
        name = report.file, report.digest
        if name not in self._shown:
            kept = self._recalled(report)
            if kept is None:
                return None
            self._shown[name] = kept
        return self._shown[name]

    def lacking(self, reports: Iterable[FileReport]) -> frozenset[tuple[str, str]]:
        """Give the editions, by bulletin and office, of which a file's pictures are not known."""
        return frozenset(
            (one.bulletin, one.office)
            for one in reports
            if _can_be_shown(one) and self.of(one) is None
        )

    def _recalled(self, report: FileReport) -> tuple[Shown, ...] | None:
        kept = self._cache.recall(_KIND, self._key(report))
        said = json.loads(kept) if kept else {}
        if said.get("of") != self._content(report):
            return None
        return tuple(Shown(*one) for one in said["pictures"])

    def _key(self, report: FileReport) -> str:
        return key_of(self._place, report.file.removeprefix(f"{self._way.shown}/"))

    def _content(self, report: FileReport) -> str:
        return key_of(self._way.equipment, report.digest)


def _can_be_shown(report: FileReport) -> bool:
    """Whether there is such a file, and it is an office's own: no recipient's is drawn."""
    return bool(report.digest) and not report.recipient


def _shown(pixels: Pixels) -> Shown:
    return Shown(pixels.width, pixels.height, b64encode(pixels.data).decode("ascii"))


def _said(content: str, shown: Sequence[Shown]) -> bytes:
    pictures = [(one.width, one.height, one.data) for one in shown]
    return json.dumps({"of": content, "pictures": pictures}).encode("ascii")
