"""What a file that is no usable picture looks like, by its first bytes."""

import re

EXPECTED = "JPEG, PNG, WebP, GIF or TIFF"
_EXPORT = "; export it as JPEG or PNG"

_USABLE = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF....WEBP|GIF8[79]a|II\*\0|MM\0\*", re.DOTALL
)
_IN_ANY_CASE = re.IGNORECASE | re.DOTALL
_XML = rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*"
_SVG = re.compile(_XML + rb"(<!doctype svg[^>]*>\s*)?<svg\b", _IN_ANY_CASE)
_HTML = re.compile(_XML + rb"<(!doctype html|html|head|body)\b", _IN_ANY_CASE)
# Each with what it looks like, and whether a picture can be exported from it.
_KINDS = (
    (re.compile(rb"%PDF-"), "PDF", True),
    (re.compile(rb"....ftyp(hei|hev|mif1|msf1)", re.DOTALL), "HEIC", True),
    (re.compile(rb"....ftypavi", re.DOTALL), "AVIF", True),
    (re.compile(rb"BM....\0\0\0\0", re.DOTALL), "BMP", True),
    (re.compile(rb"8BPS"), "Photoshop", True),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "PostScript", True),
    (re.compile(rb"PK\x03\x04"), "a zip or Office file", False),
    (_SVG, "SVG", True),
    (_HTML, "HTML", False),
)
_BEGINNING = 4096


def is_usable(source: bytes) -> bool:
    """Say whether the first bytes are those of a kind that can be used."""
    return _USABLE.match(source) is not None


def describe(source: bytes) -> str:
    """Give the words that follow the file's name: what it is not, and what it looks like."""
    beginning = source[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    for pattern, name, exportable in _KINDS:
        if pattern.match(beginning):
            return _sentence(f" (it looks like {name})", exportable=exportable)
    return _sentence(" (it looks like text)" if _is_text(beginning) else "", exportable=False)


def _sentence(likeness: str, *, exportable: bool) -> str:
    return f"is not a {EXPECTED} picture{likeness}{_EXPORT if exportable else ''}"


def _is_text(beginning: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1a]", beginning)
