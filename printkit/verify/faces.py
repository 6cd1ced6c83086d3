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
_TWO, PANELS = 2, 4
# The panels of a leaflet on each side of its sheet, from 0, in the order in which they are drawn.
_SIDES = ((0, 3), (1, 2))


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
    feet = _feet(texts, expected)
    return _problems(data, texts, (feet, feet), expected)


def leaflet_problems(data: bytes, texts: Sequence[str], expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with what the four panels of a leaflet say, in their reading order."""
    feet = _feet(texts, expected)
    sides = tuple(" ".join(feet[panel] for panel in side).strip() for side in _SIDES)
    return _problems(data, texts, (feet, sides), expected)


# What stands below the text of each face, and what of each page is told to nobody.
_Feet = tuple[tuple[str, ...], tuple[str, ...]]


def _problems(
    data: bytes, texts: Sequence[str], untold: _Feet, expected: Expected
) -> tuple[Problem, ...]:
    feet, on_pages = untold
    parted = [
        above_foot(text.rstrip(), foot, expected.language)
        for text, foot in zip(texts, feet, strict=True)
    ]
    named = "page" if len(feet) == len(on_pages) else "panel"
    lacking = (
        Problem(f"{named} {number}: expected it to end in `{foot}`", hint=_AGAIN)
        for number, (text, foot) in enumerate(zip(parted, feet, strict=True), 1)
        if text is None
    )
    whole = [text if part is None else part for text, part in zip(texts, parted, strict=True)]
    reading = Reading(f"on the {named}s", "\n".join(whole), expected.language)
    return (
        *wording_problems(expected),
        *lacking,
        *compare(page_parts(expected), reading),
        *tag_problems(data, to_tell(expected), expected.language, on_pages),
    )


def _feet(texts: Sequence[str], expected: Expected) -> tuple[str, ...]:
    """Give what faces should say below the bulletin's words: that these go on, or lines for notes.

    Nothing is said below a left-hand face that the text goes on from, beside which it does so.
    """
    ended = [_is_bare(text, "", expected) for text in texts[:-1]]
    ended.append(_is_bare(texts[-1], _foot(expected), expected))
    feet = []
    for number, text in enumerate(texts):
        goes_on = not all(ended[number + 1 :])
        hint = "" if number % 2 else expected.wording.overleaf
        feet.append(hint if goes_on else _heading_of(text, expected))
    return tuple(feet)


def _is_bare(text: str, foot: str, expected: Expected) -> bool:
    """Whether a face has its foot alone, with or without lines for notes."""
    bare = (letters(foot + notes, expected.language) for notes in ("", expected.wording.notes))
    return letters(text, expected.language) in bare


def _foot(expected: Expected) -> str:
    """Give what the last face shows where the text has ended before: footnote and imprint."""
    note = (expected.wording.footnote,) if expected.bulletin.pseudonyms else ()
    return "".join((*note, *expected.imprint))


def _heading_of(face: str, expected: Expected) -> str:
    """Give the word that heads lines for notes, where a face ends in it."""
    word = expected.wording.notes
    return word if word and above_foot(face.rstrip(), word, expected.language) is not None else ""
