"""Word files, made here by python-docx as Word would make them."""

import sys
import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from printkit.errors import Refused


def saved(document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def weekly():
    document = docx.Document()
    document.core_properties.title = ""
    document.add_heading("Prayer Requests", 0)
    document.add_paragraph("“Seek good.”")
    document.add_paragraph("— Amos 5:14")
    document.add_heading("Africa", 1)
    document.add_paragraph("Pray for the judges.", "List Bullet")
    document.add_paragraph("Pray for rain.", "List Number")
    document.add_paragraph("Asia")
    document.add_paragraph("Pray for schools.", "List Bullet")
    return document


EXPECTED = [
    ("Africa", "", ["Pray for the judges.", "Pray for rain."]),
    ("Asia", "", ["Pray for schools."]),
]


def test_styles_make_headings_and_bullets(bulletin, outline):
    """Headings and lists are known by their styles; the name of the file does not matter."""
    found = bulletin(saved(weekly()), "weekly.bin")
    assert found.title.value == "Prayer Requests"
    assert found.scripture.reference.value == "Amos 5:14"
    assert outline(found) == EXPECTED


def numbered(paragraph, identity: str):
    numbering = OxmlElement("w:numPr")
    value = OxmlElement("w:numId")
    value.set(qn("w:val"), identity)
    numbering.append(value)
    paragraph._p.get_or_add_pPr().append(numbering)  # noqa: SLF001 - python-docx has no call for it
    return paragraph


def test_numbering_makes_bullets(bulletin, outline):
    """A paragraph with numbering is a bullet, and one whose numbering was taken off is none."""
    document = docx.Document()
    document.add_paragraph("Title")
    document.add_paragraph("Africa")
    numbered(document.add_paragraph("Pray for A"), "1")
    numbered(document.add_paragraph("Pray for B", "List Paragraph"), "2")
    numbered(document.add_paragraph("South Asia"), "0")
    numbered(document.add_paragraph("Pray for C"), "1")
    assert outline(bulletin(saved(document), "weekly.docx")) == [
        ("Africa", "", ["Pray for A", "Pray for B"]),
        ("South Asia", "", ["Pray for C"]),
    ]


def test_tables_links_and_breaks_are_read(bulletin, outline):
    """Text in tables, tracked insertions and links is text; a line break is a blank."""
    document = docx.Document()
    document.add_paragraph("Title")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Africa"
    paragraph = cell.add_paragraph("Pray for", "List Bullet")
    paragraph.add_run().add_break()
    link = OxmlElement("w:hyperlink")
    link.append(paragraph.add_run("the\tjudges")._r)  # noqa: SLF001 - likewise
    insertion = OxmlElement("w:ins")
    insertion.append(paragraph.add_run(" and us")._r)  # noqa: SLF001 - likewise
    deletion = OxmlElement("w:del")
    deletion.append(paragraph.add_run(" and them")._r)  # noqa: SLF001 - likewise
    for element in (link, insertion, deletion):
        paragraph._p.append(element)  # noqa: SLF001 - likewise
    found = outline(bulletin(saved(document), "weekly.docx"))
    assert found == [("Africa", "", ["Pray for the judges and us"])]


def test_headers_and_footers_are_kept_in_comments(imported, read, outline):
    """What stands at a page's head and foot is no request, and not lost."""
    document = weekly()
    document.sections[0].header.paragraphs[0].text = "Sample Office"
    document.sections[0].footer.paragraphs[0].text = "Page one"
    result = imported(saved(document), "weekly.docx")
    assert outline(read(result)) == EXPECTED
    assert "#   Sample Office" in result.yaml
    assert "#   Page one" in result.yaml


def test_bullets_typed_by_hand_are_bullets(bulletin, outline):
    """Bullets that were typed into plain paragraphs count as well."""
    document = docx.Document()
    for text in ("Title", "Africa", "•\tPray for A.", "\uf0b7 Pray for B."):
        document.add_paragraph(text)
    found = outline(bulletin(saved(document), "weekly.docx"))
    assert found == [("Africa", "", ["Pray for A.", "Pray for B."])]


def test_without_python_docx_the_hint_says_what_to_install(imported, monkeypatch):
    """Where python-docx is missing, the message says what to type."""
    source = saved(weekly())
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Refused) as refused:
        imported(source, "weekly.docx")
    (problem,) = refused.value.problems
    assert problem.message == "reading Word files needs python-docx"
    assert problem.hint == "type `python -m pip install python-docx`"


def zipped(**contents: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name.replace("_", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (zipped(**{"word_document.xml": b"<broken"}), "`weekly.docx` is damaged"),
        (zipped(**{"ppt_presentation.xml": b""}), "a zip file that holds no Word document"),
        (b"PK\x03\x04 broken", "`weekly.docx` is damaged"),
        (saved(weekly())[:3000], "`weekly.docx` is damaged"),
        (b"just words\n", "`weekly.docx` is not a Word file"),
    ],
)
def test_what_is_no_word_file_is_refused(source: bytes, message: str, imported):
    """A damaged or foreign file is refused with what it is."""
    with pytest.raises(Refused, match=message):
        imported(source, "weekly.docx")


def test_a_file_that_unpacks_to_too_much_is_refused(imported):
    """A zip bomb is refused on its directory."""
    file = BytesIO()
    archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("word/document.xml", "w") as part:
        for _ in range(210):
            part.write(bytes(1_000_000))
    with pytest.raises(Refused, match="damaged"):
        imported(file.getvalue(), "weekly.docx")
