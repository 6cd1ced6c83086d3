"""Places on a page that lead elsewhere: link annotations (ISO 32000-1, 12.5.6.5)."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from printkit.export.page.objects import number, text_string
from printkit.export.page.structure import Structure

_SCHEMES = ("https://", "http://", "mailto:")
# What an address may hold as it is (RFC 3986); anything else is written in hundredths.
_PLAIN = "%:/?#@!$&'()*+,;=~"
_LITERAL = str.maketrans({letter: f"\\{letter}" for letter in "()\\"})
_PRINTED = 4


def places_of(structure: Structure, pages: Sequence[int]) -> Iterator[str]:
    """Give the annotations of a document's links, whose pages are objects of these numbers.

    Each is printed, as PDF/A asks, has words that stand in for it, as PDF/UA asks, and leads back
    to its element by its key in the parent tree, behind those of the pages.
    """
    for key, area in enumerate(structure.areas, len(structure.pages)):
        element = structure.document.elements[area.element]
        corners = " ".join(map(number, area.corners))
        yield (
            f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F {_PRINTED}"
            f"/P {pages[area.page]} 0 R/Contents{text_string(element.alternative)}"
            f"/StructParent {key}/A<</S/URI/URI({_escaped(element.address)})>>>>"
        )


def _escaped(address: str) -> str:
    """Give an address in ASCII for a string between brackets; ValueError where it is none."""
    if not address.startswith(_SCHEMES):
        raise ValueError(f"a link cannot lead to {address!r}")
    return quote(address, safe=_PLAIN).translate(_LITERAL)
