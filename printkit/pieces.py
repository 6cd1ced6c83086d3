"""What of an edition is on paper: each piece is set, drawn, and where that is asked imposed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from printkit.advice import (
    larger_paper,
    overset_page,
    points_of,
    size_warnings,
    with_sides_offered,
)
from printkit.errors import Place, Problem
from printkit.export.page.document import Supplies, write_pdf
from printkit.model.edition import Edition, Overset
from printkit.model.formats import BILINGUAL, SHEET
from printkit.model.frame import Document
from printkit.model.paper import PAPERS, Size
from printkit.model.picture import Pixels
from printkit.model.sheet import LEAFLET, Imposing
from printkit.ordering import Made, Order, Outcome, sized
from printkit.pictures.medium import PAPER
from printkit.pictures.showing import picture_warnings, pictures_of
from printkit.storeroom import Storeroom
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.spare import as_told
from printkit.typeset.story import Tools


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of paper that an edition is set on: its format, its order, and what sets it."""

    format: str
    order: Order
    typeset: Callable[..., Insert | Overset]
    tools: Tools

    def set(self, edition: Edition) -> Insert | Overset:
        """Set an edition on it."""
        return self.typeset(edition, self.tools)


def make_insert(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
    """Make the insert, which is never imposed: a sheet of inserts is another file."""
    edition = replace(edition, imposing=None) if edition.imposing else edition
    piece = _Piece("insert", order, typeset_insert, tools_for(edition, store))
    return _made(edition, piece, store, counted=counted)


def make_sheet(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
    """Make a sheet of inserts on their piece of the paper, or one that is folded to a leaflet."""
    own, typeset = sized(order, SHEET), typeset_insert
    if own.imposing and own.imposing.folded:
        from printkit.typeset.faces import typeset_leaflet as typeset  # noqa: PLC0415 - as below
    piece = _Piece(SHEET, own, typeset, tools_for(edition, store))
    return _made(on_paper(edition, own), piece, store, counted=counted)


def make_two_sided(edition: Edition, order: Order, store: Storeroom, *, counted: bool) -> Outcome:
    """Make a piece whose text goes on overleaf."""
    from printkit.typeset.faces import typeset_two_sided  # noqa: PLC0415 - seldom ordered

    own = sized(order, "two-sided")
    piece = _Piece("two-sided", own, typeset_two_sided, tools_for(edition, store))
    return _made(on_paper(edition, own), piece, store, counted=counted)


def make_large_print(
    edition: Edition,
    order: Order,  # noqa: ARG001 - as all makers
    store: Storeroom,
    *,
    counted: bool,  # noqa: ARG001 - no words are too many for it
) -> Outcome:
    """Make the edition in large print."""
    from printkit.large_print import large_print_file  # noqa: PLC0415 - seldom ordered

    made = large_print_file(edition, store)
    facts: dict[str, object] = {"sheets": made.sheets}
    file = Made("large-print", made.data, made.size, made.full, made.pages, facts)
    return Outcome((file,), (), made.warnings)


def make_bilingual(
    edition: Edition,
    order: Order,
    store: Storeroom,
    *,
    counted: bool,  # noqa: ARG001 - each side has its own words to spare
) -> Outcome:
    """Make a piece with another language on its back, or beside it, at one size."""
    from printkit.typeset.bilingual import (  # noqa: PLC0415 - seldom ordered
        OversetSide,
        bound,
        typeset_bilingual,
    )

    own = sized(order, BILINGUAL)
    edition = on_paper(edition, own)
    if edition.second is None:
        raise ValueError("a bilingual edition is ordered without its other side")
    sides = edition, edition.second
    if edition.layout.page.bilingual == "side-by-side":
        return _side_by_side(sides, own, store)
    pieces = [_Piece(BILINGUAL, own, typeset_insert, tools_for(side, store)) for side in sides]
    made = typeset_bilingual(sides, (pieces[0].set, pieces[1].set))
    if isinstance(made, OversetSide):
        return _overset(sides[made.side], made.over, pieces[made.side])
    first, second = made
    document = bound(first.document, second.document)
    whole = replace(first, document=document, full=max(first.full, second.full))
    return _finished(edition, whole, pieces[0], store)


def _side_by_side(sides: tuple[Edition, Edition], own: Order, store: Storeroom) -> Outcome:
    """Make a page with both languages on it, request beside request."""
    from printkit.model.once import without_repeats  # noqa: PLC0415 - seldom ordered
    from printkit.typeset.bilingual import OversetSide  # noqa: PLC0415
    from printkit.typeset.sidebyside import typeset_side_by_side  # noqa: PLC0415

    first, second = sides[0], without_repeats(*sides)
    tools = tools_for(first, store), tools_for(second, store)

    def on(paper: Size) -> Insert | OversetSide:
        both = replace(first, paper=paper), replace(second, paper=paper)
        return typeset_side_by_side(both, tools)

    def try_paper(edition: Edition, _: Tools) -> Insert | Overset:
        made = on(edition.paper)
        return made.over if isinstance(made, OversetSide) else made

    piece, made = _Piece(BILINGUAL, own, try_paper, tools[0]), on(first.paper)
    if isinstance(made, OversetSide):
        over = replace(sides[made.side], office=first.office)
        outcome = _overset(over, made.over, piece)
        return replace(outcome, problems=tuple(map(with_sides_offered, outcome.problems)))
    return _finished(first, made, piece, store)


def on_paper(edition: Edition, order: Order) -> Edition:
    """Give an edition on the paper that an order says, its other side too."""
    second = edition.second and replace(edition.second, paper=order.paper)
    return replace(edition, paper=order.paper, imposing=order.imposing, second=second)


def tools_for(edition: Edition, store: Storeroom) -> Tools:
    """Give what sets an edition's pages."""
    language, layout = edition.words.language, edition.layout
    return Tools(
        store.shaper(layout),
        store.hyphenator(language, layout),
        store.known_words(layout, language),
        store.ties(language),
    )


def _made(edition: Edition, piece: _Piece, store: Storeroom, *, counted: bool) -> Outcome:
    made = piece.typeset(edition, piece.tools, counted=counted)
    if isinstance(made, Overset):
        return _overset(edition, made, piece)
    return _finished(edition, made, piece, store, counted=counted)


def _overset(edition: Edition, over: Overset, piece: _Piece) -> Outcome:
    """Say by how much an edition is overset, and what would hold it."""
    remedy = ", or ".join(filter(None, _remedies(edition, piece)))
    return Outcome((), (overset_page(edition, over, piece.order.paper_name, remedy),))


def _remedies(edition: Edition, piece: _Piece) -> Iterator[str]:
    """Say which paper, imposition or format would hold an edition; what would not is empty."""

    def try_paper(name: str) -> Insert | Overset:
        return piece.set(replace(edition, paper=PAPERS[name]))

    yield larger_paper(edition, try_paper)
    imposing = edition.imposing if piece.format == SHEET else None
    if imposing and not imposing.folded:
        yield _fewer_pieces(edition, imposing, piece)
    # Without a paper that was asked for, front and back are on the half of the insert's.
    if imposing or (piece.format == "insert" and piece.order.half is None):
        yield _on_both_sides(edition, piece)


def _fewer_pieces(edition: Edition, imposing: Imposing, piece: _Piece) -> str:
    """Say which other imposition of the sheet has room for what its pieces cannot hold."""
    from printkit.imposition.impositions import USUAL, usual_piece  # noqa: PLC0415 - seldom asked
    from printkit.loading import paper_size  # noqa: PLC0415 - as above
    from printkit.typeset.faces import typeset_leaflet  # noqa: PLC0415 - as above

    for name, typeset in ((USUAL, typeset_insert), (LEAFLET, typeset_leaflet)):
        if name != imposing.imposition:
            paper = paper_size(usual_piece(name, imposing.sheet))
            made = typeset(replace(edition, paper=paper), piece.tools)
            if isinstance(made, Insert):
                return f"`--imposition {name}`, where it is set at {points_of(made.size)}"
    return ""


def _on_both_sides(edition: Edition, piece: _Piece) -> str:
    """Say that front and back of a piece hold what its front cannot; empty if not."""
    from printkit.typeset.faces import typeset_two_sided  # noqa: PLC0415 - seldom asked

    made = typeset_two_sided(edition, piece.tools)
    if isinstance(made, Overset):
        return ""
    return f"`--format two-sided`, where both sides are set at {points_of(made.size)}"


def _finished(
    edition: Edition, made: Insert, piece: _Piece, store: Storeroom, *, counted: bool = False
) -> Outcome:
    """Draw what was set."""
    pictures = pictures_of(made.document, PAPER, store.pictures)
    supplies = Supplies(store.page_constants, store.font, pictures)
    data, pages, told = drawn(made.document, supplies, edition)
    facts: dict[str, object] = {"leading": round(made.leading, 3), "rung": made.rung, **told}
    if counted:
        facts |= {"comfortable": edition.layout.page.comfortable, "spare": as_told(made.spare)}
    file = Made(piece.format, data, made.size, made.full, pages, facts)
    seen = _seen(made.document, pictures, edition)
    return Outcome((file,), (), (*size_warnings(made, edition), *seen))


def _seen(
    document: Document, pictures: Mapping[str, Pixels], edition: Edition
) -> tuple[Problem, ...]:
    """Give what is to be seen of the pictures, each once, also those of another side."""
    sides = (edition, edition.second) if edition.second else (edition,)
    told: dict[Place | None, Problem] = {}
    for side in sides:
        for problem in picture_warnings(document, pictures, side, PAPER):
            told.setdefault(problem.place, problem)
    return tuple(told.values())


def drawn(
    document: Document, supplies: Supplies, edition: Edition
) -> tuple[bytes, int, dict[str, object]]:
    """Give a document's file, imposed where that is asked, its pages, and what is told of it."""
    if edition.imposing is None:
        pages = len(document.frames)
        return write_pdf(document, supplies, turned=pages > 1), pages, {}
    from printkit.sheets import sheet_file  # noqa: PLC0415 - seldom ordered

    made = sheet_file(document, edition.imposing, supplies)
    return made.data, made.pages, made.facts
