"""An order as it travels to another machine, which has none of this one's files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from printkit.batch.fingerprints import picture_files
from printkit.model.bulletin import Bulletin, Picture
from printkit.model.office import Office
from printkit.ordering import Order
from printkit.pictures.reading import Unfit, read


@dataclass(frozen=True, slots=True)
class Luggage:
    """An order whose pictures are named by what they hold, and the names of those that are sent."""

    order: Order
    pictures: tuple[Path, ...]


class Packer:
    """Packs orders; each picture file is read once, and `contents` holds them by their SHA-256."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self._digests: dict[Path, str] = {}

    def pack(self, order: Order) -> Luggage:
        """Pack an order; a picture that cannot be read stays behind, and is missing there too."""
        names: dict[Path, Path] = {}
        counts: dict[str, int] = {}
        for file in _files(order):
            digest = self._digest(file)
            # Two files of one content are still two pictures, or other bytes would come of them.
            counts[digest] = counts.get(digest, 0) + 1
            names[file] = Path(digest, str(counts[digest]), file.name)
        sent = tuple(name for name in names.values() if name.parts[0] in self.contents)
        return Luggage(_with_files(order, names.__getitem__), sent)

    def _digest(self, file: Path) -> str:
        if file not in self._digests:
            try:
                content = read(file)
            except Unfit:
                self._digests[file] = "missing"
            else:
                self._digests[file] = sha256(content).hexdigest()
                self.contents[self._digests[file]] = content
        return self._digests[file]


def digest_in(name: Path) -> str:
    """Give the SHA-256 of what a picture holds, from its name in a luggage."""
    return name.parts[0]


def unpack(luggage: Luggage, contents: Mapping[str, bytes], folder: Path) -> Order:
    """Give the order with its pictures in `folder`, written there unless they are there already."""
    for name in luggage.pictures:
        path, content = folder / name, contents[digest_in(name)]
        if not path.is_file() or path.stat().st_size != len(content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return _with_files(luggage.order, lambda name: folder / name)


def _files(order: Order) -> Iterator[Path]:
    """Give the order's picture files, each once, in the order in which they are drawn."""
    return iter(dict.fromkeys(picture_files(order)))


def _with_files(order: Order, name: Callable[[Path], Path]) -> Order:
    return replace(
        order,
        bulletin=_bulletin(order.bulletin, name),
        office=_office(order.office, name),
        second=_with_files(order.second, name) if order.second else None,
    )


def _bulletin(bulletin: Bulletin, name: Callable[[Path], Path]) -> Bulletin:
    regions = tuple(
        replace(region, picture=_picture(region.picture, name)) for region in bulletin.regions
    )
    return replace(bulletin, regions=regions, picture=_picture(bulletin.picture, name))


def _picture(picture: Picture | None, name: Callable[[Path], Path]) -> Picture | None:
    return picture and replace(picture, file=name(picture.file))


def _office(office: Office, name: Callable[[Path], Path]) -> Office:
    return replace(office, logo=office.logo and replace(office.logo, file=name(office.logo.file)))
