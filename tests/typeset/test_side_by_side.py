"""An edition in two languages on one page: request beside request, at one size."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proofs import HANGS, Proof
from typeset.manuscripts import (
    CREDITED,
    FOOTNOTE,
    LOGO,
    PICTURE,
    WORDING,
    bulletin,
    classic,
    edition,
    prose,
    region,
    request,
    shortened,
    text,
)

from printkit.model.bulletin import Scripture
from printkit.model.frame import Fill, Image, Text
from printkit.model.once import without_repeats
from printkit.model.picture import Code
from printkit.typeset.bilingual import OversetSide
from printkit.typeset.insert import Insert
from printkit.typeset.sidebyside import typeset_side_by_side
from printkit.typeset.story import Tools

FRENCH = replace(
    WORDING,
    locale="fr_CA",
    date="Semaine du 14 janvier 2019",
    opening="« ",
    closing=" »",
    reference="Matthieu 5.5 (Segond 1910)",
)
LONG = "Menschenhandelsbekämpfungszusammenarbeitsorganisation"
ADDRESS = "https://pray.example.org/en/2019/01/14/a-long-address?week=3&lang=en_GB"
OTHER = replace(PICTURE, file=Path("lac.jpg"), name="lac.jpg", alt="Un lac")
# Less than this is between the columns of any shape of the layout, in points.
GUTTER = 14.0


def french(what, paper="letter", **more):
    """Give an edition in French; what it says is not looked at here."""
    made = edition(
        what, paper, wording=replace(FRENCH, footnote=FOOTNOTE * what.pseudonyms), **more
    )
    return replace(made, words=replace(made.words, language="fr-CA"))


def both(first, second, paper="letter", **more):
    """Give two editions of one page."""
    one = edition(first, paper, **more)
    return one, without_repeats(one, french(second, paper, **more))


def week_of(*counts, prefix="", picture=None, **more):
    """Give a bulletin of as many regions as there are tuples: a request of each number of words."""
    regions = (
        region(f"{prefix}{name} {place}", *(prose(words, place) for words in each))
        for place, (name, each) in enumerate(
            zip(["Africa", "South Asia", "Latin America"] * 5, counts, strict=False)
        )
    )
    return bulletin(*regions, picture=picture, **more)


@pytest.fixture(scope="module")
def set_both(storeroom):
    """Give a function that sets two editions side by side with real fonts and patterns."""
    shaper = storeroom.shaper(classic())
    tools = tuple(
        Tools(shaper, storeroom.hyphenator(tag), ties=storeroom.ties(tag))
        for tag in ("en-US", "fr-CA")
    )
    return lambda editions: typeset_side_by_side(editions, tools)


def side_of(elements, number):
    """Give which of the two parts of a document an element is in."""
    while elements[number].parent:
        number = elements[number].parent
    sides = [place for place, one in enumerate(elements) if one.role == "side"]
    return sides.index(number)


def told(insert, side, *kinds):
    """Give what a page has of one language, in the order in which it is drawn."""
    elements, (frame,) = insert.document.elements, insert.document.frames
    kinds = kinds or (Text, Image)
    return [
        item
        for item in frame.items
        if isinstance(item, kinds) and side_of(elements, item.element) == side
    ]


def beginnings(insert, side, *roles):
    """Give baseline and size of the first line of each element of these roles."""
    found = {}
    for item in told(insert, side, Text):
        if insert.document.elements[item.element].role in roles:
            found.setdefault(item.element, (item.lines[0].baseline, item.lines[0].runs[0].size))
    return list(found.values())


class ColumnProof(Proof):
    """One language of a page, as if the other were not there; it stays in its column."""

    def __init__(self, insert, edition, storeroom, side):
        super().__init__(insert, edition, storeroom)
        self.frame = replace(self.frame, items=tuple(told(insert, side)))
        margins = edition.layout.page.shape_for(edition.paper).margins
        middle = self.frame.width / 2
        ends = (margins.sides, middle - GUTTER / 2, middle + GUTTER / 2)
        self.left, self.right = ends[:2] if side == 0 else (ends[2], self.frame.width - ends[0])

    def beyond_the_margins(self):
        """Give the glyphs whose ink stands outside the column, or above or below the page's."""
        yield from super().beyond_the_margins()
        for size, glyph, (left, _, width, _) in self.inks():
            if left < self.left - HANGS * size or left + width > self.right + HANGS * size:
                yield f"{glyph!r} at {left:.1f} outside {self.left:.1f} to {self.right:.1f}"


def faults(insert, editions, storeroom):
    """Give what is wrong with either column."""
    return [
        fault
        for side, one in enumerate(editions)
        for fault in ColumnProof(insert, one, storeroom, side).faults()
    ]


def unpaired(insert):
    """Give the requests and names that do not begin where their translations do."""
    pairs = (beginnings(insert, side, "heading", "request") for side in (0, 1))
    return [
        (one, other)
        for one, other in zip(*pairs, strict=True)
        if one != pytest.approx(other, abs=1e-6)
    ]


WORDS = st.sampled_from([*prose(60).split(), LONG, ADDRESS, "l'abri", "oui !"])


@st.composite
def texts(draw, most):
    """Give a text whose first words are drawn, and the others ordinary; perhaps in paragraphs."""
    said = draw(st.lists(WORDS, min_size=1, max_size=6))
    said += prose(60).split()[: draw(st.integers(0, most))]
    if len(said) > 12 and draw(st.booleans()):
        said[len(said) // 2] += "\n"
    return " ".join(said).replace("\n ", "\n")


@st.composite
def pairs(draw):
    """Give two bulletins of as many regions and requests, whose texts have nothing in common."""
    counts = draw(st.lists(st.integers(1, 3), min_size=1, max_size=7))
    made = []
    for prefix in ("", "Région "):
        regions = []
        for number, count in enumerate(counts):
            intro = draw(st.one_of(st.none(), texts(12)))
            asked = [
                request(draw(texts(240 // (len(counts) * count))), pseudonym=draw(st.booleans()))
                for _ in range(count)
            ]
            name = f"{prefix}{draw(WORDS)} {number}"
            regions.append(region(name, *asked, intro=intro))
        scripture = draw(st.one_of(st.none(), st.builds(Scripture, st.builds(text, texts(30)))))
        made.append(bulletin(*regions, title=draw(texts(3)), scripture=scripture))
    # Whose names were changed is known from the original.
    first, second = made
    return first, second


@settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))
@given(bulletins=pairs(), paper=st.sampled_from(("letter", "letter", "a4", "half-letter", "a3")))
def test_each_language_is_whole_in_its_column_or_it_is_overset(
    storeroom, set_both, bulletins, paper
):
    """Each word once, in order, inside the column, and pairs on one line; or numbers."""
    editions = both(*bulletins, paper)
    made = set_both(editions)
    if isinstance(made, OversetSide):
        over = made.over
        assert over.lines >= 1
        assert over.words == sum(words for _, _, words in over.regions)
        return
    without_scripture = [
        one
        if one.words.scripture
        else replace(one, wording=replace(one.wording, opening="", closing="", reference=""))
        for one in editions
    ]
    assert faults(made, without_scripture, storeroom) == []
    assert unpaired(made) == []
    assert len(made.document.frames) == 1


PAGES = {
    "a usual week": both(week_of([60], [70], [40]), week_of([75], [66], [52])),
    "several requests": both(week_of([20, 30, 9], [12, 50]), week_of([26, 28, 4], [30, 44])),
    "much longer": both(week_of([20], [30]), week_of([150], [170])),
    "on a4": both(week_of([80], [70]), week_of([85], [90]), "a4"),
    "on a half sheet": both(week_of([20], [30]), week_of([24], [33]), "half-letter"),
    "on legal": both(week_of([150], [130]), week_of([170], [150]), "legal"),
    "long titles": both(
        week_of([60], title="Pray without ceasing " * 3), week_of([60], title=f"Prions, {LONG}")
    ),
    "no scripture in one": both(week_of([40]), week_of([40], scripture=None)),
}


@pytest.mark.parametrize("name", PAGES)
def test_pairs_begin_on_one_line_at_one_size(set_both, name):
    """Names and requests alike, whichever language takes more lines."""
    made = set_both(PAGES[name])
    assert isinstance(made, Insert)
    assert unpaired(made) == []
    assert beginnings(made, 0, "request")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_over_anything_else(set_both, name):
    """Each text of a column ends above the next, and the last above the foot's hairline."""
    made = set_both(PAGES[name])
    rules = [item for item in made.document.frames[0].items if isinstance(item, Fill)]
    for side in (0, 1):
        boxes = [item.box for item in told(made, side) if role(made, item) != "imprint"]
        tops = [box.top for box in boxes]
        assert tops == sorted(tops)
        assert max(box.bottom for box in boxes) < max(rule.box.top for rule in rules)


def role(insert, item):
    return insert.document.elements[item.element].role


def test_one_language_is_told_after_the_other(set_both):
    """Each in a part of its own, so that nobody hears them mixed."""
    made = set_both(PAGES["a usual week"])
    elements = made.document.elements
    parts = [one for one in elements if one.role == "side"]
    assert [(one.parent, one.language) for one in parts] == [(0, "en-US"), (0, "fr-CA")]
    items = [item for item in made.document.frames[0].items if isinstance(item, Text)]
    sides = [side_of(elements, item.element) for item in items]
    assert sides == sorted(sides)
    runs = {
        run.language for item in told(made, 1, Text) for line in item.lines for run in line.runs
    }
    assert runs == {"fr-CA", "en-US"}, "the office's own lines are in its language"


def test_more_words_are_set_smaller(set_both):
    """A longer text in either language costs both the same size."""
    one, more = week_of([60], [70]), week_of([60], [150])
    sizes = [set_both(both(*each)).size for each in ((one, one), (one, more), (more, one))]
    assert sizes[0] > sizes[1]
    assert sizes[1] == pytest.approx(sizes[2], abs=0.3)


@pytest.mark.parametrize("papers", [("half-letter", "letter", "legal"), ("a5", "a4", "a3")])
def test_more_paper_never_sets_smaller(set_both, papers):
    """Each holds all of the one before it."""
    what = week_of([24], [30]), week_of([33], [28])
    sizes = [set_both(both(*what, paper)).size for paper in papers]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_a_short_week_is_no_larger_than_the_layout_allows(set_both):
    """What is left is ruled for notes over the whole width, as on an insert."""
    editions = both(week_of([12]), week_of([14]))
    made = set_both(editions)
    assert made.size == classic().page.body.largest
    rules = [item.box for item in made.document.frames[0].items if isinstance(item, Fill)]
    assert len(rules) > 5
    assert {round(box.width, 3) for box in rules} == {round(612 - 2 * 0.6 * 72, 3)}
    page = replace(editions[0].layout.page, spare="space")
    white = [replace(one, layout=replace(one.layout, page=page)) for one in editions]
    (frame,) = set_both(tuple(white)).document.frames
    assert len([item for item in frame.items if isinstance(item, Fill)]) == 2


def test_a_page_that_is_nearly_full_is_filled(set_both):
    """Spaces and lines open until the text ends just above the foot."""
    made = set_both(PAGES["much longer"])
    (frame,) = made.document.frames
    foot = max(item.box.top for item in frame.items if isinstance(item, Fill))
    last = max(item.box.bottom for item in told(made, 1, Text) if role(made, item) == "request")
    assert foot - last < 3 * made.size


def test_what_is_too_much_is_told_in_both_languages(set_both):
    """With as many words as make it fit once they are cut."""
    first, second = week_of([300], [340]), week_of([400], [330], prefix="Région ")
    made = set_both(both(first, second))
    assert isinstance(made, OversetSide)
    assert made.side == 1
    assert made.over.regions[0][0] == "Région Africa 0"
    assert made.over.smallest == classic().page.body.smallest
    cut = [shortened(one, made.over) for one in (first, second)]
    assert isinstance(set_both(both(*cut)), Insert)


def test_what_cannot_fit_with_any_requests_says_so(set_both):
    """Titles alone may be too much for a card."""
    what = week_of([3], title=prose(200))
    made = set_both(both(what, what, "a6"))
    assert isinstance(made, OversetSide)
    assert (made.over.words, made.over.regions) == (0, ())


def test_a_picture_of_both_is_shown_once(set_both):
    """The banner over the whole width, a region's in the middle; each with both credits."""
    credited = replace(CREDITED, credit=text("Photo : une amie"))
    first = replace(week_of([20], picture=CREDITED), regions=(region("A", 9, picture=CREDITED),))
    second = replace(week_of([20], picture=credited), regions=(region("B", 9, picture=credited),))
    made = set_both(both(first, second))
    banner, picture = told(made, 0, Image)
    assert told(made, 1, Image) == []
    assert banner.box.width == pytest.approx(612 - 2 * 0.6 * 72)
    assert picture.box.left + picture.box.right == pytest.approx(612)
    credits_ = [
        [item.box.top for item in told(made, side, Text) if role(made, item) == "credit"]
        for side in (0, 1)
    ]
    assert len(credits_[0]) == 2
    assert credits_[0] == pytest.approx(credits_[1])


def test_pictures_that_differ_stand_beside_each_other(set_both):
    """Each in its own column, as high as the other."""
    first = replace(week_of([20], picture=PICTURE), regions=(region("A", 9, picture=PICTURE),))
    second = replace(week_of([20], picture=OTHER), regions=(region("B", 9, picture=OTHER),))
    made = set_both(both(first, second))
    pairs_ = zip(told(made, 0, Image), told(made, 1, Image), strict=True)
    for left, right in pairs_:
        assert (left.box.top, left.box.height) == (right.box.top, right.box.height)
        assert left.box.right < 306 < right.box.left


def test_a_picture_of_one_language_alone_is_shown(set_both):
    """Also where that is the second one."""
    second = replace(week_of([20], picture=OTHER), regions=(region("B", 9, picture=OTHER),))
    made = set_both(both(replace(week_of([20]), regions=(region("A", 9),)), second))
    assert told(made, 0, Image) == []
    banner, picture = told(made, 1, Image)
    assert banner.box.width == pytest.approx(612 - 2 * 0.6 * 72)
    assert picture.box.left + picture.box.right == pytest.approx(612)


def test_both_feet_stand_on_one_line(set_both):
    """Each office's lines on one level below one hairline, also where one has more of them."""
    one, other = both(week_of([20]), week_of([24]))
    office = replace(other.office, imprint=(prose(12), "priere.example.org/ca"))
    made = set_both((one, replace(other, office=office)))
    tops = [
        min(item.lines[0].baseline for item in told(made, side) if role(made, item) == "imprint")
        for side in (0, 1)
    ]
    assert tops[0] == pytest.approx(tops[1])


def test_a_logo_and_a_code_of_both_are_shown_once(set_both):
    """In the first one's foot; the second's lines stand at the same middle."""
    code = Code("https://pray.example.org/us", 62.4, 6.0)
    made = set_both(both(week_of([20]), week_of([24]), logo=LOGO, code=code))
    assert [image.code for image in told(made, 0, Image)] == ["", code.words]
    assert told(made, 1, Image) == []
    middles = []
    for side in (0, 1):
        boxes = [item.box for item in told(made, side, Text) if role(made, item) == "imprint"]
        middles.append(min(box.top for box in boxes) + max(box.bottom for box in boxes))
    assert middles[0] == pytest.approx(middles[1])


def test_footnotes_stand_beside_each_other(set_both):
    """Above the hairline, though one takes more lines."""
    asked = bulletin(region("Asia", request(prose(30), pseudonym=True)))
    one, other = both(asked, asked)
    other = replace(other, wording=replace(other.wording, footnote=prose(30)))
    made = set_both((one, other))
    tops = [
        next(item.box.top for item in told(made, side, Text) if role(made, item) == "footnote")
        for side in (0, 1)
    ]
    assert tops[0] == pytest.approx(tops[1])


def test_no_line_for_notes_runs_through_a_footnote(set_both):
    """They end above it."""
    asked = bulletin(region("Asia", request("Pray.", pseudonym=True)))
    made = set_both(both(asked, asked))
    notes = [
        item.box for side in (0, 1) for item in told(made, side) if role(made, item) == "footnote"
    ]
    rules = [item.box.top for item in made.document.frames[0].items if isinstance(item, Fill)]
    assert len(rules) > 5
    assert not [top for top in rules for box in notes if box.top < top < box.bottom]


def test_an_address_is_a_link_in_its_own_column(set_both):
    """With its place where it stands."""
    made = set_both(both(bulletin(region("A", ADDRESS)), bulletin(region("B", ADDRESS))))
    (frame,) = made.document.frames
    elements = made.document.elements
    sides = [side_of(elements, elements[link.element].parent) for link in frame.links]
    assert {elements[link.element].role for link in frame.links} == {"link"}
    for side, link in zip(sides, frame.links, strict=True):
        assert (link.box.left > 306) == bool(side)
