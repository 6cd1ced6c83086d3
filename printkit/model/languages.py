"""Language tags (BCP 47: language, script, region), and what a file's name says."""

import re
from pathlib import Path

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?")
_SUFFIXES = {".yaml", ".yml"}
_LOCAL = "local"


def normalised(tag: str) -> str | None:
    """Give a language tag in its usual case (`fr-ca` as `fr-CA`), None where it is none."""
    found = _TAG.fullmatch(tag)
    if not found:
        return None
    language, script, region = found.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def language_of(path: Path) -> str | None:
    """Give the language in a file's name: `fr-CA` for `2019-01-14.fr-CA.yaml`."""
    return _parts(path)[1]


def identity_of(path: Path) -> str:
    """Give a file's name without its language: `2019-01-14` for `2019-01-14.fr-CA.yaml`."""
    return _parts(path)[0]


def _parts(path: Path) -> tuple[str, str | None]:
    stem = path.stem if path.suffix.lower() in _SUFFIXES else path.name
    identity, _dot, last = stem.rpartition(".")
    if not identity:
        return stem, None
    if last.lower() == _LOCAL:
        return identity, None
    language = normalised(last)
    return (identity, language) if language else (stem, None)
