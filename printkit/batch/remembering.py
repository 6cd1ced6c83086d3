"""What was planned of a bulletin, remembered as long as nothing that was read for it has changed.

So a bulletin need not be read again to know that its editions are what they were. Forgetting costs
time alone: the bulletin is planned anew then.
"""

import json
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.batch.mailing import Mailing, prints_for
from printkit.batch.options import Options
from printkit.batch.project import Project, Wanted
from printkit.cache import Cache, key_of
from printkit.model.recipient import Recipient

if TYPE_CHECKING:
    from printkit.batch.entries import Entry

_KIND = "plan"


@dataclass(frozen=True, slots=True)
class Planned:
    """An edition as it was planned, without its bulletin: what its files are made of, by format.

    `left_out` says what is not for the web.
    `recipient` is the church that it is for, if it is for one, of the `table`.
    """

    identity: str
    office: str
    source: str
    prints: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...] = ()
    recipient: Recipient | None = None
    table: str = ""

    @property
    def edition(self) -> tuple[str, str, str]:
        """Whose it is: bulletin, office, recipient."""
        return self.identity, self.office, self.recipient.identity if self.recipient else ""

    @property
    def formats(self) -> tuple[str, ...]:
        """What it is made as."""
        return tuple(name for name, _ in self.prints)

    def each(self, mailing: Mailing | None) -> "Iterator[Planned]":
        """Give the edition of each recipient, or the office's own where there are none."""
        if mailing is None:
            yield self
            return
        for one in mailing.recipients:
            prints = prints_for(self.prints, one)
            yield replace(self, prints=prints, recipient=one, table=mailing.table)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture that was read: its path as named, the file that was found there, its SHA-256."""

    path: str
    file: str
    digest: str


class Memory:
    """Remembers plans in the cache, a file for each bulletin and way to ask for it."""

    def __init__(self, cache: Cache, project: Project, equipment: str) -> None:
        self._cache = cache
        self._project = project
        self._equipment = equipment
        self._before: dict[Wanted, str] = {}
        self._pictures: dict[str, _Shown] = {}

    def recall(self, wanted: Wanted, options: Options) -> tuple[Planned, ...] | None:
        """Give the plan of a bulletin; None where it must be made."""
        self._before[wanted] = self._inputs(wanted, self._common)
        kept = self._cache.recall(_KIND, self._key(wanted, options))
        if kept is None:
            return None
        said = json.loads(kept)
        if said["inputs"] != self._before[wanted]:
            return None
        pictures = [self._picture(one["path"]) for one in said["pictures"]]
        if said["pictures"] != _plain(pictures):
            return None
        return tuple(
            Planned(
                one["identity"],
                one["office"],
                one["source"],
                _pairs(one["prints"]),
                tuple(one["left_out"]),
            )
            for one in said["editions"]
        )

    def keep(
        self,
        wanted: Wanted,
        options: Options,
        entries: Sequence["Entry"],
        contents: Mapping[Path, str],
    ) -> None:
        """Remember a plan, unless something in it is wrong or changed while it was made.

        `contents` are the SHA-256 of the picture files.
        """
        whole = entries and all(entry.order for entry in entries)
        if not whole or self._inputs(wanted, self._common_later) != self._before.get(wanted):
            return
        said = {
            "inputs": self._before[wanted],
            "pictures": _plain(self._named(wanted, entries, contents)),
            "editions": [asdict(planned(entry)) for entry in entries],
        }
        self._cache.put(_KIND, self._key(wanted, options), json.dumps(said).encode("utf-8"))

    def _key(self, wanted: Wanted, options: Options) -> str:
        place = str(wanted.family.original.resolve())
        return key_of(str(self._project.folder.resolve()), place, repr((wanted.language, options)))

    def _inputs(self, wanted: Wanted, common: str) -> str:
        """Name all that a plan is made of but the pictures: every file by its name and content."""
        family = wanted.family
        files = [family.original, *(path for _, path in family.translations)]
        files += [family.local] if family.local else []
        names = [self._project.shown(path) for path in files]
        return key_of(self._equipment, common, *names, *(_content(path) for path in files))

    @cached_property
    def _common(self) -> str:
        return self._offices_and_layouts()

    @cached_property
    def _common_later(self) -> str:
        return self._offices_and_layouts()

    def _offices_and_layouts(self) -> str:
        files = [self._project.offices, self._project.printers]
        for folder in self._project.layout_folders:
            files += sorted(folder.glob("*.yaml"))
        return key_of(*(self._project.shown(path) for path in files), *map(_content, files))

    def _picture(self, path: str) -> _Shown:
        if path not in self._pictures:
            digest = sha256(_content(Path(path))).hexdigest()
            self._pictures[path] = _Shown(path, str(Path(path).resolve()), digest)
        return self._pictures[path]

    def _named(
        self, wanted: Wanted, entries: Iterable["Entry"], contents: Mapping[Path, str]
    ) -> list[_Shown]:
        """Give the pictures of orders as their files name them."""
        folders = wanted.family.original.parent, self._project.offices.parent
        found = {
            str((folder / name).absolute()): file
            for entry in entries
            for folder, pairs in zip(folders, _pictures_of(entry), strict=True)
            for name, file in pairs
        }
        return [_Shown(path, str(file), contents[file]) for path, file in found.items()]


def planned(entry: "Entry") -> Planned:
    """Give what is remembered of an edition."""
    return Planned(entry.identity, entry.office, entry.source, entry.prints, entry.left_out)


def _pictures_of(entry: "Entry") -> tuple[list[tuple[str, Path]], list[tuple[str, Path]]]:
    """Give name and file of the bulletin's pictures, and of the office's."""
    assert entry.order is not None  # noqa: S101 - only whole plans are kept
    sides = [entry.order, *([entry.order.second] if entry.order.second else [])]
    pictures = [
        picture
        for side in sides
        for picture in (side.bulletin.picture, *(one.picture for one in side.bulletin.regions))
    ]
    logos = [side.office.logo for side in sides]
    return [(one.name, one.file) for one in pictures if one], [
        (logo.name, logo.file) for logo in logos if logo
    ]


def _content(path: Path) -> bytes:
    """Give what a file holds; nothing where it is no file, or cannot be read."""
    try:
        return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else b""
    except OSError:
        return b""


def _plain(pictures: Iterable[_Shown]) -> list[dict[str, str]]:
    return [asdict(one) for one in pictures]


def _pairs(prints: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((format_, name) for format_, name in prints)
