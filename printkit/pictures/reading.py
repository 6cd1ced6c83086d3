"""A picture file's bytes, read once, and from regular files only."""

import os
import stat
from pathlib import Path

MOST_BYTES = 30_000_000
_READ_WITHOUT_WAITING = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)  # O_NONBLOCK is POSIX's, O_BINARY is Windows's


class Unfit(Exception):  # noqa: N818 - what the picture is
    """A picture file that cannot be used, with the words that follow its name in a message."""


def read(path: Path) -> bytes:
    """Give the file's bytes; Unfit where it is no regular file, empty, too large or unreadable."""
    try:
        _judge(path.stat())
        handle = os.open(path, _READ_WITHOUT_WAITING)
        with os.fdopen(handle, "rb") as file:
            # The file may have been swapped since; what is open now is what counts.
            _judge(os.fstat(handle))
            return file.read(MOST_BYTES)
    except FileNotFoundError:
        raise Unfit("is not there") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise Unfit(f"cannot be read ({reason.lower()})") from None


def _judge(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unfit("is a folder, expected a picture file")
    if not stat.S_ISREG(status.st_mode):
        raise Unfit("is a pipe or a device, expected a picture file")
    if status.st_size == 0:
        raise Unfit("is empty")
    if status.st_size > MOST_BYTES:
        found = f"{status.st_size / 1_000_000:.1f} MB"
        raise Unfit(f"is {found}, expected at most {MOST_BYTES // 1_000_000} MB")
