"""HTML: paragraphs, headings and list items as passages; scripts, styles and comments dropped."""

import re
from dataclasses import replace
from typing import Any

import lxml.etree
import lxml.html

from printkit.errors import Problem, Refused
from printkit.importing.blocks import Passage, PassageKind, Reading
from printkit.importing.cleaning import clean, in_one_line
from printkit.importing.encoding import FALLBACK, decode, encoding_of

Element = Any  # lxml brings no types

_UNREAD = frozenset({"script", "style", "template", "object", "svg", "head", "select"})
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rp"
    "|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|.*:.*"
)
_KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "bullet",
}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_EMOJI = 4  # characters; mail programs send an emoji as a picture with the emoji as its `alt`
_TOO_DEEP = "ERR_RESOURCE_LIMIT"


def read_page_source(source: bytes) -> Reading:
    """Give what an HTML file says, in the encoding that it declares."""
    declared = _CHARSET.search(source[:_CHARSET_WITHIN])
    name = declared[1].decode("ascii") if declared else ""
    reading = read_page(decode(source, name))
    if encoding_of(source, name) == FALLBACK and not declared:
        guess = "the page is not UTF-8 and was read as Windows-1252"
        return replace(reading, guesses=(*reading.guesses, guess))
    return reading


def read_page(text: str) -> Reading:
    """Give what an HTML text says; nothing where it holds nothing."""
    cleaned = clean(text)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    source = _DECLARATION.sub("", cleaned.text).encode()
    try:
        root = lxml.html.document_fromstring(source, parser=parser)
    except lxml.etree.ParserError:
        return Reading((), dropped=cleaned.dropped)
    if any(fault.type_name == _TOO_DEEP for fault in parser.error_log):
        raise Refused(
            Problem(
                "the HTML is nested too deeply to be read",
                hint="copy the text from the browser and paste it into a .txt file",
            )
        )
    walk = _Walk()
    walk.read(root)
    title = in_one_line(root.findtext(".//title") or "")
    return Reading(tuple(walk.passages), title, dropped=cleaned.dropped)


class _Walk:
    """One walk through a page, gathering the text of each block as it goes."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._text: list[str] = []
        self._kinds: list[PassageKind] = ["lines"]
        self._preformatted = 0

    def read(self, root: Element) -> None:
        """Read the whole page; the walk is lxml's own, since pages nest deeper than calls may."""
        walker = lxml.etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                self._leave(element)
            elif not self._enter(element):
                walker.skip_subtree()
        self._end_block()

    def _enter(self, element: Element) -> bool:
        """Take the element's own text; say whether its children are read as well."""
        hidden = _HIDDEN.search(element.get("style", "")) is not None
        self._edge(element)
        self._kinds.append("aside" if hidden else _KINDS.get(element.tag, self._kinds[-1]))
        self._preformatted += element.tag == "pre"
        if element.tag in _UNREAD:
            return False
        if hidden:
            self._add_passage("aside", in_one_line(element.text_content()))
            return False
        if element.tag == "br":
            self._text.append("\n")
        elif element.tag == "img":
            self._picture(in_one_line(element.get("alt", "")))
        self._take(element.text)
        return True

    def _leave(self, element: Element) -> None:
        self._preformatted -= element.tag == "pre"
        if _KINDS.get(element.tag) or self._kinds[-1] == "aside":
            self._end_block()
        self._kinds.pop()
        self._edge(element)
        self._take(element.tail)

    def _edge(self, element: Element) -> None:
        """Part what stands before and after a block's edge; within an item that is a line end."""
        if element.tag in _UNREAD or _INLINE.fullmatch(element.tag):
            return
        if self._kinds[-1] == "lines" or element.tag in {"ul", "ol", "li"}:
            self._end_block()
        else:
            self._text.append("\n")

    def _take(self, text: str | None) -> None:
        if text:
            self._text.append(text if self._preformatted else _BLANKS.sub(" ", text))

    def _picture(self, words: str) -> None:
        if words and len(words) <= _EMOJI:
            self._text.append(words)
        elif words:
            self._add_passage("lines", f"[image: {words}]")

    def _end_block(self) -> None:
        self._add_passage(self._kinds[-1], "".join(self._text))
        self._text.clear()

    def _add_passage(self, kind: PassageKind, text: str) -> None:
        if text.strip():
            self.passages.append(Passage(kind, text))
