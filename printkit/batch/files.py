"""Files written whole or not at all, and several of them together or none."""

import os
from collections.abc import Mapping
from io import BufferedWriter
from pathlib import Path

from printkit.errors import Problem, Refused


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write all files, or none: each first beside its place, then all put into their places.

    Refused where a folder or a file cannot be written; what was there before then stays.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            waiting[path] = _beside(path, content)
        while waiting:
            path, temporary = next(iter(waiting.items()))
            temporary.replace(path)
            del waiting[path]
    except OSError as fault:
        raise Refused(_problem(fault, next(iter(files)))) from None
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def write_new(path: Path, content: bytes, shown: str) -> None:
    """Write a file that does not exist yet; Refused where it does, so that nothing is lost."""
    if path.exists():
        hint = "choose another name or date, or move the old file away"
        raise Refused(Problem(f"`{shown}` exists and is not overwritten", hint=hint))
    write_together({path: content})


def _beside(path: Path, content: bytes) -> Path:
    """Write `content` to a new file beside `path`, all the way to the disk."""
    temporary = path.with_name(f".making-{os.urandom(8).hex()}{path.suffix}")
    try:
        with _new_file(temporary) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _new_file(path: Path) -> BufferedWriter:
    """Open a file that must not exist yet, in a folder that need not."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")


def _problem(fault: OSError, path: Path) -> Problem:
    if isinstance(fault, PermissionError):
        hint = "close it in the program that has it open, or choose a folder that you may write to"
    else:
        hint = "choose a folder that you may write to"
    reason = (fault.strerror or "it cannot be written").lower()
    return Problem(f"`{path.as_posix()}` could not be written: {reason}", hint=hint)
