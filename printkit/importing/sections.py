"""The body parted into sections: which blocks are headings, requests, introductions, or neither."""

from dataclasses import dataclass
from typing import Literal

from printkit.importing.blocks import Block
from printkit.importing.headings import (
    LONGEST_HEADING,
    heading_name,
    is_salutation,
    is_short,
    is_signed,
    may_be_heading,
)

Part = Literal["heading", "text", "request", "neither"]
_LONGEST_NAME = 2 * LONGEST_HEADING


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; no name where the heading is missing.

    `positions` are those of all blocks that have found their place here.
    """

    name: str
    intro: str
    requests: tuple[str, ...]
    positions: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Body:
    """The blocks after the scripture, and the region names that are known, in lower case."""

    blocks: tuple[Block, ...]
    known: frozenset[str]
    last_bullet: int
    short_lines_only: bool

    @property
    def bulleted(self) -> bool:
        """Whether requests are marked as such."""
        return self.last_bullet >= 0


def sections_of(blocks: tuple[Block, ...], known: frozenset[str]) -> tuple[Section, ...]:
    """Give the sections that have requests, in order."""
    bullets = [index for index, block in enumerate(blocks) if block.kind == "bullet"]
    short = all(may_be_heading(block.text) for block in blocks)
    body = _Body(blocks, known, max(bullets, default=-1), short)
    sections = [_section(parts) for parts in _parted(body) if len(parts) > 1]
    if body.bulleted and len(sections) > 1 and _is_preamble(sections[0], blocks):
        return tuple(sections[1:])
    return tuple(sections)


def _parted(body: _Body) -> list[list[tuple[Part, Block]]]:
    """Give the parts under each heading, the heading first; the first heading is an empty one."""
    parted: list[list[tuple[Part, Block]]] = [[("heading", Block("heading", "", -1))]]
    before: Part = "neither"
    for index, block in enumerate(body.blocks):
        before = _part(body, index, before)
        if before == "heading":
            parted.append([(before, block)])
        elif before != "neither":
            parted[-1].append((before, block))
    return parted


def _part(body: _Body, index: int, before: Part) -> Part:
    block = body.blocks[index]
    if block.kind == "bullet":
        return "request"
    if _is_marked(block) or heading_name(block.text).casefold() in body.known:
        return "heading"
    last = index == len(body.blocks) - 1
    if is_salutation(block.text) or (last and is_signed(block.text)):
        return "neither"
    if before == "heading" or body.short_lines_only or not _looks_like_heading(body, index):
        return "text"
    return "heading" if _leads_somewhere(body, index) else "neither"


def _looks_like_heading(body: _Body, index: int) -> bool:
    """Say whether a block looks like a heading; right above a bullet it may be in lower case."""
    text = body.blocks[index].text
    above_bullet = any(block.kind == "bullet" for block in body.blocks[index + 1 : index + 2])
    return may_be_heading(text) or (above_bullet and is_short(text))


def _is_marked(block: Block) -> bool:
    return block.kind == "heading" and len(block.text) <= _LONGEST_NAME


def _leads_somewhere(body: _Body, index: int) -> bool:
    """Say whether requests follow what looks like a heading; a name under a letter has none."""
    if index < body.last_bullet:
        return True
    following = body.blocks[index + 1 : index + 2]
    return any(not body.bulleted or not may_be_heading(block.text) for block in following)


def _section(parts: list[tuple[Part, Block]]) -> Section:
    heading, *contents = parts
    kinds = [part for part, _ in contents]
    texts = [block.text for _, block in contents]
    introduced = kinds[0] == "text" and "request" in kinds
    return Section(
        heading_name(heading[1].text) if heading[1].text else "",
        texts[0] if introduced else "",
        tuple(texts[1:] if introduced else texts),
        frozenset(block.position for _, block in parts),
    )


def _is_preamble(section: Section, blocks: tuple[Block, ...]) -> bool:
    """Say whether a section without a heading is a letter's opening words: it has no bullet."""
    bullets = {block.position for block in blocks if block.kind == "bullet"}
    return not section.name and not bullets & section.positions
