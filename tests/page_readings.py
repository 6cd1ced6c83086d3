"""Two readers' texts of a page, and the text that an edition should have, each simply made.

Nothing of the package's own verifying is used here, so that it cannot share a mistake with it.
"""

import io
import re
from contextlib import closing

import pypdf
import pypdfium2

# A hyphen between blanks takes one of them along.
_HYPHEN = re.compile("(?:^|(?<= ))[-\u2010\u2011\u00ad] |[-\u2010\u2011\u00ad]")
# PDFium gives U+FFFE for a hyphen at a line's end, with the line end and a blank before that.
_HYPHEN_AT_LINE_END = "\ufffe"
_UNPRINTED = str.maketrans("", "", "\u00ad\u200b")


def read_by_pdfium(data: bytes) -> str:
    """Give the text of all pages as PDFium reads it."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(pages)


def read_by_pypdf(data: bytes) -> str:
    """Give the text of all pages as pypdf reads it, in the order in which it is drawn."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


READERS = {"pdfium": read_by_pdfium, "pypdf": read_by_pypdf}


def expected_text(edition) -> str:
    """Give all that an edition's page should say, a line for each paragraph, in reading order.

    Soft hyphens and zero-width spaces are places to break and are never printed.
    """
    words, wording = edition.words, edition.wording
    said = [str(words.title), wording.date]
    if words.scripture:
        said.append(wording.opening + str(words.scripture.text) + wording.closing)
        said.append(wording.reference)
    for region in words.regions:
        said += [str(region.name), str(region.intro or "")]
        mark = edition.layout.page.mark + " " if len(region.requests) > 1 else ""
        said += [mark + str(request.text) for request in region.requests]
    said += [wording.footnote, *edition.office.imprint]
    return "\n".join(text for text in said if text).translate(_UNPRINTED)


def first_difference(expected: str, read: str) -> str:
    """Give the first place where a reading differs, `""` where there is none.

    Hyphens are left out on both sides. A line's end counts as one blank, whether or not a blank was
    drawn before it; it may also stand inside a word that is divided, after a hyphen, after a dash
    or in a web address, but then no blank may be drawn. Nothing else is changed.
    """
    expected = _HYPHEN.sub("", expected.replace("\n", " "))
    at = 0
    lines = read.replace("\r\n", "\n").replace(_HYPHEN_AT_LINE_END, "\n").split("\n")
    for line in (_HYPHEN.sub("", drawn) for drawn in lines):
        letters = line.rstrip(" ")
        if not expected.startswith(letters, at):
            return f"expected {expected[at : at + len(letters)]!r}, found {letters!r}"
        at += len(letters)
        if expected[at : at + 1] == " ":
            at += 1
        elif letters != line and at < len(expected):
            return f"a blank inside a word after {letters!r}"
    return f"missing: {expected[at:]!r}" if at < len(expected) else ""
