"""A deck's slides are held against the bulletin: titles, bodies, notes, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printkit.errors import Problem
from printkit.model.bulletin import Region
from printkit.verify.bodies import Body, examine_body, whole_parts
from printkit.verify.comparing import Part, Reading, compare, same
from printkit.verify.continued import Place, places
from printkit.verify.deck_reader import SlideText
from printkit.verify.expected import (
    Expected,
    credit_parts,
    head_parts,
    region_parts,
    slide_cover_parts,
)
from printkit.verify.folding import folded
from printkit.verify.told import Notes, matching

_FIELD = "\u2039#\u203a"  # what an office program shows in place of a number


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is wrong with a deck, and what may be so but is worth saying."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def examine(slides: tuple[SlideText, ...], expected: Expected) -> Testimony:
    """Give what the slides say that the bulletin does not, and the other way round."""
    problems: list[Problem] = []
    notes: list[Problem] = []
    there = places([slide.title for slide in slides[expected.cover :]], expected)
    wanted = len(there) + expected.cover + (expected.last is not None)
    if len(slides) != wanted:
        problems.append(Problem(f"expected {wanted} slides, found {len(slides)}"))
    told = tuple(_Slide(number, slide, expected) for number, slide in enumerate(slides, 1))
    if expected.cover and told:
        problems += told[0].cover()
    for region in _regions(told[expected.cover :], there):
        body = region.body()
        problems += [*region.beside(), *body.problems, *region.told()]
        notes += body.notes
    if expected.last is not None and len(told) == wanted:
        problems += told[-1].last()
    return Testimony(tuple(problems), tuple(notes))


def _regions(slides: Sequence["_Slide"], there: Sequence[Place]) -> Iterator["_Slides"]:
    """Give each region's slides, as far as there are any."""
    pairs = list(zip(slides, there, strict=False))
    while pairs:
        count = pairs[0][1].count
        here, pairs = pairs[:count], pairs[count:]
        yield _Slides(tuple(slide for slide, _ in here), tuple(place for _, place in here))


@dataclass(frozen=True, slots=True)
class _Slide:
    """One slide's text with its number, counted from 1."""

    number: int
    text: SlideText
    expected: Expected

    def cover(self) -> Iterator[Problem]:
        """Give what is wrong with the cover."""
        title, picture = self.expected.bulletin.title, self.expected.bulletin.picture
        yield from self.titled(Part(str(title), title.place))
        yield from self.others(
            (*self.text.body, *self.text.others),
            slide_cover_parts(self.expected),
            credit_parts(picture),
        )
        notes = Notes(self.name("notes"), self.text.notes, self.expected)
        yield from notes.problems((head_parts(self.expected),), credit_parts(picture))

    def last(self) -> Iterator[Problem]:
        """Give what the plain last slide says beside the imprint or the office's name."""
        said = (self.text.title, *self.text.body, *self.text.others, *self.text.notes)
        for text in said:
            name = str(self.expected.last)
            if not self._is_furniture(text) and not same(name, text, self.expected.language):
                yield Problem(f"slide {self.number}: `{text}` is not in the bulletin")

    def name(self, part: str) -> str:
        """Name a part of the slide."""
        return f"slide {self.number}, {part}"

    def titled(self, part: Part) -> tuple[Problem, ...]:
        """Give what is wrong with the title."""
        reading = Reading(self.name("title"), self.text.title, self.expected.language)
        return compare((part,), reading)

    def others(
        self, found: tuple[str, ...], wanted: tuple[Part, ...], allowed: tuple[Part, ...]
    ) -> Iterator[Problem]:
        """Give the paragraphs that are missing or strange beside title and body."""
        left = list(found)
        for part in (*wanted, *allowed):
            for paragraph in part.text.split("\n"):
                match = matching(paragraph, left, self.expected.language)
                if match is not None:
                    left.remove(match)
                elif part in wanted:
                    yield Problem(f"slide {self.number}: `{paragraph}` is missing", part.place)
        for text in left:
            if not self._is_furniture(text):
                yield Problem(f"slide {self.number}: `{text}` is not in the bulletin")

    def _is_furniture(self, text: str) -> bool:
        """Whether a text is the slide's number, or nothing but lines of the imprint."""
        if text.strip() in {str(self.number), _FIELD}:
            return True
        text = folded(text)
        for line in sorted((folded(line) for line in self.expected.imprint), key=len, reverse=True):
            text = text.replace(line, " ", 1)
        return not any(character.isalnum() for character in text)


@dataclass(frozen=True, slots=True)
class _Slides:
    """A region's slides: one, or several where it goes on, which then show all of it."""

    slides: tuple[_Slide, ...]
    places: tuple[Place, ...]

    @property
    def _expected(self) -> Expected:
        return self.slides[0].expected

    @property
    def _region(self) -> Region:
        return self.places[0].region

    def beside(self) -> Iterator[Problem]:
        """Give what is wrong with titles and with what stands beside the bodies."""
        footnote, region = self._expected.footnote(self._region), self._region
        one = len(self.slides) == 1
        if not one and footnote and not any(self._footed(slide, footnote) for slide in self.slides):
            yield Problem(f"{self._name('footnote')}: `{footnote[0].text}` is missing")
        for slide, place in zip(self.slides, self.places, strict=True):
            yield from slide.titled(Part(place.title, region.name.place))
            allowed = (*(() if one else footnote), *credit_parts(region.picture))
            yield from slide.others(slide.text.others, footnote if one else (), allowed)

    def _footed(self, slide: _Slide, footnote: tuple[Part, ...]) -> bool:
        texts = list(slide.text.others)
        return matching(footnote[0].text, texts, self._expected.language) is not None

    def body(self) -> Body:
        """Give what is wrong with intro and requests, and which are shortened."""
        said = tuple(line for slide in self.slides for line in slide.text.body)
        reading = Reading(self._name("body"), "\n".join(said), self._expected.language)
        if len(self.slides) == 1:
            whole = self._expected.overset != "sentences"
            return examine_body(reading, said, self._region, whole=whole)
        return Body(compare(whole_parts(self._region), reading), ())

    def told(self) -> Iterator[Problem]:
        """Give what is wrong with the notes; the deck's first may open with the cover's words."""
        expected, region = self._expected, self._region
        footnote, credit = expected.footnote(region), credit_parts(region.picture)
        said: tuple[str, ...] = ()
        for slide in self.slides[:-1]:
            notes = Notes("", slide.text.notes, expected)
            said += notes.without_closing((*footnote, *credit))
        notes = Notes(self._name("notes"), (*said, *self.slides[-1].text.notes), expected)
        yield from notes.problems(tuple(self._forms()), (*footnote, *credit))

    def _forms(self) -> Iterator[tuple[Part, ...]]:
        """Give what the notes may say: with the pictures' credits or without."""
        expected = self._expected
        heads: tuple[tuple[Part, ...], ...] = ((),)
        if self.slides[0].number == 1:
            head = head_parts(expected)
            heads = ((*head, *credit_parts(expected.bulletin.picture)), head)
        for head in heads:
            for credited in (True, False):
                yield (*head, *region_parts(self._region, credited=credited))

    def _name(self, part: str) -> str:
        if len(self.slides) == 1:
            return self.slides[0].name(part)
        return f"slides {self.slides[0].number} to {self.slides[-1].number}, {part}"
