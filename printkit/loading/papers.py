"""Papers by name, or by width and height."""

import re
from collections.abc import Collection

from printkit.loading.measures import length
from printkit.loading.messages import as_typed, did_you_mean
from printkit.loading.nodes import Mapping, Node, Scalar
from printkit.loading.section import Section
from printkit.model.paper import PAPERS, Size
from printkit.units import POINTS_PER_INCH, points

SMALLEST = POINTS_PER_INCH
LARGEST = 200 * POINTS_PER_INCH  # what a PDF page may measure (ISO 32000-1, annex C)
_SIZE = re.compile(r"\s*(\S.*?)\s*[x×]\s*(\S.*?)\s*")  # noqa: RUF001 - the multiplication sign
_EXPECTED = "expected a paper's name or a size such as `6in x 9in`"


def paper_size(text: str) -> Size:
    """Give the size of `a4` or of `6in x 9in`; ValueError, with the reason, where it is neither."""
    if text in PAPERS:
        return PAPERS[text]
    found = _SIZE.fullmatch(text)
    if not found:
        hint = did_you_mean(text, PAPERS)
        raise ValueError(f"{_EXPECTED}, found `{text}`" + (f"; {hint}" if hint else ""))
    size = Size(points(found[1]), points(found[2]))
    if not (SMALLEST <= size.width <= LARGEST and SMALLEST <= size.height <= LARGEST):
        raise ValueError(f"expected a paper of 1in to 200in, found `{text}`")
    return size


def read_paper(section: Section, papers: Collection[str]) -> str | None:
    """Give the paper under the key `paper` as text: its name, or its size as `6in x 9in`."""
    node = section.required("paper")
    if not isinstance(node, Mapping):
        return _named(section, node, papers) if node else None
    size = section.section("paper", ("width", "height"))
    for key in ("width", "height"):
        length(size, key, SMALLEST, LARGEST)
    width, height = size.word("width"), size.word("height")
    return f"{width} x {height}" if width and height else None


def _named(section: Section, node: Node, papers: Collection[str]) -> str | None:
    """Give the paper that is named; a size in one word is typed otherwise in a file."""
    found = _SIZE.fullmatch(node.value) if isinstance(node, Scalar) else None
    if found:
        message = f"expected a paper's name, or its width and height, found {as_typed(found[0])}"
        section.reader.refuse(node, message, f"type `{{width: {found[1]}, height: {found[2]}}}`")
        return None
    return section.choice("paper", papers)
