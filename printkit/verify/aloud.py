"""What a page tells is held against what it should tell: roles, order, words and blanks."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from printkit.errors import Problem
from printkit.verify.comparing import Part, Reading, compare
from printkit.verify.folding import folded
from printkit.verify.tags import Tagged
from printkit.verify.telling import Told, told_by

_SHOWN = 6
_COUNT = re.compile(r" \d+")
_AGAIN = "build it again; if this stays, report it as a fault"
_Block = tuple[list[Told], list[Told]]


def aloud_problems(tagged: Tagged, wanted: tuple[Told, ...], language: str) -> tuple[Problem, ...]:
    """Give what whoever has the page read aloud is told otherwise than they should be."""
    found = told_by(tagged)
    dumb = [_problem(told, "a picture has no words that stand in for it") for told in _dumb(found)]
    return (*dumb, *_Hearing(wanted, found, language).problems())


def excerpt(text: str) -> str:
    """Give a text's first words in backticks."""
    words = text.split()
    return f"`{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}`"


class _Hearing:
    """What should be told, and what is; parts of the same letters belong together."""

    def __init__(self, wanted: tuple[Told, ...], found: tuple[Told, ...], language: str) -> None:
        self._wanted, self._found, self._language = wanted, found, language
        self._regrouped: set[tuple[str, str]] = set()

    def problems(self) -> Iterator[Problem]:
        blocks: list[_Block] = []
        there, here = map(self._letters, self._wanted), map(self._letters, self._found)
        matcher = SequenceMatcher(None, list(there), list(here), autojunk=False)
        for kind, first, last, begin, end in matcher.get_opcodes():
            block = (list(self._wanted[first:last]), list(self._found[begin:end]))
            if kind != "equal":
                blocks.append(block)
                continue
            for one, other in zip(*block, strict=True):
                yield from self._same(one, other)
        yield from self._moved(blocks)
        for wanted, found in blocks:
            for left, right in zip_longest(wanted, found):
                yield from self._other(left, right)

    def _letters(self, told: Told) -> str:
        return "".join(folded(told.text, self._language).split())

    def _same(self, wanted: Told, found: Told) -> Iterator[Problem]:
        if wanted.role != found.role and self._is_news(wanted.role, found.role):
            yield _problem(wanted, f"expected {_named(wanted)}, found {found.role}")
        yield from self._compared(wanted, found)

    def _is_news(self, wanted: str, found: str) -> bool:
        """Say whether roles differ in more than the count of a group that was said to be another's.

        A group that is lost or moved moves all that is in it, and in those behind it.
        """
        if _COUNT.sub("", wanted) != _COUNT.sub("", found):
            return True
        steps = zip(wanted.split(" > "), found.split(" > "), strict=True)
        groups = next((one, other) for one, other in steps if one != other)
        new = groups not in self._regrouped
        self._regrouped.add(groups)
        return new

    def _compared(self, wanted: Told, found: Told) -> tuple[Problem, ...]:
        reading = Reading(f"in the tag tree, {found.role}", found.text, self._language)
        return compare((Part(wanted.text, wanted.place),), reading)

    def _moved(self, blocks: list[_Block]) -> Iterator[Problem]:
        """Give what is told elsewhere, and take it out of the blocks."""
        for wanted, _ in blocks:
            for one in tuple(wanted):
                for _, found in blocks:
                    other = self._like(one, found)
                    if other:
                        wanted.remove(one)
                        found.remove(other)
                        before = self._before(other)
                        yield _problem(one, f"expected {_named(one)} in its order, found {before}")
                        break

    def _like(self, told: Told, others: list[Told]) -> Told | None:
        letters = self._letters(told)
        return next((other for other in others if self._letters(other) == letters), None)

    def _before(self, found: Told) -> str:
        """Say where something stands that should stand elsewhere."""
        number = next(place for place, one in enumerate(self._found) if one is found)
        return f"it after {_named(self._found[number - 1])}" if number else "it first"

    def _other(self, wanted: Told | None, found: Told | None) -> Iterator[Problem]:
        if wanted and found:
            problems = self._compared(wanted, found)
            yield from problems
            if wanted.role != found.role:
                yield _problem(wanted, f"expected {_named(wanted)}, found {_named(found)}")
        elif wanted:
            yield _problem(wanted, f"expected {_named(wanted)}, found nothing")
        elif found:
            yield _problem(found, f"expected nothing more, found {_named(found)}")


def _named(told: Told) -> str:
    return f"{excerpt(told.text)} as {told.role}"


def _problem(told: Told, message: str) -> Problem:
    return Problem(f"in the tag tree: {message}", told.place, _AGAIN)


def _dumb(found: tuple[Told, ...]) -> Iterator[Told]:
    yield from (told for told in found if told.is_figure and not told.text.strip())
