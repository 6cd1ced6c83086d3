"""The speaker's notes: everything that the slide's part of the bulletin says, whole."""

from collections.abc import Callable

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
    said: list[Text] = [region.name] if opens else []
    if opens and region.picture and region.picture.credit:
        said.append(region.picture.credit)
    if region.intro:
        said.append(region.intro)
    said += [request.text for request in region.requests]
    words = sum(len(str(text).split()) for text in said)
    closing = [edition.wording.cue, reading_time(words)]
    if any(request.pseudonym for request in region.requests):
        closing.insert(0, edition.wording.footnote)
    return _paragraphs([*map(str, said), *closing])


def _paragraphs(texts: list[str]) -> tuple[str, ...]:
    return tuple(
        paragraph for text in texts for paragraph in printed(text).split("\n") if paragraph
    )
