"""The speaker's notes: everything that the slide's part of the bulletin says, whole."""

from collections.abc import Callable, Iterator, Sequence

from printkit.model.bulletin import Region, Text
from printkit.model.edition import Edition
from printkit.typeset.words import printed


def cover_notes(edition: Edition) -> tuple[str, ...]:
    """Give the cover's notes: title, date, scripture with its reference, the picture's credit."""
    words, wording = edition.words, edition.wording
    notes = [str(words.title)]
    if wording.date:
        notes.append(wording.date)
    if words.scripture:
        notes.append(f"{wording.opening}{words.scripture.text}{wording.closing}")
        if wording.reference:
            notes.append(wording.reference)
    if words.picture and words.picture.credit:
        notes.append(str(words.picture.credit))
    return _paragraphs(notes)


def region_notes(
    region: Region, edition: Edition, reading_time: Callable[[int], str], *, opens: bool = True
) -> tuple[str, ...]:
    """Give a region's notes: name, intro, requests; then footnote, cue and reading time.

    The name and the picture's credit are said where the region `opens`, not where it goes on.
    """
    said = list(_said(region, opens=opens))
    closing = list(_closing(said, edition, reading_time))
    if any(request.pseudonym for request in region.requests):
        closing.insert(0, edition.wording.footnote)
    return _paragraphs([*map(str, said), *closing])


def cue_notes(
    region: Region, edition: Edition, reading_time: Callable[[int], str]
) -> tuple[str, str]:
    """Give what a region's notes end in: the operator's cue, and the reading time."""
    return _closing(list(_said(region, opens=True)), edition, reading_time)


def _closing(
    said: Sequence[Text], edition: Edition, reading_time: Callable[[int], str]
) -> tuple[str, str]:
    words = sum(len(str(text).split()) for text in said)
    return edition.wording.cue, reading_time(words)


def _said(region: Region, *, opens: bool) -> Iterator[Text]:
    if opens:
        yield region.name
    if opens and region.picture and region.picture.credit:
        yield region.picture.credit
    if region.intro:
        yield region.intro
    yield from (request.text for request in region.requests)


def _paragraphs(texts: list[str]) -> tuple[str, ...]:
    return tuple(
        paragraph for text in texts for paragraph in printed(text).split("\n") if paragraph
    )
