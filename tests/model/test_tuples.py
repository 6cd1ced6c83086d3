"""Named tuples made by the hundred are those that their class makes."""

import pytest

from printkit.model.frame import Box, Glyphs, Line, Run, Text
from printkit.model.layout import Face
from printkit.model.tuples import maker

FACE = Face("Source Sans 3")
GLYPHS = Glyphs(FACE, (1, 2), (0.5, 0.6), ("a", "b"))
RUN = Run((GLYPHS,), 12.0, 72.0, None, "en")
LINE = Line(700.0, (RUN,))


@pytest.mark.parametrize("one", [GLYPHS, RUN, LINE, Text(3, Box(1.0, 2.0, 3.0, 4.0), (LINE,))])
def test_what_is_made_of_all_parts_is_what_its_class_makes(one):
    """Of the same class, equal, and with its parts by their names."""
    made = maker(type(one))(tuple(one))
    assert type(made) is type(one)
    assert made == one
    assert all(getattr(made, name) is getattr(one, name) for name in one._fields)
