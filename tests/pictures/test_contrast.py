"""A logo that hardly stands out from what it is put on."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from printkit.model.bulletin import Focus
from printkit.pictures.contrast import is_faint
from printkit.pictures.preparing import Crop, prepare

DARK, WHITE = "10262E", "FFFFFF"
CLEAR = (0, 0, 0, 0)


def logo(folder: Path, ground, *inks) -> Path:
    """Save rings of ink, one inside the other, on a ground."""
    image = Image.new("RGBA", (300, 300), ground)
    for number, ink in enumerate(inks):
        inset = 20 + 60 * number
        box = (inset, inset, 300 - inset, 300 - inset)
        ImageDraw.Draw(image).ellipse(box, outline=ink, width=30)
    path = folder / "logo.png"
    image.save(path)
    return path


@pytest.mark.parametrize(
    ("ground", "inks", "on_dark", "on_white"),
    [
        (CLEAR, ["#000000"], True, False),
        (CLEAR, ["#0B4F5C"], True, False),
        (CLEAR, ["#FFFFFF"], False, True),
        (CLEAR, ["#FFFDF0"], False, True),
        (CLEAR, ["#F2C14E"], False, False),
        (CLEAR, ["#D02020"], False, False),
        (CLEAR, [], True, True),
        (CLEAR, ["#0B4F5C", "#F2C14E"], True, False),
        (CLEAR, ["#F2C14E", "#0B4F5C"], False, False),
        ("#FFFFFF", ["#0B4F5C"], False, False),
        ("#10262E", ["#FFFFFF"], False, False),
    ],
)
def test_most_of_a_logo_stands_out_from_its_ground(ground, inks, on_dark, on_white, tmp_path):
    """Dark ink on a dark slide does not, nor white on paper; a ground of its own always does."""
    path = logo(tmp_path, ground, *inks)
    assert is_faint(prepare(path, Crop(1.0, Focus(), 100, DARK)), DARK) == on_dark
    assert is_faint(prepare(path, Crop(1.0, Focus(), 100, WHITE)), WHITE) == on_white
