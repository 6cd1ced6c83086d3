"""What a layout's parts may name: its colours, and the type families that there are."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from printkit.loading.measures import ascending, length, number
from printkit.loading.messages import as_typed, did_you_mean, listed
from printkit.loading.nodes import Node
from printkit.loading.section import Section
from printkit.model.layout import Range

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_VALUE = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Looks:
    """A layout's colours as `RRGGBB` by name, and the names of the type families.

    `nodes` says where each colour stands.
    """

    colours: dict[str, str]
    nodes: dict[str, Node]
    families: Collection[str]


def read_looks(section: Section, families: Collection[str]) -> Looks:
    """Give the colours under the key `colours`; one that is wrong is kept as white."""
    node = section.required("colours")
    mapping = section.reader.mapping(node, "`colours`") if node else None
    entries = mapping.entries if mapping else {}
    colours = {name: _value(section, entry.value, name) for name, entry in entries.items()}
    for name, entry in entries.items():
        if not _NAME.fullmatch(name):
            message = f"expected a colour's name in a-z, 0-9 and `-`, found {as_typed(name)}"
            section.reader.refuse(entry.key, message)
    return Looks(colours, {name: entry.value for name, entry in entries.items()}, families)


def _value(section: Section, node: Node, name: str) -> str:
    word = section.reader.word(node, as_typed(name))
    if word is None or _VALUE.fullmatch(word):
        return (word or "").upper()
    message = f"expected six hexadecimal digits for {as_typed(name)}, found {as_typed(word)}"
    bare = word.removeprefix("#")
    hint = f'type `"{bare}"`' if _VALUE.fullmatch(bare) else 'such as `"1A1A1A"`'
    section.reader.refuse(node, message, hint)
    return ""


def read_colour(section: Section, key: str, looks: Looks) -> str:
    """Give the name of one of the layout's colours under a required key."""
    section.required(key)
    return (section.choice(key, looks.colours) if looks.colours else section.word(key)) or ""


def read_family(section: Section, key: str, looks: Looks) -> str:
    """Give the name of one of the type families under a required key."""
    node = section.required(key)
    return family_of(section, node, looks) if node else ""


def family_of(section: Section, node: Node, looks: Looks) -> str:
    """Give the type family that a node names."""
    word = section.reader.word(node, "a type family")
    if word is not None and word not in looks.families:
        hint = did_you_mean(word, looks.families)
        message = f"expected one of the type families {listed(looks.families)}"
        section.reader.refuse(node, f"{message}, found {as_typed(word)}", hint)
    return word or ""


def lengths(section: Section, key: str, smallest: float = 0.0) -> Range:
    """Give the range under a required key, in points, no part of it below `smallest`."""
    span = section.section(key, ("smallest", "largest"))
    values = length(span, "smallest", smallest), length(span, "largest")
    ascending(span, ("smallest", "largest"), values)
    return Range(*values)


def numbers(section: Section, key: str, largest: float) -> Range:
    """Give the range of plain numbers under a required key, up to `largest`."""
    span = section.section(key, ("smallest", "largest"))
    values = number(span, "smallest", 0, largest), number(span, "largest", 0, largest)
    ascending(span, ("smallest", "largest"), values)
    return Range(*values)
