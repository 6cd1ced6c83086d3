"""A bulletin's fingerprint, part by part: what a translation was made from."""

import hashlib
import json
import re
from dataclasses import dataclass

from printkit.model.bulletin import Bulletin, Region

_DIGITS = 4
ABSENT = "0"
_PIECE = re.compile(rf"[0-9a-f]{{{_DIGITS}}}|{ABSENT}")
_WHOLE_DIGITS = 16
_FEWEST_OF_WHOLE = 6


@dataclass(frozen=True, slots=True)
class RegionPrint:
    """A region's digests: its name, its intro (`0` where there is none), and each request."""

    name: str
    intro: str
    requests: tuple[str, ...]

    def __str__(self) -> str:
        return "-".join((self.name, self.intro, *self.requests))


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A bulletin's digests, four hexadecimal digits of SHA-256 each; `0` is what there is not.

    It is written `title-scripture`, then for each region after a blank `name-intro-request-…`.
    """

    title: str
    scripture: str
    regions: tuple[RegionPrint, ...]

    def __str__(self) -> str:
        return " ".join((f"{self.title}-{self.scripture}", *map(str, self.regions)))


def fingerprint_of(bulletin: Bulletin) -> Fingerprint:
    """Give the fingerprint: each digest changes with the words of its part, and no other."""
    scripture = bulletin.scripture
    return Fingerprint(
        _digest(str(bulletin.title)),
        _digest(str(scripture.text), str(scripture.reference or "")) if scripture else ABSENT,
        tuple(_region(region) for region in bulletin.regions),
    )


def fingerprint_from(said: str) -> Fingerprint | None:
    """Give a fingerprint as it was written; None where it is not written part by part."""
    head, *regions = (group.split("-") for group in said.lower().split() or [said])
    pieces = [piece for group in (head, *regions) for piece in group]
    if not all(_PIECE.fullmatch(piece) for piece in pieces):
        return None
    if len(head) != len(("title", "scripture")) or not regions:
        return None
    if any(len(group) < len(("name", "intro", "request")) for group in regions):
        return None
    prints = (RegionPrint(name, intro, tuple(rest)) for name, intro, *rest in regions)
    return Fingerprint(head[0], head[1], tuple(prints))


def is_whole_of(said: str, bulletin: Bulletin) -> bool:
    """Whether a plain fingerprint is the bulletin's: the first digits of one for all its words."""
    digits = said.lower().rstrip("…")
    return len(digits) >= _FEWEST_OF_WHOLE and _whole(bulletin).startswith(digits)


def _region(region: Region) -> RegionPrint:
    return RegionPrint(
        _digest(str(region.name)),
        _digest(str(region.intro)) if region.intro else ABSENT,
        tuple(_digest(str(one.text), str(one.slide or "")) for one in region.requests),
    )


def _digest(*words: str) -> str:
    return _sha256("\0".join(words))[:_DIGITS]


def _whole(bulletin: Bulletin) -> str:
    """Give sixteen digits that change when any of the bulletin's words do."""
    scripture = bulletin.scripture
    words = [
        str(bulletin.title),
        [str(scripture.text), str(scripture.reference or "")] if scripture else [],
        [
            [
                str(region.name),
                str(region.intro or ""),
                [[str(request.text), str(request.slide or "")] for request in region.requests],
            ]
            for region in bulletin.regions
        ],
    ]
    return _sha256(json.dumps(words, ensure_ascii=False))[:_WHOLE_DIGITS]


def _sha256(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
