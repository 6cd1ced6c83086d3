"""Lines of text become blocks: wrapped lines are joined, and what a line is shows in its shape."""

import re
from dataclasses import dataclass, replace

from printkit.importing.blocks import Block, BlockKind
from printkit.importing.cleaning import has_words, in_one_line
from printkit.importing.furniture import line_kinds
from printkit.importing.headings import ends_a_sentence, may_be_heading
from printkit.importing.scripture import reference, starts_with_dash

_QUOTED = re.compile(r"^(?:>[ \t]?)+")
_BULLET = re.compile(
    r"(?:[\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\u2219\u2043\u25ba\u25b8\u27a2"
    r"\uf0b7\uf0a7\uf0d8]\s*|(?P<unsure>[-*\u2013]|o)(?:\s+|$))(?P<text>.*)"
)
_NUMBER = re.compile(r"^\s*(\d{1,2})[.)]\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)")
# Bold and italic type of a whole paragraph, as mail programs write it in plain text.
_EMPHASIS = re.compile(r"(?P<mark>[*_]{1,3})\s?(?P<text>[^*_]*[^*_\s])\s?(?P=mark)")
# No mail program wraps at more columns; longer lines are whole paragraphs. A paragraph whose
# longest line has fewer columns than the narrowest was parted by hand.
_WIDEST = 100
_NARROWEST = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the mark before it; `width` is that of the line as it stood, in characters.

    `dash` is a mark that may be part of the text: a hyphen, a dash, an asterisk, the letter o.
    """

    text: str
    width: int = 0
    indent: int = 0
    kind: BlockKind = "paragraph"
    dash: str = ""
    leads: bool = False  # to a bullet on the next line, as a heading does

    @property
    def parts(self) -> bool:
        """Whether the line is empty and so parts what stands above and below it."""
        return not self.text and self.kind == "paragraph"

    @property
    def first_word(self) -> str:
        """The word that would have stood on the line above, had there been room."""
        return self.text.split(" ", 1)[0]


def blocks_of(text: str) -> tuple[Block, ...]:
    """Give the blocks that the lines make."""
    blocks: list[Block] = []
    for run in _runs(text):
        groups: list[list[Line]] = []
        measure = _measure(run)
        for line in _leading(run):
            if groups and _continues(groups[-1], line, measure):
                groups[-1].append(line)
            else:
                groups.append([line])
        blocks.extend(_block(group) for group in groups)
    return tuple(block for block in blocks if block.text)


def _runs(text: str) -> list[list[Line]]:
    """Give the lines that stand together, without the empty ones between them."""
    plain = _bulleted([_QUOTED.sub("", line) for line in text.expandtabs().split("\n")])
    kinds = line_kinds([in_one_line(line) for line in plain])
    runs: list[list[Line]] = [[]]
    for line, kind in zip(plain, kinds, strict=True):
        read = _line(line, kind)
        if read.parts:
            runs.append([])
        else:
            runs[-1].append(read)
    return [run for run in runs if run]


def _bulleted(lines: list[str]) -> list[str]:
    """Give the lines with bullets for numbers that count from 1: `1.` and `2.`, or `1)` and `2)`.

    A lone number stays, for it may begin the text itself: `1. Advent`.
    """
    found = {
        place: int(match[1]) for place, line in enumerate(lines) if (match := _NUMBER.match(line))
    }
    counted: list[list[int]] = []
    for place, number in found.items():
        if counted and number == len(counted[-1]) + 1 and number > 1:
            counted[-1].append(place)
        elif number == 1:
            counted.append([place])
    if not any(len(places) > 1 for places in counted):
        return lines
    places = {place for group in counted for place in group}
    return [
        _NUMBER.sub("\u2022 ", line) if place in places else line
        for place, line in enumerate(lines)
    ]


def _line(line: str, kind: BlockKind | None) -> Line:
    text = in_one_line(line)
    plain = Line(text, len(line.rstrip()), len(line) - len(line.lstrip()))
    if kind:
        return replace(plain, kind=kind)
    heading = _MARKDOWN_HEADING.fullmatch(text)
    if heading:
        return replace(plain, text=heading["text"], kind="heading")
    bullet = _BULLET.fullmatch(text)
    if bullet and not (starts_with_dash(text) and reference(text)):
        return replace(plain, text=bullet["text"], kind="bullet", dash=bullet["unsure"] or "")
    return plain


def _leading(run: list[Line]) -> list[Line]:
    """Mark the lines that stand right above a bullet."""
    below = [line.kind == "bullet" for line in run[1:]] + [False]
    return [replace(line, leads=leads) for line, leads in zip(run, below, strict=True)]


def _measure(run: list[Line]) -> int:
    """Give the columns at which the lines were wrapped."""
    return max([_NARROWEST, *(line.width for line in run if line.width <= _WIDEST)])


def _continues(group: list[Line], line: Line, measure: int) -> bool:
    """Say whether the line goes on with what the lines above it say."""
    above = group[-1]
    if {line.kind, above.kind} & {"picture", "aside", "signature", "heading"}:
        return False
    was_full = above.width <= _WIDEST and above.width + 1 + len(line.first_word) > measure
    if line.kind == "bullet":
        return bool(line.dash) and was_full and _is_mid_sentence(above, line)
    if not above.text:
        return True
    if starts_with_dash(line.text) and reference(line.text):
        return False
    if was_full:
        return True
    wrapped = measure > _NARROWEST
    return _continues_short(group, line, wrapped=wrapped)


def _continues_short(group: list[Line], line: Line, *, wrapped: bool) -> bool:
    """Say whether the line goes on with lines that were not full, and so were ended by hand."""
    above, first = group[-1], group[0]
    if above.width > _WIDEST:
        return False
    if first.kind == "bullet" and line.indent > first.indent:
        return True
    if len(group) == 1 and first.kind == "paragraph" and may_be_heading(above.text):
        return False
    if (line.leads or wrapped) and may_be_heading(line.text):
        return False
    return not ends_a_sentence(above.text)


def _is_mid_sentence(above: Line, line: Line) -> bool:
    """Say whether what looks like a bullet is a dash that wrapping put at a line's beginning."""
    return line.text[:1].islower() and not ends_a_sentence(above.text)


def _block(group: list[Line]) -> Block:
    first, *others = group
    words = [first.text]
    for line in others:
        words += [line.dash, line.text]
    text = _without_emphasis(" ".join(word for word in words if word))
    kind = first.kind if has_words(text) or first.kind == "signature" else "aside"
    return Block(kind, text)


def _without_emphasis(text: str) -> str:
    emphasis = _EMPHASIS.fullmatch(text)
    return emphasis["text"] if emphasis else text
