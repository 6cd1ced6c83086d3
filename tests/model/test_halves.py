"""Half a paper has a name where there is one, and a size in any case."""

import pytest

from printkit.model.halves import half_of
from printkit.model.paper import PAPERS, Size


@pytest.mark.parametrize(
    ("whole", "half"),
    [
        ("letter", "half-letter"),
        ("half-letter", "quarter-letter"),
        ("legal", "legal-panel"),
        ("a3", "a4"),
        ("a4", "a5"),
        ("a5", "a6"),
    ],
)
def test_a_papers_half_is_the_paper_of_that_name(whole, half):
    """An ISO paper's is half a millimetre off, and still the next smaller one."""
    assert half_of(PAPERS[whole]) == (half, PAPERS[half])


def test_a_half_without_a_name_is_found_by_arithmetic():
    """The longer side is halved, and the half stands upright."""
    assert half_of(Size(432, 648)) == ("4.5in x 6in", Size(324, 432))
    assert half_of(Size(648, 432)) == ("4.5in x 6in", Size(324, 432))
    assert half_of(Size(200, 600)) == ("2.78in x 4.17in", Size(200, 300))
