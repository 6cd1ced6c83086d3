"""What a page should tell whoever has it read aloud: each part with what it is, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from printkit.errors import Place
from printkit.model.bulletin import Picture, Region, Request
from printkit.verify.comparing import Part
from printkit.verify.expected import Expected, cover_parts, credit_parts
from printkit.verify.tags import Tag, Tagged

FIGURE = "Figure"


@dataclass(frozen=True, slots=True)
class Told:
    """A part of the page as it is told: its text, or for a picture the words that stand in for it.

    `role` is what it is, behind what it stands in: `Sect 2 > L > LI 1 > LBody > P`.
    """

    role: str
    text: str
    place: Place | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it is a picture."""
        return self.role.endswith(FIGURE)


def told_by(tagged: Tagged) -> tuple[Told, ...]:
    """Give what a page's tags tell."""
    return tuple(told for tag in tagged.tags for told in _told(tag, tag.role))


def to_tell(expected: Expected) -> tuple[Told, ...]:
    """Give what the page of an edition should tell."""
    bulletin, words = expected.bulletin, expected.wording
    parts = [Told("H1", str(bulletin.title), bulletin.title.place)]
    cover = cover_parts(expected)
    dated = 1 if words.date else 0
    parts += [told for part in cover[:dated] for told in paragraphs_told("P", part)]
    parts += [told for part in cover[dated:] for told in paragraphs_told("BlockQuote 1 > P", part)]
    parts += _pictured("", bulletin.picture)
    for number, region in enumerate(bulletin.regions, 1):
        parts += _region(expected, region, f"Sect {number} > ")
    if bulletin.pseudonyms and words.footnote:
        parts.append(Told("Note", words.footnote))
    logo, code = expected.figures
    parts += [Told(FIGURE, logo)] if logo else []
    parts += [Told("P", line) for line in expected.imprint if line]
    parts += [Told(FIGURE, code)] if code else []
    return tuple(Told(f"Document > {one.role}", one.text, one.place) for one in parts)


def _region(expected: Expected, region: Region, within: str) -> Iterator[Told]:
    yield Told(f"{within}H2", str(region.name), region.name.place)
    yield from _pictured(within, region.picture)
    if region.intro:
        yield from paragraphs_told(f"{within}P", Part(str(region.intro), region.intro.place))
    yield from requests_told(expected, region, within)


def requests_told(
    expected: Expected,
    region: Region,
    within: str,
    opening: Callable[[Request], str] = lambda _: "",
) -> Iterator[Told]:
    """Give a region's requests, a list where they are several, each with its mark.

    `opening` gives the words before a request.
    """
    several = len(region.requests) > 1
    for number, request in enumerate(region.requests, 1):
        item = f"{within}L 1 > LI {number} > " if several else within
        if several and expected.mark:
            yield Told(f"{item}Lbl", expected.mark, request.text.place)
        part = Part(opening(request) + str(request.text), request.text.place)
        yield from paragraphs_told(f"{item}LBody 1 > P" if several else f"{item}P", part)


def _pictured(within: str, picture: Picture | None) -> Iterator[Told]:
    told = bool(picture and picture.alt and not picture.decorative)
    if picture and told:
        yield Told(within + FIGURE, picture.alt, picture.place)
    for part in credit_parts(picture):
        yield from paragraphs_told(f"{within}Caption 1 > P" if told else f"{within}P", part)


def paragraphs_told(role: str, part: Part) -> Iterator[Told]:
    """Give a text as it is told: its paragraphs, each in this role."""
    for text in part.text.split("\n"):
        yield Told(role, text, part.place)


def _told(tag: Tag, role: str) -> Iterator[Told]:
    """Give what a tag tells itself, then what is in it; groups alike are counted from 1."""
    parts = tag.parts
    if tag.text or tag.spots or not parts:
        yield Told(role, tag.alternative if tag.role == FIGURE else tag.text)
    counted: dict[str, int] = {}
    for kid in parts:
        counted[kid.role] = counted.get(kid.role, 0) + 1
        count = f" {counted[kid.role]}" if kid.parts else ""
        yield from _told(kid, f"{role} > {kid.role}{count}")
