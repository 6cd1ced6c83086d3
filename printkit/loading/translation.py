"""A translation's file, read beside its original, becomes a bulletin in another language."""

from pathlib import Path

from printkit.errors import Place, Problem, Refused
from printkit.loading.bulletin import (
    KEYS,
    open_section,
    read_date,
    read_language,
    read_scripture,
    read_title,
)
from printkit.loading.checks import Checks
from printkit.loading.freshness import changes_since
from printkit.loading.images import read_picture
from printkit.loading.reader import Reader
from printkit.loading.regions import read_regions
from printkit.loading.section import Section
from printkit.model.bulletin import Bulletin, Text
from printkit.model.languages import language_of


def load_translation(path: Path, shown: str, original: Bulletin, checks: Checks) -> Bulletin:
    """Give the translation in a file; Refused with everything that is wrong with it.

    Its language is the one in the file's name. Where it is silent, date, pictures, kinds and
    pseudonyms are the original's; a request is sensitive if either file says so.
    """
    language = language_of(path)
    if language is None:
        message = "expected a language in the file's name, found none"
        hint = "name a translation like `2019-01-14.de.yaml`"
        raise Refused(Problem(message, Place(shown), hint))
    reader = Reader(checks, path.parent)
    section = open_section(reader, path, shown, KEYS)
    _refuse_other_language(section, language)
    made_of = _read_fingerprint(section)
    translation = Bulletin(
        identity=original.identity,
        file=shown,
        language=language,
        title=read_title(section),
        regions=read_regions(section, original, changes_since(made_of, original)),
        date=read_date(section) or original.date,
        scripture=read_scripture(section),
        picture=read_picture(section) or original.picture,
        original=made_of,
    )
    reader.finish()
    return translation


def _read_fingerprint(section: Section) -> Text | None:
    node, word = section.get("of"), section.word("of")
    return Text(word, node.place) if node and word else None


def _refuse_other_language(section: Section, expected: str) -> None:
    found = read_language(section)
    node = section.get("language")
    if node and found and found != expected:
        message = f"expected `{expected}` as in the file's name, found `{found}`"
        section.reader.refuse(node, message, "leave `language` out, or name the file after it")
