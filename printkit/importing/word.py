"""Word files: every paragraph in order, with what its style and numbering make of it (OOXML)."""

import importlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from printkit.errors import Problem, Refused
from printkit.importing.blocks import Passage, PassageKind, Reading

Element = Any  # neither lxml nor python-docx brings types
Styles = dict[str, Element]

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _BREAKS = (
    f"{_NAMESPACE}p",
    f"{_NAMESPACE}t",
    (f"{_NAMESPACE}br", f"{_NAMESPACE}cr"),
)
_TAB, _HYPHEN = f"{_NAMESPACE}tab", f"{_NAMESPACE}noBreakHyphen"
_RUN = f"{_NAMESPACE}r"
_STYLE, _NUMBERING = f"{_NAMESPACE}pStyle", f"{_NAMESPACE}numPr"
_VALUE = f"{_NAMESPACE}val"
# Text that tracked changes took away or moved from here, and the copies of text boxes that are
# kept for old versions of Word (ECMA-376 part 3).
_UNREAD = frozenset(
    {
        f"{_NAMESPACE}del",
        f"{_NAMESPACE}moveFrom",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_BESIDES = re.compile(r"/word/(header|footer|footnotes|endnotes)\d*\.xml")
_HEADING = re.compile(r"title|heading \d", re.IGNORECASE)
_BULLET = re.compile(r"list (bullet|number)", re.IGNORECASE)
_MOST_UNPACKED = 200_000_000
_WORD_MISSING = Problem(
    "reading Word files needs python-docx", hint="type `python -m pip install python-docx`"
)


def read_word(source: bytes, name: str) -> Reading:
    """Give what a Word file says; Refused where it is damaged or python-docx is missing."""
    try:
        docx = importlib.import_module("docx")
    except ImportError:
        raise Refused(_WORD_MISSING) from None
    try:
        _judge_size(source)
        document = docx.Document(BytesIO(source))
        passages = tuple(_passages(document))
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, SyntaxError, AttributeError):
        # lxml's errors of syntax are SyntaxErrors; python-docx's for missing parts are KeyErrors.
        raise Refused(
            Problem(
                f"`{name}` is damaged, expected a Word file",
                hint="open it in Word and save it again, or paste the text into a .txt file",
            )
        ) from None
    return Reading(passages, str(document.core_properties.title or ""))


def _judge_size(source: bytes) -> None:
    with zipfile.ZipFile(BytesIO(source)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
            raise ValueError("unpacks to more than a bulletin can hold")


def _passages(document: Element) -> Iterator[Passage]:
    styles = {style.get(f"{_NAMESPACE}styleId"): style for style in document.styles.element}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        text = _text(paragraph)
        if text.strip():
            yield Passage(_kind(paragraph, styles), text)
    for part in document.part.package.iter_parts():
        if _BESIDES.fullmatch(part.partname):
            yield from _asides(part.blob)


def _asides(blob: bytes) -> Iterator[Passage]:
    parse = importlib.import_module("lxml.etree").fromstring
    for paragraph in parse(blob).iter(_PARAGRAPH):
        text = _text(paragraph)
        if text.strip():
            yield Passage("aside", text)


def _text(paragraph: Element) -> str:
    """Give the paragraph's own text; a text box inside it is a paragraph of its own."""
    pieces = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        pieces.append(_piece(element))
        children = [child for child in element if child.tag not in _UNREAD]
        waiting.extend(child for child in reversed(children) if child.tag != _PARAGRAPH)
    return "".join(pieces)


def _piece(element: Element) -> str:
    if element.tag == _TEXT:
        return str(element.text or "")
    if element.tag in _BREAKS:
        return "\n"
    if element.tag == _HYPHEN:
        return "-"
    # A tab in a paragraph's properties is a tab stop, not text.
    return "\t" if element.tag == _TAB and element.getparent().tag == _RUN else ""


def _kind(paragraph: Element, styles: Styles) -> PassageKind:
    names, numbered = _styles(paragraph, styles)
    if any(_HEADING.fullmatch(name) for name in names):
        return "heading"
    own = paragraph.find(f"{_NAMESPACE}pPr/{_NUMBERING}")
    if own is not None:
        numbered = _is_numbered(own)
    return "bullet" if numbered or any(_BULLET.match(name) for name in names) else "lines"


def _styles(paragraph: Element, styles: Styles) -> tuple[list[str], bool]:
    """Give the names of the paragraph's style and of those it is based on, and their numbering."""
    identity = _value(paragraph.find(f"{_NAMESPACE}pPr/{_STYLE}"))
    seen: set[str] = set()  # styles may be based on one another in a ring
    names: list[str] = []
    numbered = False
    while identity in styles and identity not in seen:
        seen.add(identity)
        style = styles[identity]
        names.append(_value(style.find(f"{_NAMESPACE}name")))
        numbering = style.find(f"{_NAMESPACE}pPr/{_NUMBERING}")
        numbered = numbered or (numbering is not None and _is_numbered(numbering))
        identity = _value(style.find(f"{_NAMESPACE}basedOn"))
    return names, numbered


def _is_numbered(numbering: Element) -> bool:
    return _value(numbering.find(f"{_NAMESPACE}numId")) != "0"


def _value(element: Element) -> str:
    return str(element.get(_VALUE, "")) if element is not None else ""
