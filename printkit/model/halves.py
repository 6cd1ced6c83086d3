"""Half a paper: what a sheet is cut into, or folded to."""

from printkit.model.paper import PAPERS, Size
from printkit.units import POINTS_PER_INCH

# ISO 216 rounds halves to whole millimetres, so A5 is half a millimetre less than half of A4.
_ROUNDED = 1.5


def half_of(paper: Size) -> tuple[str, Size]:
    """Give the half of a paper, upright: its name, or its size in inches where it has none."""
    longer, shorter = max(paper.width, paper.height), min(paper.width, paper.height)
    across, down = sorted((longer / 2, shorter))
    for name, size in PAPERS.items():
        if abs(size.width - across) <= _ROUNDED and abs(size.height - down) <= _ROUNDED:
            return name, size
    width, height = (f"{round(side / POINTS_PER_INCH, 2):g}in" for side in (across, down))
    return f"{width} x {height}", Size(across, down)
