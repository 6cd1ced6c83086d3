"""The presentation part, the list of content types, and the properties that file managers show."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from printkit.export.deck.markup import (
    DECLARATION,
    NAMESPACES,
    OFFICE,
    PACKAGE,
    RELATIONSHIPS,
    escaped,
    quoted,
    relationships,
)
from printkit.export.deck.masters import MASTER_IDENTIFIER
from printkit.export.deck.notes import NOTES_PAGE
from printkit.export.deck.package import Part
from printkit.model.frame import Document
from printkit.model.paper import Size
from printkit.units import emu

PRESENTATION_TYPE = (
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
)
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APPLICATION_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

_CREATOR = "printkit"
# Office programs refuse longer texts in these properties.
_PROPERTY_LENGTH = 255
# PowerPoint numbers slides from here (ST_SlideId).
_FIRST_SLIDE = 256
_CONSTANT = (
    ("slideMaster", "slideMasters/slideMaster1.xml"),
    ("notesMaster", "notesMasters/notesMaster1.xml"),
    ("presProps", "presProps.xml"),
    ("viewProps", "viewProps.xml"),
    ("theme", "theme/theme1.xml"),
    ("tableStyles", "tableStyles.xml"),
)
# Text boxes take their family from here, not from the master.
_TEXT_BOXES = (
    '<p:defaultTextStyle><a:lvl1pPr algn="l"><a:defRPr sz="1800" kern="1200"><a:solidFill>'
    '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
    "</p:defaultTextStyle>"
)
# Microsoft's extension for sections; each has an identifier that stays the same (ST_Guid).
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_POWERPOINT = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTION = "{6B1F3C52-9A0D-5E47-8C31-%012X}"
_ENDINGS = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def presentation(screen: Size, document: Document) -> str:
    """Give the presentation part (`p:presentation`): masters, slides in order, sizes, sections."""
    first = len(_CONSTANT) + 1
    listed = "".join(
        f'<p:sldId id="{_FIRST_SLIDE + number}" r:id="rId{first + number}"/>'
        for number in range(len(document.frames))
    )
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_IDENTIFIER}" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/>'
        f"</p:notesMasterIdLst><p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(screen.width)}" cy="{emu(screen.height)}"/>'
        f'<p:notesSz cx="{emu(NOTES_PAGE.width)}" cy="{emu(NOTES_PAGE.height)}"/>'
        f"{_TEXT_BOXES}{_sections(document)}</p:presentation>"
    )


def _sections(document: Document) -> str:
    """Give a section for the slides of each region (`p14:sectionLst`, MS-PPTX 2.6.12).

    By them a leader finds a region in the list of slides, and moves or leaves it out as a whole.
    """
    listed = "".join(
        f"<p14:section name={quoted(name or str(first + 1))} "
        f'id="{_SECTION % first}"><p14:sldIdLst>{_slide_identifiers(first, past)}</p14:sldIdLst>'
        "</p14:section>"
        for name, first, past in _runs([frame.section for frame in document.frames])
    )
    return (
        f'<p:extLst><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_POWERPOINT}">{listed}'
        "</p14:sectionLst></p:ext></p:extLst>"
    )


def _runs(names: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give each section's name with its first slide and the one past it, counted from 0.

    A slide without a name belongs to the section before it.
    """
    starts = [n for n, name in enumerate(names) if not n or name not in {"", names[n - 1]}]
    for first, past in pairwise((*starts, len(names))):
        yield names[first], first, past


def _slide_identifiers(first: int, past: int) -> str:
    numbers = range(_FIRST_SLIDE + first, _FIRST_SLIDE + past)
    return "".join(f'<p14:sldId id="{number}"/>' for number in numbers)


@lru_cache(maxsize=100)
def presentation_relationships(slides: int) -> str:
    """Give the presentation's relationships: the template's parts, then the slides."""
    targets = (*_CONSTANT, *(("slide", f"slides/slide{n}.xml") for n in range(1, slides + 1)))
    return relationships(
        {
            f"rId{number}": (f"{RELATIONSHIPS}/{kind}", target)
            for number, (kind, target) in enumerate(targets, 1)
        }
    )


@cache
def package_relationships() -> str:
    """Give the package's own relationships: where the presentation and its properties are."""
    return relationships(
        {
            "rId1": (f"{RELATIONSHIPS}/officeDocument", "ppt/presentation.xml"),
            "rId2": (
                f"{PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            "rId3": (f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
        }
    )


def content_types(parts: Iterable[Part]) -> str:
    """Give the list of media types: by name ending, and by name where a part brings its own."""
    ordered = sorted(parts, key=lambda part: part.name)
    endings = {"xml"} | {part.name.rpartition(".")[2] for part in ordered}
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in _ENDINGS.items()
        if ending in endings
    )
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
        for part in ordered
        if part.content_type
    )
    return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def core_properties(document: Document, modified: str) -> str:
    """Give title, maker, language and dates (OPC core properties)."""
    date = f'xsi:type="dcterms:W3CDTF">{escaped(modified)}'
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title[:_PROPERTY_LENGTH])}</dc:title>"
        f"<dc:creator>{_CREATOR}</dc:creator>"
        f"<cp:lastModifiedBy>{_CREATOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {date}</dcterms:created>"
        f"<dcterms:modified {date}</dcterms:modified>"
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    )


def application_properties(document: Document) -> str:
    """Give what made the deck, and its counts (OOXML extended properties)."""
    slides = len(document.frames)
    notes = sum(bool(frame.notes) for frame in document.frames)
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">'
        f"<Application>{_CREATOR}</Application><Slides>{slides}</Slides><Notes>{notes}</Notes>"
        "<HiddenSlides>0</HiddenSlides></Properties>"
    )
