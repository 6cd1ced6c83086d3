"""A layout's `hyphenation`: where words are divided, and the words that are exceptions."""

import re
import unicodedata

from printkit.loading.measures import whole
from printkit.loading.messages import as_typed
from printkit.loading.nodes import Entry, Node, Sequence
from printkit.loading.reader import Reader
from printkit.loading.section import Section
from printkit.model.languages import normalised
from printkit.model.layout import Hyphenation

_KEYS = ("allowed", "in-a-row", "exceptions")
_MOST_IN_A_ROW = 9
_APOSTROPHE = "\u2019"
_WORD = re.compile(rf"[^\W\d_]+(?:[-'{_APOSTROPHE}][^\W\d_]+)*")
_HINT = "such as `min-is-tries`, or `Ebenezer` for a word that is never divided"


def read_hyphenation(page: Section) -> Hyphenation:
    """Give what stands under the key `hyphenation`."""
    section = page.section("hyphenation", _KEYS)
    section.required("allowed")
    return Hyphenation(
        allowed=bool(section.switch("allowed")),
        in_a_row=whole(section, "in-a-row", 1, _MOST_IN_A_ROW),
        exceptions=_exceptions(section),
    )


def _exceptions(section: Section) -> dict[str, tuple[str, ...]]:
    node, reader = section.get("exceptions"), section.reader
    mapping = reader.mapping(node, "`exceptions`") if node else None
    entries = mapping.entries if mapping else {}
    for tag, entry in entries.items():
        _refuse_other_than_tag(reader, tag, entry)
    return {tag: _words(reader, tag, entry.value) for tag, entry in entries.items()}


def _refuse_other_than_tag(reader: Reader, tag: str, entry: Entry) -> None:
    """Refuse what is no language tag in its usual case: files that extend one another merge."""
    usual = normalised(tag.replace("_", "-"))
    if usual != tag:
        message = "expected a language tag such as `en` or `fr-CA` as a key of `exceptions`"
        hint = f"type `{usual}`" if usual else None
        reader.refuse(entry.key, f"{message}, found {as_typed(tag)}", hint)


def _words(reader: Reader, tag: str, node: Node) -> tuple[str, ...]:
    """Give a language's words; an empty list takes back those that the layout extends."""
    if isinstance(node, Sequence) and not node.items:
        return ()
    found: dict[str, str] = {}
    for item in reader.items(node, as_typed(tag)):
        word = unicodedata.normalize("NFC", reader.word(item, "a word") or "")
        whole_word = word.replace("-", "").replace("'", _APOSTROPHE).lower()
        if word and not _WORD.fullmatch(word):
            message = "expected a word with hyphens where it may be divided"
            reader.refuse(item, f"{message}, found {as_typed(word)}", _HINT)
        elif whole_word in found:
            message = f"expected each word once, found {as_typed(word)}"
            reader.refuse(item, f"{message} after {as_typed(found[whole_word])}")
        elif word:
            found[whole_word] = word
    return tuple(found.values())
