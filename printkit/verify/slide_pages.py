"""Slides on pages are held against the bulletin: each page says what its slide says, in order.

What the deck's rule leaves open is chosen as the page has it: a request whole or cut to its first
sentences, and how much of the imprint stands in the foot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from printkit.errors import Problem
from printkit.model.bulletin import Region
from printkit.model.paper import Size
from printkit.verify.bodies import examine_body, forms_of
from printkit.verify.comparing import Part, Reading, compare
from printkit.verify.expected import Expected, cover_parts
from printkit.verify.folding import folded
from printkit.verify.page_reader import PageText
from printkit.verify.slides import Testimony

_TOLERANCE = 0.5
_BLANKS = str.maketrans("", "", " \n")


def examine_pages(pages: Sequence[PageText], expected: Expected) -> Testimony:
    """Give what the pages say that the slides should not, and the other way round."""
    regions = expected.bulletin.regions
    wanted = len(regions) + expected.cover
    problems = [Problem(f"expected {wanted} slides, found {len(pages)}")]
    problems = problems if len(pages) != wanted else []
    notes: list[Problem] = []
    for number, page in enumerate(pages, 1):
        slide = _Slide(number, page, expected)
        problems += slide.size()
        if number == expected.cover:
            title = expected.bulletin.title
            problems += slide.said((Part(str(title), title.place), *cover_parts(expected)))
        elif number <= wanted:
            region = regions[number - 1 - expected.cover]
            shown = slide.shown(region)
            problems += slide.said(tuple(slide.parts(region, shown)))
            notes += slide.notes(region, shown)
    return Testimony(tuple(problems), tuple(notes))


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
        said = _letters(self.page.text, language)
        for count in range(len(imprint), 0, -1):
            line = " · ".join(imprint[:count])
            if said.endswith(_letters(line + number.text, language)):
                return Part(line), number
        return (number,)

    def shown(self, region: Region) -> tuple[str, ...]:
        """Give each request in the form that the page shows, whole where it shows none."""
        language = self.expected.language
        said, shown = _letters(self.page.text, language), []
        at = 0
        for request in region.requests:
            forms = tuple(forms_of(request))
            places = ((said.find(_letters(form, language), at), form) for form in forms)
            place, form = next((one for one in places if one[0] >= 0), (at, forms[0]))
            at = place + len(_letters(form, language))
            shown.append(form)
        return tuple(shown)

    def parts(self, region: Region, shown: Sequence[str]) -> Iterator[Part]:
        """Give all that a region's slide says above its foot."""
        yield Part(str(region.name), region.name.place)
        if region.intro:
            yield Part(str(region.intro), region.intro.place)
        mark = self.expected.mark if len(region.requests) > 1 else ""
        for request, form in zip(region.requests, shown, strict=True):
            place = (request.slide or request.text).place
            yield from (Part(text, place) for text in (mark, form) if text)
        yield from self.expected.footnote(region)

    def notes(self, region: Region, shown: Sequence[str]) -> tuple[Problem, ...]:
        """Give a note for each request that the page cuts to its first sentences."""
        intro = (region.intro.value,) if region.intro else ()
        reading = Reading(f"slide {self.number}, body", "", self.expected.language)
        lines = chain.from_iterable(text.split("\n") for text in (*intro, *shown))
        return examine_body(reading, tuple(lines), region).notes


def _letters(text: str, language: str) -> str:
    return folded(text, language).translate(_BLANKS)


def _alike(screen: Size, page: PageText) -> bool:
    return (
        abs(screen.width - page.width) <= _TOLERANCE
        and abs(screen.height - page.height) <= _TOLERANCE
    )
