"""A layout's `code`: how large the page shows the code that leads to the office's link."""

import math

from printkit.loading.measures import length
from printkit.loading.messages import as_typed
from printkit.loading.section import Section
from printkit.units import points

# Phones read nothing smaller at arm's length; nothing that a code can hold needs more.
_SMALLEST, _LARGEST = "20mm", "80mm"


def read_code(page: Section) -> float | None:
    """Give the code's side in points, its white zone included; None where there is no code."""
    if page.get("code") is None:
        return None
    code = page.section("code", ("size",))
    size = length(code, "size")
    if math.isnan(size):  # what is wrong has been told
        return None
    if points(_SMALLEST) <= size <= points(_LARGEST):
        return size
    least = size < points(_SMALLEST)
    _refuse(code, f"at least `{_SMALLEST}`" if least else f"at most `{_LARGEST}`")
    return None


def _refuse(code: Section, bound: str) -> None:
    node, word = code.get("size"), code.word("size")
    if node and word:
        message = f"expected {bound} for the code's `size`, found {as_typed(word)}"
        hint = "the size is that of the code with the white zone around it; type `size: 22mm`"
        code.reader.refuse(node, message, hint)
