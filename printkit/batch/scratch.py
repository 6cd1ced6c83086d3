"""Temporary files in an output folder: the living keep theirs, and those of the dead go."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from io import FileIO
from pathlib import Path

from printkit.batch.files import Content, holds, write_together
from printkit.batch.locking import alone, is_still_at, let_go, lock

_TURN = ".making.lock"
_OURS = re.compile(r"\.making-([0-9a-f]{16})(?:\.lock|-[0-9a-f]{16}(?:\..*)?)")


class Scratch:
    """One process's temporary files in one output folder.

    Their names hold a token, and as long as the process lives it holds the lock of that name.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._held: tuple[str, Path, FileIO] | None = None

    def write(self, files: Mapping[Path, Content]) -> None:
        """Write all files or none, and never between those that another run puts into place."""
        write_together(files, self._beside, self.turn)

    def write_in_turn(self, files: Mapping[Path, Content]) -> None:
        """Write all files or none, where it is this process's turn already."""
        write_together(files, self._beside)

    def renew(self, path: Path, parts: Callable[[], Iterator[bytes]]) -> None:
        """Write a file of parts, which are given anew each time, unless just that is in it."""
        if not holds(path, parts()):
            self.write({path: parts()})

    def turn(self) -> AbstractContextManager[None]:
        """Wait for the turn to put files into the output folder; OSError where that cannot be."""
        return alone(self._output / _TURN)

    def close(self) -> None:
        """Let the lock go."""
        if self._held:
            _, path, file = self._held
            let_go(path, file)
            self._held = None

    def _beside(self, path: Path) -> Path:
        token = self._token()
        return path.with_name(f".making-{token}-{os.urandom(8).hex()}{path.suffix}")

    def _token(self) -> str:
        while self._held is None:
            token = os.urandom(8).hex()
            path = self._output / f".making-{token}.lock"
            self._output.mkdir(parents=True, exist_ok=True)
            file = FileIO(path, "x")
            # Whoever clears away may have taken the lock between these two.
            if lock(file) != "theirs" and is_still_at(path, file):
                self._held = token, path, file
            else:
                file.close()
        return self._held[0]


def clear_leftovers(output: Path) -> None:
    """Remove the temporary files of processes that have ended; what cannot be removed stays."""
    left: dict[str, list[Path]] = {}
    for path in _hidden(output):
        found = _OURS.fullmatch(path.name)
        if found:
            left.setdefault(found[1], []).append(path)
    for token, paths in left.items():
        _clear(output / f".making-{token}.lock", paths)
    _clear(output / _TURN, [])


def _hidden(output: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(output):
        yield from (Path(folder, name) for name in names if name.startswith(".making-"))


def _clear(held: Path, paths: list[Path]) -> None:
    try:
        file = FileIO(held, "r+")
    except FileNotFoundError:
        _remove(paths)
        return
    except OSError:
        return
    if lock(file) == "ours":
        _remove([path for path in paths if path != held])
        let_go(held, file)
    file.close()


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
