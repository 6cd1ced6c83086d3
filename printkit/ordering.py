"""What is ordered of an edition, and what comes of it: files that are not yet written."""

from dataclasses import dataclass, field, replace

from printkit.errors import Problem
from printkit.model.bulletin import Bulletin
from printkit.model.formats import BILINGUAL, FORMATS, HALVED, IMPOSED, SHEET
from printkit.model.layout import Layout
from printkit.model.office import Office
from printkit.model.paper import Size
from printkit.model.picture import Pixels
from printkit.model.recipient import Recipient
from printkit.model.sheet import Imposing


@dataclass(frozen=True, slots=True)
class Order:
    """One edition to make: the bulletin in the language that is set, for whom, and how.

    `paper_name` and `screen` name the paper and the screen's shape; `paper` is the paper's size,
    and `half` name and size of its half, None where the paper was asked for and nothing is halved.
    `warnings` are what planning has found; `imposing` is what is asked of sheets, `recipient` the
    church it is for, if it is for one, and `second` the other side of a bilingual edition.
    """

    bulletin: Bulletin
    office: Office
    layout: Layout
    paper_name: str
    paper: Size
    screen: str
    formats: tuple[str, ...] = FORMATS
    warnings: tuple[Problem, ...] = ()
    half: tuple[str, Size] | None = None
    imposing: Imposing | None = None
    recipient: Recipient | None = None
    second: "Order | None" = None


def sized(order: Order, format_: str) -> Order:
    """Give an order as it is for one of its formats: with its paper, and what else it needs.

    A sheet is always imposed, other pieces where an imposition was asked for.
    """
    imposing, paper = order.imposing, (order.paper_name, order.paper)
    if imposing and (format_ == SHEET or (imposing.every and format_ in IMPOSED)):
        imposing = replace(imposing, every=False)
        paper = imposing.piece_name, imposing.piece
    else:
        imposing = None
        paper = order.half if order.half and format_ in HALVED else paper
    name, size = paper
    second = order.second if format_ == BILINGUAL else None
    if second:
        second = replace(second, paper_name=name, paper=size)
    return replace(order, paper_name=name, paper=size, half=None, imposing=imposing, second=second)


@dataclass(frozen=True, slots=True)
class Made:
    """One file of an edition, not yet written: sizes in points, `full` from 0 to 1.

    `number` counts the files of a format that has one for each slide, from 1. `warnings` are those
    of this file and of the whole edition. `pictures` show its pages or slides in small.
    """

    format: str
    data: bytes
    size: float
    full: float
    pages: int
    facts: dict[str, object] = field(default_factory=dict)
    number: int = 0
    warnings: tuple[Problem, ...] = ()
    pictures: tuple[Pixels, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an order: files, or the problems that stood in the way; and the warnings."""

    files: tuple[Made, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
