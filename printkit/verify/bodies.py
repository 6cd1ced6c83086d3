"""A region slide's body: its intro, then each request in a form that the format allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from printkit.errors import Problem
from printkit.model.bulletin import Region, Request, Text
from printkit.model.sentences import sentences
from printkit.verify.comparing import Part, Reading, compare, same


@dataclass(frozen=True, slots=True)
class Body:
    """What is wrong with a slide's body, and which requests it shortens."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Taken:
    """How many paragraphs a text takes on its slide, and in which form."""

    count: int
    form: str


def examine_body(
    reading: Reading, paragraphs: tuple[str, ...], region: Region, *, whole: bool = False
) -> Body:
    """Give what the body's paragraphs say that they should not, or fail to say.

    Where all is to be shown `whole`, no request may be cut to its first sentences.
    """
    problems: list[Problem] = []
    notes: list[Problem] = []
    left = paragraphs
    for text, forms in _wanted(region):
        taken = _take(forms[:1] if whole else forms, left, reading.language)
        if taken is None:
            count = min(forms[0].count("\n") + 1, len(left))
            problems += _compared(Part(forms[0], text.place), left[:count], reading)
        else:
            count = taken.count
            if taken.form != forms[0]:
                notes.append(_shortened(text, taken.form, reading.where))
        left = left[count:]
    problems += [Problem(f"{reading.where}: `{text}` is not in the bulletin") for text in left]
    return Body(tuple(problems), tuple(notes))


def whole_parts(region: Region) -> tuple[Part, ...]:
    """Give what a region's slides show together where nothing is cut."""
    return tuple(Part(forms[0], text.place) for text, forms in _wanted(region))


def _wanted(region: Region) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Give the intro and each request, with the forms in which a slide may show it."""
    if region.intro:
        yield region.intro, (region.intro.value,)
    for request in region.requests:
        yield request.slide or request.text, tuple(forms_of(request))


def forms_of(request: Request) -> Iterator[str]:
    """Give the form for the slide, or the whole text and then its beginnings, longest first."""
    if request.slide:
        yield request.slide.value
        return
    parts = sentences(request.text.value)
    for count in range(len(parts), 0, -1):
        yield "".join(parts[:count]).strip()


def _take(forms: tuple[str, ...], left: tuple[str, ...], language: str) -> _Taken | None:
    """Give the first form in which the paragraphs begin, each paragraph its own or all in one."""
    for form in forms:
        for count in (form.count("\n") + 1, 1):
            if left and same(form, "\n".join(left[:count]), language):
                return _Taken(count, form)
    return None


def _compared(part: Part, paragraphs: tuple[str, ...], reading: Reading) -> tuple[Problem, ...]:
    return compare((part,), Reading(reading.where, "\n".join(paragraphs), reading.language))


def _shortened(text: Text, form: str, where: str) -> Problem:
    left_out = len(text.value.split()) - len(form.split())
    return Problem(
        f"{where}: a request is cut to its first sentences, {left_out} words are in the notes only",
        text.place,
        "give it a `slide:` form",
    )
