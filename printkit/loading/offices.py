"""The offices' file becomes offices."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from printkit.loading.beside import find_picture, refuse_file_name
from printkit.loading.bulletin import read_language, tag_of
from printkit.loading.checks import Checks
from printkit.loading.messages import as_typed
from printkit.loading.nodes import Scalar
from printkit.loading.papers import read_paper
from printkit.loading.reader import Reader
from printkit.loading.section import Section, read_section
from printkit.model.office import Confession, Logo, Office

_KEYS = (
    "name",
    "language",
    "fallbacks",
    "paper",
    "layout",
    "imprint",
    "link",
    "logo",
    "references",
    "bilingual",
)
_USUAL_LAYOUT = "classic"
_CONFESSIONS: tuple[Confession, ...] = get_args(Confession)
_IDENTITY = re.compile(r"[a-z0-9][a-z0-9-]*")
# An office is a folder in `output/`: `web` is taken, and Windows takes the others for devices.
_TAKEN = {"web", "con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
_LINK = re.compile(r"https?://[^\s/]+\.[^\s]+")


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that an office may use."""

    layouts: Collection[str]
    papers: Collection[str]
    offices: Collection[str]


def load_offices(
    path: Path, shown: str, layouts: Collection[str], papers: Collection[str], checks: Checks
) -> dict[str, Office]:
    """Give the offices in a file by their names, in its order; Refused with all that is wrong."""
    reader = Reader(checks, path.parent)
    root = reader.mapping(reader.open(path, shown), "this file")
    offices = {}
    known = _Known(layouts, papers, tuple(root.entries) if root else ())
    for identity, entry in root.entries.items() if root else ():
        _refuse_identity(reader, entry.key)
        section = read_section(reader, entry.value, f"the office {as_typed(identity)}", _KEYS)
        offices[identity] = _read_office(section, entry.key, known)
    if root and not offices:
        reader.refuse(root, "expected at least one office, found none")
    reader.finish()
    return offices


def _refuse_identity(reader: Reader, key: Scalar) -> None:
    if not _IDENTITY.fullmatch(key.value):
        message = "expected an office's short name in a-z, 0-9 and `-`"
        meant = re.sub(r"[^a-z0-9]+", "-", key.value.lower()).strip("-")
        hint = f"type `{meant}`" if meant else None
        reader.refuse(key, f"{message}, found {as_typed(key.value)}", hint)
    elif key.value in _TAKEN:
        message = f"an office cannot be called {as_typed(key.value)}, which names something else"
        reader.refuse(key, message, "give it another short name")


def _read_office(section: Section, key: Scalar, known: _Known) -> Office:
    section.required("language")
    return Office(
        identity=key.value,
        name=section.text("name").value,
        language=read_language(section) or "",
        paper=read_paper(section, known.papers) or "",
        layout=section.choice("layout", known.layouts) or _USUAL_LAYOUT,
        imprint=_lines(section, "imprint"),
        place=key.place,
        fallbacks=_fallbacks(section),
        link=_link(section),
        logo=_logo(section),
        references=_references(section),
        bilingual=_partner(section, key, known.offices),
    )


def _lines(section: Section, key: str) -> tuple[str, ...]:
    nodes = section.items(key)
    return tuple(section.reader.text(node, f"a line of `{key}`").value for node in nodes)


def _fallbacks(section: Section) -> tuple[str, ...]:
    if section.get("fallbacks") is None:
        return ()
    tags = (tag_of(section.reader, node, "`fallbacks`") for node in section.items("fallbacks"))
    return tuple(tag for tag in tags if tag)


def _link(section: Section) -> str | None:
    node, link = section.get("link"), section.word("link")
    if node and link and not _LINK.fullmatch(link):
        message = f"expected an address for `link`, found {as_typed(link)}"
        section.reader.refuse(node, message, "begin it with `https://`")
    return link


def _logo(section: Section) -> Logo | None:
    if section.get("logo") is None:
        return None
    logo = section.section("logo", ("file", "alt"))
    alt, words, file = logo.get("alt"), logo.text("alt"), logo.required("file")
    if alt:
        refuse_file_name(logo.reader, alt, words.value)
    found = find_picture(logo.reader, file) if file else None
    return Logo(found[0], words.value, file.place, found[1]) if file and found else None


def _partner(section: Section, key: Scalar, offices: Collection[str]) -> str | None:
    others = [name for name in offices if name != key.value]
    return section.choice("bilingual", others) or None


def _references(section: Section) -> Confession | None:
    found = section.choice("references", _CONFESSIONS)
    return next((confession for confession in _CONFESSIONS if confession == found), None)
