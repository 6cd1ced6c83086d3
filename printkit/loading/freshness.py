"""Whether a translation is still of what its original says, told part by part."""

from dataclasses import dataclass

from printkit.errors import Place, Problem
from printkit.loading.messages import as_typed
from printkit.model.bulletin import Bulletin, Text
from printkit.model.fingerprint import fingerprint_from, fingerprint_of, is_whole_of
from printkit.model.freshness import Change, changes, nothing_left

_HOW = {
    "changed": "has changed since this was translated",
    "new": "is new since this was translated",
    "gone": "is gone since this was translated",
}


def outdated(translation: Bulletin, original: Bulletin) -> tuple[Problem, ...]:
    """Give warnings where the original has changed since a translation was made of it.

    Each part that has changed is named with its place in the translation and the original's line;
    the last warning says what to type when all of it has been looked at.
    """
    made_of = translation.original
    if made_of is None or is_whole_of(made_of.value, original):
        return ()
    now, before = fingerprint_of(original), fingerprint_from(made_of.value)
    if now == before:
        return ()
    found = changes_since(made_of, original)
    pair = _Pair(translation, original)
    parts = tuple(Problem(pair.told(one), pair.place(one)) for one in found)
    message = "the original has changed since this translation was made"
    what = "what is named above" if parts else "it"
    hint = f"read {what} through, then type `of: {now}`"
    return (*parts, Problem(message, made_of.place, hint))


def changes_since(made_of: Text | None, original: Bulletin) -> tuple[Change, ...]:
    """Give what has changed since the original had that fingerprint, where it can be told."""
    now, before = fingerprint_of(original), fingerprint_from(made_of.value) if made_of else None
    return changes(before, now) if before and not nothing_left(before, now) else ()


def counting_hint(found: tuple[Change, ...], original: Bulletin, region: int | None) -> str:
    """Say which of the regions, or of a region's requests, a translation lacks or has too many."""
    pair = _Pair(original, original)
    part = "region" if region is None else "request"
    hints = [
        pair.told(one)
        for one in found
        if one.part == part and one.how != "changed" and region in (None, one.region)
    ]
    return "; ".join(["they pair with the original's by position", *hints])


@dataclass(frozen=True, slots=True)
class _Pair:
    """A translation and its original, whose parts pair by position."""

    translation: Bulletin
    original: Bulletin

    def told(self, change: Change) -> str:
        """Say what has become of a part, and where the original has it."""
        what = _named(change, self.original)
        how = _HOW.get(change.how) or f"was {_former(change)} when this was translated"
        if change.how == "gone":
            return f"{what} {how}"
        place = _text_of(change, self.original).place
        return f"{what} {how}, see `{place.file}:{place.line}`"

    def place(self, change: Change) -> Place:
        """Give the place in the translation."""
        return _text_of(change, self.translation).place


def _named(change: Change, original: Bulletin) -> str:
    if change.part in ("title", "scripture"):
        return f"the {change.part}"
    if change.part == "region" and change.how == "gone":
        return f"what was region {change.before[0] + 1}"
    name = as_typed(original.regions[change.region].name.value)
    if change.part == "region":
        return f"region {change.region + 1}, {name},"
    if change.part != "request":
        return f"the {change.part} of region {change.region + 1}, {name},"
    if change.how == "gone":
        return f"what was request {change.before[1] + 1} of {name}"
    return f"request {change.request + 1} of {name}"


def _former(change: Change) -> str:
    region, request = change.before
    if change.part == "region":
        return f"region {region + 1}"
    place = f" of region {region + 1}" if region != change.region else ""
    return f"request {request + 1}{place}"


def _text_of(change: Change, bulletin: Bulletin) -> Text:
    """Give the text that a change is about, or what stands nearest to where it would be."""
    if change.part == "scripture" and bulletin.scripture:
        return bulletin.scripture.text
    if change.region < 0:
        return bulletin.title
    region = bulletin.regions[change.region]
    if change.part == "intro" and region.intro:
        return region.intro
    return region.requests[change.request].text if change.request >= 0 else region.name
