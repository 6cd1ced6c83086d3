"""The whole way of an import: file, passages, blocks, outline, draft, YAML."""

from dataclasses import dataclass, replace
from datetime import date

from printkit.errors import Problem, Refused
from printkit.importing.blocks import Block, Passage, Reading
from printkit.importing.cleaning import clean, has_words, in_one_line
from printkit.importing.composing import compose
from printkit.importing.draft import Draft
from printkit.importing.drafting import Source, draft
from printkit.importing.lines import blocks_of
from printkit.importing.naming import Neighbours, known_names
from printkit.importing.outline import outline
from printkit.importing.readers import read

MOST_BYTES = 10_000_000
# What a bulletin's file may hold.
_MOST_YAML = 1_000_000
_MOST_PARTS = 15_000
_PARTS_OF_A_REGION = 8


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
    if len(source) > MOST_BYTES:
        found = f"{len(source) / 1_000_000:.1f} MB"
        raise Refused(
            Problem(f"`{name}` is {found}, expected at most {MOST_BYTES // 1_000_000} MB")
        )
    reading = read(source, name)
    blocks, dropped = _blocks(reading)
    if not any(has_words(block.text) for block in blocks):
        raise Refused(Problem(f"`{name}` holds no text", hint="look whether it is the right file"))
    told = Source(name, reading.subject, reading.guesses, reading.dropped + dropped)
    drafted = draft(outline(blocks, known_names(neighbours)), told, neighbours, day)
    yaml, warnings = compose(drafted, shown, day)
    _judge(yaml, drafted, name)
    return Imported(yaml, warnings, drafted.title)


def _judge(yaml: str, drafted: Draft, name: str) -> None:
    """Refuse what makes a file that is too large to be a bulletin."""
    parts = sum(_PARTS_OF_A_REGION + len(region.requests) for region in drafted.regions)
    if len(yaml.encode()) > _MOST_YAML or parts > _MOST_PARTS:
        raise Refused(
            Problem(
                f"`{name}` holds more text than a bulletin can, expected less than 1 MB",
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
