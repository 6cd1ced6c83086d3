"""Banner, logo and code in the files that are built: what is in them, and what is warned of."""

import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageDraw
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

LINK = "https://pray.example.org/uk"
CODED = "extends: classic\npage: {code: {size: 22mm}}\n"
OFFICE = """\
uk:
  name: Partner Office United Kingdom
  language: en-GB
  paper: a4
  layout: coded
  imprint: [Partner Office United Kingdom, pray.example.org/uk]
"""
PICTURED = """\
title: Prayer Requests
image: {file: dawn.jpg, alt: Dawn}
regions:
  - name: Africa
    image: {file: office.jpg, alt: An office, focus: top}
    requests: [Give thanks for the new well.]
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def church(desk):
    """Give a project with one office, whose layout shows a code, and a bulletin with pictures."""
    desk.write("layouts/coded.yaml", CODED)
    desk.write("layouts/offices.yaml", f"{OFFICE}  link: {LINK}\n")
    return desk


def picture(folder: Path, name: str, *size: int) -> None:
    """Save a picture of so many pixels."""
    folder.mkdir(exist_ok=True)
    Image.linear_gradient("L").resize(size).convert("RGB").save(folder / name)


def rendered_code(data: bytes, modules: int) -> list[list[int]]:
    """Render the page's picture at 1200 dpi, and give the shade at the middle of each module."""
    scale = 1200 / 72
    with closing(PdfDocument(data)) as document:
        page = document[0]
        (code,) = page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])
        left, bottom, right, _ = code.get_bounds()
        size, height = right - left, page.get_height()
        image = page.render(scale=scale).to_pil().convert("L")
    top, step = height - bottom - size, size / modules
    return [
        [
            image.getpixel(
                (int((left + (x + 0.5) * step) * scale), int((top + (y + 0.5) * step) * scale))
            )
            for x in range(modules)
        ]
        for y in range(modules)
    ]


def test_the_pages_code_is_the_offices_link(church):
    """Rendered by PDFium, every module and the white zone are those of the link; 22 mm wide."""
    assert church.run("build", "--format", "insert", "--verify").exit_code == 0
    data = (church.folder / "output/uk/2019-01-14-insert.pdf").read_bytes()
    expected = segno.make_qr(LINK, error="m", boost_error=False)
    rows = list(expected.matrix_iter(border=4))
    shades = rendered_code(data, len(rows))
    assert shades == [[0 if module else 255 for module in row] for row in rows]


def test_an_office_without_a_link_has_no_code(church):
    """Nothing is said of it: not every office has a page to lead to."""
    church.write("layouts/offices.yaml", OFFICE)
    result = church.run("build", "--format", "insert")
    assert (result.exit_code, result.stderr) == (0, "")
    with closing(
        PdfDocument((church.folder / "output/uk/2019-01-14-insert.pdf").read_bytes())
    ) as document:
        assert not list(document[0].get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))


def test_a_link_too_long_for_the_code_is_refused(church):
    """With the office's place and the size that the code needs."""
    church.write("layouts/offices.yaml", f"{OFFICE}  link: {LINK}/{'a' * 150}\n")
    result = church.run("build")
    assert result.exit_code == 1
    assert "error: layouts/offices.yaml:1:1: the code of `https://pray" in result.stderr
    assert "is too fine to be read at 22mm, expected at least 25mm" in result.stderr


def test_pictures_with_too_few_pixels_are_warned_of(church):
    """Each with its place, the resolution found, and how many pixels would do."""
    picture(church.folder / "bulletins", "dawn.jpg", 700, 280)
    picture(church.folder / "bulletins", "office.jpg", 2000, 1000)
    church.write("bulletins/2019-01-14.yaml", PICTURED)
    warning = "warning: bulletins/2019-01-14.yaml:2:15: `dawn.jpg` is"
    assert church.run("build").stderr.splitlines() == [
        f"{warning} printed at 99 dpi for office `uk`, expected at least 200",
        "  hint: a picture of at least 1420 by 570 px would be sharp",
        f"{warning} shown on the slides at 52 dpi for office `uk`, expected at least 72",
        "  hint: a picture of at least 960 by 390 px would be sharp",
    ]


@pytest.mark.parametrize(("width", "height"), [(1420, 570), (5000, 2000)])
def test_as_many_pixels_as_the_hint_says_are_enough(church, width, height):
    """And more of them are no matter."""
    picture(church.folder / "bulletins", "dawn.jpg", width, height)
    picture(church.folder / "bulletins", "office.jpg", 2000, 1000)
    church.write("bulletins/2019-01-14.yaml", PICTURED)
    assert church.run("build").stderr == ""


def test_what_cropping_leaves_is_what_counts(church):
    """A wide picture in a tall box has fewer pixels across than the file."""
    picture(church.folder / "bulletins", "dawn.jpg", 3000, 1200)
    picture(church.folder / "bulletins", "office.jpg", 1600, 300)
    church.write("bulletins/2019-01-14.yaml", PICTURED)
    (warning,) = (
        line
        for line in church.run("build").stderr.splitlines()
        if "office.jpg" in line and "slides" in line
    )
    assert "5:19: `office.jpg` is shown on the slides at" in warning


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sample_banner_is_sharp(desk, paper):
    """The river that ships with printkit has enough pixels for a whole page and for slides."""
    for name in ("2019-01-28.yaml", "river.jpg"):
        (desk.folder / "bulletins" / name).write_bytes((ROOT / "bulletins" / name).read_bytes())
    result = desk.run("build", "2019-01-28", "--office", "us", "--paper", paper)
    assert (result.exit_code, result.stderr) == (0, "")


def logo_on_a_slide(church, name: str, logo: Image.Image, said: str = "") -> Image.Image:
    """Build the deck with a logo, and give the picture that its slides show."""
    logo.save(church.folder / "layouts" / name)
    written = f"{OFFICE}  logo: {{file: {name}, alt: A lamp}}\n"
    church.write("layouts/offices.yaml", written)
    result = church.run("build", "--verify")
    assert (result.exit_code, result.stderr) == (0, said)
    with zipfile.ZipFile(church.folder / "output/uk/2019-01-14-slides.pptx") as deck:
        (media,) = (one for one in deck.namelist() if one.startswith("ppt/media/"))
        return Image.open(BytesIO(deck.read(media))).convert("RGB")


def test_a_logo_drawn_on_nothing_stands_on_the_slides_own_ground(church):
    """It is no white box on a dark slide: its corners are the ground's colour, exactly."""
    logo = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    ImageDraw.Draw(logo).ellipse((50, 50, 350, 250), fill=(242, 193, 78, 255))
    shown = logo_on_a_slide(church, "lamp.png", logo)
    corners = ((0, 0), (shown.width - 1, 0), (0, shown.height - 1))
    assert {shown.getpixel(corner) for corner in corners} == {(0x10, 0x26, 0x2E)}
    assert shown.getpixel((shown.width // 2, shown.height // 2)) == (242, 193, 78)


def test_the_same_logo_stands_on_white_on_the_page(church):
    """Paper is white. Where its ink is as dark as the slides, that is warned of."""
    logo = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    ImageDraw.Draw(logo).ellipse((50, 50, 350, 250), fill=(11, 79, 92, 255))
    said = (
        "warning: layouts/offices.yaml:7:16: the logo `lamp.png` is hardly seen where it is shown "
        "on the slides for office `uk`\n"
        "  hint: use one that stands out from the colour 10262E, or has a ground of its own\n"
    )
    logo_on_a_slide(church, "lamp.png", logo, said)
    with closing(PdfDocument(church.folder / "output/uk/2019-01-14-insert.pdf")) as document:
        (image,) = document[0].get_objects(filter=[FPDF_PAGEOBJ_IMAGE])
        assert image.get_bitmap().to_pil().convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_logo_with_a_white_ground_is_shown_as_it_is(church):
    """A JPEG's white box is its own."""
    logo = Image.new("RGB", (400, 300), (255, 255, 255))
    ImageDraw.Draw(logo).ellipse((50, 50, 350, 250), fill=(11, 79, 92))
    shown = logo_on_a_slide(church, "lamp.jpg", logo)
    assert min(shown.getpixel((1, 1))) >= 253
