"""A large-print edition is held against the bulletin: all its pages, feet and bookmarks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from printkit.errors import Problem, Refused
from printkit.verify.bookmarks import Listed, read_bookmarks
from printkit.verify.comparing import Reading, compare, same
from printkit.verify.expected import Expected, page_parts, wording_problems
from printkit.verify.feet import above_feet, untold_feet
from printkit.verify.page_reader import read_pages
from printkit.verify.tags import read_tags
from printkit.verify.telling import to_tell
from printkit.verify.witness import size_problems, tag_problems

_AGAIN = "build it again; if this stays, report it as a fault"
_NAME = "H2"


def check_large_print(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with large print (PDF): seen, read aloud, or found by its bookmarks.

    It has neither logo nor code.
    """
    expected = replace(expected, figures=("", ""))
    try:
        pages, listed = read_pages(data), read_bookmarks(data)
        starts = _starts(data)
    except Refused as refused:
        return refused.problems
    texts, feet = above_feet(pages, expected)
    reading = Reading("on the pages", "\n".join(texts), expected.language)
    return (
        *size_problems(pages, expected.paper),
        *wording_problems(expected),
        *feet,
        *compare(page_parts(replace(expected, imprint=())), reading),
        *tag_problems(
            data, to_tell(expected), expected.language, untold_feet(len(pages), expected)
        ),
        *_bookmark_problems(listed, starts, expected),
    )


def _starts(data: bytes) -> tuple[int, ...]:
    """Give the page, from 0, that each region's name is on."""
    names = (tag for tag in read_tags(data).every() if tag.role == _NAME)
    return tuple(tag.spots[0][0] for tag in names if tag.spots)


def _bookmark_problems(
    listed: Sequence[Listed], starts: Sequence[int], expected: Expected
) -> Iterator[Problem]:
    """Give the regions that no bookmark leads to, and bookmarks that lead elsewhere."""
    regions = (str(region.name) for region in expected.bulletin.regions)
    for name, start, found in zip_longest(regions, starts, listed):
        wanted = "nothing" if name is None else f"`{name}` on page {(start or 0) + 1}"
        there = f"`{found.title}` on page {found.page + 1}" if found else "nothing"
        right = name is not None and found and same(name, found.title, expected.language)
        if not right or found.page != start:
            yield Problem(f"in the bookmarks: expected {wanted}, found {there}", hint=_AGAIN)
