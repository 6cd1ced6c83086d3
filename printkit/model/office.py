"""Who an edition is for: an office's language, paper and imprint."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from printkit.errors import Place

# Whose names of the Bible's books an office reads: German Hiob is Ijob to Catholics.
Confession = Literal["protestant", "catholic"]


@dataclass(frozen=True, slots=True)
class Logo:
    """An office's mark, its file's name as typed, and the words that stand in for it."""

    file: Path
    alt: str
    place: Place
    name: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """One partner office. `imprint` is its name and address block, a line each.

    `references` is None where the office leaves the names of the Bible's books to the author.
    `bilingual` names the office whose edition is the other side of a bilingual one.
    """

    identity: str
    name: str
    language: str
    paper: str
    layout: str
    imprint: tuple[str, ...]
    place: Place
    fallbacks: tuple[str, ...] = ()
    link: str | None = None
    logo: Logo | None = None
    references: Confession | None = None
    bilingual: str | None = None
