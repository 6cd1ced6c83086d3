"""The tags of a page as poppler's `pdfinfo` reads them, and those that an edition should have.

A tag is its role with its text, or with the tags in it. Nothing of the package's own verifying is
used here, so that it cannot share a mistake with it.
"""

import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass, field

import pytest

PDFINFO = shutil.which("pdfinfo") or ""
needs_poppler = pytest.mark.skipif(not PDFINFO, reason="poppler's `pdfinfo` is not on this machine")

# A tag's attributes follow it, indented, with a slash before each.
_LINE = re.compile(r'(?P<indent> *)(?:"(?P<text>.*)"|(?P<role>\w+).*|/.*)')
_INSIDE_TEXT = ("Link", "Object")
_UNPRINTED = str.maketrans("", "", "\u00ad\u200b")


@dataclass
class _Tag:
    """A tag as it is read: what it says itself, and what stands in it."""

    role: str
    said: str = ""
    kids: list["_Tag"] = field(default_factory=list)

    def outline(self):
        """Give role and text, or role and the outline of the kids."""
        return (self.role, [kid.outline() for kid in self.kids] or _printed(self.said))


def outline_by_poppler(file):
    """Give the outline of a file's tags; a link's words are a part of its paragraph's."""
    command = [PDFINFO, "-enc", "UTF-8", "-struct-text", str(file)]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    top = _Tag("")
    open_tags = [top]
    for line in said.splitlines():
        match = _LINE.fullmatch(line)
        assert match, line
        del open_tags[len(match["indent"]) // 2 + 1 :]
        if match["text"] is not None:
            open_tags[-1].said += match["text"]
        elif match["role"] in _INSIDE_TEXT:
            open_tags.append(open_tags[-1])
        elif match["role"]:
            tag = _Tag(match["role"])
            open_tags[-1].kids.append(tag)
            open_tags.append(tag)
    (document,) = top.kids
    return document.outline()


def outline_of(edition):
    """Give the outline of the tags that an edition's page should have."""
    words, wording = edition.words, edition.wording
    scripture = words.scripture
    tags = [("H1", _printed(words.title)), *_paragraphs(wording.date)]
    if scripture:
        quoted = f"{wording.opening}{scripture.text}{wording.closing}"
        tags.append(("BlockQuote", [*_paragraphs(quoted), *_paragraphs(wording.reference)]))
    tags += _pictured(words.picture)
    for region in words.regions:
        kids = [("H2", _printed(region.name)), *_pictured(region.picture)]
        kids += _paragraphs(region.intro)
        tags.append(("Sect", kids + _asked(region, edition.layout.page.mark)))
    tags += [("Note", wording.footnote)] if wording.footnote else []
    return (
        "Document",
        tags + [tag for line in edition.office.imprint for tag in _paragraphs(line)],
    )


def _asked(region, mark):
    if len(region.requests) == 1:
        return _paragraphs(region.requests[0].text)
    items = [
        ("LI", [("Lbl", f"{mark} "), ("LBody", _paragraphs(request.text))])
        for request in region.requests
    ]
    return [("L", items)]


def _pictured(picture):
    if not picture:
        return []
    credit = _paragraphs(picture.credit)
    if not picture.alt:
        return credit
    return [("Figure", ""), *([("Caption", credit)] if credit else [])]


def _paragraphs(text):
    """Give a paragraph for each line of a text, none for nothing."""
    return [("P", line) for line in _printed(text).split("\n")] if text else []


def _printed(text):
    """Give a text without places to break; letters and their marks are one where they can be."""
    return unicodedata.normalize("NFC", str(text).translate(_UNPRINTED))


def words_of(outline):
    """Give all letters and numbers of an outline's texts, word for word."""
    role, said = outline
    if role == "Lbl":
        return []
    texts = [said] if isinstance(said, str) else []
    kids = [] if isinstance(said, str) else said
    found = [word for text in texts for word in re.findall(r"\w+", text)]
    return found + [word for kid in kids for word in words_of(kid)]
