"""A page in two languages is held against both bulletins, each in its column and its tags.

What belongs together must begin on one line, at one size.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from printkit.errors import Problem, Refused
from printkit.model.frame import Box
from printkit.verify.bilingual import Both, heard_problems
from printkit.verify.columns import Columns, SetLine, read_columns
from printkit.verify.comparing import Reading, compare
from printkit.verify.expected import (
    Expected,
    credit_parts,
    head_parts,
    page_parts,
    wording_problems,
)
from printkit.verify.folding import folded
from printkit.verify.page_reader import read_pages
from printkit.verify.sheets import Judge
from printkit.verify.tags import read_tags
from printkit.verify.witness import size_problems

_AGAIN = "build it again; if this stays, report it as a fault"
# By how much, in points, what is on one line may be off, and what is of one size.
_OFF = 0.1


def check_side_by_side(data: bytes, both: Both) -> tuple[Problem, ...]:
    """Give what is wrong with a page in two languages (PDF): as it is seen, and read aloud."""
    try:
        pages = read_pages(data)
        problems = tuple(size_problems(pages, both[0].paper))
        if len(pages) != 1:
            return (Problem(f"expected one page, found {len(pages)}", hint=_AGAIN), *problems)
        return (*problems, *_problems(data, both, None))
    except Refused as refused:
        return refused.problems


def judge_of_copy(both: Both, box: Box) -> Judge:
    """Give what says what is wrong with a sheet's first copy, which stands in the box."""

    def judge(data: bytes, _: Sequence[str], __: Expected) -> tuple[Problem, ...]:
        try:
            return tuple(_problems(data, both, box))
        except Refused as refused:
            return refused.problems

    return judge


def _problems(data: bytes, both: Both, box: Box | None) -> Iterator[Problem]:
    columns, tagged = read_columns(data, box), read_tags(data)
    seen = [
        *_seen("left", columns[0], both[0]),
        *_seen("right", columns[1], both[1]),
    ]
    yield from seen
    # Where something is missing, nothing else is where it belongs.
    yield from () if seen else _pairing(columns, both)
    yield from heard_problems(tagged, both)


def _seen(side: str, lines: Sequence[SetLine], expected: Expected) -> Iterator[Problem]:
    text = "\n".join(line.text for line in lines)
    yield from wording_problems(expected)
    reading = Reading(f"in the {side} column", text, expected.language)
    yield from compare(page_parts(expected), reading)


def _pairing(columns: Columns, both: Both) -> Iterator[Problem]:
    """Give what begins on another line, or is of another size, than its translation."""
    begun = [dict(_begun(lines, expected)) for lines, expected in zip(columns, both, strict=True)]
    for name, line in begun[0].items():
        other = begun[1].get(name)
        off = abs(line.baseline - other.baseline) if other else 0.0
        if off > _OFF:
            yield Problem(
                f"expected {name} and its translation on one line, found them {off:.1f} pt apart",
                hint=_AGAIN,
            )
        if other and abs(line.size - other.size) > _OFF:
            yield Problem(
                f"expected {name} and its translation at one size, found {line.size:.1f} and "
                f"{other.size:.1f} pt",
                hint=_AGAIN,
            )


def _begun(lines: Sequence[SetLine], expected: Expected) -> Iterator[tuple[str, SetLine]]:
    """Give the line on which each part of the regions begins, which reads as is expected."""
    parts = page_parts(expected)
    before = list(accumulate((_letters(part.text) for part in parts), initial=0))
    ends = list(accumulate(_letters(line.text) for line in lines))
    for name, number in _beginnings(expected):
        place = next(at for at, end in enumerate(ends) if end > before[number])
        yield name, lines[place]


def _beginnings(expected: Expected) -> Iterator[tuple[str, int]]:
    """Give the name of each part of the regions, and its number among the page's parts."""
    bulletin = expected.bulletin
    at = len(head_parts(expected)) + len(credit_parts(bulletin.picture))
    for number, region in enumerate(bulletin.regions, 1):
        yield f"the name of region {number}", at
        at += 1 + len(credit_parts(region.picture))
        if region.intro:
            yield f"the introduction of region {number}", at
            at += 1
        several = len(region.requests) > 1
        for place in range(1, len(region.requests) + 1):
            yield f"request {place} of region {number}", at
            at += 2 if several and expected.mark else 1


def _letters(text: str) -> int:
    """Count the characters that are neither blanks nor folded away."""
    return len("".join(folded(text).split()))
