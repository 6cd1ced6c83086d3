"""The leader's edition: each slide's picture beside its notes, readable, whole and in order."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from typeset.manuscripts import (
    CREDITED,
    FOOTNOTE,
    bulletin,
    classic,
    edition,
    ink_of,
    prose,
    region,
    request,
    said,
    text,
    texts_of,
    week,
)

from printkit.model.bulletin import Scripture
from printkit.model.edition import Overset
from printkit.model.frame import IN_FOOT, Fill, Image
from printkit.model.layout import Face
from printkit.model.paper import PAPERS, Size
from printkit.typeset.leader import typeset_leader

PLAIN = bulletin(
    region(
        "Africa",
        request("Give thanks for rain.", kind="praise"),
        request("Pray for Anika.\nShe speaks at www.example.org/anika.", pseudonym=True),
        request("Pray for peace.", kind="prayer"),
        intro="Two offices serve here.",
        picture=CREDITED,
    ),
    region("Asia", request("Pray for all.", kind="prayer")),
    picture=CREDITED,
    date=date(2019, 1, 14),
    scripture=Scripture(text("Seek justice."), text("Matthew 5:5"), text("WEB")),
)
NOTES = [
    ["Slide 1", "Prayer Requests", "Week of January 14, 2019", "“Seek justice.”"],
    ["Matthew 5:5 (WEB)", "Photo by a friend"],
    ["Slide 2", "Africa", "Photo by a friend", "Two offices serve here."],
    ["• Praise: Give thanks for rain.", "• Pray for Anika."],
    ["She speaks at www.example.org/anika.", "• Prayer: Pray for peace.", FOOTNOTE],
    ["Pause. Pray. Next slide.", "23 words"],
    ["Slide 3", "Asia", "Prayer: Pray for all.", "Pause. Pray. Next slide.", "4 words"],
]
FOOT = ["Partner Office United States", "pray.example.org/us", "1"]
FULL = bulletin(
    *(
        region(name, *(request(prose(words, place), kind="praise") for place in range(count)))
        for name, words, count in (
            ("Africa", 60, 2),
            ("Latin America", 200, 4),
            ("Gemeinschaftsverpflegungseinrichtungen", 20, 1),
            ("South Asia", 90, 3),
        )
    )
)


@pytest.fixture(scope="module")
def leader_of(tools):
    """Give a function that sets an edition's pages for the leader."""
    return lambda what: typeset_leader(
        what, what.words.regions, tools, lambda words: f"{words} words"
    )


def paragraphs(frame):
    """Give what a frame says, paragraph by paragraph."""
    return [said(item.lines) for item in texts_of(frame)]


def roles(made, items):
    return [made.document.elements[item.element].role for item in items]


def test_notes_are_there_once_and_in_order(leader_of):
    """Number, name, credit, introduction, requests with mark and label, footnote, cue and time."""
    (frame,) = leader_of(edition(PLAIN)).document.frames
    assert paragraphs(frame) == [*(line for part in NOTES for line in part), *FOOT]


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_read_is_never_smaller_than_14_points(leader_of, paper):
    """On any paper; only a slide's number and the foot are."""
    made = leader_of(edition(PLAIN, paper))
    for frame in made.document.frames:
        for item in texts_of(frame):
            (role,) = roles(made, [item])
            if item.element != IN_FOOT and role not in ("number", "imprint"):
                assert min(run.size for line in item.lines for run in line.runs) >= 14.0
    assert made.size == 14.0


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("what", [PLAIN, FULL])
def test_all_stands_between_the_margins(leader_of, what, paper):
    """Lines, pictures and rules; no line of the text stands in the foot."""
    one = edition(what, paper)
    margins = one.layout.page.shape_for(one.paper).margins
    for frame in leader_of(one).document.frames:
        assert (frame.width, frame.height) == (one.paper.width, one.paper.height)
        right, bottom = frame.width - margins.sides, frame.height - margins.bottom
        for item in texts_of(frame):
            for line in item.lines:
                left, end = ink_of(line)
                assert left >= margins.sides - 0.6 * 28
                assert end <= right + 0.6 * 28
                assert margins.top < line.baseline < bottom
        for item in frame.items:
            if isinstance(item, Image):
                assert item.box.left >= margins.sides
                assert item.box.bottom < bottom
        texts = [i for i in texts_of(frame) if i.element != IN_FOOT]
        rule = [i for i in frame.items if isinstance(i, Fill)][-1]
        above = [i for i in texts if i.box.top < rule.box.top]
        assert all(line.baseline < rule.box.top for i in above for line in i.lines)


@pytest.mark.parametrize("paper", ["letter", "a4", "legal", "a6", "dl", "half-letter"])
def test_lines_go_down_the_page_and_do_not_touch(leader_of, paper):
    """Each line of the notes stands at least its size below the one before it."""
    made = leader_of(edition(FULL, paper))
    for frame in made.document.frames:
        told = [i for i in texts_of(frame) if i.element != IN_FOOT]
        notes = [i for i in told if roles(made, [i])[0] not in ("number", "imprint")]
        placed = [(line.baseline, line.runs[-1].size) for i in notes for line in i.lines]
        assert all(two[0] - one[0] > 0.95 * two[1] for one, two in pairwise(placed))


def test_pictures_stand_beside_the_notes_or_above_them_where_paper_is_narrow(leader_of):
    """They have the screen's shape and a hairline round them, and are told with number and name."""
    for paper, beside in (("letter", True), ("a4", True), ("a6", False), ("dl", False)):
        made = leader_of(edition(PLAIN, paper, screen="4:3"))
        items = [item for frame in made.document.frames for item in frame.items]
        images = [item for item in items if isinstance(item, Image)]
        elements = made.document.elements
        alternatives = [elements[image.element].alternative for image in images]
        assert alternatives == ["Slide 1: Prayer Requests", "Slide 2: Africa", "Slide 3: Asia"]
        for image in images:
            assert image.box.width / image.box.height == pytest.approx(4 / 3)
            assert (image.box.width, image.box.height) == (made.picture.width, made.picture.height)
            edge, number, name = (items[items.index(image) + step] for step in (-1, 1, 2))
            assert edge.box.width > image.box.width
            assert roles(made, [number]) == ["number"]
            assert (name.box.left > image.box.right) is beside
            assert beside or name.box.top >= image.box.bottom - 4


def test_a_label_is_bold_and_in_the_accent_colour(leader_of):
    """What follows it is neither; a request of no kind has none."""
    made = leader_of(edition(PLAIN))
    (frame,) = made.document.frames
    asked = [i for i in texts_of(frame) if roles(made, [i]) == ["request"]]
    labelled = [i for i in asked if "Pra" in said(i.lines) and ":" in said(i.lines)]
    assert len(labelled) == 3
    for item in labelled:
        mark = item.lines[0].mark
        label, *rest = item.lines[0].runs[mark:]
        assert label.glyphs.clusters[-1] == ":"
        assert (label.face.weight, label.colour.name) == (700, "accent")
        assert {(run.face.weight, run.colour.name) for run in rest} == {(400, "ink")}
    plain = next(i for i in asked if "Anika" in said(i.lines))
    assert {run.face.weight for run in plain.lines[0].runs} == {400}


def test_a_label_in_the_face_of_its_request_is_coloured_alone(leader_of):
    """Where a layout sets requests bold, colour tells the label."""
    page = classic().page
    bold = replace(page.styles["request"], face=Face("Source Sans 3", 700))
    layout = replace(classic(), page=replace(page, styles=page.styles | {"request": bold}))
    (frame,) = leader_of(edition(PLAIN, layout=layout)).document.frames
    item = next(item for item in texts_of(frame) if said(item.lines) == "Prayer: Pray for all.")
    texts = [("".join(run.glyphs.clusters), run.colour.name) for run in item.lines[0].runs]
    assert ("Prayer:", "accent") in [(words.strip(), colour) for words, colour in texts]
    assert ("Pray for all.", "ink") in [(words.strip(), colour) for words, colour in texts]


def test_a_slide_s_part_stays_on_one_page_where_it_fits(leader_of):
    """A short part is never parted; a long one runs on; no page ends in a name."""
    for paper in ("letter", "a4", "half-letter", "a5"):
        made = leader_of(edition(FULL, paper))
        pages = [paragraphs(frame) for frame in made.document.frames]
        short = "Gemeinschaftsverpflegungseinrichtungen"
        (page,) = [page for page in pages if short in page]
        at = page.index(short)
        assert page[at - 1] == "Slide 4"
        assert page[at + 2] == "Pause. Pray. Next slide."
        for frame in made.document.frames:
            told = [i for i in texts_of(frame) if i.element != IN_FOOT]
            last = [role for role in roles(made, told) if role != "imprint"][-1]
            assert last in ("request", "cue", "reference")


def test_every_page_has_its_foot_and_the_last_one_is_told(leader_of):
    """The imprint is an element once; numbers go up."""
    made = leader_of(edition(FULL, "a6"))
    frames = made.document.frames
    assert len(frames) > 5
    for number, frame in enumerate(frames, 1):
        assert paragraphs(frame)[-3:] == [*FOOT[:2], str(number)]
        told = [item.element != IN_FOOT for item in texts_of(frame)[-3:]]
        assert told == [number == len(frames)] * 2 + [False]


def test_addresses_are_links_on_their_pages(leader_of):
    """Also one that goes on on the next page; its places are where its words are."""
    long = "https://www.example.org/" + "/".join(prose(60, sentence=60).split())[:-1]
    made = leader_of(edition(bulletin(region("Africa", f"{prose(25)} {long}")), "a6"))
    frames, elements = made.document.frames, made.document.elements
    led = [{elements[link.element].address for link in frame.links} for frame in frames]
    assert sum(long in one for one in led) > 1
    assert "https://pray.example.org/us" in led[-1]
    for frame in frames:
        assert all(0 < link.box.top < link.box.bottom < frame.height for link in frame.links)


def test_without_a_cover_its_notes_open_the_edition(leader_of):
    """They have no picture; the first region's slide is slide 1."""
    layout = replace(classic(), slides=replace(classic().slides, cover=False))
    made = leader_of(edition(PLAIN, layout=layout))
    (frame,) = made.document.frames
    assert paragraphs(frame)[0] == "Prayer Requests"
    assert paragraphs(frame)[5:7] == ["Slide 1", "Africa"]
    assert sum(isinstance(item, Image) for item in frame.items) == 2


def test_a_word_that_is_too_wide_is_divided(leader_of):
    """It stays inside its column, whole in its letters."""
    word = "Donaudampfschifffahrtsgesellschaft" * 4
    made = leader_of(edition(bulletin(region("Asia", word), title=word), "dl"))
    told = "".join("".join(paragraphs(frame)) for frame in made.document.frames)
    assert told.count(word) == 2


def test_paper_without_room_is_overset(leader_of):
    """A picture and a line do not fit an inch."""
    tiny = replace(edition(week()), paper=Size(72.0, 72.0))
    assert isinstance(leader_of(tiny), Overset)


def test_the_same_edition_makes_the_same_pages(leader_of):
    """A document is a pure function of its edition."""
    assert leader_of(edition(FULL, "a5")) == leader_of(edition(FULL, "a5"))
