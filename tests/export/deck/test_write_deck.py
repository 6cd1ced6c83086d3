"""The deck as a file: its parts, its properties, the same bytes every time."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from export.deck.deck_documents import (
    AWKWARD,
    LIGHT_LAYOUT,
    SCREEN,
    deck_document,
    decoration,
    line,
    text,
    with_items,
)
from lxml import etree
from pptx import Presentation

from printkit.export.deck.writing import write_deck
from printkit.model.frame import Box

BOX = Box(48, 125, 520, 330)
ROOT = Path(__file__).parents[3]

DIGEST = """
import hashlib, sys
sys.path[:0] = [{root!r}, {tests!r}]
from export.deck.deck_documents import AREAS, LAYOUT, SCREEN, deck_document, picture_set
from printkit.export.deck.making import make_template
from printkit.export.deck.writing import write_deck
made = make_template(LAYOUT, SCREEN, AREAS)
deck = write_deck(deck_document(3, pictures=True), made, picture_set())
print(hashlib.sha256(deck).hexdigest())
"""

HEAVY = """
import sys
sys.path.insert(0, {root!r})
import printkit.export.deck.writing, printkit.export.deck.template
heavy = ("pptx", "lxml", "PIL", "xml.sax", "urllib.request")
print([name for name in heavy if name in sys.modules])
"""


def output_of(program: str, **environment: str) -> str:
    """Run a program in a new Python and give what it prints."""
    code = program.format(root=str(ROOT), tests=str(ROOT / "tests"))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def parts_of(deck: bytes) -> zipfile.ZipFile:
    """Open a deck as a ZIP file."""
    return zipfile.ZipFile(io.BytesIO(deck))


def test_the_same_document_gives_the_same_bytes(template, pictures):
    """Two runs in one process and runs with other hash seeds and zones do not differ."""
    here = write_deck(deck_document(3, pictures=True), template, pictures)
    assert here == write_deck(deck_document(3, pictures=True), template, pictures)
    digest = hashlib.sha256(here).hexdigest()
    for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo")):
        assert output_of(DIGEST, PYTHONHASHSEED=seed, TZ=zone) == digest


def test_writing_loads_nothing_heavy():
    """An edition is written without python-pptx, lxml, or the library's network modules."""
    assert output_of(HEAVY) == "[]"


@pytest.mark.parametrize("regions", [1, 5, 12])
def test_every_part_is_named_by_type_and_reached(template, pictures, regions):
    """Each part has its media type, and each relationship leads to a part."""
    file = parts_of(write_deck(deck_document(regions, pictures=True), template, pictures))
    names = set(file.namelist())
    types = file.read("[Content_Types].xml").decode()
    listed = {name[1:] for name in re.findall(r'PartName="([^"]+)"', types)}
    plain = {n for n in names if n.endswith((".rels", ".jpg", ".png")) or n == file.namelist()[0]}
    assert listed == names - plain
    reached = set()
    for name in [name for name in names if name.endswith(".rels")]:
        folder = Path("/", name).parent.parent
        for target in re.findall(r'Target="([^"]+)"', file.read(name).decode()):
            reached.add(os.path.normpath(folder / target).replace("\\", "/").lstrip("/"))
    assert reached == {n for n in names if not n.endswith(".rels")} - {"[Content_Types].xml"}


def test_the_cover_and_a_slide_for_each_region(opened):
    """Five regions make six slides, none of them hidden."""
    deck = opened(deck_document(5))
    assert len(deck.slides) == 6
    assert not [slide for slide in deck.slides if slide.element.get("show") == "0"]


def test_each_slide_is_a_section_of_its_name(opened):
    """Awkward letters and all, in the slides' order."""
    deck = opened(deck_document(3))
    named = {slide.slide_id: slide.shapes.title.text_frame.text for slide in deck.slides}
    sections = deck.part.blob.decode()
    (listed,) = re.findall(r"<p14:sectionLst .*</p14:sectionLst>", sections)
    found = etree.fromstring(listed)
    slides = found.xpath("//*[local-name()='sldId']/@id")
    assert [int(one) for one in slides] == list(named)
    assert [one.get("name") for one in found] == list(named.values())
    assert len({one.get("id") for one in found}) == 4


def test_a_picture_shown_twice_is_kept_once(template, pictures):
    """Slides that show the same picture share its part."""
    file = parts_of(write_deck(deck_document(5, pictures=True), template, pictures))
    media = [name for name in file.namelist() if "/media/" in name]
    assert media == ["ppt/media/image1.jpg", "ppt/media/image2.png"]
    assert file.read("ppt/media/image2.png") == pictures["photo"].data


def test_properties_say_what_the_deck_is(opened):
    """The properties name title, maker and language; the date is fixed."""
    properties = opened(deck_document(1, "de-DE")).core_properties
    assert properties.title == AWKWARD
    assert (properties.author, properties.last_modified_by) == ("printkit", "printkit")
    assert properties.language == "de-DE"
    assert properties.created.isoformat().startswith("2000-01-01")


def test_the_date_can_be_given(template):
    """The date of the properties is the caller's."""
    deck = write_deck(deck_document(), template, {}, modified="2019-01-14T00:00:00Z")
    modified = Presentation(io.BytesIO(deck)).core_properties.modified
    assert modified.isoformat().startswith("2019-01-14")


def test_a_long_title_is_cut_in_the_properties_alone(template):
    """Office programs refuse more than 255 characters there; the slide has them all."""
    document = replace(deck_document(), title="x" * 300)
    properties = Presentation(io.BytesIO(write_deck(document, template, {}))).core_properties
    assert properties.title == "x" * 255


def test_a_slide_without_notes_has_no_notes_page(template):
    """An empty notes page would say that there is something to read."""
    document = deck_document(1)
    frames = (replace(document.frames[0], notes=()), document.frames[1])
    deck = Presentation(io.BytesIO(write_deck(replace(document, frames=frames), template, {})))
    assert [slide.has_notes_slide for slide in deck.slides] == [False, True]


def test_a_light_ground(light_template):
    """A layout with a light ground makes a deck as well."""
    deck = write_deck(deck_document(2, layout=LIGHT_LAYOUT), light_template, {})
    assert len(Presentation(io.BytesIO(deck)).slides) == 3


def test_what_xml_cannot_hold_is_refused(template):
    """A control character that slipped through raises, and makes no deck."""
    with pytest.raises(ValueError, match=r"U\+0007"):
        write_deck(with_items(text("title", BOX, line("a\x07b"))), template, {})


def test_a_colour_without_a_slot_is_refused(template):
    """A colour that the theme does not hold is a fault, never another colour."""
    with pytest.raises(ValueError, match="`pink`"):
        write_deck(with_items(decoration(BOX, "pink")), template, {})


def test_a_frame_without_a_slide_layout_is_refused(template):
    """A frame must be named after one of the slide layouts."""
    with pytest.raises(ValueError, match="`page`"):
        write_deck(with_items(text("title", BOX, line("a")), name="page"), template, {})


def test_a_frame_of_another_size_is_refused(template):
    """A frame for another screen does not belong on this template."""
    document = with_items(text("title", BOX, line("a")))
    frame = replace(document.frames[0], width=SCREEN.width - 1)
    with pytest.raises(ValueError, match="size"):
        write_deck(replace(document, frames=(frame,)), template, {})


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_shows_every_slide(template, pictures, tmp_path):
    """LibreOffice makes a page of each slide, with its words on it."""
    import pypdfium2

    deck = tmp_path / "deck.pptx"
    deck.write_bytes(write_deck(deck_document(2, pictures=True), template, pictures))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(deck)], check=True, capture_output=True)
    pages = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    words = [pages[number].get_textpage().get_text_bounded() for number in range(len(pages))]
    assert len(words) == 3
    assert "Matthew 5:5 (WEB)" in words[0]
    assert "Region 2 & Co." in words[1]
    assert "*Names changed" in words[2]
