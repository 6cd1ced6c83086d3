"""A bulletin's file becomes a bulletin."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from printkit.loading.checks import Checks
from printkit.loading.images import read_picture
from printkit.loading.messages import as_typed
from printkit.loading.nodes import Node
from printkit.loading.reader import Reader
from printkit.loading.regions import read_regions
from printkit.loading.section import Section, read_section
from printkit.model.bulletin import Bulletin, Scripture, Text
from printkit.model.languages import identity_of, normalised

KEYS = ("title", "date", "language", "of", "scripture", "image", "regions")
USUAL_LANGUAGE = "en"
LONGEST_TITLE = 255  # what PowerPoint and PDF readers take as a document's title
_SCRIPTURE_KEYS = ("text", "reference", "translation")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def load_bulletin(path: Path, shown: str, checks: Checks) -> Bulletin:
    """Give the bulletin in a file; Refused with everything that is wrong with it.

    `shown` is the path as messages name it, with `/`.
    """
    reader = Reader(checks, path.parent)
    section = open_section(reader, path, shown, KEYS)
    made_from = section.get("of")
    if made_from:
        hint = "leave it out, or name the file like `2019-01-14.de.yaml` if it is a translation"
        reader.refuse(made_from, "expected `of` only in a translation, found it here", hint)
    bulletin = Bulletin(
        identity=identity_of(path),
        file=shown,
        language=read_language(section) or USUAL_LANGUAGE,
        title=read_title(section),
        regions=read_regions(section),
        date=read_date(section),
        scripture=read_scripture(section),
        picture=read_picture(section),
    )
    reader.finish()
    return bulletin


def open_section(reader: Reader, path: Path, shown: str, keys: Sequence[str]) -> Section:
    """Give a whole file as a section; Refused where it has no keys."""
    section = read_section(reader, reader.open(path, shown), "this file", tuple(keys))
    if section.node is None:
        reader.finish()
    return section


def read_title(section: Section) -> Text:
    """Give the title: one paragraph of at most 255 characters."""
    title = section.text("title")
    node = section.get("title")
    if node and len(title.value) > LONGEST_TITLE:
        found = f"found {len(title.value)}"
        message = f"expected at most {LONGEST_TITLE} characters for `title`, {found}"
        section.reader.refuse(node, message)
    return title


def read_language(section: Section, key: str = "language") -> str | None:
    """Give the language tag under a key, None where it is left out or wrong."""
    node = section.get(key)
    return tag_of(section.reader, node, f"`{key}`") if node else None


def tag_of(reader: Reader, node: Node, label: str) -> str | None:
    """Give a node's language tag in its usual case."""
    word = reader.word(node, label)
    if word is None:
        return None
    tag = normalised(word)
    if tag is None:
        meant = normalised(word.replace("_", "-"))
        message = f"expected a language tag such as `en` or `fr-CA` for {label}"
        hint = f"did you mean `{meant}`?" if meant else None
        reader.refuse(node, f"{message}, found {as_typed(word)}", hint)
    return tag


def read_date(section: Section) -> date | None:
    """Give the date, None where it is left out or no day of the calendar."""
    node, word = section.get("date"), section.word("date")
    if node is None or word is None:
        return None
    try:
        if _DATE.fullmatch(word):
            return date.fromisoformat(word)
    except ValueError:
        pass  # the thirty-first of February: told below
    message = f"expected a day of the calendar for `date`, found {as_typed(word)}"
    section.reader.refuse(node, message, "type year-month-day, such as `2019-01-14`")
    return None


def read_scripture(section: Section) -> Scripture | None:
    """Give the scripture, None where it is left out."""
    if section.get("scripture") is None:
        return None
    scripture = section.section("scripture", _SCRIPTURE_KEYS)
    return Scripture(
        scripture.paragraphs("text"),
        scripture.optional_text("reference"),
        scripture.optional_text("translation"),
    )
