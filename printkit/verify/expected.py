"""What an edition's files must say: the bulletin as written, in the order of page and notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from printkit.errors import Problem
from printkit.model.bulletin import Bulletin, Picture, Region, Request
from printkit.model.edition import Wording
from printkit.model.layout import Overflow
from printkit.model.paper import Size
from printkit.verify.comparing import Part
from printkit.verify.folding import numbers_and_names


@dataclass(frozen=True, slots=True)
class Expected:
    """What decides an edition's words.

    `imprint` holds the office's lines, `mark` the layout's sign before each of several requests,
    `cover` whether the deck opens with a cover. `overset` is the layout's rule for a region that
    does not fit on its slide, `praise` the sign before what God is thanked for on slides, `last`
    what may head a plain last slide, None where there is none. `figures` holds the words that stand
    in for the logo and the code at the page's foot, empty where there is none; `paper` is its size
    in points, which is not looked at where it is None. `church` is the line of the church that the
    edition is for: the imprint's last line, and one of the deck's cover.
    """

    bulletin: Bulletin
    wording: Wording
    imprint: tuple[str, ...]
    mark: str
    cover: bool
    paper: Size | None = None
    figures: tuple[str, str] = ("", "")
    overset: Overflow = "sentences"
    praise: str = ""
    last: str | None = None
    church: str = ""

    @property
    def language(self) -> str:
        """The language that is set."""
        return self.bulletin.language

    def slide_mark(self, request: Request, region: Region) -> str:
        """Give the sign before a request on its slide."""
        praise = self.praise if request.kind == "praise" else ""
        return praise or (self.mark if len(region.requests) > 1 else "")

    def footnote(self, region: Region) -> tuple[Part, ...]:
        """Give the footnote where the region has a name that was changed."""
        changed = any(request.pseudonym for request in region.requests)
        return (Part(self.wording.footnote),) if changed and self.wording.footnote else ()


def page_parts(expected: Expected) -> tuple[Part, ...]:
    """Give all that stands on the page, in reading order."""
    parts = [*head_parts(expected), *credit_parts(expected.bulletin.picture)]
    for region in expected.bulletin.regions:
        parts.append(_name(region))
        parts += [*credit_parts(region.picture), *_intro(region)]
        mark = expected.mark if len(region.requests) > 1 else ""
        parts += _requests(region, mark)
    if expected.bulletin.pseudonyms and expected.wording.footnote:
        parts.append(Part(expected.wording.footnote))
    return (*parts, *(Part(line) for line in expected.imprint))


def head_parts(expected: Expected) -> tuple[Part, ...]:
    """Give title, date line, scripture and reference."""
    title = expected.bulletin.title
    return (Part(str(title), title.place), *cover_parts(expected))


def cover_parts(expected: Expected) -> tuple[Part, ...]:
    """Give what the cover says beside the title, which is what the page's head says."""
    wording, scripture = expected.wording, expected.bulletin.scripture
    parts = [Part(wording.date)] if wording.date else []
    if scripture:
        place = scripture.text.place
        parts.append(Part(f"{wording.opening}{scripture.text}{wording.closing}", place))
        if wording.reference:
            place = (scripture.reference or scripture.translation or scripture.text).place
            parts.append(Part(wording.reference, place))
    return tuple(parts)


def slide_cover_parts(expected: Expected) -> tuple[Part, ...]:
    """Give what stands on the deck's cover beside the title: the church's line below the date."""
    parts = cover_parts(expected)
    dated = 1 if expected.wording.date else 0
    church = (Part(expected.church),) if expected.church else ()
    return (*parts[:dated], *church, *parts[dated:])


def region_parts(region: Region, *, credited: bool) -> tuple[Part, ...]:
    """Give all of a region's part of the bulletin, as its slide's notes hold it."""
    credit = credit_parts(region.picture) if credited else ()
    return (_name(region), *credit, *_intro(region), *_requests(region, ""))


def credit_parts(picture: Picture | None) -> tuple[Part, ...]:
    """Give a picture's credit, if it has one."""
    if not picture or not picture.credit:
        return ()
    return (Part(str(picture.credit), picture.credit.place),)


def wording_problems(expected: Expected) -> tuple[Problem, ...]:
    """Give where the words that the edition adds do not say what the bulletin says."""
    return tuple(_date_problem(expected)) + tuple(_reference_problem(expected))


def _name(region: Region) -> Part:
    return Part(str(region.name), region.name.place)


def _intro(region: Region) -> tuple[Part, ...]:
    return (Part(str(region.intro), region.intro.place),) if region.intro else ()


def _requests(region: Region, mark: str) -> Iterator[Part]:
    for request in region.requests:
        if mark:
            yield Part(mark, request.text.place)
        yield Part(str(request.text), request.text.place)


def _date_problem(expected: Expected) -> Iterator[Problem]:
    day, line = expected.bulletin.date, expected.wording.date
    if not day:
        if line:
            yield Problem(f"the date line says `{line}`, but the bulletin has no date")
        return
    numbers = {int(word) for word in numbers_and_names(line) if word.isdecimal()}
    if not {day.day, day.year} <= numbers:
        yield Problem(f"the date line says `{line}`, expected the date {day.isoformat()}")


def _reference_problem(expected: Expected) -> Iterator[Problem]:
    scripture, line = expected.bulletin.scripture, expected.wording.reference
    typed = ""
    if scripture:
        typed = f"{scripture.reference or ''} {scripture.translation or ''}".strip()
    wanted = _with_books_renamed(numbers_and_names(typed), expected.wording.renamed)
    if wanted != numbers_and_names(line):
        place = scripture.text.place if scripture else None
        yield Problem(f"the reference says `{line}`, expected `{typed}`", place)


def _with_books_renamed(
    words: tuple[str, ...], renamed: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    """Give a reference's words with its books as they are set, each where it comes next."""
    told: list[str] = []
    for typed, name in renamed:
        book = numbers_and_names(typed)
        while words and words[: len(book)] != book:
            told.append(words[0])
            words = words[1:]
        if words:
            told += numbers_and_names(name)
            words = words[len(book) :]
    return (*told, *words)
