"""The contests: what printkit and its rivals do in turns, and the bounds of their rows."""

from collections.abc import Iterable
from dataclasses import replace

from comparing import Contest, Rival, Row, Work
from sheets import A4, HALF_LETTER, LETTER, Sheet
from sides import Sides

# By the office that `printkit build` is asked for, with its paper.
COLD = {
    office: (Row(f"pair, new process, {office}: Typst and python-pptx", "typst", 0.5, 0.3), sheet)
    for office, sheet in (("us", LETTER), ("de", A4))
}
BYTES_DECK = Row("bytes, deck: python-pptx", "pptx", bound=0.7, unit="bytes")
BYTES = {
    sheet: (
        Row(f"bytes, {sheet.name}: WeasyPrint", "weasyprint", bound=1.1, unit="bytes"),
        Row(f"bytes, {sheet.name}: WeasyPrint tagged", "weasyprint", unit="bytes"),
    )
    for sheet in (LETTER, HALF_LETTER)
}


def contests(sides: Sides) -> tuple[Contest, ...]:
    """Give the contests that run in this process."""
    both = "Platypus and python-pptx"
    return (
        *(_insert(sides, sheet) for sheet in (LETTER, HALF_LETTER)),
        _deck(sides),
        _contest(
            sides.pair,
            Rival(Row(f"pair, written: {both}", "pptx", 0.2, 0.15), sides.their_pair),
        ),
        _contest(
            sides.pair_from_file,
            Rival(Row(f"pair, from YAML, written: {both}", "pptx"), sides.their_pair_from_file),
        ),
        replace(
            _contest(
                sides.pair,
                Rival(Row(f"pair, written, all words new: {both}", "pptx"), sides.their_pair),
            ),
            strange=True,
        ),
    )


def _contest(ours: Work, rival: Rival) -> Contest:
    return Contest(ours, (rival,), LETTER)


def _deck(sides: Sides) -> Contest:
    """Give the deck in memory: PptxGenJS stores what it packs, unless it is made to deflate it."""
    name = "deck: PptxGenJS"
    plain = Row(name, "pptxgenjs", 0.4, node=True)
    deflated = Row(f"{name}, deflated", "pptxgenjs", node=True)
    return Contest(
        sides.deck,
        (
            Rival(Row("deck: python-pptx", "pptx", 0.12), sides.their_deck),
            Rival(plain, sides.pptxgen_deck),
            Rival(deflated, sides.pptxgen_deck_deflated),
        ),
        LETTER,
    )


def _insert(sides: Sides, sheet: Sheet) -> Contest:
    """Give the insert on a paper: fitted by printkit and Platypus, at a fixed size by Typst."""
    name = f"insert, {sheet.name}, written"
    platypus = Row(f"{name}: Platypus with its fit", "reportlab", 0.35, 0.2)
    typst = Row(f"{name}: Typst at a fixed size", "typst", 1.0, 0.6)
    return Contest(
        sides.insert,
        (Rival(platypus, sides.platypus_insert), Rival(typst, sides.typst_insert)),
        sheet,
    )


def chosen(every: Iterable[Contest], only: str) -> list[Contest]:
    """Give the contests with those rivals whose row's name contains `only`."""
    kept = [
        replace(one, rivals=tuple(rival for rival in one.rivals if is_named(rival.row, only)))
        for one in every
    ]
    return [one for one in kept if one.rivals]


def is_named(row: Row, only: str) -> bool:
    """Say whether a row's name contains a text; capitals do not matter."""
    return only.lower() in row.name.lower()
