"""The whole way of an import: file, passages, blocks, outline, draft, YAML."""

from dataclasses import dataclass, replace
from datetime import date

from printkit.errors import Problem, Refused
from printkit.importing.blocks import Block, Passage, Reading
from printkit.importing.cleaning import clean, has_words, in_one_line
from printkit.importing.composing import compose
from printkit.importing.drafting import Source, draft
from printkit.importing.lines import blocks_of
from printkit.importing.naming import Neighbours, known_names
from printkit.importing.outline import outline
from printkit.importing.readers import read

MOST_BYTES = 10_000_000
# What a bulletin's file may hold.
_MOST_TEXT = 1_000_000
_LONGEST_WORD = 10_000
_MOST_LINES = 20_000
_MOST_PARAGRAPHS = 2000


@dataclass(frozen=True, slots=True)
class Imported:
    """An imported bulletin: the text of its YAML file, the warnings about it, and its title."""

    yaml: str
    warnings: tuple[Problem, ...]
    title: str


def import_file(
    source: bytes, name: str, neighbours: Neighbours, shown: str, day: date | None = None
) -> Imported:
    """Give the bulletin that a file holds; Refused where it cannot be read or holds no text.

    `name` is the source's own; `shown` is the YAML file's as people see it, where the warnings
    are; `day` is written as the bulletin's date.
    """
    reading = _read(source, name)
    blocks, dropped = _blocks(reading)
    if len(blocks) > _MOST_PARAGRAPHS:
        raise _too_much(name)
    if not any(has_words(block.text) for block in blocks):
        raise Refused(Problem(f"`{name}` holds no text", hint="look whether it is the right file"))
    dropped = reading.dropped + dropped
    told = Source(name, reading.subject, reading.guesses, dropped, reading.sent)
    drafted = draft(outline(blocks, known_names(neighbours)), told, neighbours, day)
    yaml, warnings = compose(drafted, shown, day)
    if len(yaml.encode()) > _MOST_TEXT:
        raise _too_much(name)
    return Imported(yaml, warnings, drafted.title)


def _read(source: bytes, name: str) -> Reading:
    """Give what the file says; Refused where it is too large, before and after it is unpacked."""
    if len(source) > MOST_BYTES:
        found = f"{len(source) / 1_000_000:.1f} MB"
        most = f"{MOST_BYTES // 1_000_000} MB"
        raise Refused(Problem(f"`{name}` is {found}, expected at most {most}"))
    reading = read(source, name)
    size = sum(len(passage.text) for passage in reading.passages)
    lines = sum(1 + passage.text.count("\n") for passage in reading.passages)
    if size > _MOST_TEXT or lines > _MOST_LINES:
        raise _too_much(name)
    _refuse_long_words(reading, name)
    return reading


def _refuse_long_words(reading: Reading, name: str) -> None:
    """Refuse words that no bulletin may have, such as an attachment's letters."""
    words = (word for passage in reading.passages for word in passage.text.split())
    longest = max(map(len, words), default=0)
    if longest > _LONGEST_WORD:
        message = f"`{name}` holds a word of {longest} characters, expected at most {_LONGEST_WORD}"
        hint = "take out what is not the bulletin's text, such as an attachment"
        raise Refused(Problem(message, hint=hint))


def _too_much(name: str) -> Refused:
    return Refused(
        Problem(
            f"`{name}` holds more text than a bulletin can, expected less than 1 MB "
            f"and at most {_MOST_PARAGRAPHS} paragraphs",
            hint="import the part of it that is the bulletin",
        )
    )


def _blocks(reading: Reading) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Give the blocks of clean text, their positions, and the characters that were taken out."""
    blocks: list[Block] = []
    dropped: list[str] = []
    for passage in reading.passages:
        cleaned = clean(passage.text)
        dropped += cleaned.dropped
        blocks += _blocks_of(replace(passage, text=cleaned.text))
    placed = (replace(block, position=place) for place, block in enumerate(blocks))
    return tuple(placed), tuple(dropped)


def _blocks_of(passage: Passage) -> tuple[Block, ...]:
    if passage.kind == "lines":
        return blocks_of(passage.text)
    text = in_one_line(passage.text)
    kind = passage.kind if has_words(text) else "aside"
    return (Block(kind, text),) if text else ()
