"""A piece with several faces is held against the bulletin: each word once and in order over all."""

from collections.abc import Sequence

from printkit.errors import Problem, Refused
from printkit.verify.comparing import Reading, compare
from printkit.verify.continued import letters
from printkit.verify.expected import Expected, page_parts, wording_problems
from printkit.verify.feet import above_foot
from printkit.verify.page_reader import read_pages
from printkit.verify.telling import to_tell
from printkit.verify.witness import size_problems, tag_problems

_AGAIN = "build it again; if this stays, report it as a fault"
_TWO = 2


def check_two_sided(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with a piece printed on both sides (PDF): as it is seen, and read."""
    try:
        pages = read_pages(data)
    except Refused as refused:
        return refused.problems
    if len(pages) != _TWO:
        return (Problem(f"expected two pages, found {len(pages)}", hint=_AGAIN),)
    texts = [page.text for page in pages]
    return (*size_problems(pages, expected.paper), *face_problems(data, texts, expected))


def face_problems(data: bytes, texts: Sequence[str], expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with what front and back of a piece say.

    Beside the bulletin's words a face may only say that the text goes on overleaf, which it says
    where that is so, or head lines for notes.
    """
    front, back = texts
    goes_on = letters(back, expected.language) not in _backs_without_text(expected)
    feet = (
        expected.wording.overleaf if goes_on else _heading_of(front, expected),
        _heading_of(back, expected),
    )
    parted = [
        above_foot(text.rstrip(), foot, expected.language)
        for text, foot in zip(texts, feet, strict=True)
    ]
    lacking = (
        Problem(f"page {number}: expected it to end in `{foot}`", hint=_AGAIN)
        for number, (text, foot) in enumerate(zip(parted, feet, strict=True), 1)
        if text is None
    )
    whole = [text if part is None else part for text, part in zip(texts, parted, strict=True)]
    reading = Reading("on the pages", "\n".join(whole), expected.language)
    return (
        *wording_problems(expected),
        *lacking,
        *compare(page_parts(expected), reading),
        *tag_problems(data, to_tell(expected), expected.language, feet),
    )


def _backs_without_text(expected: Expected) -> tuple[str, str]:
    """Give what the back shows where the text ends on the front, with and without lines for notes.

    It is the footnote and the imprint.
    """
    note = (expected.wording.footnote,) if expected.bulletin.pseudonyms else ()
    foot = "".join((*note, *expected.imprint))
    return letters(foot, expected.language), letters(
        foot + expected.wording.notes, expected.language
    )


def _heading_of(face: str, expected: Expected) -> str:
    """Give the word that heads lines for notes, where a face ends in it."""
    word = expected.wording.notes
    return word if word and above_foot(face.rstrip(), word, expected.language) is not None else ""
