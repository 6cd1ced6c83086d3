"""The insert is as large as its paper allows, with everything on it, or it is overset."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from typeset.manuscripts import (
    CREDITED,
    FOOTNOTE,
    LOGO,
    PICTURE,
    bulletin,
    classic,
    edition,
    ink_of,
    prose,
    region,
    request,
    said,
    shortened,
    text,
    texts_of,
    week,
)

from printkit.model.bulletin import Scripture
from printkit.model.edition import Overset
from printkit.model.frame import Box, Fill, Image, Text
from printkit.typeset.insert import Insert

# Each holds all of the one before it.
INCREASING = (
    ("a6", "a5", "a4", "a3"),
    ("quarter-letter", "half-letter", "letter", "legal"),
    ("dl", "a4"),
    ("third-letter", "legal-panel", "letter"),
)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
EDITIONS = {
    "a usual week": edition(week(95)),
    "a full week": edition(week(190)),
    "a short week": edition(week(12)),
    "on a4": edition(week(95), "a4"),
    "on half-letter": edition(week(60), "half-letter"),
    "on a narrow paper": edition(week(24), "third-letter"),
    "on a tiny paper": edition(bulletin(region("Africa", 20)), "a6"),
    "one region": edition(bulletin(region("Africa", 60))),
    "one region of many requests": edition(bulletin(region("Africa", *[25] * 14))),
    "thirty regions": edition(
        bulletin(*(region(f"Region {number}", 5 + number % 9) for number in range(30)))
    ),
    "a title of 250 letters": edition(week(60, title=("Pray without ceasing " * 12)[:250])),
    "very long words": edition(
        bulletin(region(LONG_WORD, LONG_WORD, f"{LONG_WORD}, {prose(20)} {LONG_WORD}."))
    ),
    "an imprint of five lines": edition(week(60), imprint=tuple(prose(8, n) for n in range(5))),
    "no imprint": edition(week(60), imprint=()),
    "a banner": edition(week(80, picture=CREDITED)),
    "a banner and little room": edition(week(165, picture=CREDITED)),
    "pictures of regions": edition(
        bulletin(
            region("Africa", 60, 30, picture=CREDITED),
            region("Europe", 40, intro="Offices serve here.", picture=PICTURE),
            region("Asia", 90),
        )
    ),
    "a logo": edition(week(60), logo=LOGO),
    "a logo and a long imprint": edition(
        week(30), "half-letter", logo=LOGO, imprint=(prose(30), prose(30))
    ),
    "names changed": edition(
        bulletin(region("Asia", request(prose(30), pseudonym=True)), region("Africa", 30))
    ),
    "no scripture": edition(week(60, scripture=None)),
    "a long scripture": edition(week(60, scripture=Scripture(text(prose(120))))),
    "paragraphs": edition(
        bulletin(region("Africa", f"{prose(30)}\n{prose(9)}\n{prose(40)}", 20, intro="One.\nTwo."))
    ),
}


@pytest.fixture(scope="module")
def made(insert_of):
    """Give every edition's page."""
    return {name: insert_of(one) for name, one in EDITIONS.items()}


every_page = pytest.mark.parametrize("name", EDITIONS)


@every_page
def test_it_fits(made, name):
    """At a size that the layout allows, its columns not fuller than full."""
    insert, page = made[name], classic().page
    assert isinstance(insert, Insert)
    assert page.body.smallest <= insert.size <= page.body.largest
    assert page.leading.smallest <= insert.leading <= page.leading.largest
    assert 0 < insert.full <= 1


@every_page
def test_everything_stands_inside_the_margins(made, name):
    """Ink, rules and pictures; punctuation hangs out by less than a third of an em."""
    one = EDITIONS[name]
    margins = one.layout.page.shape_for(one.paper).margins
    right, bottom = one.paper.width - margins.sides, one.paper.height - margins.bottom
    for item in made[name].document.frames[0].items:
        assert item.box.top >= margins.top - 0.01
        assert item.box.bottom <= bottom + 0.01
        if isinstance(item, Text):
            for line in item.lines:
                left_ink, right_ink = ink_of(line)
                hanging = 0.3 * line.runs[0].size
                assert left_ink >= margins.sides - hanging
                assert right_ink <= right + hanging
        else:
            assert item.box.left >= margins.sides - 0.01
            assert item.box.right <= right + 0.01


@every_page
def test_nothing_stands_on_anything_else(made, name):
    """No two texts, pictures or rules overlap."""
    items = made[name].document.frames[0].items
    boxes = [box for item in items for box in boxes_of(item)]
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other), (one, other)


def boxes_of(item):
    """Give the boxes of a text's lines, or the item's own."""
    if not isinstance(item, Text):
        return [item.box]
    size = max(run.size for line in item.lines for run in line.runs)
    lines = [(line.baseline, *ink_of(line)) for line in item.lines]
    return [Box(left, at - 0.72 * size, right - left, 0.92 * size) for at, left, right in lines]


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.01 and down > 0.01


@every_page
def test_every_word_is_printed_once_and_in_order(made, name):
    """Head, regions and foot, read from the page's texts."""
    one, insert = EDITIONS[name], made[name]
    assert said_by(insert) == " ".join(expected(one)).split()


def said_by(insert) -> list[str]:
    """Give the words of a page; parts of one element that two columns share are joined."""
    parts: list[str] = []
    before = None
    for item in texts_of(insert.document.frames[0]):
        glue = "" if item.element == before and not parts[-1].endswith(" ") else " "
        parts.append(glue + with_paragraphs(item))
        before = item.element
    return "".join(parts).split()


def with_paragraphs(item) -> str:
    """Give what a text says; a line that carries no blank ends a paragraph or parts a word."""
    return "".join(said([line]) + parted(line) for line in item.lines)


def parted(line) -> str:
    last = line.runs[-1].glyphs.clusters[-1]
    return "" if last[-1] in " \u00ad-" or last[-1].isalpha() else " "


def expected(one):
    """Give the texts of an edition's page in reading order."""
    what, wording = one.words, one.wording
    yield str(what.title)
    yield wording.date
    if what.scripture:
        yield f"{wording.opening}{what.scripture.text}{wording.closing}"
        yield wording.reference
    yield from credit(what.picture) if what.picture else ()
    for part in what.regions:
        yield str(part.name)
        yield from credit(part.picture) if part.picture else ()
        yield str(part.intro or "")
        for asked in part.requests:
            yield f"• {asked.text}" if len(part.requests) > 1 else str(asked.text)
    yield wording.footnote
    yield from one.office.imprint


def credit(picture):
    if picture.credit:
        yield str(picture.credit)


@every_page
def test_items_belong_to_the_structure(made, name):
    """Each names an element whose role says what it is; all roles are there that the page has."""
    document = made[name].document
    items = document.frames[0].items
    named = [item.element for item in items if not isinstance(item, Fill)]
    assert all(0 < number < len(document.elements) for number in named)
    roles = [document.elements[number].role for number in named]
    assert roles.count("heading") == len(EDITIONS[name].words.regions)
    pictured = {document.elements[i.element].alternative for i in items if isinstance(i, Image)}
    assert pictured == {
        *(part.picture.alt for part in EDITIONS[name].words.regions if part.picture),
        *((EDITIONS[name].words.picture.alt,) if EDITIONS[name].words.picture else ()),
        *((LOGO.alt,) if EDITIONS[name].office.logo else ()),
    }


@pytest.mark.parametrize("name", ["a usual week", "a banner", "a logo", "very long words"])
def test_the_same_edition_makes_the_same_page(made, insert_of, name):
    """A page is a pure function of its edition."""
    assert insert_of(EDITIONS[name]) == made[name]


@pytest.mark.parametrize("papers", INCREASING)
@pytest.mark.parametrize("words", [10, 35])
def test_larger_paper_never_gives_smaller_type(insert_of, papers, words):
    """A paper that holds another sets the same bulletin at least as large."""
    sets = [insert_of(edition(week(words), paper)) for paper in papers]
    sizes = [one.size if isinstance(one, Insert) else 0 for one in sets]
    assert all(smaller <= larger for smaller, larger in pairwise(sizes))


def test_less_text_never_gives_smaller_type(insert_of):
    """From a full page to a nearly empty one."""
    sizes = [insert_of(edition(week(words))).size for words in (190, 120, 60, 30, 10)]
    assert sizes == sorted(sizes)
    assert sizes[-1] == classic().page.body.largest


@pytest.mark.parametrize(
    ("words", "paper"), [(420, "letter"), (130, "half-letter"), (70, "a6"), (110, "third-letter")]
)
def test_an_overset_page_says_which_words_to_cut(insert_of, words, paper):
    """Without the words that it names, from the regions that it names, the page fits.

    Without half of them it does not.
    """
    what = week(words)
    over = insert_of(edition(what, paper))
    assert isinstance(over, Overset)
    assert over.smallest == classic().page.body.smallest
    assert over.lines >= 1
    assert sum(cut for _, _, cut in over.regions) == over.words
    assert isinstance(insert_of(edition(shortened(what, over), paper)), Insert)
    half = replace(over, regions=tuple((n, lines, cut // 2) for n, lines, cut in over.regions))
    assert isinstance(insert_of(edition(shortened(what, half), paper)), Overset)


def test_the_longest_regions_are_cut_first(insert_of):
    """A region that is shorter than its share keeps all its words."""
    what = bulletin(region("Long", 1200), region("Longer", 1300), region("Short", 40))
    over = insert_of(edition(what))
    assert [name for name, _, _ in over.regions] == ["Longer", "Long"]


def test_a_head_that_leaves_no_room_is_overset(insert_of):
    """Where cutting the requests would not help, no words and no regions are named."""
    what = bulletin(region("Africa", 9), region("Asia", 7), title="Prayer " * 90)
    over = insert_of(edition(what, "quarter-letter"))
    assert isinstance(over, Overset)
    assert (over.words, over.regions) == (0, ())
    assert over.lines > 0


def test_title_and_date_share_a_line_where_both_fit(insert_of):
    """The date ends at the right margin; where there is no room it stands below the title."""
    title, date = texts_of(insert_of(edition(week(90))).document.frames[0])[:2]
    assert title.lines[0].baseline == date.lines[0].baseline
    assert ink_of(date.lines[0])[1] == pytest.approx(8.5 * 72 - 0.6 * 72)
    title, date = texts_of(insert_of(edition(week(5), "quarter-letter")).document.frames[0])[:2]
    assert date.lines[0].baseline > title.lines[-1].baseline


def test_ragged_text_keeps_words_whole_that_fit(insert_of):
    """Headings, quotations and imprints are hyphenated only where a word is too wide."""
    insert = insert_of(EDITIONS["a full week"])
    hyphened = {
        insert.document.elements[item.element].role
        for item in texts_of(insert.document.frames[0])
        for line in item.lines
        if line.runs[-1].glyphs.clusters[-1] == "\u00ad"
    }
    assert hyphened == {"request"}


@pytest.mark.parametrize("align", ["left", "centre"])
def test_scripture_has_lines_of_about_one_length(insert_of, align):
    """However it is aligned, no last line holds a word or two."""
    page = classic().page
    quotation = replace(page.styles["quotation"], align=align)
    layout = replace(classic(), page=replace(page, styles=page.styles | {"quotation": quotation}))
    for words in (17, 19, 21, 33):
        what = week(60, scripture=Scripture(text(prose(words))))
        insert = insert_of(edition(what, layout=layout))
        elements = insert.document.elements
        (said_,) = (
            item
            for item in texts_of(insert.document.frames[0])
            if elements[item.element].role == "quotation"
        )
        widths = [right - left for left, right in map(ink_of, said_.lines)]
        assert len(widths) > 1
        assert min(widths) > 0.6 * max(widths)


@pytest.mark.parametrize("paper", ["dl", "third-letter", "legal-panel", "a4"])
def test_titles_and_names_are_no_larger_than_their_words_allow(insert_of, paper):
    """No word is torn that a smaller size keeps whole, and all names are of one size."""
    names = ("Afrika", "Weltweite Partnerorganisationen", "Asien")
    what = bulletin(*(region(name, 6) for name in names), title="Gebetsanliegen")
    insert = insert_of(edition(what, paper))
    sizes = set()
    for item in texts_of(insert.document.frames[0]):
        if insert.document.elements[item.element].role in ("title", "heading"):
            assert [said([line]).strip() for line in item.lines] in (
                ["Gebetsanliegen"],
                ["Weltweite", "Partnerorganisationen"],
                *([name] for name in names),
            )
        if insert.document.elements[item.element].role == "heading":
            sizes.add(item.lines[0].runs[0].size)
    (size,) = sizes
    assert insert.size <= size <= 1.1 * insert.size


def test_text_between_the_margins_fills_its_columns(insert_of):
    """Both columns' last lines end within a line of each other on a full page."""
    insert = insert_of(edition(week(130)))
    frame = insert.document.frames[0]
    middle = frame.width / 2
    requests = [i for i in texts_of(frame) if insert.document.elements[i.element].role == "request"]
    left = max(line.baseline for i in requests for line in i.lines if ink_of(line)[1] < middle)
    right = max(line.baseline for i in requests for line in i.lines if ink_of(line)[0] > middle)
    assert abs(left - right) < 2 * insert.size * insert.leading


def test_a_banner_gives_way_before_the_type_does(insert_of):
    """The layout's ladder: spaces, then the banner's height, then the leading, then the size."""
    rungs = [insert_of(edition(week(w, picture=CREDITED))).rung for w in (40, 80, 120, 170)]
    order = ["natural", "spacing", "banner", "leading", "size"]
    assert [order.index(rung) for rung in rungs] == sorted(order.index(rung) for rung in rungs)
    assert rungs[0] == "natural"
    assert rungs[-1] == "size"


def test_a_footnote_stands_once_above_the_imprint(insert_of):
    """However many requests have changed names."""
    asked = request(prose(9), pseudonym=True)
    insert = insert_of(edition(bulletin(region("Asia", asked, asked), region("Africa", asked))))
    texts = [said(item.lines) for item in texts_of(insert.document.frames[0])]
    assert texts[-3:] == [FOOTNOTE, "Partner Office United States", "pray.example.org/us"]
    assert texts.count(FOOTNOTE) == 1


def test_a_logo_keeps_its_proportions(insert_of):
    """It is as wide as it is high by its own pixels: 300 by 200."""
    insert = insert_of(EDITIONS["a logo"])
    (logo,) = [i for i in insert.document.frames[0].items if isinstance(i, Image)]
    assert logo.box.width / logo.box.height == pytest.approx(300 / 200)
