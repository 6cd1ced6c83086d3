"""Fingerprints: what an edition is made of, as a name that changes when its content does."""

from collections.abc import Iterator
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from printkit import __version__
from printkit.cache import key_of
from printkit.errors import Place
from printkit.model.bulletin import Bulletin
from printkit.model.office import Office
from printkit.ordering import Order, sized

_NOWHERE = Place("")


class Fingerprints:
    """Names orders; what many have alike, such as a bulletin or a layout, is read through once.

    Pictures count by what they hold, not by where they are. A bulletin counts with the places of
    its words, since its warnings name them; an office's entry counts wherever it stands.
    """

    def __init__(self) -> None:
        # What was named is kept beside its name, so that nothing else can have its identity.
        self._named: dict[int, tuple[object, str]] = {}
        self.contents: dict[Path, str] = {}  # the SHA-256 of every picture that was named

    def of(self, order: Order, format_: str) -> str:
        """Name what one file of an order is made of, whatever is built beside it."""
        own = sized(order, format_)
        names = (one.name for one in fields(own) if one.name not in _MANY)
        said = (self._name(getattr(own, name)) for name in names)
        return key_of(__version__, format_, *said)

    def _name(self, value: object) -> str:
        if id(value) not in self._named:
            self._named[id(value)] = value, self._said(value)
        return self._named[id(value)][1]

    def _said(self, value: Any) -> str:  # noqa: ANN401 - an order's parts are of many kinds
        said = repr(replace(value, place=_NOWHERE) if isinstance(value, Office) else value)
        for path in set(picture_files(value)):
            said = said.replace(repr(path), self._content(path))
        return key_of(said)

    def _content(self, path: Path) -> str:
        if path not in self.contents:
            try:
                self.contents[path] = sha256(path.read_bytes()).hexdigest()
            except OSError:
                self.contents[path] = "unreadable"
        return self.contents[path]


# What is made beside it does not count, and whom it is for is added by whoever knows.
_MANY = ("formats", "recipient")


def picture_files(value: object) -> Iterator[Path]:
    """Give the picture files of a bulletin, an office, or an order with its other side."""
    if isinstance(value, Order):
        for part in (value.bulletin, value.office, value.second):
            yield from picture_files(part)
    elif isinstance(value, Bulletin):
        for picture in (value.picture, *(region.picture for region in value.regions)):
            if picture:
                yield picture.file
    elif isinstance(value, Office) and value.logo:
        yield value.logo.file
