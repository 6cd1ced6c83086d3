"""Large print: 18 pt, upright, flush left, undivided, on as many pages as it needs."""

from dataclasses import replace
from itertools import pairwise

import pytest
from page_readings import expected_text
from typeset.manuscripts import (
    CREDITED,
    LOGO,
    bulletin,
    classic,
    edition,
    ink_of,
    prose,
    region,
    request,
    said,
    texts_of,
    week,
)

from printkit.model.edition import Overset
from printkit.model.frame import IN_FOOT, Image
from printkit.model.layout import Face
from printkit.model.paper import Size
from printkit.typeset.largeprint import typeset_large_print
from printkit.typeset.story import Tools

FAMILY = "Atkinson Hyperlegible"
COMPOUND = "Rechtsschutzversicherungsgesellschaften"
WEEKS = {
    "a usual week": week(90),
    "a short week": week(5),
    "a long week": week(130),
    "with pictures": bulletin(
        region("Africa", 60, 40, picture=CREDITED, intro="Two offices serve here."),
        region("Asia", 120, picture=CREDITED),
        picture=CREDITED,
    ),
    "many requests": bulletin(*(region(name, *[22] * 9) for name in ("Africa", "Asia", "Europe"))),
    "a request longer than a page": bulletin(region("Africa", 700), region("Asia", 20)),
    "names changed": bulletin(region("Asia", request(prose(300), pseudonym=True))),
}
MARGIN = 0.6 * 72


@pytest.fixture(scope="module")
def large(tools):
    """Give a function that sets an edition in large print."""
    return lambda what: typeset_large_print(what, tools, FAMILY)


@pytest.fixture(params=WEEKS)
def what(request):
    """Give a week's edition."""
    return edition(WEEKS[request.param], imprint=("Partner Office", "pray.example.org/us"))


def texts_above_foot(document):
    """Give the texts above the feet by page."""
    roles = [one.role for one in document.elements]
    return [
        [i for i in texts_of(f) if i.element != IN_FOOT and roles[i.element] != "imprint"]
        for f in document.frames
    ]


def test_every_word_is_there_once_and_in_order(large, what):
    """The imprint is told once, on the last page."""
    document = large(what).document
    told = [said(i.lines) for f in document.frames for i in texts_of(f) if i.element != IN_FOOT]
    wanted = expected_text(what)
    for region_ in (what.words, *what.words.regions):
        if region_.picture:
            name = "(WEB)" if region_ is what.words else str(region_.name)
            wanted = wanted.replace(f"{name}\n", f"{name}\nPhoto by a friend\n", 1)
    assert "".join(" ".join(told).split()) == "".join(wanted.split())


def test_nothing_is_small_slanted_or_pale(large, what):
    """Not in the foot, either: all is at 18 pt or more, in one family, black."""
    for frame in large(what).document.frames:
        for line in (line for item in texts_of(frame) for line in item.lines):
            for run in line.runs:
                assert run.size >= 18
                assert (run.face.family, run.face.italic) == (FAMILY, False)
                assert run.colour.value == "000000"


def test_lines_are_flush_left_apart_and_inside_wide_margins(large, what):
    """In one column, with leading of 1.25 or more inside paragraphs."""
    document = large(what).document
    for frame in document.frames:
        for item in texts_of(frame):
            for line in item.lines:
                left, right = ink_of(line)
                assert left >= MARGIN - 9
                assert right <= frame.width - MARGIN + 9
                assert line.baseline <= frame.height - MARGIN
            if item.element > 0 and document.elements[item.element].role == "request":
                starts = {round(ink_of(line)[0] / 9) for line in item.lines[1:]}
                assert len(starts) <= 1
                same = [one for one in item.lines if one.paragraph == item.lines[0].paragraph]
                gaps = [below.baseline - above.baseline for above, below in pairwise(same)]
                assert all(gap >= 18 * 1.25 for gap in gaps)


def test_no_word_is_divided(large):
    """Not even where the language would divide it."""
    asked = bulletin(region("Afrika", f"Wir bitten um Hilfe von {COMPOUND}. " * 20))
    document = large(edition(asked)).document
    clusters = [
        cluster
        for items in texts_above_foot(document)
        for item in items
        for line in item.lines
        for run in line.runs
        for cluster in run.glyphs.clusters
    ]
    assert "\u00ad" not in clusters


def test_a_word_wider_than_the_page_is_parted_inside_it(large):
    """Nothing is lost beyond the margin."""
    document = large(edition(bulletin(region("Afrika", COMPOUND * 4)), "dl")).document
    for items in texts_above_foot(document):
        for line in (line for item in items for line in item.lines):
            assert ink_of(line)[1] <= document.frames[0].width - MARGIN + 9


def test_headings_stay_with_what_they_head(large, what):
    """None is the last text of its page."""
    document = large(what).document
    for items in texts_above_foot(document):
        assert document.elements[items[-1].element].role not in ("heading", "title", "introduction")


@pytest.mark.parametrize("words", [22, 35, 50])
def test_requests_are_whole_where_a_page_holds_them(large, words):
    """As long as that takes no other sheet."""
    asked = bulletin(*(region(name, *[words] * 5) for name in ("Africa", "Asia", "Europe")))
    document = large(edition(asked)).document
    assert len(document.frames) > 2
    pages = [
        {i.element for i in items if document.elements[i.element].role == "request"}
        for items in texts_above_foot(document)
    ]
    assert not any(above & below for above, below in pairwise(pages))


def test_a_request_goes_on_rather_than_take_another_sheet(large):
    """Then two of its lines at least are on each page."""
    split = []
    for words in range(60, 110, 2):
        document = large(edition(week(words))).document
        pages = texts_above_foot(document)
        for above, below in pairwise(pages):
            if above[-1].element == below[0].element:
                split.append(len(document.frames))
                assert len(above[-1].lines) > 1 < len(below[0].lines)
    assert 2 in split


def test_pages_are_numbered(large, what):
    """Below the imprint's rule, from 1, and told to nobody."""
    document = large(what).document
    for number, frame in enumerate(document.frames, 1):
        untold = [said(i.lines) for i in texts_of(frame) if i.element == IN_FOOT]
        assert untold[-1] == str(number)
        last = number == len(document.frames)
        assert untold[:-1] == ([] if last else ["Partner Office", "pray.example.org/us"])


def test_a_bookmark_leads_to_each_region(large, what):
    """To the page and the height of its name."""
    document = large(what).document
    names = [str(one.name) for one in what.words.regions]
    assert [mark.title for mark in document.bookmarks] == names
    for mark in document.bookmarks:
        tops = {said(i.lines): i.box.top for i in texts_of(document.frames[mark.frame])}
        assert tops[mark.title] == mark.top


def test_pictures_stay_where_they_belong(large):
    """With what is above them; logo and code are left out."""
    one = replace(edition(WEEKS["with pictures"], logo=LOGO))
    document = large(one).document
    shown = [(n, i) for n, f in enumerate(document.frames) for i in f.items if isinstance(i, Image)]
    assert len(shown) == 3
    for number, image in shown:
        above = [i for i in texts_of(document.frames[number]) if i.box.bottom <= image.box.top]
        assert above
        assert image.box.right <= document.frames[number].width - MARGIN + 0.01


def test_another_family_sets_all(tools):
    """The one that is asked for, with its bold."""
    made = typeset_large_print(edition(week(40)), tools, "Source Sans 3")
    faces = {
        run.face
        for frame in made.document.frames
        for item in texts_of(frame)
        for line in item.lines
        for run in line.runs
    }
    assert faces == {Face("Source Sans 3"), Face("Source Sans 3", 700)}


def test_a_paper_without_room_for_a_line_is_overset(storeroom):
    """There is nothing that could be cut."""
    tools = Tools(storeroom.shaper(classic()))
    tiny = replace(edition(week(5)), paper=Size(144, 100))
    assert isinstance(typeset_large_print(tiny, tools, FAMILY), Overset)
