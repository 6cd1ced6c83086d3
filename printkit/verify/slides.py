"""A deck's slides are held against the bulletin: titles, bodies, notes, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from printkit.errors import Problem
from printkit.model.bulletin import Region
from printkit.verify.bodies import Body, examine_body
from printkit.verify.comparing import Part, Reading, compare, same
from printkit.verify.deck_reader import SlideText
from printkit.verify.expected import (
    Expected,
    cover_parts,
    credit_parts,
    head_parts,
    region_parts,
)
from printkit.verify.folding import folded

_TIME = re.compile(r" ?\d+ [^\W\d_]+(?: \d+ [^\W\d_]+)?")
_FIELD = "\u2039#\u203a"  # what an office program shows in place of a number


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is wrong with a deck, and what may be so but is worth saying."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def examine(slides: tuple[SlideText, ...], expected: Expected) -> Testimony:
    """Give what the slides say that the bulletin does not, and the other way round."""
    regions = expected.bulletin.regions
    problems: list[Problem] = []
    wanted = len(regions) + expected.cover
    if len(slides) != wanted:
        problems.append(Problem(f"expected {wanted} slides, found {len(slides)}"))
    if expected.cover and slides:
        problems += _Slide(1, slides[0], expected).cover()
    bodies: list[Body] = []
    for number, (text, region) in enumerate(zip(slides[expected.cover :], regions, strict=False)):
        slide = _Slide(number + 1 + expected.cover, text, expected)
        bodies.append(slide.body(region))
        opens = number == 0 and not expected.cover
        problems += [*slide.region(region), *bodies[-1].problems, *slide.told(region, opens=opens)]
    return Testimony(tuple(problems), tuple(note for body in bodies for note in body.notes))


@dataclass(frozen=True, slots=True)
class _Slide:
    """One slide's text with its number, counted from 1."""

    number: int
    text: SlideText
    expected: Expected

    def cover(self) -> Iterator[Problem]:
        """Give what is wrong with the cover."""
        title, picture = self.expected.bulletin.title, self.expected.bulletin.picture
        yield from self._title(Part(str(title), title.place))
        yield from self._others(
            (*self.text.body, *self.text.others), cover_parts(self.expected), credit_parts(picture)
        )
        yield from self._notes((head_parts(self.expected),), credit_parts(picture))

    def region(self, region: Region) -> Iterator[Problem]:
        """Give what is wrong with a region's title and with what stands beside its body."""
        yield from self._title(Part(str(region.name), region.name.place))
        footnote = self.expected.footnote(region)
        yield from self._others(self.text.others, footnote, credit_parts(region.picture))

    def body(self, region: Region) -> Body:
        """Give what is wrong with a region's intro and requests, and which are shortened."""
        return examine_body(
            Reading(self._name("body"), "\n".join(self.text.body), self.expected.language),
            self.text.body,
            region,
        )

    def told(self, region: Region, *, opens: bool) -> Iterator[Problem]:
        """Give what is wrong with a region's notes; the first may open with the cover's words."""
        credited = region_parts(region, credited=True)
        plain = region_parts(region, credited=False)
        footnote = self.expected.footnote(region)
        heads: tuple[tuple[Part, ...], ...] = ((),)
        if opens:
            head = head_parts(self.expected)
            heads = ((*head, *credit_parts(self.expected.bulletin.picture)), head)
        forms = tuple((*head, *parts) for head in heads for parts in (credited, plain))
        yield from self._notes(forms, (*footnote, *credit_parts(region.picture)))

    def _name(self, part: str) -> str:
        return f"slide {self.number}, {part}"

    def _title(self, part: Part) -> tuple[Problem, ...]:
        reading = Reading(self._name("title"), self.text.title, self.expected.language)
        return compare((part,), reading)

    def _others(
        self, found: tuple[str, ...], wanted: tuple[Part, ...], allowed: tuple[Part, ...]
    ) -> Iterator[Problem]:
        """Give the paragraphs that are missing or strange beside title and body."""
        left = list(found)
        for part in (*wanted, *allowed):
            for paragraph in part.text.split("\n"):
                match = self._match(paragraph, left)
                if match is not None:
                    left.remove(match)
                elif part in wanted:
                    yield Problem(f"slide {self.number}: `{paragraph}` is missing", part.place)
        for text in left:
            if not self._is_furniture(text):
                yield Problem(f"slide {self.number}: `{text}` is not in the bulletin")

    def _match(self, paragraph: str, texts: list[str]) -> str | None:
        language = self.expected.language
        return next((text for text in texts if same(paragraph, text, language)), None)

    def _is_furniture(self, text: str) -> bool:
        """Whether a text is the slide's number, or nothing but lines of the imprint."""
        if text.strip() in {str(self.number), _FIELD}:
            return True
        text = folded(text)
        for line in sorted((folded(line) for line in self.expected.imprint), key=len, reverse=True):
            text = text.replace(line, " ", 1)
        return not any(character.isalnum() for character in text)

    def _notes(
        self, forms: tuple[tuple[Part, ...], ...], allowed: tuple[Part, ...]
    ) -> tuple[Problem, ...]:
        """Give what is wrong with the notes: one of the forms, then nothing but fixed words."""
        notes = list(self.text.notes)
        closing = [self.expected.wording.cue, *(part.text for part in allowed)]
        first = self._compared(forms, notes)
        problems = first
        timed = False
        while problems and notes:
            last = notes.pop()
            match = self._match(last, closing)
            if match is not None:
                closing.remove(match)
            elif not timed and self._is_reading_time(last):
                timed = True
            else:
                return problems
            problems = self._compared(forms, notes)
        return problems

    def _compared(
        self, forms: tuple[tuple[Part, ...], ...], notes: list[str]
    ) -> tuple[Problem, ...]:
        reading = Reading(self._name("notes"), "\n".join(notes), self.expected.language)
        found = [compare(form, reading) for form in forms]
        return () if () in found else found[0]

    def _is_reading_time(self, text: str) -> bool:
        opening = folded(self.expected.wording.reading_time, self.expected.language)
        line = folded(text, self.expected.language)
        return (
            bool(opening)
            and line.startswith(opening)
            and bool(_TIME.fullmatch(line[len(opening) :]))
        )
