"""Keys and values of which it is known what they may be."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from printkit.errors import Place
from printkit.loading.messages import as_typed, did_you_mean, listed, nearest
from printkit.loading.nodes import Mapping, Node, Scalar
from printkit.loading.reader import Reader, quoting_hint
from printkit.model.bulletin import Text

_MOST_LISTED = 8
# What other programs have and this one will not, with the reason.
_REFUSED = {"bleed": "leave it out: pieces tile their sheet, and copiers print none of its edge"}
_MEANT = dict.fromkeys(("true", "yes", "y", "on", "1"), "true") | dict.fromkeys(
    ("false", "no", "n", "off", "0"), "false"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A mapping that is being read: asking for a required key that is missing is a problem.

    `values` holds what stands under the known keys. Missing keys are not told where `excused`:
    under a key that was misspelt, or in a mapping that could not be read at all (`node` is None).
    """

    reader: Reader
    node: Mapping | None
    values: dict[str, Node] = field(default_factory=dict)
    excused: frozenset[str] = frozenset()

    def get(self, key: str) -> Node | None:
        """Give what stands under a key that may be left out."""
        return self.values.get(key)

    def required(self, key: str) -> Node | None:
        """Give what stands under a key; a problem where it is missing."""
        found = self.values.get(key)
        if found is None and self.node is not None and key not in self.excused:
            others = f"only {_some(self.node.entries)}" if self.node.entries else "nothing"
            self.reader.refuse(self.node, f"expected the key `{key}`, found {others}")
        return found

    def text(self, key: str) -> Text:
        """Give a required text in one paragraph."""
        node = self.required(key)
        return self.reader.text(node, f"`{key}`") if node else Text("", Place(""))

    def optional_text(self, key: str) -> Text | None:
        """Give a text in one paragraph, None where it is left out."""
        node = self.get(key)
        return self.reader.text(node, f"`{key}`") if node else None

    def possibly_empty(self, key: str) -> str:
        """Give a required text that may say nothing: `""`."""
        node = self.required(key)
        if isinstance(node, Scalar) and not node.plain and not node.value:
            return ""
        return self.reader.text(node, f"`{key}`").value if node else ""

    def paragraphs(self, key: str) -> Text:
        """Give a required text of one or more paragraphs."""
        node = self.required(key)
        return self.reader.paragraphs(node, f"`{key}`") if node else Text("", Place(""))

    def optional_paragraphs(self, key: str) -> Text | None:
        """Give a text of one or more paragraphs, None where it is left out."""
        node = self.get(key)
        return self.reader.paragraphs(node, f"`{key}`") if node else None

    def items(self, key: str) -> list[Node]:
        """Give the entries of a required list."""
        node = self.required(key)
        return self.reader.items(node, f"`{key}`") if node else []

    def each(self, key: str) -> "list[Section]":
        """Give for each entry of a required list a section with that entry under the key."""
        return [replace(self, values={key: node}) for node in self.items(key)]

    def word(self, key: str) -> str | None:
        """Give a word that is not printed, None where it is left out or wrong."""
        node = self.get(key)
        return self.reader.word(node, f"`{key}`") if node else None

    def switch(self, key: str) -> bool | None:
        """Give `true` or `false`, None where it is left out or wrong."""
        node, word = self.get(key), self.word(key)
        if node is None or word is None:
            return None
        if word in {"true", "false"}:
            return word == "true"
        meant = _MEANT.get(word.lower())
        hint = f"type `{meant}`" if meant else None
        message = f"expected `true` or `false` for `{key}`, found {as_typed(word)}"
        self.reader.refuse(node, message, hint)
        return None

    def choice(self, key: str, options: Iterable[str]) -> str | None:
        """Give one of the options, None where it is left out or wrong."""
        node, word, known = self.get(key), self.word(key), tuple(options)
        if node is None or word is None or word in known:
            return word
        message = f"expected one of {listed(known)} for `{key}`, found {as_typed(word)}"
        self.reader.refuse(node, message, did_you_mean(word, known))
        return None

    def section(self, key: str, keys: tuple[str, ...]) -> "Section":
        """Give the keys and values under a required key."""
        return read_section(self.reader, self.required(key), f"`{key}`", keys)


def read_section(reader: Reader, node: Node | None, label: str, keys: tuple[str, ...]) -> Section:
    """Give a node as a section that may have these keys; others are problems."""
    known = listed(keys)
    mapping = reader.mapping(node, label, f"its keys are {known}") if node else None
    if mapping is None:
        return Section(reader, None)
    unknown = [key for key in mapping.entries if key not in keys]
    for key in unknown:
        hint = _REFUSED.get(key) or did_you_mean(key, keys) or _unknown_hint(mapping, key)
        expected = f"expected one of {known}" if len(keys) > 1 else f"expected {known}"
        message = f"unknown key {as_typed(key)}, {expected}"
        reader.refuse(mapping.entries[key].key, message, hint)
    values = {key: entry.value for key, entry in mapping.entries.items() if key in keys}
    excused = frozenset(meant for key in unknown if (meant := nearest(key, keys)))
    return Section(reader, mapping, values, excused)


def _some(keys: Iterable[str]) -> str:
    first = list(islice(keys, _MOST_LISTED + 1))
    return listed(first[:_MOST_LISTED]) + (", …" if len(first) > _MOST_LISTED else "")


def _unknown_hint(mapping: Mapping, key: str) -> str | None:
    """Give the hint for a key that may have been meant as text."""
    value = mapping.entries[key].value
    if key == "<<":
        return "type the keys and values themselves"
    if mapping.flow and isinstance(value, Scalar) and not value.value:
        return "put quotes around a text with a comma in it"
    return quoting_hint(mapping) if " " in key and not mapping.flow else None
