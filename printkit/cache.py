"""What depends only on layout or language is prepared once and kept in the user's cache folder.

Entries are keyed by the content they are made from, checked when they are read, and made again when
they are missing or damaged: deleting the folder changes no byte of any output.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

_DIGEST_LENGTH = 32


def user_cache_folder() -> Path | None:
    """Give the folder for prepared data: `PRINTKIT_CACHE`, else the system's usual place.

    None where there is no home folder; then nothing is kept.
    """
    named = os.environ.get("PRINTKIT_CACHE")
    if named:
        return Path(named)
    try:
        return _usual_folder()
    except RuntimeError:
        return None


def _usual_folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "printkit" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "printkit"
    return Path(os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")) / "printkit"


def key_of(*parts: str | bytes) -> str:
    """Give the name under which something made from `parts` is kept."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


class Cache:
    """Prepared data by kind and key, in memory and in a folder (or in memory alone)."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def get(self, kind: str, key: str, make: Callable[[], bytes]) -> bytes:
        """Give what is kept under `kind` and `key`, made with `make` where it is not there."""
        name = f"{kind}-{key}"
        if name not in self._memory:
            self._memory[name] = self._read(name) or self._made(name, make)
        return self._memory[name]

    def recall(self, kind: str, key: str) -> bytes | None:
        """Give what was put into the folder last under `kind` and `key`; None where nothing was."""
        return self._read(f"{kind}-{key}")

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Put something into the folder under `kind` and `key`, in place of what was there."""
        self._write(f"{kind}-{key}", content)

    def _made(self, name: str, make: Callable[[], bytes]) -> bytes:
        content = make()
        self._write(name, content)
        return content

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            stored = (self._folder / name).read_bytes()
        except OSError:
            return None
        digest, content = stored[:_DIGEST_LENGTH], stored[_DIGEST_LENGTH:]
        return content if hashlib.sha256(content).digest() == digest else None

    def _write(self, name: str, content: bytes) -> None:
        """Keep `content`; a cache that cannot be written only costs time."""
        if self._folder is None:
            return
        temporary = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=self._folder, prefix=".making-")
            temporary = Path(made)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            temporary.replace(self._folder / name)
        except OSError:
            if temporary:
                temporary.unlink(missing_ok=True)
