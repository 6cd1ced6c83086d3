"""What the report says of a sheet: how it is printed, and how often it is cut or folded."""

from collections.abc import Mapping
from typing import Any

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def printing(facts: Mapping[str, Any]) -> str:
    """Say what to do with a sheet: `print 60 sheets of Letter, actual size, one cut`."""
    paper, sheets = called(facts["sheet"]), facts["sheets"]
    counted = f"{sheets} sheet{'s' if sheets > 1 else ''} of {paper}" if sheets else f"on {paper}"
    flip = f", both sides, flip on the {facts['flip']} edge" if facts["flip"] else ""
    return f"print {counted}{flip}, actual size, {_finishing(facts['cuts'], facts['folds'])}"


def _finishing(cuts: int, folds: int) -> str:
    """Say how a printed sheet becomes its pieces; what is folded is not cut, and folded once."""
    if folds:
        return "fold once"
    number = _NUMBERS[cuts] if cuts < len(_NUMBERS) else str(cuts)
    return f"{number} cut{'' if cuts == 1 else 's'}"


def called(paper: str) -> str:
    """Give a paper's name as people write it: `Letter`, `A4`, and a size as it is."""
    return paper.capitalize() if paper.isidentifier() else paper
