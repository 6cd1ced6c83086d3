"""Pictures that were prepared before, kept for the editions that place them alike."""

from hashlib import sha256
from pathlib import Path

from printkit.errors import Problem, Refused
from printkit.model.picture import Pixels
from printkit.pictures.preparing import Crop, prepared
from printkit.pictures.reading import Unfit, read

_MOST_BYTES = 24_000_000


class RememberedPictures:
    """Prepares each picture once for a crop, as long as its file holds what it held.

    The file is read each time: what it holds decides, never its name or its time.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[bytes, Crop], Pixels] = {}
        self._bytes = 0

    def prepare(self, path: Path, crop: Crop) -> Pixels:
        """Give the picture cropped around its focus, as `preparing.prepare` does."""
        try:
            source = read(path)
            key = (sha256(source).digest(), crop)
            if key not in self._kept:
                self._keep(key, prepared(source, crop))
            return self._kept[key]
        except Unfit as fault:
            raise Refused(Problem(f"`{path.name}` {fault}")) from None

    def _keep(self, key: tuple[bytes, Crop], pixels: Pixels) -> None:
        """Keep a picture; too many begin anew."""
        self._bytes += len(pixels.data)
        if self._bytes > _MOST_BYTES:
            self._kept.clear()
            self._bytes = len(pixels.data)
        self._kept[key] = pixels
