"""The code that leads to an office's link: its modules, its size, and how it is drawn."""

from io import BytesIO

import pytest
import segno
from PIL import Image

from printkit.errors import Place, Refused
from printkit.pictures.code import code_of, draw, modules_of
from printkit.units import points

PLACE = Place("layouts/offices.yaml", 3, 1)
LINKS = ("https://pray.example.org/uk", "https://gebet.example.org/für", "HTTPS://A.EXAMPLE.ORG")


@pytest.mark.parametrize("link", LINKS)
def test_the_modules_are_those_of_the_link(link):
    """Level M, in UTF-8, with a white zone of four modules on every side."""
    rows = modules_of(link)
    expected = segno.make_qr(link, error="m", boost_error=False, encoding="utf-8")
    assert [row[4:-4] for row in rows[4:-4]] == [bytes(row) for row in expected.matrix]
    assert not any(any(row) for row in (*rows[:4], *rows[-4:]))
    assert not any(any(row[:4]) or any(row[-4:]) for row in rows)
    assert expected.error == "M"


def test_every_module_is_a_square_of_whole_pixels():
    """Black on white, nothing between them, and no smaller than was asked for."""
    pixels, rows = draw(LINKS[0], 520), modules_of(LINKS[0])
    image = Image.open(BytesIO(pixels.data))
    assert (pixels.format, image.mode) == ("PNG", "RGB")
    assert image.size == (pixels.width, pixels.height) == (555, 555)
    for y in range(555):
        for x in range(555):
            shade = 0 if rows[y // 15][x // 15] else 255
            assert image.getpixel((x, y)) == (shade, shade, shade)


def test_the_white_zone_is_four_modules_wide():
    """Of 37 at the usual length of a link."""
    code = code_of(LINKS[0], 74.0, PLACE)
    assert (code.words, code.side, code.zone) == (LINKS[0], 74.0, 8.0)


def test_a_code_whose_modules_are_too_fine_is_refused():
    """Under 0.4 mm a module, with the size that it needs."""
    link = "https://pray.example.org/" + "a" * 100
    modules = len(modules_of(link))
    with pytest.raises(Refused) as refusal:
        code_of(link, points("22mm"), PLACE)
    (problem,) = refusal.value.problems
    assert problem.place == PLACE
    assert problem.message == (
        f"the code of `{link}` is too fine to be read at 22mm, expected at least 23mm"
    )
    assert (
        problem.hint == "type `code: {size: 23mm}` in the layout, or give the office a shorter link"
    )
    assert points("23mm") / modules >= points("0.4mm") > points("22mm") / modules
    assert code_of(link, points("23mm"), PLACE).words == link


def test_a_link_that_no_code_can_hold_is_refused():
    """With its length."""
    link = "https://pray.example.org/" + "a" * 3000
    with pytest.raises(Refused, match="the link of 3025 characters is longer than any code"):
        code_of(link, points("80mm"), PLACE)


def test_the_same_link_gives_the_same_bytes():
    """Drawing is repeatable."""
    assert draw(LINKS[1], 300) == draw(LINKS[1], 300)
