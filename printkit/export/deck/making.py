"""Making the template: python-pptx's package is emptied and filled with parts from the layout.

This is slow, and done once for a layout and a screen; what comes of it is kept in a cache.
"""

import zlib
from dataclasses import dataclass

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import OpcPackage
from pptx.opc.package import Part as OpcPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from printkit.export.deck.markup import DECLARATION, DRAWING, NAMESPACES
from printkit.export.deck.masters import slide_layout, slide_master
from printkit.export.deck.notes import notes_master
from printkit.export.deck.package import Part
from printkit.export.deck.placeholders import LAYOUT_NAMES
from printkit.export.deck.template import Template
from printkit.export.deck.theme import slots, theme
from printkit.model.layout import Layout
from printkit.model.paper import Size
from printkit.model.slides import SlideAreas

# PowerPoint's own default table style; the deck has no tables, the part must name one.
_TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


@dataclass(frozen=True, slots=True)
class _Maker:
    """What every part of one template is made from."""

    package: OpcPackage
    layout: Layout
    screen: Size
    areas: SlideAreas

    def part(self, name: str, content_type: str, content: str) -> OpcPart:
        """Give a part of the package, its XML parsed once so that a fault shows here."""
        blob = content.encode()
        parse_xml(blob)
        return OpcPart(PackURI(f"/ppt/{name}"), content_type, self.package, blob)


def make_template(layout: Layout, screen: Size, areas: SlideAreas) -> Template:
    """Give the template of a layout on a screen (points), its placeholders in the `areas`."""
    presentation = Presentation().part
    for identifier in tuple(presentation.rels):
        presentation.rels.pop(identifier)
    maker = _Maker(presentation.package, layout, screen, areas)
    for kind, part in _presentation_parts(maker):
        presentation.relate_to(part, kind)
    made = [
        part
        for part in maker.package.iter_parts()
        if part is not presentation and part.partname.startswith("/ppt/")
    ]
    packed = [packed for part in made for packed in _packed(part)]
    packed.sort(key=lambda part: part.name)
    return Template(tuple(packed), screen, slots(layout))


def _presentation_parts(maker: _Maker) -> tuple[tuple[str, OpcPart], ...]:
    """Give what the presentation refers to besides its slides, with the relationship's type."""
    return (
        (RELATIONSHIP_TYPE.SLIDE_MASTER, _slide_master(maker)),
        (RELATIONSHIP_TYPE.NOTES_MASTER, _notes_master(maker)),
        (
            RELATIONSHIP_TYPE.PRES_PROPS,
            maker.part(
                "presProps.xml",
                CONTENT_TYPE.PML_PRES_PROPS,
                f"{DECLARATION}<p:presentationPr {NAMESPACES}/>",
            ),
        ),
        (
            RELATIONSHIP_TYPE.VIEW_PROPS,
            maker.part(
                "viewProps.xml",
                CONTENT_TYPE.PML_VIEW_PROPS,
                f"{DECLARATION}<p:viewPr {NAMESPACES}/>",
            ),
        ),
        (
            RELATIONSHIP_TYPE.TABLE_STYLES,
            maker.part(
                "tableStyles.xml",
                CONTENT_TYPE.PML_TABLE_STYLES,
                f'{DECLARATION}<a:tblStyleLst xmlns:a="{DRAWING}" def="{_TABLE_STYLE}"/>',
            ),
        ),
    )


def _slide_master(maker: _Maker) -> OpcPart:
    """Give the slide master with its slide layouts and its theme."""
    frames = [name for name in LAYOUT_NAMES if name != "last" or maker.layout.slides.last]
    identifiers = {frame: f"rId{number}" for number, frame in enumerate(frames, 1)}
    content = slide_master(maker.layout, maker.areas, identifiers)
    master = maker.part("slideMasters/slideMaster1.xml", CONTENT_TYPE.PML_SLIDE_MASTER, content)
    for number, frame in enumerate(frames, 1):
        layout = maker.part(
            f"slideLayouts/slideLayout{number}.xml",
            CONTENT_TYPE.PML_SLIDE_LAYOUT,
            slide_layout(frame, maker.layout, maker.areas),
        )
        layout.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
        master.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    master.relate_to(_theme(maker, 1), RELATIONSHIP_TYPE.THEME)
    return master


def _notes_master(maker: _Maker) -> OpcPart:
    content = notes_master(maker.screen)
    master = maker.part("notesMasters/notesMaster1.xml", CONTENT_TYPE.PML_NOTES_MASTER, content)
    master.relate_to(_theme(maker, 2), RELATIONSHIP_TYPE.THEME)
    return master


def _theme(maker: _Maker, number: int) -> OpcPart:
    return maker.part(f"theme/theme{number}.xml", CONTENT_TYPE.OFC_THEME, theme(maker.layout))


def _packed(part: OpcPart) -> tuple[Part, ...]:
    """Give a part of the package as it will stand in every deck, and its relationships."""
    own = _deflated(part.partname.membername, part.content_type, part.blob)
    if not part.rels:
        return (own,)
    return own, _deflated(part.partname.rels_uri.membername, "", part.rels.xml)


def _deflated(name: str, content_type: str, content: bytes) -> Part:
    """Give a part deflated as small as it will go: it is done once."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = compressor.compress(content) + compressor.flush()
    return Part(name, content_type, len(content), zlib.crc32(content), data)
