"""An edition: one bulletin for one office, in the words that will be set."""

from dataclasses import dataclass, field
from typing import NamedTuple

from printkit.errors import Place
from printkit.model.bulletin import Bulletin
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.paper import Size
from printkit.model.picture import Code
from printkit.model.recipient import Recipient
from printkit.model.sheet import Imposing


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that an edition adds to the bulletin's own, in the language that is set.

    `date` is the whole line (`Week of 14 January 2019`), empty without a date.
    `opening` and `closing` are the quotation marks to set round the scripture's text, empty where
    it brings its own. `reference` is the rendered reference with the translation; `renamed` holds
    its books' names that changed, as typed and as set. `reading_time` opens the line that says how
    long a slide takes to read aloud. The leader's edition has `slide` before a slide's number, and
    `praise` or `prayer` before requests of that kind. `overleaf` stands where a text goes on
    overleaf; `notes` heads lines for notes, and is empty where the language has no word of ours.
    """

    locale: str
    date: str
    opening: str
    closing: str
    reference: str
    footnote: str
    cue: str
    reading_time: str
    slide: str = "Slide"
    praise: str = "Praise:"
    prayer: str = "Prayer:"
    overleaf: str = "→"
    notes: str = ""
    renamed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that decides what one edition looks like.

    `bulletin` is as written; `words` is the same bulletin with quotation marks, apostrophes and
    French spacing as the language writes them. `pictures` holds the size in pixels of the regions'
    pictures and the logo, by file; `code` is the code that leads to the office's link, where the
    layout shows one; `imposing` is what is asked of its sheets. `recipient` is the church whose
    line it has, if it is made for one, and `second` the other side of a bilingual edition.
    """

    bulletin: Bulletin
    words: Bulletin
    office: Office
    layout: Layout
    wording: Wording
    paper: Size
    screen: Size
    pictures: dict[str, tuple[int, int]] = field(default_factory=dict)
    code: Code | None = None
    imposing: Imposing | None = None
    recipient: Recipient | None = None
    second: "Edition | None" = None

    @property
    def imprint(self) -> tuple[str, ...]:
        """The office's lines, then the church's."""
        return (*self.office.imprint, *((self.recipient.line,) if self.recipient else ()))


# So many cuts are told one by one.
FEW_CUTS = 5


class Cut(NamedTuple):
    """Words to cut from the end of a request that begins at a place.

    `paragraph` says of which of its paragraphs, counted from 1; 0 where it has no other.
    """

    region: str
    words: int
    place: Place
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Overset:
    """What does not fit: by how many lines and words, and how many of these are each region's.

    `words` is 0 where even without its requests the page is overset; else it fits without what the
    `cuts` name. `cover` says that it is the deck's cover that is overset; then `regions` names its
    parts.
    """

    lines: int
    words: int
    regions: tuple[tuple[str, int, int], ...]
    smallest: float
    cover: bool = False
    cuts: tuple[Cut, ...] = ()

    @property
    def is_told_by_cuts(self) -> bool:
        """Whether the cuts are few enough to be told one by one, and not by regions."""
        return 0 < len(self.cuts) <= FEW_CUTS
