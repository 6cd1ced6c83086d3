"""The template: the parts of a deck that depend on the layout alone, packed and ready."""

import marshal
from dataclasses import astuple, dataclass

from printkit.export.deck.package import Part
from printkit.model.paper import Size

_KIND = "printkit-deck-template-1"
# Written by every Python that printkit runs on, and read by the later ones.
_MARSHAL_VERSION = 4


@dataclass(frozen=True, slots=True)
class Template:
    """Masters, slide layouts and themes as parts, the screen's size in points, and the colours.

    `slots` gives the theme colour (`a:schemeClr`) by the layout's colour names.
    """

    parts: tuple[Part, ...]
    screen: Size
    slots: dict[str, str]

    def to_bytes(self) -> bytes:
        """Give the template as bytes to keep in a cache."""
        parts = tuple(
            (part.name, part.content_type, part.size, part.checksum, part.data, part.deflated)
            for part in self.parts
        )
        slots = tuple(self.slots.items())
        return marshal.dumps((_KIND, parts, astuple(self.screen), slots), _MARSHAL_VERSION)

    @classmethod
    def from_bytes(cls, content: bytes) -> "Template":
        """Give the template that `to_bytes` gave the bytes of; ValueError for any other bytes."""
        try:
            kind, parts, screen, slots = marshal.loads(content)  # noqa: S302 - no code runs: plain tuples that our own cache has checked
        except (EOFError, TypeError) as reason:
            raise ValueError("not a deck's template") from reason
        if kind != _KIND:
            raise ValueError("not a deck's template")
        return cls(tuple(Part(*part) for part in parts), Size(*screen), dict(slots))
