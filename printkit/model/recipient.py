"""Who receives an edition: a church, with the line that makes the edition its own."""

from dataclasses import dataclass, field

from printkit.errors import Place

# The dot ends a line rather than begin the next.
SEPARATOR = "\u00a0· "
_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One church of a list: `identity` names its files, the others are the cells as written.

    `place` is its row's; two of the same words are the same wherever they stand.
    """

    identity: str
    name: str
    service: str = ""
    contact: str = ""
    place: Place = field(default=_NOWHERE, compare=False)

    @property
    def line(self) -> str:
        """The church's line: its name, service and contact, as far as they are given."""
        return SEPARATOR.join(part for part in (self.name, self.service, self.contact) if part)
