"""A deck's words as FreeShow's text import takes them (`src/frontend/converters/txt.ts` there).

The file is UTF-8 without a byte order mark (`src/electron/data/import.ts` reads it as `utf8`, and
a mark would stay before the first label); the show is named after it. A blank line parts two
slides. A first line in square brackets names the slide's group, which is not shown, so that the
title follows once more as the slide's first line. What follows three hyphens is the slide's notes.
"""

import re

from printkit.export.worship.words import SlideWords, slides_of
from printkit.model.frame import Document

# Anywhere in a line the import takes square brackets for chords, and an equals sign for a line of
# metadata (`Artist=…`); there is no escape, so that their full-width forms stand for them.
_STAND_INS = {ord("["): "\uff3b", ord("]"): "\uff3d", ord("="): "\uff1d"}
# An invisible sign of no width (U+2060 WORD JOINER) keeps other words from being taken for more.
_JOINER = "\u2060"
_NOTES = "---"
_DASHES = re.compile(r"-{3,}")
_LICENCE = "www.ccli.com"
_REPEAT = re.compile(r"x[0-9]")
_CHORD = re.compile(r"[A-G][#b]?(?:m|M|maj|min|dim|aug|sus|add)?[0-9]*(?:/[A-G][#b]?)?")
_CHORD_LINE = 0.2  # so few signs beside chords, and a line is a line of chords


def freeshow_text(document: Document) -> bytes:
    """Give the text to import in FreeShow: one slide for each slide of the deck, with its notes."""
    blocks = (_block(slide) for slide in slides_of(document))
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _block(slide: SlideWords) -> str:
    label = [f"[{_inline(slide.title)}]"] if slide.title else []
    shown = [_line(line) for line in (slide.title, *slide.lines) if line]
    notes = [_NOTES, *map(_line, slide.notes)] if slide.notes else []
    return "\n".join((*label, *shown, *notes))


def _line(text: str) -> str:
    """Give a line that the import takes for nothing but a line."""
    line = _inline(text)
    # A line that begins or ends with a brace is dropped, and `x2` repeats its slide.
    if line.startswith("{") or _REPEAT.match(line):
        line = f"{_JOINER}{line}"
    if line.endswith("}"):
        line = f"{line}{_JOINER}"
    # A line of chords would be joined with the next one, even with that of the next slide.
    while _is_chords(line):
        line = f"{line}{_JOINER}"
    return line


def _inline(text: str) -> str:
    """Give a text without signs that mean something wherever they stand."""
    text = _DASHES.sub(lambda run: _JOINER.join(run[0]), text.translate(_STAND_INS))
    # The address of the licence's owner makes the last slide a credit, which is not shown.
    return text.replace(_LICENCE, _LICENCE.replace(".com", f".{_JOINER}com"))


def _is_chords(line: str) -> bool:
    signs = len("".join(line.split()))
    chords = sum(len(chord) for chord in _CHORD.findall(line))
    return bool(chords) and (signs - chords) / signs <= _CHORD_LINE
