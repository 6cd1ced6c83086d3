"""Blocks become a bulletin: title, scripture, sections, and whatever found no place in it."""

from dataclasses import dataclass
from datetime import date

from printkit.importing.blocks import Block
from printkit.importing.dates import date_line
from printkit.importing.furniture import is_footer, picture_name
from printkit.importing.headings import (
    begins_a_request,
    ends_a_sentence,
    heading_name,
    is_salutation,
)
from printkit.importing.scripture import OPENING, Scripture, find, reference
from printkit.importing.sections import Section, sections_of

_LONGEST_TITLE = 120
_LONGEST_HEAD = 8  # blocks, in which a date and the scripture are looked for
_SHORT_HEAD = 4  # the same, where no bullet says where the requests begin
_LONGEST_END = 12  # blocks of a signature or a footer


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line at the head that is a date; no day where it can be read in two ways."""

    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Outline:
    """What the blocks are. Every text is in exactly one place; the rest are `remnants`."""

    title: str
    scripture: Scripture | None
    sections: tuple[Section, ...]
    pictures: tuple[str, ...]
    dates: tuple[DatedLine, ...]
    remnants: tuple[str, ...]


def outline(blocks: tuple[Block, ...], known: frozenset[str]) -> Outline:
    """Give the outline; `known` are region names in lower case, which are headings for certain."""
    flow = _without_end(blocks)
    dates = tuple(block for block in _head(flow) if date_line(block.text))
    flow = tuple(block for block in flow if block not in dates)
    titles = flow[:1] if flow and _may_be_title(flow[0], known) else ()
    flow = flow[len(titles) :]
    scripture = find(_head(flow))
    sections = sections_of(_body(flow, scripture), known)
    pictures = tuple(block for block in blocks if block.kind == "picture")
    placed = {block.position for block in (*titles, *dates, *pictures)}
    placed.update(*(section.positions for section in sections))
    placed.update(scripture.positions if scripture else ())
    return Outline(
        heading_name(titles[0].text) if titles else "",
        scripture,
        sections,
        tuple(picture_name(block.text) for block in pictures),
        tuple(_dated(block) for block in dates),
        tuple(block.text for block in blocks if block.position not in placed),
    )


def _without_end(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the text without pictures and asides, and without a signature or a footer below it."""
    flow = tuple(block for block in blocks if block.kind not in {"picture", "aside"})
    for index, block in enumerate(flow):
        ends = block.kind == "signature" or is_footer(block.text)
        if ends and _is_an_end(flow[:index], flow[index:]):
            flow = flow[:index]
            break
    return tuple(block for block in flow if block.kind != "signature")


def _is_an_end(before: tuple[Block, ...], after: tuple[Block, ...]) -> bool:
    """Say whether what comes last is short and has no requests marked as such."""
    size = sum(len(block.text) for block in after)
    return (
        len(after) <= _LONGEST_END
        and 2 * size < sum(len(block.text) for block in before)
        and all(block.kind != "bullet" for block in after)
    )


def _head(flow: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give the blocks before the first bullet, and only a few where there is none."""
    bullets = [index for index, block in enumerate(flow) if block.kind == "bullet"]
    return flow[: min(bullets[0], _LONGEST_HEAD)] if bullets else flow[:_SHORT_HEAD]


def _may_be_title(block: Block, known: frozenset[str]) -> bool:
    text = block.text
    return not (
        block.kind == "bullet"
        or len(text) > _LONGEST_TITLE
        or text[0] in OPENING
        or heading_name(text).casefold() in known
        or is_salutation(text)
        or (begins_a_request(text) and ends_a_sentence(text))
        or reference(text)
    )


def _body(flow: tuple[Block, ...], scripture: Scripture | None) -> tuple[Block, ...]:
    """Give what follows the scripture; where requests have no bullets, what precedes it as well."""
    taken = scripture.positions if scripture else frozenset[int]()
    bulleted = any(block.kind == "bullet" for block in flow)
    first = max(taken, default=-1) if bulleted else -1
    return tuple(b for b in flow if b.position > first and b.position not in taken)


def _dated(block: Block) -> DatedLine:
    found = date_line(block.text)
    return DatedLine(block.text, found.day if found else None)
