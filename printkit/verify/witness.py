"""Built files bear witness: page, tag tree and deck are read back and held against the bulletin."""

from collections.abc import Callable, Iterator

from printkit.errors import Problem, Refused
from printkit.model.paper import Size
from printkit.verify.aloud import aloud_problems
from printkit.verify.belonging import belonging_problems
from printkit.verify.comparing import Reading, compare
from printkit.verify.deck_reader import read_deck
from printkit.verify.expected import Expected, page_parts, wording_problems
from printkit.verify.linking import link_problems
from printkit.verify.page_reader import PageText, read_pages
from printkit.verify.slide_pages import examine_pages
from printkit.verify.slides import Testimony, examine
from printkit.verify.tags import read_tags
from printkit.verify.telling import Told, to_tell

_TOLERANCE = 0.5
_NAMED = 12


def check_page(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with an insert (PDF): with what is seen on it, and what is read aloud."""
    try:
        pages = read_pages(data)
    except Refused as refused:
        return refused.problems
    return (*_words(pages, expected), *check_tags(data, expected))


def check_words(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with what is seen of an insert: each letter is on its one page once."""
    try:
        return _words(read_pages(data), expected)
    except Refused as refused:
        return refused.problems


def check_tags(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with an insert's tag tree: roles, order, words, what belongs to what."""
    return tag_problems(data, to_tell(expected), expected.language)


def tag_problems(
    data: bytes, wanted: tuple[Told, ...], language: str, feet: tuple[str, ...] = ()
) -> tuple[Problem, ...]:
    """Give what is wrong with a tag tree that should tell this; `feet` is not told on each page.

    One damage may show in very many places, of which the first are named.
    """
    try:
        tagged = read_tags(data)
    except Refused as refused:
        return refused.problems
    problems = (
        *aloud_problems(tagged, wanted, language),
        *link_problems(tagged, wanted),
        *belonging_problems(tagged, feet),
    )
    more = len(problems) - _NAMED
    rest = (Problem(f"in the tag tree: {more} more are wrong"),) if more > 0 else ()
    return (*problems[:_NAMED], *rest)


def check_deck(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with a deck (PPTX): on its slides and in their notes."""
    return _examined(data, expected).problems


def shortened_on_slides(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give a note for each request that its slide cuts to its first sentences, as it may."""
    return _examined(data, expected).notes


def check_slide_pages(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with slides on pages (PDF); the expected paper is the screen."""
    return _examined_pages(data, expected).problems


def shortened_on_pages(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give a note for each request that its slide's page cuts to its first sentences."""
    return _examined_pages(data, expected).notes


def _examined_pages(data: bytes, expected: Expected) -> Testimony:
    return _testified(expected, lambda: examine_pages(read_pages(data), expected))


def _examined(data: bytes, expected: Expected) -> Testimony:
    return _testified(expected, lambda: examine(read_deck(data), expected))


def _testified(expected: Expected, examined: Callable[[], Testimony]) -> Testimony:
    """Give what was examined with what is wrong with the wording, or why it cannot be read."""
    try:
        testimony = examined()
    except Refused as refused:
        return Testimony(refused.problems)
    return Testimony((*wording_problems(expected), *testimony.problems), testimony.notes)


def _words(pages: tuple[PageText, ...], expected: Expected) -> tuple[Problem, ...]:
    text = "\n".join(page.text for page in pages)
    reading = Reading("on the page", text, expected.language)
    return (
        *_page_problems(pages, expected),
        *wording_problems(expected),
        *compare(page_parts(expected), reading),
    )


def _page_problems(pages: tuple[PageText, ...], expected: Expected) -> Iterator[Problem]:
    if len(pages) != 1:
        yield Problem(f"expected one page, found {len(pages)}")
    yield from size_problems(pages, expected.paper)


def size_problems(pages: tuple[PageText, ...], paper: Size | None) -> Iterator[Problem]:
    """Give the pages that are not as large as their paper."""
    for page in pages:
        if paper and not _fits(page, paper):
            yield Problem(
                f"expected a page of {paper.width:.1f} by {paper.height:.1f} pt, "
                f"found {page.width:.1f} by {page.height:.1f} pt"
            )


def _fits(page: PageText, paper: Size) -> bool:
    return (
        abs(page.width - paper.width) <= _TOLERANCE
        and abs(page.height - paper.height) <= _TOLERANCE
    )
