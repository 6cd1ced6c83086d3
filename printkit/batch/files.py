"""Files written whole or not at all, and several of them together or none."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from io import FileIO
from pathlib import Path

from printkit.errors import Problem, Refused

_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)

Beside = Callable[[Path], Path]
# What a file will hold: all of it, or its parts one after the other, none of which need stay.
Content = bytes | Iterator[bytes]


def _anywhere(path: Path) -> Path:
    return path.with_name(f".making-{os.urandom(8).hex()}{path.suffix}")


def write_together(
    files: Mapping[Path, Content],
    beside: Beside = _anywhere,
    turn: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    """Write all files, or none: each first beside its place, then all put into their places.

    `beside` names a temporary file for a path; `turn` is held while they are put into place.
    Refused where a folder or a file cannot be written; what was there before then stays.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            waiting[path] = _written(beside(path), content)
        with turn():
            _put_into_place(waiting, beside)
    except OSError as fault:
        raise Refused(not_written(fault, next(iter(files)))) from None
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def write_new(path: Path, content: bytes, shown: str) -> None:
    """Write a file that does not exist yet; Refused where it does, so that nothing is lost."""
    if path.exists():
        hint = "choose another name or date, or move the old file away"
        raise Refused(Problem(f"`{shown}` exists and is not overwritten", hint=hint))
    write_together({path: content})


def _put_into_place(waiting: dict[Path, Path], beside: Beside) -> None:
    """Move each to its place; where one cannot be, those before it become what they were."""
    before = {path: _content(path) for path in waiting} if len(waiting) > 1 else {}
    done: list[Path] = []
    try:
        for path, temporary in tuple(waiting.items()):
            temporary.replace(path)
            done.append(path)
            del waiting[path]
    except BaseException:
        for path in done:
            _restore(path, before.get(path), beside)
        raise


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _restore(path: Path, content: bytes | None, beside: Beside) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        _written(beside(path), content).replace(path)


def holds(path: Path, parts: Iterable[bytes]) -> bool:
    """Whether a file is there and holds just these parts; no more is read than need be."""
    try:
        with path.open("rb") as file:
            return all(file.read(len(part)) == part for part in parts) and not file.read(1)
    except OSError:
        return False


def _written(temporary: Path, content: Content) -> Path:
    """Write `content` to a new file, all the way to the disk."""
    try:
        with _new_file(temporary) as file:
            for part in (content,) if isinstance(content, bytes) else content:
                _write(file, part)
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _write(file: FileIO, part: bytes) -> None:
    """Write all of a part; the system may take less of it than it is given."""
    rest = memoryview(part)
    while rest:
        rest = rest[file.write(rest) :]


def _new_file(path: Path) -> FileIO:
    """Open a file that must not exist yet, in a folder that need not.

    It has no buffer, which would be made and filled for nothing.
    """
    try:
        return FileIO(path, "x")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return FileIO(path, "x")


def not_written(fault: OSError, path: Path) -> Problem:
    """Say why a file could not be written, and what to do."""
    if fault.errno in _NO_ROOM:
        hint = "make room on the disk, and build again"
    elif isinstance(fault, PermissionError):
        hint = "close it in the program that has it open, or choose a folder that you may write to"
    else:
        hint = "choose a folder that you may write to"
    reason = (fault.strerror or "it cannot be written").lower()
    return Problem(f"`{path.as_posix()}` could not be written: {reason}", hint=hint)
