"""Continuation slides: a region that does not fit on one slide is parted where a reader pauses.

Requests stay whole where they can; a longer one is parted between sentences, its paragraphs at
their ends. What a request says on its slide is said whole, on this slide or the next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from printkit.model.bulletin import Region, Request, Text
from printkit.model.sentences import sentences

Fits = Callable[[Region], bool]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What no slide parts: a sentence of a request, or all of its short form.

    `opens` says whether it begins a paragraph of its request.
    """

    text: str
    opens: bool


def parted(region: Region, fits: Fits) -> tuple[Region, ...] | None:
    """Give the region in parts that each fit on a slide, as few as taking what fits makes them.

    Each is a region of the same name that holds what its slide shows; the introduction stands on
    the first. None where a sentence, or a short form, does not fit even alone.
    """
    filler = _Filler(region, fits)
    for request in region.requests:
        if not filler.take(request):
            return None
    return (*filler.done, filler.part)


def least_parts(region: Region) -> Iterator[Region]:
    """Give what must fit on a slide of its own at least: introduction, sentences, short forms."""
    if region.intro:
        yield replace(region, requests=())
    for request in region.requests:
        whole = () if request.slide is None else (request,)
        for least in whole or (_of_units(request, (unit,)) for unit in _units(request)):
            yield replace(region, requests=(least,), intro=None)


class _Filler:
    """Fills slides one after another; `part` is the one that is being filled."""

    def __init__(self, region: Region, fits: Fits) -> None:
        self.done: list[Region] = []
        self.part = replace(region, requests=())
        self._fits = fits

    def take(self, request: Request) -> bool:
        """Take a request, on as many slides as it needs; False where there is none for it."""
        if self._took(request):
            return True
        if self.part.requests:
            self._turn()
            if self._took(request):
                return True
        return request.slide is None and self._take_in_parts(request, _units(request))

    def _take_in_parts(self, request: Request, units: tuple[_Unit, ...]) -> bool:
        """Take as many sentences as fit, then go on with the next slide."""
        while units:
            count = next(
                (n for n in range(len(units), 0, -1) if self._took_first(request, units[:n])), 0
            )
            if count:
                units, request = units[count:], replace(request, continued=True)
            elif self.part.requests or not self._is_introduced:
                return False
            if units:
                self._turn()
        return True

    def _took_first(self, request: Request, units: Sequence[_Unit]) -> bool:
        return self._took(_of_units(request, units))

    @property
    def _is_introduced(self) -> bool:
        """Whether the slide holds an introduction, which may fill it."""
        return self.part.intro is not None and self._fits(self.part)

    def _took(self, request: Request) -> bool:
        tried = replace(self.part, requests=(*self.part.requests, request))
        if not self._fits(tried):
            return False
        self.part = tried
        return True

    def _turn(self) -> None:
        self.done.append(self.part)
        self.part = replace(self.part, requests=(), intro=None)


def _units(request: Request) -> tuple[_Unit, ...]:
    return tuple(
        _Unit(sentence, not number)
        for paragraph in request.text.paragraphs
        for number, sentence in enumerate(sentences(paragraph))
    )


def _of_units(request: Request, units: Sequence[_Unit]) -> Request:
    """Give the part of a request that so many sentences make."""
    said = units[0].text + "".join(
        f"\n{unit.text}" if unit.opens else unit.text for unit in units[1:]
    )
    lines = "\n".join(line.strip() for line in said.split("\n"))
    return replace(request, text=Text(lines, request.text.place))
