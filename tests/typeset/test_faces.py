"""The comfortable half sheet: one text over front and back of a piece of paper."""

from dataclasses import replace
from itertools import pairwise

import pytest
from page_readings import expected_text
from typeset.manuscripts import (
    CREDITED,
    FOOTNOTE,
    LOGO,
    WORDING,
    bulletin,
    classic,
    edition,
    prose,
    region,
    request,
    said,
    shortened,
    texts_of,
    week,
)

from printkit.model.edition import Overset
from printkit.model.frame import IN_FOOT, Fill
from printkit.model.paper import PAPERS
from printkit.typeset.faces import typeset_faces, typeset_leaflet, typeset_two_sided
from printkit.typeset.insert import typeset_insert
from printkit.typeset.story import Tools

WORDS = replace(WORDING, overleaf="Over →", notes="Notes")
COMPOUNDS = (
    "Menschenrechtsverletzungen",
    "Rechtsschutzversicherungsgesellschaften",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Straßenverkehrsordnungswidrigkeitenverfahren",
)
WEEKS = {
    "a usual week": week(75),
    "a short week": week(20),
    "a long week": week(115),
    "with a banner": week(75, picture=CREDITED),
    "many requests": bulletin(*(region(name, *[16] * 6) for name in ("Africa", "Asia", "Europe"))),
    "one long request": bulletin(region("Africa", 330)),
    "names changed": bulletin(region("Asia", request(prose(300), pseudonym=True))),
}


def half(what, paper="half-letter", **more):
    """Give an edition on half a sheet."""
    return edition(what, paper, **{"wording": WORDS} | more)


@pytest.fixture(scope="module")
def piece_of(tools):
    """Give a function that sets an edition's front and back."""
    return lambda edition: typeset_two_sided(edition, tools)


def told(document):
    """Give all that is told of a document's faces."""
    texts = [item for frame in document.frames for item in texts_of(frame)]
    lines = [said(item.lines) for item in texts if item.element != IN_FOOT]
    return "".join(" ".join(lines).split())


def untold(frame):
    """Give what a face says beside the text."""
    return [said(item.lines) for item in texts_of(frame) if item.element == IN_FOOT]


def hairlines(frame):
    return [i.box for i in frame.items if isinstance(i, Fill) and i.colour.name == "hairline"]


@pytest.mark.parametrize("paper", ["half-letter", "a5", "legal-panel", "dl"])
@pytest.mark.parametrize("name", WEEKS)
def test_two_faces_say_every_word_once_and_in_order(piece_of, name, paper):
    """And no line stands outside its margins, nor in the foot."""
    wording = replace(WORDS, footnote=FOOTNOTE * WEEKS[name].pseudonyms)
    one = half(WEEKS[name], paper, wording=wording)
    document = piece_of(one).document
    assert len(document.frames) == 2
    credit = "Photo by a friend" * bool(WEEKS[name].picture)
    wanted = expected_text(one)
    wanted = wanted.replace(" (WEB)", f" (WEB) {credit}") if credit else wanted
    assert told(document) == "".join(wanted.split())
    margins = one.layout.page.shape_for(one.paper).margins
    for frame in document.frames:
        for item in texts_of(frame):
            assert item.box.top >= margins.top - 0.3 * 18
            assert all(line.baseline <= frame.height - margins.bottom for line in item.lines)


@pytest.mark.parametrize("paper", ["half-letter", "a5"])
def test_an_ordinary_bulletin_is_comfortable(piece_of, tools, paper):
    """At 12 pt or more, where one face of it is small."""
    one = half(week(75), paper)
    assert piece_of(one).size >= classic().page.comfortable
    assert typeset_insert(one, tools).size < 10.5


def test_faces_hold_one_structure(piece_of):
    """A paragraph that goes on overleaf is one element, and one paragraph of it."""
    document = piece_of(half(WEEKS["one long request"])).document
    parts = [
        {(item.element, line.paragraph) for line in item.lines}
        for frame in document.frames
        for item in texts_of(frame)
        if document.elements[item.element].role == "request"
    ]
    assert len(parts) == 2
    assert parts[0] == parts[1]


def test_the_head_is_on_the_front_and_the_foot_on_the_back(piece_of):
    """With scripture and banner there, and logo and imprint here."""
    document = piece_of(half(week(75, picture=CREDITED), logo=LOGO)).document
    front, back = (
        [document.elements[i.element].role for i in texts_of(f)] for f in document.frames
    )
    assert {"title", "quotation", "reference", "credit"} <= set(front)
    assert not {"title", "quotation", "reference", "credit"} & set(back)
    assert "imprint" in back
    assert "imprint" not in front


@pytest.mark.parametrize("name", WEEKS)
def test_headings_stay_with_their_text_and_no_line_is_alone(piece_of, name):
    """At least two lines of a paragraph stand on each side of the turn, none ends in a hyphen."""
    document = piece_of(half(WEEKS[name])).document
    front, back = (
        [i for i in texts_of(f) if document.elements[i.element].role != "imprint" and i.element > 0]
        for f in document.frames
    )
    if not any(document.elements[i.element].role == "request" for i in back):
        return
    last, first = front[-1], back[0]
    assert document.elements[last.element].role == "request"
    if last.element == first.element:
        assert len(last.lines) > 1 < len(first.lines)
    assert last.lines[-1].runs[-1].glyphs.clusters[-1] != "\u00ad"


def test_it_is_turned_between_regions_where_that_costs_little(piece_of):
    """Half a point of type size is not worth a torn request."""
    words = {"Africa": 76, "Asia": 76, "Europe": 88, "Oceania": 88}
    made = piece_of(half(bulletin(*(region(name, count) for name, count in words.items()))))
    back = texts_of(made.document.frames[1])[0]
    assert made.document.elements[back.element].role == "heading"


def test_that_it_goes_on_is_said_on_the_front_alone(piece_of):
    """At its foot's right end, inside the margins; it is told to nobody."""
    front, back = piece_of(half(week(75))).document.frames
    assert untold(front) == ["Over →"]
    assert untold(back) == []
    (hint,) = [item for item in texts_of(front) if item.element == IN_FOOT]
    last = hint.lines[-1].runs[-1]
    right = last.left + last.glyphs.width * last.size
    assert right == pytest.approx(front.width - classic().page.shapes[0].margins.sides)
    above = max(line.baseline for i in texts_of(front) if i is not hint for line in i.lines)
    assert above < hint.lines[0].baseline - hint.lines[0].runs[0].size


def test_a_text_that_ends_on_the_front_goes_on_nowhere(piece_of):
    """Then the back is for notes alone."""
    front, back = piece_of(half(week(1))).document.frames
    assert "Over →" not in untold(front)
    assert len(hairlines(back)) > 15


def test_room_on_the_back_is_ruled_for_notes(piece_of):
    """Below their word, half a point thick, a third of an inch apart, down to the foot."""
    _, back = piece_of(half(week(8))).document.frames
    assert untold(back) == ["Notes"]
    boxes = hairlines(back)
    tops = sorted(box.top for box in boxes)
    assert len(tops) > 3
    assert [below - above for above, below in pairwise(tops)] == pytest.approx(
        [24.0] * (len(tops) - 1)
    )
    assert {box.height for box in boxes} == {0.5}
    (word,) = [item for item in texts_of(back) if item.element == IN_FOOT]
    assert word.lines[0].baseline < tops[0] - 12


@pytest.mark.parametrize("words", range(5, 80, 3))
def test_lines_for_notes_are_three_or_none(piece_of, words):
    """And they touch no text."""
    for frame in piece_of(half(week(words))).document.frames:
        own = hairlines(frame)
        rules = [box for box in own if box.top != max(one.top for one in own)]
        assert len(rules) >= 3 or not rules
        for item in texts_of(frame):
            for line in item.lines:
                size = line.runs[0].size
                edges = (line.baseline - 0.8 * size, line.baseline + 0.25 * size)
                assert not any(edges[0] < box.top < edges[1] for box in own)


def test_a_footnote_stands_below_the_notes(piece_of):
    """The lines end above it."""
    wording = replace(WORDS, footnote=f"{FOOTNOTE} {FOOTNOTE} {FOOTNOTE}")
    asked = bulletin(region("Asia", request(prose(9), pseudonym=True)))
    back = piece_of(half(asked, wording=wording)).document.frames[1]
    note = max(texts_of(back), key=lambda item: said(item.lines).startswith("Some names"))
    rules = sorted(box.top for box in hairlines(back))[:-1]
    assert rules
    assert max(rules) < note.box.top


def test_a_layout_may_leave_the_back_white(piece_of):
    """With `spare: space` there is neither a line nor the word."""
    page = replace(classic().page, spare="space")
    back = piece_of(half(week(8), layout=replace(classic(), page=page))).document.frames[1]
    assert untold(back) == []
    assert len(hairlines(back)) == 1


def test_a_language_without_the_word_has_lines_alone(piece_of):
    """Rather than a foreign word above them."""
    back = piece_of(half(week(8), wording=replace(WORDS, notes=""))).document.frames[1]
    assert untold(back) == []
    assert len(hairlines(back)) > 3


def test_the_back_is_no_looser_than_the_front(piece_of):
    """Its spaces open no further than those before the turn."""
    document = piece_of(half(week(75))).document
    gaps = []
    for frame in document.frames:
        found = [i for i in texts_of(frame) if i.element > 0]
        for above, below in pairwise(found):
            roles = [document.elements[one.element].role for one in (above, below)]
            if roles == ["request", "heading"]:
                gaps.append((frame is document.frames[1], below.box.top - above.box.bottom))
    assert max(gap for back, gap in gaps if back) <= max(g for back, g in gaps if not back) + 0.01


def test_german_compounds_are_divided_and_stand_inside_their_column(storeroom):
    """On the narrowest usual half, at the largest size that holds them."""
    tools = Tools(storeroom.shaper(classic()), storeroom.hyphenator("de-DE"))
    asked = " ".join(f"Wir bitten um Schutz vor {word}." for word in COMPOUNDS * 6)
    one = half(bulletin(region(COMPOUNDS[1], asked), region("Asien", asked)), "a5")
    made = typeset_two_sided(one, tools)
    assert told(made.document) == "".join(expected_text(one).split())
    right = one.paper.width - one.layout.page.shapes[0].margins.sides
    for frame in made.document.frames:
        for item in texts_of(frame):
            for line in item.lines:
                end = max(run.left + run.glyphs.width * run.size for run in line.runs)
                assert end <= right + line.runs[0].size


def test_what_does_not_fit_both_faces_is_overset_by_its_words(piece_of):
    """Cutting as many as it says is enough, and the smallest size is kept to."""
    one = half(week(330))
    over = piece_of(one)
    assert isinstance(over, Overset)
    assert over.smallest == classic().page.body.smallest
    made = piece_of(replace(one, words=shortened(one.words, over)))
    assert not isinstance(made, Overset)


def test_words_to_spare_are_counted_over_both_faces(tools):
    """A region may grow by far more than on one face."""
    one = half(week(30))
    both = typeset_two_sided(one, tools, counted=True).spare
    single = typeset_insert(one, tools, counted=True).spare
    assert [two.region for two in both] == [one.region for one in single]
    assert all(two.words > alone.words for two, alone in zip(both, single, strict=True))


def test_a_region_may_grow_by_the_words_that_it_is_told(tools):
    """With so many more the piece is still comfortable."""
    what = week(40)
    spare = typeset_two_sided(half(what), tools, counted=True).spare[1].words
    first, second, *others = what.regions
    longer = f"{second.requests[0].text} {' '.join(str(second.requests[0].text).split()[:spare])}"
    longer = " ".join(longer.split()[: 47 + min(spare, 47)])
    grown = replace(second, requests=(request(longer),))
    made = typeset_two_sided(half(replace(what, regions=(first, grown, *others))), tools)
    assert made.size >= classic().page.comfortable


def test_a_leaflet_is_four_faces(tools):
    """The same text over four panels: head on the first, foot on the last."""
    one = edition(week(95), "third-letter", wording=WORDS)
    document = typeset_faces(one, tools, 4).document
    assert len(document.frames) == 4
    assert told(document) == "".join(expected_text(one).split())
    assert one.paper == PAPERS["third-letter"]


def test_a_leaflet_says_that_it_goes_on_where_it_is_turned(tools):
    """From the third panel to the last, but not from the second, which lies beside the third."""
    one = edition(week(95), "third-letter", wording=WORDS)
    frames = typeset_leaflet(one, tools).document.frames
    assert [untold(frame)[:1] for frame in frames[:3]] == [["Over →"], [], ["Over →"]]


@pytest.mark.parametrize("words", [8, 30, 45])
def test_notes_on_a_leaflet_are_headed_as_high_as_a_region_beside_them(tools, words):
    """Where they have a panel to themselves, the word for them is its first line."""
    body = typeset_leaflet(edition(week(words), "half-letter", wording=WORDS), tools)
    document = body.document
    tops = []
    for frame in document.frames[1:]:
        first = min(texts_of(frame), key=lambda item: item.lines[0].baseline)
        if first.element == IN_FOOT or document.elements[first.element].role == "heading":
            tops.append(first.lines[0].baseline)
    assert len(tops) > 1
    assert max(tops) - min(tops) < 0.1 * body.size


def test_addresses_lead_from_the_face_that_they_are_on(tools):
    """Each has its place there, as high as it is on that face."""
    asked = [f"{prose(70)} See www.example.org/{name}." for name in ("front", "back")]
    what = bulletin(
        region("Africa", asked[0]), region("Asia", prose(90)), region("Europe", asked[1])
    )
    document = typeset_two_sided(half(what), tools).document
    elements = document.elements
    led = [{elements[link.element].address for link in frame.links} for frame in document.frames]
    assert led[0] == {"https://www.example.org/front"}
    assert led[1] >= {"https://www.example.org/back"}
    for frame in document.frames:
        baselines = [line.baseline for item in texts_of(frame) for line in item.lines]
        for link in frame.links:
            assert any(link.box.top < line < link.box.bottom for line in baselines)
