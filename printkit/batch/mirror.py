"""An output folder that is somewhere else: on whatever fsspec reaches, such as object storage.

A run works on a copy of it in a temporary folder, as on any other, and sends what has changed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from os import utime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from printkit.batch.contact import NAME as CONTACT_SHEET
from printkit.batch.manifest import NAME
from printkit.batch.naming import is_ours
from printkit.errors import Problem, Refused, WrongUsage

_AT_ONCE = 64
_UNFINISHED = ".making"
_TIMES = ("mtime", "LastModified", "last_modified", "updated", "modified", "created")
_State = tuple[int, int, int]  # a file's number, time and size: all three change when it is written


def is_url(output: str) -> bool:
    """Whether an output is named by a URL, such as `s3://bucket/prayer`."""
    scheme, parted, _ = output.partition("://")
    return bool(parted) and scheme.isalnum()


@contextmanager
def mirrored(url: str) -> "Iterator[Mirror]":
    """Give a local copy of the folder that a URL names, and send what has changed at the end.

    A URL of this machine's own files is no copy but that folder. Refused where it cannot be read or
    written.
    """
    system, root = _opened(url)
    if "file" in _protocols(system):
        yield Mirror(None, url, root, Path(root))
        return
    with TemporaryDirectory(prefix="printkit-") as folder:
        mirror = Mirror(system, url, root, Path(folder))
        mirror.fetch()
        try:
            yield mirror
        finally:
            mirror.send()


class Mirror:
    """A local `folder` that stands for one elsewhere."""

    def __init__(self, system: Any, url: str, root: str, folder: Path) -> None:  # noqa: ANN401 - fsspec's
        self.folder = folder
        self._system = system
        self._url = url
        self._root = root.rstrip("/")
        self._known: dict[str, _State] = {}

    def fetch(self) -> None:
        """Bring the manifest and all files of ours that are there."""
        with self._told("read"):
            there = self._system.exists(self._root)
            found = self._system.find(self._root, detail=True) if there else {}
            names = {path.removeprefix(f"{self._root}/"): path for path in sorted(found)}
            ours = [name for name in names if name in {NAME, CONTACT_SHEET} or _is_ours(name)]
            for start in range(0, len(ours), _AT_ONCE):
                some = ours[start : start + _AT_ONCE]
                contents = self._system.cat([names[name] for name in some])
                for name in some:
                    self._put(name, contents[names[name]], found[names[name]])
        self._known = self._states()

    def _put(self, name: str, content: bytes, details: dict[str, Any]) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written = _time(details)
        if written:
            utime(path, (written, written))

    def send(self) -> None:
        """Send the files that were written since, the manifest last, and remove those that went."""
        if self._system is None:
            return
        now = self._states()
        changed = [name for name, state in now.items() if self._known.get(name) != state]
        with self._told("written"):
            # Whoever reads the manifest finds the files that it names, or others than it says.
            self._write([name for name in changed if name != NAME])
            self._write([name for name in changed if name == NAME])
            for name in set(self._known).difference(now):
                with suppress(FileNotFoundError):
                    self._system.rm_file(f"{self._root}/{name}")
        self._known = now

    def _write(self, names: Sequence[str]) -> None:
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            paths = {name: f"{self._root}/{name}" for name in some}
            for folder in sorted({path.rpartition("/")[0] for path in paths.values()}):
                self._system.makedirs(folder, exist_ok=True)
            self._system.pipe({paths[name]: (self.folder / name).read_bytes() for name in some})

    def _states(self) -> dict[str, _State]:
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        kept = [path for path in files if not path.name.startswith(_UNFINISHED)]
        return {path.relative_to(self.folder).as_posix(): _state(path) for path in kept}

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        """Refuse where the other side fails: each kind of storage has errors of its own."""
        try:
            yield
        except Exception as fault:
            said = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
            hint = "look whether you may read and write there, and whether it can be reached"
            raise Refused(
                Problem(f"`{self._url}` could not be {done}: {said}", hint=hint)
            ) from fault


def _is_ours(name: str) -> bool:
    """Whether a file is one of an office's, or the archive of them."""
    return is_ours(name) or (name.endswith(".zip") and "/" not in name)


def _opened(url: str) -> tuple[Any, str]:
    """Give the file system that a URL names, and the place in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - only for an output that is a URL
    except ImportError:
        hint = "type `python -m pip install fsspec`"
        raise Refused(Problem(f"`{url}` needs fsspec, which is not installed", hint=hint)) from None
    try:
        system, root = url_to_fs(url)
    except ImportError as fault:
        hint = "install the package that it names with `python -m pip install`"
        raise Refused(Problem(f"`{url}` cannot be opened: {fault}", hint=hint)) from None
    except ValueError as fault:
        raise WrongUsage(f"`{url}` is no place to write to: {fault}") from None
    return system, str(root)


def _protocols(system: Any) -> tuple[str, ...]:  # noqa: ANN401 - fsspec's
    named = system.protocol
    return (named,) if isinstance(named, str) else tuple(named)


def _state(path: Path) -> _State:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size


def _time(details: dict[str, Any]) -> float | None:
    """Give when a file was written, as far as its storage says so: seconds since 1970."""
    said = next((details[name] for name in _TIMES if details.get(name)), None)
    if isinstance(said, str):
        with suppress(ValueError):
            return datetime.fromisoformat(said).timestamp()
    if isinstance(said, datetime):
        return said.timestamp()
    return float(said) if isinstance(said, int | float) else None
