"""How an edition looks, on paper and on screen."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from printkit.model.paper import Size

Align = Literal["justified", "left", "centre", "right"]


class Face(NamedTuple):
    """One face of a family: weight as in OpenType's wght axis (400 regular, 700 bold).

    It is the key to all that is known of a face, so its hash has to be found quickly.
    """

    family: str
    weight: int = 400
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """A smallest and a largest value that copyfitting moves between."""

    smallest: float
    largest: float


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How one kind of paragraph is set.

    `size` is in ems of the page's body size, and never set below `floor` points. `before` and
    `after` are spaces in ems of the body size. `indent` is the hanging indent, in ems of its own.
    """

    face: Face
    colour: str
    size: float = 1.0
    floor: float = 0.0
    before: float = 0.0
    after: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Margins:
    """The paper's unprinted edges, in points."""

    top: float
    bottom: float
    sides: float


@dataclass(frozen=True, slots=True)
class PageShape:
    """Margins and columns for papers at least `from_width` points wide.

    `columns` holds the usual number of columns first, then those that copyfitting may turn to.
    """

    from_width: float
    margins: Margins
    columns: tuple[int, ...]
    gutter: float


PAGE_STYLES = (
    "title",
    "date",
    "quotation",
    "reference",
    "heading",
    "introduction",
    "request",
    "credit",
    "footnote",
    "imprint",
)


Step = Literal["spacing", "leading", "banner", "columns", "size"]
STEPS: tuple[Step, ...] = ("spacing", "leading", "banner", "columns", "size")
LeftRoom = Literal["space", "lines"]
Bilingual = Literal["two-sided", "side-by-side"]
BILINGUALS: tuple[Bilingual, ...] = ("two-sided", "side-by-side")
Overflow = Literal["sentences", "continue", "refuse"]
OVERFLOWS: dict[str, Overflow] = {
    "sentences": "sentences",
    "continue": "continue",
    "refuse": "refuse",
}


@dataclass(frozen=True, slots=True)
class Spacing:
    """How the spaces between paragraphs give way and open.

    `smallest` is the part of its natural value that copyfitting may tighten a space to. `region`
    and `paragraph` are how far, in ems, leftover height may open the space before a region and
    before any other paragraph.
    """

    smallest: float
    region: float
    paragraph: float


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """Where words are divided: whether at all, and in how many lines in a row at most.

    `exceptions` holds by language the words with the only places where each may be divided:
    `min-is-tries`, or `Ebenezer` for never.
    """

    allowed: bool
    in_a_row: int
    exceptions: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The insert: body sizes in points, leading in ems, styles by the names in PAGE_STYLES.

    `comfortable` is the body size that the layout aims at. `ladder` says what gives way to reach
    it, each step on top of those before it; at `size` the type becomes smaller, down to the body's
    smallest, and what stands after `size` is turned to only where even that does not fit. `banner`
    is the banner's height as a fraction of the paper's. `spare` is what a short bulletin leaves:
    white space, or ruled lines for notes. `code` is the side, in points, of the code that leads to
    the office's link, with the white zone around it; None for no code. `bilingual` says where the
    second language of a bilingual edition stands: on the other side, or beside the first.
    """

    body: Range
    comfortable: float
    leading: Range
    natural_leading: float
    shapes: tuple[PageShape, ...]
    banner: Range
    styles: dict[str, TypeStyle]
    mark: str
    hyphenation: Hyphenation
    spacing: Spacing
    ladder: tuple[Step, ...]
    spare: LeftRoom
    code: float | None = None
    bilingual: Bilingual = "two-sided"

    def shape_for(self, paper: Size) -> PageShape:
        """Give the shape for the widest class that the paper reaches."""
        fitting = [shape for shape in self.shapes if paper.width >= shape.from_width]
        return max(fitting, key=lambda shape: shape.from_width) if fitting else self.shapes[0]


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """The deck: sizes in points, `leading` in ems, `safe` as the fraction kept free at each edge.

    `family` is the font that the deck names; `metrics` the family of ours with its widths. `slack`
    is the part of the measure left free for programs that measure differently. `spread` is how many
    points larger than the bulletin's smallest slide another slide may be. `overset` is what is done
    with a region that does not fit at the smallest size: the first `sentences` of its requests are
    shown, or it goes on (`continue`) on further slides, or it is refused. `praise` is the mark
    before what God is thanked for; `last` says whether a plain slide ends the deck.
    """

    screen: str
    family: str
    metrics: str
    ground: str
    ink: str
    accent: str
    muted: str
    body: Range
    title: Range
    cover_title: Range
    quotation: Range
    small: float
    leading: float
    safe: float
    slack: float
    spread: float
    cover: bool
    overset: Overflow = "sentences"
    praise: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: one look for paper and screen. `colours` maps its names to `RRGGBB`."""

    name: str
    colours: dict[str, str]
    fallbacks: tuple[str, ...]
    page: PageLayout
    slides: SlideLayout
