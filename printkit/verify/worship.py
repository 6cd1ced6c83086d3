"""Text for worship programs is read by their own rules and held against the bulletin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from printkit.errors import Problem, Refused
from printkit.model.bulletin import Region
from printkit.verify.comparing import Part, same
from printkit.verify.continued import Place, places
from printkit.verify.deck_reader import SlideText
from printkit.verify.expected import Expected, head_parts, region_parts, wording_problems
from printkit.verify.slides import examine

# Full-width forms stand for signs that FreeShow's import takes for markup wherever they are.
_STAND_INS = {0xFF3B: "[", 0xFF3D: "]", 0xFF1D: "="}
_NO_BREAK_SPACE = "\u00a0"
_AGAIN = "build it again; if this stays, report it as a fault"

_HEADER = re.compile(r"\[.+\]")
_LABEL = re.compile(r"\[[^\]]*\]")
_NOT_IN_LABELS = re.compile(r"[\[\]'\":]+|x[0-9]|[0-9]")
_REPEAT = re.compile(r"\nx[0-9]")
_CHORD = re.compile(r"[A-G][#b]?(?:m|M|maj|min|dim|aug|sus|add)?[0-9]*(?:/[A-G][#b]?)?")
_CHORD_LINE = 0.2
_BETWEEN_SLIDES = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide as a program imports it: its lines, its notes, and the group it is labelled with.

    `group` is None where the file names none, so that the program guesses one or does without.
    """

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    group: str | None = None


def check_freeshow(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with a text for FreeShow: its slides, their groups and their notes."""
    try:
        slides = read_freeshow(data)
    except Refused as refused:
        return refused.problems
    told = [
        ShownSlide(_restored(slide.lines), _restored(slide.notes), slide.group) for slide in slides
    ]
    return (*_group_problems(slides, expected), *_examined(told, expected))


def check_propresenter(data: bytes, expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with a text for ProPresenter, which has no place for notes."""
    try:
        slides = read_propresenter(data)
    except Refused as refused:
        return refused.problems
    # What has no place in the file counts as told, so that the deck's own check can be asked.
    notes = tuple(_notes(expected, _places(slides, expected)))
    told = [
        ShownSlide(slide.lines, notes[number] if number < len(notes) else ())
        for number, slide in enumerate(slides)
    ]
    return _examined(told, expected)


def read_propresenter(data: bytes) -> tuple[ShownSlide, ...]:
    """Give the slides that ProPresenter makes of a text where each paragraph is a slide.

    As in its maker's article "Import options for text files and SongSelect": two returns begin a
    slide, one begins a line.
    """
    text = _decoded(data).removeprefix("\ufeff").replace("\r\n", "\n").strip("\n")
    blocks = _BETWEEN_SLIDES.split(text) if text else []
    return tuple(ShownSlide(tuple(block.split("\n"))) for block in blocks)


def read_freeshow(data: bytes) -> tuple[ShownSlide, ...]:
    """Give the slides that FreeShow makes of a text, by its `src/frontend/converters/txt.ts`.

    Lines with an equals sign are metadata, lines in braces and chords in brackets are not shown,
    `x2` repeats a slide, a last part with the licence's address is a credit.
    """
    text = _decoded(data).replace("\r", "").replace("\n \n", "\n\n")
    lines = _without_chord_lines(text.split("\n"))
    parts = [part for part in "\n".join(lines).split("\n\n") if part]
    sections = [_without_metadata(part) for part in parts]
    if sections and sections == parts and "www.ccli.com" in sections[-1]:
        sections.pop()
    return tuple(_slide(text) for section in sections for text in _repeated(section))


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as fault:
        raise Refused(Problem("the text cannot be read as UTF-8", hint="build it again")) from fault


def _without_chord_lines(lines: list[str]) -> Iterator[str]:
    """Give the lines without chords above words, and without blank lines below a label."""
    number = 0
    while number < len(lines):
        line, number = lines[number], number + 1
        if _HEADER.fullmatch(line.strip()):
            yield line
            while number < len(lines) and not lines[number].strip():
                number += 1
        elif _is_chords(line):
            below = number + (number < len(lines) and not lines[number].strip())
            if below < len(lines) and lines[below].strip() and not _is_chords(lines[below]):
                number = below
            else:
                yield line
        else:
            yield line


def _is_chords(line: str) -> bool:
    signs = len("".join(line.split()))
    chords = sum(len(chord) for chord in _CHORD.findall(line))
    return bool(chords) and (signs - chords) / signs <= _CHORD_LINE


def _without_metadata(section: str) -> str:
    return "\n".join(line for line in section.split("\n") if "=" not in line)


def _repeated(section: str) -> list[str]:
    match = _REPEAT.search(section)
    if not match:
        return [section]
    number = re.sub("[A-Za-z]", "", section[match.start() + 2 : match.start() + 4]).strip()
    kept = section[: match.start() + 1] + section[match.end() + 1 :]
    return [kept] * (int(number) if number.isdecimal() else 0)


def _slide(section: str) -> ShownSlide:
    first = next((line for line in section.split("\n") if line), "")
    group = _cleaned(first) if _LABEL.fullmatch(first) or first.strip().endswith(":") else None
    text = section
    if text.startswith("[") and "]" in text:
        text = text[text.index("]") + 1 :]
    if text.find(":") == len(text.split("\n")[0]) - 1:
        text = text[text.find(":") + 1 :]
    text = "\n".join(line for line in text.split("\n") if line)
    shown, _, notes = text.partition("---")
    return ShownSlide(tuple(_shown(shown)), _filled(notes.replace("---", "\n")), group)


def _cleaned(label: str) -> str:
    return _NOT_IN_LABELS.sub("", label).strip()


def _shown(text: str) -> Iterator[str]:
    for line in _filled(text):
        if line.startswith("{") or line.endswith("}"):
            continue
        # A colon, unless it is at the end, keeps the brackets of its line.
        yield line if ":" in line[:-2] else re.sub(r"\[[^\]]*\]?|\]", "", line)


def _filled(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)


def _restored(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.translate(_STAND_INS) for line in lines)


def _group_problems(slides: tuple[ShownSlide, ...], expected: Expected) -> Iterator[Problem]:
    """Give the slides that are not labelled with what FreeShow keeps of their titles."""
    for number, slide in enumerate(slides, 1):
        wanted = _cleaned(slide.lines[0]) if slide.lines else ""
        if slide.group is None:
            yield Problem(f"slide {number}: its group is missing, expected `{wanted}`", hint=_AGAIN)
        elif not same(wanted, slide.group, expected.language):
            message = f"slide {number}: its group is `{slide.group}`, expected `{wanted}`"
            yield Problem(message, hint=_AGAIN)


def _examined(slides: list[ShownSlide], expected: Expected) -> tuple[Problem, ...]:
    """Hold the slides against the bulletin as a deck's are held."""
    expected = replace(expected, last=None)
    regions: list[Region | None] = [None] * expected.cover
    regions += [place.region for place in _places(slides, expected)]
    regions += [None] * (len(slides) - len(regions))
    texts = tuple(
        _text(slide, region, expected) for slide, region in zip(slides, regions, strict=False)
    )
    return (*wording_problems(expected), *examine(texts, expected).problems)


def _text(slide: ShownSlide, region: Region | None, expected: Expected) -> SlideText:
    """Give a slide's lines as title, body and footnote: the file says no more than their order."""
    body = slide.lines[1:]
    others: tuple[str, ...] = ()
    if region:
        footnote = expected.footnote(region)
        if footnote and body and same(footnote[0].text, body[-1], expected.language):
            body, others = body[:-1], body[-1:]
        marks = {expected.slide_mark(request, region) for request in region.requests} - {""}
        for mark in marks:
            body = tuple(line.removeprefix(mark + _NO_BREAK_SPACE) for line in body)
    return SlideText("".join(slide.lines[:1]), body, others, slide.notes)


def _places(slides: Sequence[ShownSlide], expected: Expected) -> tuple[Place, ...]:
    return places(["".join(slide.lines[:1]) for slide in slides[expected.cover :]], expected)


def _notes(expected: Expected, there: Sequence[Place]) -> Iterator[tuple[str, ...]]:
    """Give the notes that the slides of the deck have, a region's all with its first slide."""
    head = head_parts(expected)
    if expected.cover:
        yield _texts(head)
        head = ()
    for place in there:
        if place.number > 1:
            yield ()
            continue
        yield _texts((*head, *region_parts(place.region, credited=False)))
        head = ()


def _texts(parts: tuple[Part, ...]) -> tuple[str, ...]:
    return tuple(part.text for part in parts)
