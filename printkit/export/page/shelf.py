"""What is the same in many files, made once and kept."""

import marshal
from dataclasses import dataclass

# The version of marshal's format before references, which depend on who else holds an object.
_PLAIN = 2


@dataclass(frozen=True, slots=True)
class Constants:
    """The constant beginning of all files.

    `body` is the header and the objects, `rows` their rows in the table of objects; `intent` is the
    number of the output intent, the last of them.
    """

    body: bytes
    rows: bytes
    intent: int

    @property
    def count(self) -> int:
        """The first number that no object has."""
        return self.intent + 1

    def to_bytes(self) -> bytes:
        """Give the constants as bytes for the cache."""
        return marshal.dumps((self.body, self.rows, self.intent), _PLAIN)

    @classmethod
    def from_bytes(cls, content: bytes) -> "Constants":
        """Give back what `to_bytes` kept."""
        return cls(*marshal.loads(content))  # noqa: S302 - ours, checked


@dataclass(frozen=True, slots=True)
class FontParts:
    """The entries of a font's dictionaries that are the same in all files, and its bare name."""

    name: str
    font: str
    descendant: str
    descriptor: str

    def to_bytes(self) -> bytes:
        """Give the parts as bytes for the cache."""
        kept = (self.name, self.font, self.descendant, self.descriptor)
        return marshal.dumps(kept, _PLAIN)

    @classmethod
    def from_bytes(cls, content: bytes) -> "FontParts":
        """Give back what `to_bytes` kept."""
        return cls(*marshal.loads(content))  # noqa: S302 - ours, checked
