"""Speaker's notes: the notes master, and a notes page for each slide."""

from printkit.export.deck.markup import DECLARATION, NAMESPACES
from printkit.export.deck.paragraphs import plain_paragraph
from printkit.export.deck.shapes import GROUP, place
from printkit.export.deck.theme import paper_colour_map
from printkit.model.frame import Box
from printkit.model.paper import Size

# PowerPoint's own notes page, 7.5 by 10 inches, which every office program expects.
NOTES_PAGE = Size(540, 720)
_IMAGE_TOP = 54
_IMAGE_HEIGHT = 243
_TEXT = Box(54, 346.5, 432, 319.5)
_TEXT_SIZE = 12

_IMAGE_KIND = (
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
)
_TEXT_KIND = (
    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>'
)
_IMAGE = f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/>{_IMAGE_KIND}'
_NOTES = f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/>{_TEXT_KIND}'


def notes_slide(notes: tuple[str, ...], language: str) -> str:
    """Give the notes page (`p:notes`) with a paragraph for each of `notes`."""
    body = "".join(plain_paragraph(note, language) for note in notes)
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}"
        f"{_IMAGE}<p:spPr/></p:sp>"
        f"{_NOTES}<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def notes_master(screen: Size) -> str:
    """Give the notes master (`p:notesMaster`): the slide's picture above, its text below."""
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>"
        '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
        f"</p:bgPr></p:bg><p:spTree>{GROUP}{_master_image(screen)}{_master_text()}</p:spTree>"
        f"</p:cSld>{paper_colour_map()}<p:notesStyle>{_style()}</p:notesStyle></p:notesMaster>"
    )


def _master_image(screen: Size) -> str:
    width = _IMAGE_HEIGHT * screen.width / screen.height
    box = Box((NOTES_PAGE.width - width) / 2, _IMAGE_TOP, width, _IMAGE_HEIGHT)
    return (
        f'{_IMAGE}<p:spPr>{place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'
        "</p:spPr></p:sp>"
    )


def _master_text() -> str:
    return (
        f'{_NOTES}<p:spPr>{place(_TEXT)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{plain_paragraph('Notes', 'en')}</p:txBody></p:sp>"
    )


def _style() -> str:
    return (
        '<a:lvl1pPr marL="0" algn="l" rtl="0"><a:spcAft><a:spcPts val="600"/></a:spcAft>'
        f'<a:defRPr sz="{_TEXT_SIZE * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/>'
        '</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
    )
