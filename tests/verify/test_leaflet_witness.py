"""What a leaflet says otherwise than its bulletin, or elsewhere than it should, is told."""

from dataclasses import replace
from datetime import date

import pytest
from typeset.manuscripts import (
    FOOTNOTE,
    WORDING,
    bulletin,
    edition,
    region,
    request,
    text,
    week,
)
from verify.damaging import damaged, rewritten, swapped
from verify.expecting import expected_of

from printkit.export.page.document import Supplies
from printkit.export.page.sheets import write_sheet
from printkit.imposition.impositions import usual_piece
from printkit.imposition.placing import impose, impose_pieces
from printkit.loading import paper_size
from printkit.model.bulletin import Scripture
from printkit.model.frame import IN_FOOT, Text
from printkit.model.paper import MILLIMETRE, PAPERS
from printkit.model.sheet import LEAFLET, Imposing, Printer, Side
from printkit.typeset.faces import typeset_leaflet
from printkit.typeset.story import Tools
from printkit.verify.faces import leaflet_problems
from printkit.verify.sheets import check_sheet

WORDS = replace(WORDING, overleaf="Over →", notes="Notes")
SCRIPTURE = Scripture(text("Blessed are the gentle."), text("Matthew 5:5"), text("WEB"))


def dated(*regions):
    """Give a bulletin of regions with all that a head may have, and a name that was changed."""
    return bulletin(
        region("HQ", request("Pray for Anika.", pseudonym=True)),
        *regions,
        date=date(2019, 1, 14),
        scripture=SCRIPTURE,
    )


ONE, TWO = dated(), dated(region("Asia", 200))
LONG = dated(region("Africa", 230), region("Asia", 330), region("Europe", 260))


class Leaflet:
    """A bulletin's leaflet on letter paper, and what is found wrong with it."""

    def __init__(self, storeroom, what, printer=None):
        self.storeroom = storeroom
        name = usual_piece(LEAFLET, PAPERS["letter"])
        sheet, panel = PAPERS["letter"], paper_size(name)
        self.asked = Imposing(LEAFLET, "letter", sheet, name, panel, None, printer)
        wording = replace(WORDS, footnote=FOOTNOTE * what.pseudonyms)
        self.edition = edition(what, name, wording=wording)
        tools = Tools(storeroom.shaper(self.edition.layout), storeroom.hyphenator("en-US"))
        self.document = typeset_leaflet(self.edition, tools).document
        self.sheet = impose(self.document, self.asked)

    def written(self, document=None, sheet=None):
        """Give the PDF, of another document or on another sheet where that is given."""
        supplies = Supplies(self.storeroom.page_constants, self.storeroom.font, {})
        return write_sheet(document or self.document, sheet or self.sheet, supplies)

    def said(self, data):
        """Give what is found wrong with a file."""
        expected = expected_of(self.edition)
        sheet = impose_pieces(4, self.asked)
        return [one.message for one in check_sheet(data, expected, sheet, leaflet_problems)]

    def placed(self, number, change):
        """Give the sheet with other places on a side."""
        sides = list(self.sheet.sides)
        sides[number] = Side(tuple(change(sides[number].placed)))
        return replace(self.sheet, sides=tuple(sides))


@pytest.fixture
def long(storeroom):
    """Give a leaflet with text on all of its panels."""
    made = Leaflet(storeroom, LONG)
    parts = [
        {item.element for item in frame.items if isinstance(item, Text)}
        for frame in made.document.frames
    ]
    assert all(part - {IN_FOOT} for part in parts)
    return made


@pytest.mark.parametrize("what", [ONE, TWO, LONG, week(60)], ids=["one", "two", "all", "week"])
@pytest.mark.parametrize("flip", ["long", "short"])
def test_good_leaflets_pass(storeroom, what, flip):
    """With text on one panel, two or all of them, whichever edge the sheet is turned about."""
    what = replace(what, date=date(2019, 1, 14), scripture=SCRIPTURE)
    made = Leaflet(storeroom, what, Printer("copier", 3.0, -2.0, flip))
    assert made.said(made.written()) == []


@pytest.mark.parametrize("order", [(3, 1, 2, 0), (0, 2, 1, 3), (1, 0, 2, 3)])
def test_panels_in_another_order_are_found(long, order):
    """Outside, inside, or one for the other."""
    frames = tuple(long.document.frames[number] for number in order)
    said = long.said(long.written(replace(long.document, frames=frames)))
    assert any(message.startswith("on the panels: expected") for message in said)


@pytest.mark.parametrize("number", [0, 1])
def test_panels_that_change_places_are_found(long, number):
    """Though they are told in the right order."""

    def changed(placed):
        first, second = placed
        return first._replace(box=second.box), second._replace(box=first.box)

    said = long.said(long.written(sheet=long.placed(number, changed)))
    assert any(message.startswith("on the panels: expected") for message in said)
    assert sum("beside its cell" in message for message in said) == 2


@pytest.mark.parametrize("lost", range(4))
def test_a_panel_that_is_lost_is_found(long, lost):
    """With its words, its tags, and its place on the sheet."""
    number = lost in (1, 2)
    sheet = long.placed(number, lambda placed: [one for one in placed if one.frame != lost])
    said = long.said(long.written(sheet=sheet))
    assert "expected 2 panels, found 1" in said
    assert any("missing: " in message for message in said)
    assert any(message.startswith("in the tag tree") for message in said)


def test_an_empty_panel_that_is_lost_is_found(storeroom):
    """Nobody would miss its words."""
    page = Leaflet(storeroom, ONE)
    frames = (
        page.document.frames[0],
        *(replace(one, items=()) for one in page.document.frames[1:3]),
    )
    bare = replace(page.document, frames=(*frames, page.document.frames[3]))
    assert page.said(page.written(bare)) == []
    sheet = page.placed(1, lambda placed: placed[:1])
    assert page.said(page.written(bare, sheet)) == ["expected 2 panels, found 1"]


def test_a_panel_that_is_there_twice_is_found(long):
    """The second is told to nobody, and seen all the same."""
    sheet = long.placed(1, lambda placed: [placed[0], placed[1]._replace(frame=1)])
    said = long.said(long.written(sheet=sheet))
    assert any("on the panels: expected" in message for message in said)


@pytest.mark.parametrize("number", [0, 1])
def test_a_side_that_is_turned_otherwise_is_found(long, number):
    """It would be upside down for whoever opens the leaflet."""

    def turned(placed):
        return [one._replace(turned=not one.turned) for one in placed]

    said = long.said(long.written(sheet=long.placed(number, turned)))
    assert sum("beside its cell" in message for message in said) == 2


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("panel", [0, 1])
def test_a_panel_beside_its_half_is_found(long, number, panel):
    """By two tenths of a millimetre, whichever it is."""

    def moved(placed):
        changed = list(placed)
        box = placed[panel].box
        changed[panel] = placed[panel]._replace(box=box._replace(top=box.top + 0.2 * MILLIMETRE))
        return changed

    said = long.said(long.written(sheet=long.placed(number, moved)))
    name = long.sheet.sides[number].placed[panel].frame + 1
    assert f"panel {name} stands 0.2 mm beside its cell" in said


def test_sides_one_for_the_other_and_a_lost_side_are_found(long):
    """The inside is not what is seen first."""
    sheet = replace(long.sheet, sides=long.sheet.sides[::-1])
    assert any("on the panels" in one for one in long.said(long.written(sheet=sheet)))
    alone = replace(long.sheet, sides=long.sheet.sides[:1])
    assert long.said(long.written(sheet=alone)) == ["expected a sheet of 2 pages, found 1"]


def test_text_beside_the_panels_is_found(long):
    """PDFium reads it on the page, but in none of them."""

    def moved(placed):
        return [one._replace(box=one.box._replace(left=one.box.left + 5000)) for one in placed]

    said = long.said(long.written(sheet=long.placed(0, moved)))
    assert said == ["page 1: text stands beside the panels"]


def without_hints(document, number):
    """Give a document whose panel of this number says nothing that is told to nobody."""
    frames = list(document.frames)
    items = [one for one in frames[number].items if getattr(one, "element", 0) != IN_FOOT]
    frames[number] = replace(frames[number], items=tuple(items))
    return replace(document, frames=tuple(frames))


@pytest.mark.parametrize("number", [0, 2])
def test_a_panel_that_does_not_say_that_it_goes_on_is_found(long, number):
    """Somebody would stop reading there."""
    said = long.said(long.written(without_hints(long.document, number)))
    assert f"panel {number + 1}: expected it to end in `Over →`" in said


def test_a_panel_that_says_so_though_it_goes_on_beside_it_is_found(long):
    """Nobody turns from the second panel to the third."""
    first, second, *others = long.document.frames
    (hint,) = [one for one in first.items if getattr(one, "element", 0) == IN_FOOT]
    second = replace(second, items=(*second.items, hint))
    document = replace(long.document, frames=(first, second, *others))
    assert any("Over" in message for message in long.said(long.written(document)))


@pytest.mark.parametrize(
    "change",
    [
        rewritten(rb"/MCR/Pg \d+ 0 R/MCID \d+", b"/MCR/Pg 1 0 R/MCID 0"),
        swapped(b"/S/H2", b"/S/H1"),
        rewritten(rb"/Nums\[0\[(\d+) 0 R (\d+) 0 R", rb"/Nums[0[\2 0 R \1 0 R"),
    ],
    ids=["page", "role", "owner"],
)
def test_damaged_tags_are_found(long, change):
    """A content on another page, another role, and contents that are led back to others."""
    said = long.said(damaged(long.written(), change))
    assert any("tag tree" in message or "parent tree" in message for message in said)


def test_told_in_the_order_of_drawing_it_is_found(long):
    """Panel four would be told behind panel one."""
    first, second, third, fourth = long.document.frames
    document = replace(long.document, frames=(first, fourth, second, third))
    # The sheet looks as it should; its tree follows the frames as they are drawn.
    frames = {0: 0, 3: 1, 1: 2, 2: 3}
    sides = tuple(
        Side(tuple(one._replace(frame=frames[one.frame]) for one in side.placed))
        for side in long.sheet.sides
    )
    said = long.said(long.written(document, replace(long.sheet, sides=sides)))
    assert said
    assert all(message.startswith("in the tag tree") for message in said)
