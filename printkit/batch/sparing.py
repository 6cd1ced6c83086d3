"""What `check` says of the words to spare: how many each region could have more, or must lose."""

from collections.abc import Iterable, Sequence
from typing import Any

# Each region's name and words, as a line of `check --json` has them.
Counts = Sequence[dict[str, Any]]


def page_spare(spare: Counts, comfortable: float) -> str:
    """Say how much any one region could grow on the page, or what must go from all together.

    `comfortable` is the size in points that the page keeps or reaches by that.
    """
    cut = sum(-one["words"] for one in spare)
    if not spare:
        return f"cutting requests alone does not reach {comfortable:g} pt"
    if cut > 0:
        words = "1 word" if cut == 1 else f"{cut} words"
        listed = _listed(one for one in spare if one["words"])
        return f"to reach {comfortable:g} pt, cut about {words}: {listed}"
    if cut == 0:
        return f"no room for more words at {comfortable:g} pt"
    return f"room for more words at {comfortable:g} pt, in any one region: {_listed(spare)}"


def slide_spare(spare: Counts) -> str:
    """Say how much each region could grow on its slide, or what must go to show it whole."""
    held = [one for one in spare if one["words"] >= 0]
    over = [one for one in spare if one["words"] < 0]
    said = [f"room for more words on the slides: {_listed(held)}"] if held else []
    said += [f"to show all on the slides, cut: {_listed(over)}"] if over else []
    return "; ".join(said)


def _listed(spare: Iterable[dict[str, Any]]) -> str:
    return ", ".join(f"{one['region']} {abs(one['words']) or 'none'}" for one in spare)
