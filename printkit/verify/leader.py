"""A leader's edition is held against the bulletin: each slide's picture and notes, page by page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from printkit.errors import Problem, Refused
from printkit.model.bulletin import Region, Request
from printkit.verify.comparing import Part, Reading, compare
from printkit.verify.continued import count_said, letters, parts_told, title_of
from printkit.verify.expected import (
    Expected,
    cover_parts,
    credit_parts,
    wording_problems,
)
from printkit.verify.feet import above_feet, untold_feet
from printkit.verify.page_reader import read_pages
from printkit.verify.telling import FIGURE, Told, paragraphs_told, requests_told
from printkit.verify.witness import size_problems, tag_problems

Time = Callable[[Region], str]


def check_leader(data: bytes, expected: Expected, time: Time) -> tuple[Problem, ...]:
    """Give what is wrong with a leader's edition (PDF): what is seen of it, and what is read aloud.

    `time` gives the line that says how long a region, or a part of it, takes to read.
    """
    try:
        pages = read_pages(data)
    except Refused as refused:
        return refused.problems
    texts, feet = above_feet(pages, expected)
    regions = tuple(_regions("\n".join(texts), expected))
    told = tuple(_slides(expected, regions, time))
    imprint = tuple(Told("P", line) for line in expected.imprint if line)
    wanted = tuple(Told(f"Document > {one.role}", one.text, one.place) for one in (*told, *imprint))
    return (
        *size_problems(pages, expected.paper),
        *wording_problems(expected),
        *feet,
        *_words(texts, told, expected.language),
        *tag_problems(data, wanted, expected.language, untold_feet(len(pages), expected)),
    )


def _regions(text: str, expected: Expected) -> Iterator[Region]:
    """Give the regions, or their parts where they go on, headed as their slides are."""
    said = letters(text, expected.language)
    slide, at = 1 + expected.cover, 0
    for region in expected.bulletin.regions:
        count = _count(said[at:], region, slide, expected)
        titles = [title_of(region, number, count) for number in range(1, count + 1)]
        starts, sections = [], []
        heads = [_heading(title, number, expected) for number, title in enumerate(titles, slide)]
        for head in heads:
            at = max(at, said.find(head, at))
            starts.append(at)
        for head, (start, stop) in zip(heads, pairwise((*starts, len(said))), strict=True):
            sections.append(said[start:stop].removeprefix(head))
        slide += count
        between = (*_openers(expected), *(part.text for part in credit_parts(region.picture)))
        parts = parts_told(region, sections, between, expected.language)
        for title, part in zip(titles, parts, strict=True):
            yield replace(part, name=replace(region.name, value=title))


def _openers(expected: Expected) -> tuple[str, ...]:
    """Give what may stand before a request: its mark, and the word for its kind."""
    return expected.mark, expected.wording.praise, expected.wording.prayer


def _count(said: str, region: Region, slide: int, expected: Expected) -> int:
    """Give over how many slides a region goes, as the title of its first says."""
    opening = _heading(f"{region.name} (1/", slide, expected)
    at = said.find(opening) if expected.overset == "continue" else -1
    return count_said(said[at + len(opening) :]) if at >= 0 else 1


def _heading(title: str, slide: int, expected: Expected) -> str:
    return letters(f"{expected.wording.slide} {slide}{title}", expected.language)


def _slides(expected: Expected, regions: Sequence[Region], time: Time) -> Iterator[Told]:
    """Give what each slide's part tells, in order."""
    bulletin, cover = expected.bulletin, expected.cover
    within = "Sect 1 > " if cover else ""
    if cover:
        yield from _picture(1, str(bulletin.title), within, expected)
    yield from _head(within, expected)
    for place, region in enumerate(regions, 1 + cover):
        within = f"Sect {place} > "
        yield from _picture(place, str(region.name), within, expected)
        yield from _region(region, time(region), within, expected)


def _picture(slide: int, title: str, within: str, expected: Expected) -> Iterator[Told]:
    """Give a slide's picture and its number."""
    name = f"{expected.wording.slide} {slide}"
    title = title.replace("\n", " ")
    yield Told(within + FIGURE, f"{name}: {title}")
    yield Told(f"{within}P", name)


def _head(within: str, expected: Expected) -> Iterator[Told]:
    """Give the cover's notes."""
    bulletin = expected.bulletin
    yield Told(f"{within}H1", str(bulletin.title), bulletin.title.place)
    dated = 1 if expected.wording.date else 0
    for place, part in enumerate(cover_parts(expected)):
        yield from paragraphs_told(f"{within}{'P' if place < dated else 'BlockQuote 1 > P'}", part)
    for part in credit_parts(bulletin.picture):
        yield from paragraphs_told(f"{within}P", part)


def _region(region: Region, time: str, within: str, expected: Expected) -> Iterator[Told]:
    """Give a region's notes."""

    def label(request: Request) -> str:
        wording = expected.wording
        if request.continued:
            return ""
        return {"praise": f"{wording.praise} ", "prayer": f"{wording.prayer} "}.get(
            request.kind or "", ""
        )

    yield Told(f"{within}H2", str(region.name), region.name.place)
    intro = (Part(str(region.intro), region.intro.place),) if region.intro else ()
    for part in (*credit_parts(region.picture), *intro):
        yield from paragraphs_told(f"{within}P", part)
    yield from requests_told(expected, region, within, label)
    yield from (Told(f"{within}Note", part.text) for part in expected.footnote(region))
    yield Told(f"{within}P", expected.wording.cue)
    yield Told(f"{within}P", time)


def _words(texts: Sequence[str], told: Sequence[Told], language: str) -> tuple[Problem, ...]:
    """Give what differs in what the pages show above their feet."""
    reading = Reading("on the pages", "\n".join(texts), language)
    return compare(tuple(Part(one.text, one.place) for one in told if not one.is_figure), reading)
