"""Addresses in set lines are links: with their words, their places, and where they lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typeset.manuscripts import bulletin, edition, prose, region, said
from typeset.square import HELP, set_runs, setting, total_fit

from printkit.model.frame import Box, Fill, Line, Text
from printkit.typeset.blocks import Structure
from printkit.typeset.links import with_links
from printkit.typeset.words import words_of

BOX = Box(0, 0, 1, 1)


def lines_of(text, width=1000.0, paragraph=0, lacking=""):
    """Give a paragraph's lines, a point and an em apart."""
    words = words_of(text, setting(lacking=lacking))
    runs = set_runs(words, total_fit(words, width), width)
    return [Line(10.0 * (at + 1), one, paragraph) for at, one in enumerate(runs)]


def linked(*texts):
    """Give texts, all of one request, with links; and their structure and places."""
    structure = Structure()
    element = structure.add("request")
    structure.addressed.add(element)
    items, places = with_links([Text(element, BOX, tuple(lines)) for lines in texts], structure)
    return items, structure, places


def words_of_links(items):
    """Give what each link's runs say, by the link's number."""
    told = {}
    for item in items:
        for line in item.lines:
            for run in line.runs:
                if run.link:
                    told[run.link] = told.get(run.link, "") + "".join(run.glyphs.clusters)
    return told


def glyphs_of(items):
    """Give each glyph with its cluster and place."""
    for item in items:
        for line in item.lines:
            for run in line.runs:
                at = run.left
                signs = zip(
                    run.glyphs.glyphs, run.glyphs.clusters, run.glyphs.advances, strict=True
                )
                for glyph, cluster, advance in signs:
                    yield glyph, cluster, round(at, 6), line.baseline
                    at += advance * run.size


def blanks_alone(lines):
    """Count the runs that are nothing but blanks."""
    return sum(not said([Line(0.0, (run,))]).strip() for line in lines for run in line.runs)


def test_an_address_is_a_run_of_its_own_between_its_neighbours():
    """The structure says what it says and where it leads; its place is its glyphs'."""
    ((item,), structure, (place,)) = linked(lines_of("See (pray.example.org/us), now."))
    (line,) = item.lines
    assert ["".join(run.glyphs.clusters) for run in line.runs] == [
        "See (",
        "pray.example.org/us",
        "), now.",
    ]
    assert [run.link for run in line.runs] == [0, 2, 0]
    link = structure.elements[2]
    assert (link.role, link.parent) == ("link", 1)
    assert (link.alternative, link.address) == (
        "pray.example.org/us",
        "https://pray.example.org/us",
    )
    assert place.element == 2
    assert (place.box.left, place.box.right) == (line.runs[1].left, line.runs[2].left)
    assert place.box.top < line.baseline < place.box.bottom


def test_an_address_over_two_lines_is_one_link_with_two_places():
    """Each place is as wide as what of the address is on its line."""
    ((item,), structure, places) = linked(lines_of("See pray.example.org/us and more.", 18))
    assert len(item.lines) > 1
    assert words_of_links([item]) == {2: "pray.example.org/us"}
    assert [place.element for place in places] == [2, 2]
    assert len(structure.elements) == 3
    assert sum(place.box.width for place in places) == len("pray.example.org/us")


def test_an_address_over_two_columns_is_one_link():
    """Which go on in another item of the same element."""
    lines = lines_of("See pray.example.org/us and more.", 18)
    items, structure, places = linked(lines[:1], lines[1:])
    assert words_of_links(items) == {2: "pray.example.org/us"}
    assert len(places) == 2
    assert len(structure.elements) == 3


def test_paragraphs_of_an_element_are_apart():
    """What ends one and what begins the next are not one address."""
    items, _, places = linked([*lines_of("pray.example."), *lines_of("org/us x.org", paragraph=1)])
    assert words_of_links(items) == {2: "x.org"}
    assert len(places) == 1


def test_two_addresses_side_by_side_are_two_links():
    """The blank between them is a part of the first, since none stands alone."""
    items, structure, places = linked(lines_of("x.org me@x.org"))
    assert words_of_links(items) == {2: "x.org ", 3: "me@x.org"}
    assert [element.address for element in structure.elements[2:]] == [
        "https://x.org",
        "mailto:me@x.org",
    ]
    assert [place.box.width for place in places] == [5, 8]


def test_an_address_of_two_faces_is_one_link():
    """Where a face lacks one of its letters."""
    ((item,), structure, (place,)) = linked(lines_of("See pray.x.org/ü/a now.", lacking="ü"))
    runs = [run for run in item.lines[0].runs if run.link]
    assert [run.face == HELP for run in runs] == [False, True, False]
    assert structure.elements[2].alternative == "pray.x.org/ü/a"
    assert place.box.width == len("pray.x.org/ü/a")


def test_the_mark_before_a_request_is_no_part_of_its_text():
    """It stays what it is."""
    mark, text = lines_of("•x.org")[0], lines_of("x.org")[0]
    line = Line(10.0, (*mark.runs, *text.runs), mark=len(mark.runs))
    ((item,), _, places) = linked([line])
    assert item.lines[0].runs[0] == mark.runs[0]
    assert item.lines[0].mark == 1
    assert len(places) == 1


def test_a_hyphen_that_divides_an_address_is_no_letter_of_it():
    """Authors may mark where a long one is divided."""
    ((item,), structure, _) = linked(lines_of("www.prayer\u00adrequestsoftheweekforall.org", 24))
    assert "\u00ad" in "".join(words_of_links([item]).values())
    assert structure.elements[2].address == "https://www.prayerrequestsoftheweekforall.org"


def test_where_there_is_none_nothing_changes():
    """Items are given back as they are, the structure too."""
    rule = Fill(BOX, lines_of("a")[0].runs[0].colour)
    items, structure = [Text(1, BOX, tuple(lines_of("Pray."))), rule], Structure()
    assert with_links(items, structure) == (tuple(items), ())
    structure.addressed.add(1)
    assert with_links(items, structure) == (tuple(items), ())
    assert len(structure.elements) == 1


@given(st.lists(st.sampled_from(["a", "(", "x.org", "b.", "x.org/", "me@x.org,", "ü", "y.org"])))
def test_no_glyph_moves_or_is_lost(words):
    """Whatever the lines say and where they end."""
    text = " ".join(words)
    if not text:
        return
    lines = lines_of(text, 14, lacking="ü")
    items, _, places = linked(lines)
    assert list(glyphs_of(items)) == list(glyphs_of([Text(1, BOX, tuple(lines))]))
    assert said(items[0].lines) == said(lines)
    assert len(places) >= len(words_of_links(items))
    assert blanks_alone(items[0].lines) <= blanks_alone(lines)


@pytest.mark.parametrize("paper", ["letter", "half-letter", "a6"])
def test_a_page_leads_where_its_imprint_and_its_requests_say(insert_of, paper):
    """In the order of reading, each in its own paragraph's element."""
    asked = f"{prose(5)} Write to us@example.org or see pray.example.org/week/three/stories. Amen."
    what = bulletin(region("Africa", asked, 9), region("Asia", 12, intro="See www.example.org."))
    made = insert_of(edition(what, paper)).document
    links = [element for element in made.elements if element.role == "link"]
    assert [link.address for link in links] == [
        "mailto:us@example.org",
        "https://pray.example.org/week/three/stories",
        "https://www.example.org",
        "https://pray.example.org/us",
    ]
    roles = [made.elements[link.parent].role for link in links]
    assert roles == ["request", "request", "introduction", "imprint"]
    placed = {made.elements[place.element].address for place in made.frames[0].links}
    assert placed == {link.address for link in links}
    margin = edition(what, paper).layout.page.shape_for(edition(what, paper).paper).margins.sides
    for place in made.frames[0].links:
        assert margin - 9 < place.box.left < place.box.right < made.frames[0].width - margin + 9
