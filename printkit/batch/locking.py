"""Locks that the system itself lets go when their holder ends, however it ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import Literal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.002
_PATIENCE = 60.0

Holder = Literal["ours", "theirs", "nobody"]


def lock(file: FileIO) -> Holder:
    """Try to lock an open file, and say whose it is: `nobody`'s where the system has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return "theirs"
    except OSError:
        return "nobody"
    return "ours"


def is_still_at(path: Path, file: FileIO) -> bool:
    """Say whether `path` is that open file, and no other that has taken its place since."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def let_go(path: Path, file: FileIO) -> None:
    """Remove a lock's file and let it go; where the system keeps open files, the other way round.

    What cannot be removed is left: it locks nothing any more.
    """
    if sys.platform == "win32":
        file.close()
    with suppress(OSError):
        path.unlink()
    file.close()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until nobody else holds the lock `path`, and hold it; OSError where it cannot be."""
    file = _taken(path)
    try:
        yield
    finally:
        let_go(path, file)


def _taken(path: Path) -> FileIO:
    ends = time.monotonic() + _PATIENCE
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = FileIO(path, "a")
        holder = lock(file)
        if holder != "theirs" and is_still_at(path, file):
            return file
        file.close()
        if time.monotonic() > ends:
            raise TimeoutError(0, "another run holds it")
        time.sleep(_PAUSE)
