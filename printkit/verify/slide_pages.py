"""Slides on pages are held against the bulletin: each page says what its slide says, in order.

What the deck's rule leaves open is chosen as the page has it: a request whole or cut to its first
sentences, and how much of the imprint stands in the foot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from printkit.errors import Problem
from printkit.model.bulletin import Region, Request
from printkit.model.paper import Size
from printkit.model.sentences import sentences
from printkit.verify.bodies import examine_body, forms_of
from printkit.verify.comparing import Part, Reading, compare
from printkit.verify.continued import Place, letters, places, said_in_a_row
from printkit.verify.expected import Expected, slide_cover_parts
from printkit.verify.page_reader import PageText
from printkit.verify.slides import Testimony

_TOLERANCE = 0.5


def examine_pages(pages: Sequence[PageText], expected: Expected) -> Testimony:
    """Give what the pages say that the slides should not, and the other way round."""
    there = places([page.text for page in pages[expected.cover :]], expected)
    wanted = len(there) + expected.cover + (expected.last is not None)
    problems = [Problem(f"expected {wanted} slides, found {len(pages)}")]
    problems = problems if len(pages) != wanted else []
    notes: list[Problem] = []
    slides = [_Slide(number, page, expected) for number, page in enumerate(pages, 1)]
    for slide in slides:
        problems += slide.size()
    if expected.cover and slides:
        title = expected.bulletin.title
        problems += slides[0].said((Part(str(title), title.place), *slide_cover_parts(expected)))
    units: list[Unit] = []
    for slide, place in zip(slides[expected.cover :], there, strict=False):
        if place.number == 1:
            shown = slide.shown(place) if place.count == 1 else ()
            units = list(units_of(place.region, shown, expected))
            notes += slide.notes(place.region, shown) if shown else ()
        here = slide.taken(place, units) if place.number < place.count else units
        units = units[len(here) :]
        problems += slide.said(tuple(slide.parts(place, here)))
    if expected.last is not None and len(slides) == wanted:
        problems += slides[-1].last()
    return Testimony(tuple(problems), tuple(notes))


class Unit(NamedTuple):
    """What a slide shows whole: a text, and the mark before it."""

    part: Part
    mark: str
    pseudonym: bool = False


def units_of(region: Region, shown: Sequence[str], expected: Expected) -> Iterator[Unit]:
    """Give what a region's slides show: its introduction and requests, as `shown` or whole.

    Where all is shown, a request is given by the sentences between which slides may part it.
    """
    if region.intro:
        yield Unit(Part(str(region.intro), region.intro.place), "")
    for number, request in enumerate(region.requests):
        place = (request.slide or request.text).place
        mark = expected.slide_mark(request, region)
        forms = (shown[number],) if shown else _pieces(request)
        for form in forms:
            yield Unit(Part(form, place), mark, request.pseudonym)
            mark = ""


def _pieces(request: Request) -> tuple[str, ...]:
    if request.slide:
        return (request.slide.value,)
    return tuple(one.strip() for one in sentences(request.text.value))


@dataclass(frozen=True, slots=True)
class _Slide:
    """One slide's page with its number, counted from 1."""

    number: int
    page: PageText
    expected: Expected

    def size(self) -> Iterator[Problem]:
        """Give whether the page is not as large as the screen."""
        screen, page = self.expected.paper, self.page
        if screen and not _alike(screen, page):
            yield Problem(
                f"slide {self.number}: expected a page of {screen.width:.1f} by "
                f"{screen.height:.1f} pt, found {page.width:.1f} by {page.height:.1f} pt"
            )

    def said(self, parts: tuple[Part, ...]) -> tuple[Problem, ...]:
        """Give how the page differs from these parts with its foot."""
        reading = Reading(f"slide {self.number}", self.page.text, self.expected.language)
        return compare((*parts, *self._foot()), reading)

    def _foot(self) -> tuple[Part, ...]:
        """Give what stands in the foot: as much of the imprint as the page ends in, the number."""
        imprint, number = self.expected.imprint, Part(str(self.number))
        language = self.expected.language
        said = letters(self.page.text, language)
        for count in range(len(imprint), 0, -1):
            line = " · ".join(imprint[:count])
            if said.endswith(letters(line + number.text, language)):
                return Part(line), number
        return (number,)

    def shown(self, place: Place) -> tuple[str, ...]:
        """Give each request in the form that the page shows, whole where it shows none.

        Title and introduction are passed over: they may hold a request's words, too.
        """
        language = self.expected.language
        said, shown = letters(self.page.text, language), []
        heads = (letters(text, language) for text in (place.title, str(place.region.intro or "")))
        at = 0
        for head in heads:
            at += len(head) if said.startswith(head, at) else 0
        for request in place.region.requests:
            forms = tuple(forms_of(request))
            forms = forms if self.expected.overset == "sentences" else forms[:1]
            found = [(said.find(letters(form, language), at), form) for form in forms]
            # The first that is there, and of those that begin there the longest.
            begins = [one for one in found if one[0] >= 0]
            begin, form = min(begins, key=lambda one: one[0], default=(at, forms[0]))
            at = begin + len(letters(form, language))
            shown.append(form)
        return tuple(shown)

    def taken(self, place: Place, units: Sequence[Unit]) -> list[Unit]:
        """Give the units, from the first on, that the page shows below its title in a row."""
        language = self.expected.language
        said = letters(self.page.text, language).removeprefix(letters(place.title, language))
        texts, marks = [unit.part.text for unit in units], {unit.mark for unit in units}
        return list(units[: said_in_a_row(texts, said, marks, language)])

    def parts(self, place: Place, units: Sequence[Unit]) -> Iterator[Part]:
        """Give all that a region's slide says above its foot."""
        yield Part(place.title, place.region.name.place)
        for unit in units:
            if unit.mark:
                yield Part(unit.mark, unit.part.place)
            yield unit.part
        if any(unit.pseudonym for unit in units):
            yield from self.expected.footnote(place.region)

    def last(self) -> tuple[Problem, ...]:
        """Give what the plain last slide says beside the imprint or the office's name."""
        reading = Reading(f"slide {self.number}", self.page.text, self.expected.language)
        said = letters(self.page.text, self.expected.language)
        lines = self.expected.imprint
        forms = (" · ".join(lines[:count]) for count in range(len(lines), 0, -1))
        known = (form for form in forms if letters(form, self.expected.language) == said)
        return compare((Part(next(known, str(self.expected.last))),), reading)

    def notes(self, region: Region, shown: Sequence[str]) -> tuple[Problem, ...]:
        """Give a note for each request that the page cuts to its first sentences."""
        intro = (region.intro.value,) if region.intro else ()
        reading = Reading(f"slide {self.number}, body", "", self.expected.language)
        lines = chain.from_iterable(text.split("\n") for text in (*intro, *shown))
        return examine_body(reading, tuple(lines), region).notes


def _alike(screen: Size, page: PageText) -> bool:
    return (
        abs(screen.width - page.width) <= _TOLERANCE
        and abs(screen.height - page.height) <= _TOLERANCE
    )
