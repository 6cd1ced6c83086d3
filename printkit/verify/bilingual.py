"""A bilingual edition is held against both of its bulletins: a page and a part of the tags each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from printkit.errors import Problem, Refused
from printkit.verify.aloud import aloud_problems
from printkit.verify.belonging import belonging_problems
from printkit.verify.comparing import Reading, compare
from printkit.verify.expected import Expected, page_parts, wording_problems
from printkit.verify.linking import link_problems
from printkit.verify.page_reader import read_pages
from printkit.verify.tags import Tag, Tagged, read_tags
from printkit.verify.telling import to_tell
from printkit.verify.witness import size_problems

_AGAIN = "build it again; if this stays, report it as a fault"
_SIDES = ("front", "back")
# What is expected of front and back.
Both = tuple[Expected, Expected]


def check_bilingual(data: bytes, both: Both) -> tuple[Problem, ...]:
    """Give what is wrong with a piece in two languages (PDF): as it is seen, and read aloud."""
    try:
        pages = read_pages(data)
    except Refused as refused:
        return refused.problems
    if len(pages) != len(both):
        return (Problem(f"expected two pages, found {len(pages)}", hint=_AGAIN),)
    texts = [page.text for page in pages]
    return (*size_problems(pages, both[0].paper), *bilingual_problems(data, texts, both))


def bilingual_problems(data: bytes, texts: Sequence[str], both: Both) -> tuple[Problem, ...]:
    """Give what is wrong with what front and back of a piece say, each in its language."""
    seen = tuple(
        problem
        for side, text, expected in zip(_SIDES, texts, both, strict=True)
        for problem in _seen(side, text, expected)
    )
    try:
        tagged = read_tags(data)
    except Refused as refused:
        return (*seen, *refused.problems)
    return (*seen, *heard_problems(tagged, both))


def _seen(side: str, text: str, expected: Expected) -> Iterator[Problem]:
    yield from wording_problems(expected)
    yield from compare(page_parts(expected), Reading(f"on the {side}", text, expected.language))


def heard_problems(tagged: Tagged, both: Both) -> Iterator[Problem]:
    """Give what whoever has it read aloud is told otherwise than they should be."""
    sides = [part for tag in tagged.tags for part in tag.kids]
    if [side.role for side in sides] != ["Part"] * len(both):
        yield Problem("in the tag tree: expected a part for each language", hint=_AGAIN)
        return
    for side, expected in zip(sides, both, strict=True):
        # A part in the document's own language need not say it.
        language = side.language or tagged.language
        if _base(language) != _base(expected.language):
            yield Problem(
                f"in the tag tree: expected a part in `{expected.language}`, found one in "
                f"`{language}`",
                hint=_AGAIN,
            )
        yield from aloud_problems(_alone(tagged, side), to_tell(expected), expected.language)
    yield from link_problems(tagged, (*to_tell(both[0]), *to_tell(both[1])))
    yield from belonging_problems(tagged, ())


def _base(language: str) -> str:
    return language.partition("-")[0]


def _alone(tagged: Tagged, side: Tag) -> Tagged:
    """Give the tags of one side as if they were all of a document's."""
    document = Tag("Document", side.name, side.above, kids=side.kids)
    return replace(tagged, tags=(document,))
