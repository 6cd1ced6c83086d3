"""A bulletin's regions and requests; a translation's pair with the original's by position."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from printkit.errors import Place, Problem
from printkit.loading.freshness import counting_hint
from printkit.loading.images import read_picture
from printkit.loading.messages import as_typed, nearest
from printkit.loading.nodes import Mapping, Node
from printkit.loading.reader import Reader, kind_of, quoting_hint
from printkit.loading.section import Section, read_section
from printkit.model.bulletin import Bulletin, Kind, Region, Request, Text
from printkit.model.freshness import Change

_REGION_KEYS = ("name", "intro", "image", "requests")
_REQUEST_KEYS = ("text", "slide", "kind", "sensitive", "pseudonym")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b")


def read_regions(
    section: Section, original: Bulletin | None = None, since: tuple[Change, ...] = ()
) -> tuple[Region, ...]:
    """Give the regions under the key `regions`, with what they take over from the original's.

    `since` is what has changed in the original since a translation was made.
    """
    nodes = section.items("regions")
    fellows = (
        [_Fellow(original, since, number) for number in range(len(original.regions))]
        if original
        else []
    )
    if original and nodes and len(nodes) != len(fellows):
        hint = counting_hint(since, original, None)
        _refuse_count(section, "regions", (len(nodes), len(fellows)), (original.file, hint))
        fellows = []
    regions = tuple(
        _read_region(section.reader, node, fellow)
        for node, fellow in zip_longest(nodes, fellows[: len(nodes)])
    )
    section.reader.problems.extend(repeated_names(regions))
    return regions


@dataclass(frozen=True, slots=True)
class _Fellow:
    """The region of the original that a translation's pairs with."""

    original: Bulletin
    since: tuple[Change, ...]
    number: int

    @property
    def region(self) -> Region:
        return self.original.regions[self.number]

    def refuse_count(self, section: Section, found: int) -> None:
        """Tell that a region has not as many requests as the original's."""
        counts = found, len(self.region.requests)
        hint = counting_hint(self.since, self.original, self.number)
        _refuse_count(section, "requests", counts, (self.original.file, hint))


def repeated_names(regions: Sequence[Region]) -> list[Problem]:
    """Give a problem for each region that has the name of one before it."""
    first: dict[str, Place] = {}
    problems = []
    for name in (region.name for region in regions if region.name.value):
        before = first.setdefault(_folded(name), name.place)
        if before is not name.place:
            file = f" of {before.file}" if before.file != name.place.file else ""
            where = f"the first in line {before.line}{file}"
            message = f"two regions are named {as_typed(name.value)}, {where}"
            problems.append(Problem(message, name.place, "give one of them another name"))
    return problems


def _folded(name: Text) -> str:
    return unicodedata.normalize("NFC", name.value.translate(_UNSEEN).casefold())


def _read_region(reader: Reader, node: Node, fellow: _Fellow | None) -> Region:
    section = read_section(reader, node, "a region", _REGION_KEYS)
    name = section.text("name")
    intro = section.optional_paragraphs("intro")
    picture = read_picture(section) or (fellow.region.picture if fellow else None)
    return Region(name, _read_requests(section, fellow), intro, picture)


def _read_requests(section: Section, region: _Fellow | None) -> tuple[Request, ...]:
    nodes = section.items("requests")
    fellows: Sequence[Request] = region.region.requests if region else ()
    if region and nodes and len(nodes) != len(fellows):
        region.refuse_count(section, len(nodes))
        fellows = ()
    return tuple(
        _read_request(section.reader, node, fellow)
        for node, fellow in zip_longest(nodes, fellows[: len(nodes)])
    )


def _refuse_count(
    section: Section, key: str, counts: tuple[int, int], said: tuple[str, str]
) -> None:
    node = section.get(key)
    if node:
        found, expected = counts
        file, hint = said
        wanted = f"{expected} {key if expected > 1 else key.removesuffix('s')}"
        message = f"expected {wanted} as in `{file}`, found {found}"
        section.reader.refuse(node, message, hint)


def _read_request(reader: Reader, node: Node, fellow: Request | None) -> Request:
    if isinstance(node, Mapping) and not _is_text(node):
        return _request_with_keys(read_section(reader, node, "a request", _REQUEST_KEYS), fellow)
    if isinstance(node, Mapping):
        message = f"expected a request, found {kind_of(node)}"
        reader.refuse(node, message, quoting_hint(node))
        return Request(Text("", node.place))
    return _taking_over(Request(reader.paragraphs(node, "a request")), fellow, None)


def _is_text(node: Mapping) -> bool:
    """Say whether a colon in a plain request has made a key of its first words."""
    if len(node.entries) != 1:
        return False
    (key,) = node.entries
    word = not node.flow and key[:1].isalpha() and nearest(key, _REQUEST_KEYS) is None
    return word or " " in key


def _request_with_keys(section: Section, fellow: Request | None) -> Request:
    request = Request(
        section.paragraphs("text"),
        section.optional_paragraphs("slide"),
        _kind(section),
        bool(section.switch("sensitive")),
    )
    return _taking_over(request, fellow, section.switch("pseudonym"))


def _kind(section: Section) -> Kind | None:
    found = section.choice("kind", ("praise", "prayer"))
    return "praise" if found == "praise" else "prayer" if found == "prayer" else None


def _taking_over(request: Request, fellow: Request | None, pseudonym: bool | None) -> Request:
    """Give the request with what it is silent about from the original's."""
    if fellow is None:
        return Request(
            request.text, request.slide, request.kind, request.sensitive, bool(pseudonym)
        )
    return Request(
        request.text,
        request.slide,
        request.kind or fellow.kind,
        request.sensitive or fellow.sensitive,
        fellow.pseudonym if pseudonym is None else pseudonym,
    )
