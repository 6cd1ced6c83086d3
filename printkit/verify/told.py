"""A slide's notes: what the bulletin says, then nothing but fixed words."""

import re
from dataclasses import dataclass

from printkit.errors import Problem
from printkit.verify.comparing import Part, Reading, compare, same
from printkit.verify.expected import Expected
from printkit.verify.folding import folded

_TIME = re.compile(r" ?\d+ [^\W\d_]+(?:(?:,| [^\W\d_]+) \d+ [^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes say, with their name for people."""

    where: str
    notes: tuple[str, ...]
    expected: Expected

    def problems(
        self, forms: tuple[tuple[Part, ...], ...], allowed: tuple[Part, ...]
    ) -> tuple[Problem, ...]:
        """Give what is wrong with the notes: one of the forms, then nothing but fixed words."""
        closing = self._closing(allowed)
        for count in range(len(self.notes), -1, -1):
            problems = self._compared(forms, self.notes[:count])
            if not problems:
                return ()
            if count and not closing.takes(self.notes[count - 1]):
                break
        return self._compared(forms, self.notes)

    def without_closing(self, allowed: tuple[Part, ...]) -> tuple[str, ...]:
        """Give the notes without the fixed words at their end."""
        closing, notes = self._closing(allowed), list(self.notes)
        while notes and closing.takes(notes[-1]):
            notes.pop()
        return tuple(notes)

    def _closing(self, allowed: tuple[Part, ...]) -> "_Closing":
        lines = [self.expected.wording.cue, *(part.text for part in allowed)]
        return _Closing(self.expected, lines)

    def _compared(
        self, forms: tuple[tuple[Part, ...], ...], notes: tuple[str, ...]
    ) -> tuple[Problem, ...]:
        reading = Reading(self.where, "\n".join(notes), self.expected.language)
        found = [compare(form, reading) for form in forms]
        return () if () in found else found[0]


@dataclass(slots=True)
class _Closing:
    """The fixed words that may end a slide's notes, each once."""

    expected: Expected
    lines: list[str]
    timed: bool = False

    def takes(self, text: str) -> bool:
        """Whether a line is one of them that has not been taken."""
        match = matching(text, self.lines, self.expected.language)
        if match is not None:
            self.lines.remove(match)
            return True
        if self.timed or not self._is_reading_time(text):
            return False
        self.timed = True
        return True

    def _is_reading_time(self, text: str) -> bool:
        language = self.expected.language
        opening = folded(self.expected.wording.reading_time, language)
        line = folded(text, language)
        return (
            bool(opening)
            and line.startswith(opening)
            and bool(_TIME.fullmatch(line[len(opening) :]))
        )


def matching(text: str, texts: list[str], language: str) -> str | None:
    """Give the first of the texts that says the same, None where none does."""
    return next((one for one in texts if same(text, one, language)), None)
