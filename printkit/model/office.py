"""Who an edition is for: an office's language, paper and imprint."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from printkit.errors import Place


@dataclass(frozen=True, slots=True)
class Logo:
    """An office's mark, and the words that stand in for it."""

    file: Path
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class Office:
    """One partner office. `imprint` is its name and address block, a line each."""

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
    references: Literal["protestant", "catholic"] = "protestant"
