"""A page read aloud: the structure tree says what everything is, in order."""

from dataclasses import replace

import pytest
from export.page.page_documents import document, picture
from export.page.page_structure import structure_of
from typeset.manuscripts import CREDITED, LOGO, PICTURE, bulletin, edition, region, request, week

from printkit.export.page.document import Supplies, write_pdf
from printkit.model.frame import Box, Element, Fill, Image, Line, Text
from printkit.typeset.insert import typeset_insert
from printkit.typeset.story import Tools

BOX = Box(0, 0, 1, 1)


@pytest.fixture(scope="module")
def printed(storeroom):
    """Give a function that sets an edition's page and reads its structure."""

    def read(what):
        tools = Tools(storeroom.shaper(what.layout), storeroom.hyphenator("en-US"))
        made = typeset_insert(what, tools).document
        images = [item for item in made.frames[0].items if isinstance(item, Image)]
        pictures = {item.key: picture("JPEG") for item in images}
        supplies = Supplies(storeroom.page_constants, storeroom.font, pictures)
        return structure_of(write_pdf(made, supplies))

    return read


def test_a_page_says_what_its_parts_are(printed):
    """Title, date, quotation with its source, regions with lists, footnote and imprint."""
    asked = (request("One.\nMore.", pseudonym=True), "Two.")
    what = bulletin(region("Africa", *asked, intro="An intro."), region("Asia", "Only.\nAnd more."))
    assert printed(edition(what)).outline() == (
        "Document",
        [
            ("H1", "Prayer Requests"),
            ("P", "Week of January 14, 2019"),
            (
                "BlockQuote",
                [
                    ("P", "“Blessed are the gentle, for they shall inherit the earth.”"),
                    ("P", "Matthew 5:5 (WEB)"),
                ],
            ),
            (
                "Sect",
                [
                    ("H2", "Africa"),
                    ("P", "An intro."),
                    (
                        "L",
                        [
                            ("LI", [("Lbl", "• "), ("LBody", [("P", "One."), ("P", "More.")])]),
                            ("LI", [("Lbl", "• "), ("LBody", [("P", "Two.")])]),
                        ],
                    ),
                ],
            ),
            ("Sect", [("H2", "Asia"), ("P", "Only."), ("P", "And more.")]),
            ("Note", "Some names have been changed to protect people."),
            ("P", "Partner Office United States"),
            ("P", "pray.example.org/us"),
        ],
    )


def test_pictures_are_figures_with_their_words_and_place(printed):
    """Banner, region's picture and logo; what is decorative is none."""
    plain = replace(PICTURE, alt="")
    what = bulletin(
        region("A", "One.", picture=PICTURE), region("B", "Two.", picture=plain), picture=CREDITED
    )
    tree = printed(edition(what, logo=LOGO))
    figures = tree.every("Figure")
    assert [figure.entries["/Alt"] for figure in figures] == ["A river", "A river", "A lamp"]
    for figure in figures:
        left, bottom, right, top = figure.entries["/A"]["/BBox"]
        assert figure.entries["/A"]["/O"] == "/Layout"
        assert 0 <= left < right <= 612
        assert 0 <= bottom < top <= 792
    assert tree.kids[3].role == "Figure"
    assert tree.kids[4].outline() == ("Caption", [("P", "Photo by a friend")])
    assert [kid.role for kid in tree.kids[5].kids] == ["H2", "Figure", "P"]
    assert [kid.role for kid in tree.kids[6].kids] == ["H2", "P"]


def test_a_credit_captions_a_figure_and_nothing_else(printed):
    """That of a picture which is only decorative is a paragraph."""
    plain = replace(CREDITED, alt="", decorative=True)
    what = bulletin(region("A", "One.", picture=CREDITED), region("B", "Two.", picture=plain))
    captioned, alone = printed(edition(what)).every("Sect")
    assert [kid.role for kid in captioned.kids] == ["H2", "Figure", "Caption", "P"]
    assert [kid.role for kid in alone.kids] == ["H2", "P", "P"]


def test_a_paragraph_over_two_columns_is_one_element(printed):
    """Its contents are two, and no words run together where it is parted."""
    what = week()
    tree = printed(edition(what))
    parted = [part for part in tree.every("P") if len(part.texts) > 1]
    assert len(parted) == 1
    wanted = [str(asked.text) for one in what.regions for asked in one.requests]
    assert parted[0].text.replace("\u00ad", "") in wanted
    assert parted[0].texts[0].endswith((" ", "\u00ad"))


def test_a_list_says_how_it_is_marked(printed):
    """With the attribute that readers announce it by."""
    (listed,) = printed(edition(bulletin(region("A", "One.", "Two.")))).every("L")
    assert listed.entries["/A"] == {"/O": "/List", "/ListNumbering": "/Disc"}


def test_an_office_that_reads_another_language_says_its_own_words_in_it(printed):
    """Imprint and logo; everything else is in the document's."""
    what = edition(bulletin(region("A", "One.")), logo=LOGO, imprint=("Büro",))
    tree = printed(replace(what, office=replace(what.office, language="de-DE")))
    said = {kid.entries.get("/Lang") for kid in tree.kids[:-2]}
    assert said == {None}
    assert [kid.entries["/Lang"] for kid in tree.kids[-2:]] == ["de-DE", "de-DE"]


def test_a_note_is_found_by_its_name(press):
    """Each has one of its own (ISO 14289-1, 7.9)."""
    lines = [Text(number, BOX, (press.line("Changed."),)) for number in (1, 2)]
    data = press.written(document(*lines, elements=[Element("footnote")] * 2))
    notes = structure_of(data).every("Note")
    assert [note.entries["/ID"] for note in notes] == ["note-001", "note-002"]


def test_what_is_on_many_pages_is_one_element(press):
    """Its contents name their pages."""
    text = Text(1, BOX, (press.line("Pray"),))
    tree = structure_of(press.written(document(text, pages=3, elements=[Element("title")])))
    assert [(kid.role, kid.texts) for kid in tree.kids] == [("H1", ["Pray"] * 3)]


def test_an_element_without_content_is_none(press):
    """A region, a list or a quotation that nothing is in."""
    elements = [Element("region"), Element("list", 1), Element("quotation"), Element("title")]
    text = Text(4, BOX, (press.line("Pray"),))
    tree = structure_of(press.written(document(text, elements=elements)))
    assert tree.outline() == ("Document", [("H1", "Pray")])


def test_rules_are_no_part_of_the_structure(press):
    """Only what is read is."""
    rule = Fill(Box(0, 0, 9, 9), press.line("a").runs[0].colour)
    text = Text(0, BOX, (press.line("Pray"),))
    assert structure_of(press.written(document(rule, text, rule))).outline() == (
        "Document",
        [("P", "Pray")],
    )


def test_marks_other_than_a_disc_are_said_where_the_standard_knows_them(press):
    """A circle or a square; anything else counts as a disc."""
    for mark, name in (("○", "/Circle"), ("■", "/Square"), ("–", "/Disc")):
        runs = (*press.line(f"{mark} ").runs, *press.line("Pray").runs)
        text = Text(2, BOX, (Line(50.0, runs, mark=len(runs) - 1),))
        elements = [Element("list"), Element("request", 1)]
        (listed,) = structure_of(press.written(document(text, elements=elements))).every("L")
        assert listed.entries["/A"]["/ListNumbering"] == name
        assert listed.outline() == (
            "L",
            [("LI", [("Lbl", f"{mark} "), ("LBody", [("P", "Pray")])])],
        )


def test_a_passage_in_another_language_says_so(press):
    """On its own contents, where the element's is another."""
    line = press.line("Bonjour")
    french = Line(50.0, tuple(run._replace(language="fr") for run in line.runs))
    data = press.written(document(Text(1, BOX, (line, french)), elements=[Element("date")]))
    (said,) = structure_of(data).kids
    assert said.texts == ["Bonjour", "Bonjour"]
    assert "/Lang" not in said.entries


def test_combining_marks_are_read_with_their_letters(press):
    """By whoever knows ActualText, and by whoever does not."""
    text = Text(1, BOX, (press.line("a x\u0323m\u0304 b"),))
    tree = structure_of(press.written(document(text, elements=[Element("date")])))
    assert tree.kids[0].text == "a x\u0323m\u0304 b"
