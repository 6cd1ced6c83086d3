"""An outline becomes a draft that builds as it stands, with a remark on whatever was guessed."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from printkit.importing.cleaning import clean, has_words, in_one_line
from printkit.importing.draft import Draft, Remark, Scripture
from printkit.importing.naming import Neighbours, named
from printkit.importing.outline import DatedLine, Outline
from printkit.importing.sections import Section

_LONGEST_SUBJECT = 200
_REPLIES = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|antw)\s?:\s*)+", re.IGNORECASE)
_NO_NAME = "Prayer Requests"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of the file besides its text.

    `guesses` are what its reader had to guess, `dropped` the characters that it had to take out,
    `sent` is the day of an e-mail.
    """

    name: str
    subject: str
    guesses: tuple[str, ...]
    dropped: tuple[str, ...]
    sent: date | None = None


def draft(outline: Outline, source: Source, neighbours: Neighbours, day: date | None) -> Draft:
    """Give the draft; `day` is the date that the person importing has given."""
    title, title_remarks = _title(outline.title, source)
    settled, settling_remarks = _with_requests(outline)
    return Draft(
        title,
        named(settled.sections, neighbours),
        _scripture(settled),
        (
            *title_remarks,
            *settling_remarks,
            *(_dated(line, day) for line in outline.dates),
            *(() if day or outline.dates else _sent(source.sent)),
            *(_picture(name) for name in outline.pictures),
            *(_guess(guess) for guess in source.guesses),
            *_dropped(source.dropped),
        ),
        settled.remnants,
    )


def _scripture(outline: Outline) -> Scripture | None:
    found = outline.scripture
    if found is None:
        return None
    reference = found.reference
    if reference is None:
        return Scripture(found.text)
    return Scripture(found.text, reference.place, reference.translation)


def _title(title: str, source: Source) -> tuple[str, tuple[Remark, ...]]:
    """Give the title: the text's own, else the e-mail's subject, else the file's name."""
    if title:
        return title, ()
    subject = _REPLIES.sub("", in_one_line(clean(source.subject).text), count=1)
    if has_words(subject) and len(subject) <= _LONGEST_SUBJECT:
        return subject, (_titled(f"the subject `{subject}` stands for it"),)
    stem = in_one_line(clean(PurePath(source.name).stem.replace("_", " ")).text)
    name = stem if has_words(stem) and len(stem) <= _LONGEST_SUBJECT else _NO_NAME
    return name, (_titled(f"`{name}` stands for it"),)


def _titled(instead: str) -> Remark:
    return Remark(
        f"no title was found; {instead}",
        f"the text has no title; {instead}",
        "write the title after `title:`",
    )


def _with_requests(outline: Outline) -> tuple[Outline, tuple[Remark, ...]]:
    """Give an outline with at least one request: of whatever words there are, and none invented."""
    if outline.sections:
        return outline, ()
    words = [text for text in outline.remnants if has_words(text)]
    scripture = (outline.scripture.text,) if outline.scripture else ()
    dates = tuple(line.text for line in outline.dates)
    titles = (outline.title,) if outline.title else ()
    requests = tuple(words) or scripture or titles or dates or outline.pictures
    remark = Remark(
        "no requests were found; other words stand for them",
        "the text has no requests; its other words stand for them, so that the file can be built",
        "write the requests under `requests:`",
    )
    left = tuple(text for text in outline.remnants if text not in words)
    section = Section("", "", requests, frozenset())
    return replace(outline, sections=(section,), remnants=left), (remark,)


def _dated(line: DatedLine, day: date | None) -> Remark:
    if day and line.day in {day, None}:
        proposal = None
    elif line.day:
        proposal = (
            f"if it is the week's, import with `--date {line.day}`, or write `date: {line.day}`"
        )
    else:
        proposal = "import with `--date YYYY-MM-DD`, or write `date:` and the day into the file"
    return Remark(
        f"a line of the text was: {line.text}",
        f"`{line.text}` in the text was not taken for the bulletin's date",
        proposal,
    )


def _sent(day: date | None) -> tuple[Remark, ...]:
    if day is None:
        return ()
    return (
        Remark(
            f"the e-mail is of {day}",
            f"the e-mail's own day, {day}, was not taken for the bulletin's date",
            f"if it is the week's, import with `--date {day}`, or write `date: {day}`",
        ),
    )


def _picture(name: str) -> Remark:
    return Remark(
        f"a picture stood in the text: {name}",
        f"the picture `{name}` was not imported",
        "save it beside the bulletin, and add `image:` with `file:` and `alt:`",
    )


def _guess(guess: str) -> Remark:
    return Remark(
        guess, guess, "look for wrong letters, and save the file as UTF-8 if there are any"
    )


def _dropped(characters: tuple[str, ...]) -> tuple[Remark, ...]:
    if not characters:
        return ()
    counted = Counter(f"U+{ord(character):04X}" for character in characters)
    listed = ", ".join(f"{name} ({number})" for name, number in sorted(counted.items()))
    return (
        Remark(
            f"characters that cannot be printed were dropped: {listed}",
            f"characters that cannot be printed were dropped: {listed}",
            "look whether words have come apart or run together",
        ),
    )
