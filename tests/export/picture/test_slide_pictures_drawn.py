"""The slides' pictures: their pixels, and what is said of a damaged one."""

from io import BytesIO

import pytest
from export.page.page_documents import Press
from PIL import Image

from printkit.export.picture.slides import check_slide_picture, slide_pictures, slide_pixels
from printkit.model.frame import Box, Colour, Document, Element, Fill, Frame, Text
from printkit.model.paper import SCREENS, Size

PIXELS = {"16:9": (1920, 1080), "16:10": (1920, 1200), "4:3": (1440, 1080)}
GROUND = Colour("ground", "10262E")


@pytest.fixture(scope="module")
def pictures(storeroom):
    """Give the pictures of a slide with a line of type, and of a slide with none."""
    press = Press(storeroom)
    screen = SCREENS["16:9"]
    ground = Fill(Box(0, 0, screen.width, screen.height), GROUND)
    text = Text(0, Box(20, 20, 150, 30), (press.line("Africa", 40),))
    frames = tuple(
        Frame(screen.width, screen.height, items) for items in ((ground, text), (ground,))
    )
    return slide_pictures(press.written(Document("P", "en", frames, (Element("document"),))))


@pytest.mark.parametrize("name", SCREENS)
def test_a_picture_is_as_large_as_projectors_show_it(name):
    """Wide screens are 1920 pixels wide, the old shape 1080 high."""
    assert slide_pixels(SCREENS[name]) == PIXELS[name]


def test_each_slide_has_its_picture_edge_to_edge(pictures):
    """The ground reaches all corners, and there is no transparency."""
    assert len(pictures) == 2
    with Image.open(BytesIO(pictures[0])) as image:
        assert (image.size, image.mode) == ((1920, 1080), "RGB")
        corners = {image.getpixel((x, y)) for x in (0, 1919) for y in (0, 1079)}
    assert corners == {(0x10, 0x26, 0x2E)}


def test_a_picture_that_is_whole_is_right(pictures):
    """Nothing is said of it."""
    assert check_slide_picture(pictures[0], SCREENS["16:9"]) == ()


def test_a_slide_with_nothing_on_its_ground_is_blank(pictures):
    """A ground of one colour is no slide."""
    (problem,) = check_slide_picture(pictures[1], SCREENS["16:9"])
    assert problem.message == "the picture is blank"


def test_a_picture_of_another_shape_is_found(pictures):
    """Both sizes are said."""
    (problem,) = check_slide_picture(pictures[0], SCREENS["4:3"])
    assert problem.message == "the picture's pixels: expected 1440 x 1080, found 1920 x 1080"


@pytest.mark.parametrize("kept", [0, 20, 60, 900])
def test_a_picture_that_is_cut_off_is_found(pictures, kept):
    """However little is left of it, there is a problem and no traceback."""
    (problem,) = check_slide_picture(pictures[0][:kept], Size(960, 540))
    assert problem.hint == "build it again"
