"""What a page's file says of itself, for readers and archives."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from export.page.page_documents import document
from PIL import ImageCms
from pypdf import PdfReader

from printkit.export.page import srgb

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def catalog_of(data: bytes):
    return PdfReader(BytesIO(data)).trailer["/Root"]


def metadata_of(data: bytes) -> ET.Element:
    return ET.fromstring(catalog_of(data)["/Metadata"].get_data().decode())


@pytest.mark.parametrize("title", ["Prayer & <Requests>", "Молитва {1} “a”", 'a "b" \\ (c)'])
def test_the_title_is_said_for_all_and_in_its_language(press, title):
    """As it is typed, whatever its letters are."""
    said = metadata_of(press.written(document(title=title)))
    items = said.findall(".//dc:title//rdf:li", SPACES)
    assert [(one.get(LANGUAGE), one.text) for one in items] == [
        ("x-default", title),
        ("en-GB", title),
    ]
    assert said.findtext(".//dc:language//rdf:li", namespaces=SPACES) == "en-GB"


def test_the_file_says_what_it_conforms_to(press):
    """PDF/A-2a and PDF/UA-1, whose own schema is described."""
    said = metadata_of(press.written(document()))
    found = {
        name: said.findtext(f".//{name}", namespaces=SPACES)
        for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdf:Producer")
    }
    assert list(found.values()) == ["2", "A", "1", "printkit"]
    described = said.findtext(".//pdfaSchema:namespaceURI", namespaces=SPACES)
    assert described == SPACES["pdfuaid"]


def test_no_date_is_said(press):
    """Neither in the metadata nor beside it."""
    data = press.written(document())
    assert "Date" not in catalog_of(data)["/Metadata"].get_data().decode()
    assert set(PdfReader(BytesIO(data)).trailer["/Info"]) == {"/Title", "/Creator", "/Producer"}


def test_the_metadata_can_be_read_without_unpacking(press):
    """By programs that know no PDF."""
    assert b"<pdfaid:part>2</pdfaid:part>" in press.written(document())


def test_the_file_is_tagged_and_its_colours_are_defined(press):
    """Marked, with one output intent."""
    catalog = catalog_of(press.written(document()))
    assert catalog["/MarkInfo"] == {"/Marked": True}
    (intent,) = catalog["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/OutputConditionIdentifier"] == "sRGB IEC61966-2.1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert intent["/DestOutputProfile"].get_data() == srgb.profile()


def test_the_colour_profile_is_that_of_the_screen():
    """It says it is sRGB, has no date of its making, and leaves sRGB's colours as they are."""
    content = srgb.profile()
    assert int.from_bytes(content[:4], "big") == len(content)
    assert content[8:10] == b"\x04\x20"
    assert content[24:36] == bytes((7, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile = ImageCms.ImageCmsProfile(BytesIO(content))
    assert ImageCms.getProfileDescription(profile).startswith("sRGB")
    assert profile.profile.xcolor_space.strip() == "RGB"
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert content[128:] == made[128:]
