"""LibreOffice shows the decks as they were planned: all text inside its box, and no more lines."""

import io
import shutil
import subprocess
import zipfile
from ctypes import byref, c_double
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from pptx import Presentation
from pptx.util import Length, Pt
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFText_GetCharOrigin

from printkit.cli import cli
from printkit.fonts.prepare import prepare_face
from printkit.model.layout import Face
from printkit.model.paper import SCREENS

ROOT = Path(__file__).parent.parent.parent
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TOLERANCE = 1.5
WIDER = 1.05
FONTS_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{folder}</dir>
</fontconfig>
"""

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


@dataclass(frozen=True)
class Box:
    """A text shape's rectangle in points from the top-left corner, and its text."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies inside, give or take a little."""
        return (
            self.left - TOLERANCE <= x <= self.right + TOLERANCE
            and self.top - TOLERANCE <= y <= self.bottom + TOLERANCE
        )


def boxes_of(slide) -> list[Box]:
    """Give the slide's text boxes."""
    return [
        Box(
            Length(shape.left).pt,
            Length(shape.top).pt,
            Length(shape.left + shape.width).pt,
            Length(shape.top + shape.height).pt,
            shape.text_frame.text,
        )
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text.strip()
    ]


def letters_of(page) -> list[tuple[str, float, float, float, float]]:
    """Give the page's letters with left, top, right and bottom in points from the top."""
    text, height = page.get_textpage(), page.get_height()
    found = []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip():
            left, bottom, right, top = text.get_charbox(index)
            found.append((letter, left, height - top, right, height - bottom))
    return found


def outside(slide, page) -> list[str]:
    """Give the letters that no text box encloses."""
    boxes = boxes_of(slide)
    return [
        letter
        for letter, left, top, right, bottom in letters_of(page)
        if not any(box.holds(left, top) and box.holds(right, bottom) for box in boxes)
    ]


def rendered(decks: list[Path], folder: Path) -> dict[str, PdfDocument]:
    """Give LibreOffice's pages of each deck."""
    profile = (folder / "profile").as_uri()
    command = [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, decks)], check=True, capture_output=True
    )
    return {deck.stem: PdfDocument(folder / f"{deck.stem}.pdf") for deck in decks}


LOOKS = [(layout, screen) for layout in ("classic", "light") for screen in SCREENS]


@pytest.fixture(
    scope="module",
    params=[LOOKS[0], *(pytest.param(look, marks=pytest.mark.slow) for look in LOOKS[1:])],
    ids=" ".join,
)
def decks(request, tmp_path_factory):
    """Give the decks of all bulletins in a look, in their own languages, and their pages."""
    layout, screen = request.param
    folder = tmp_path_factory.mktemp("decks")
    words = ["--project", str(ROOT), "--output", str(folder / "output")]
    words += ["--format", "slides,slides-pdf", "--layout", layout, "--screen", screen]
    words += [word for name in ("us", "ca-fr", "de", "nl") for word in ("--office", name)]
    result = CliRunner().invoke(cli, ["build", *words])
    # Some are overset on the narrowest screen, and said to be.
    assert "does not fit" in result.output or result.exit_code == 0, result.output
    made = []
    for path in sorted((folder / "output").rglob("20*.pptx")):
        made.append(folder / f"{path.parent.name}-{path.name}")
        shutil.copyfile(path, made[-1])
        shutil.copyfile(path.with_suffix(".pdf"), made[-1].with_suffix(".drawn.pdf"))
    return [
        (path, pages) for path, pages in zip(made, rendered(made, folder).values(), strict=True)
    ]


def test_all_text_lies_inside_its_box(decks):
    """On every slide of every deck no letter is outside the boxes."""
    for path, pages in decks:
        for number, slide in enumerate(Presentation(path).slides):
            assert outside(slide, pages[number]) == [], f"{path.name}, slide {number + 1}"


def test_every_slide_has_its_title_and_readable_sizes(decks):
    """Intros and requests are at least 28 pt, everything else at least 14 pt."""
    for path, _ in decks:
        slides = list(Presentation(path).slides)
        assert slides[0].shapes.title.text_frame.text
        for number, slide in enumerate(slides):
            assert slide.shapes.title.text_frame.text, f"{path.name}, slide {number + 1}"
            for shape in slide.shapes:
                if shape.has_text_frame:
                    smallest = 28 if number and _is_body(shape) else 14
                    for paragraph in shape.text_frame.paragraphs:
                        for run in paragraph.runs:
                            assert run.font.size.pt >= smallest, f"{path.name}: {run.text}"


def _is_body(shape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.idx == 1


def test_the_check_sees_text_that_runs_over(decks, tmp_path):
    """A deck whose body is set half as large again fails."""
    path = next(path for path, _ in decks if "2019-01-14" in path.name)
    deck = Presentation(path)
    for shape in deck.slides[1].shapes:
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                paragraph.line_spacing = Pt(60)
                for run in paragraph.runs:
                    run.font.size = Pt(48)
    deck.save(tmp_path / "over.pptx")
    pages = rendered([tmp_path / "over.pptx"], tmp_path)["over"]
    assert outside(deck.slides[1], pages[1])


def wider(face: Face, family: str) -> bytes:
    """Give a face's font under another family's name, all its glyphs wider by a twentieth."""
    font = TTFont(io.BytesIO(prepare_face(face).font))
    for name, (advance, bearing) in font["hmtx"].metrics.items():
        font["hmtx"].metrics[name] = (round(advance * WIDER), round(bearing * WIDER))
        glyph = font["glyf"][name]
        if glyph.isComposite():
            for component in glyph.components:
                component.x = round(component.x * WIDER)
        elif glyph.numberOfContours > 0:
            glyph.coordinates.scale((WIDER, 1))
            glyph.coordinates.toInt()
    style = "Bold" if face.weight > 400 else "Regular"
    names = {
        1: family,
        2: style,
        3: f"{family} {style}",
        4: f"{family} {style}",
        6: f"{family}-{style}",
    }
    font["name"].names = []
    for number, value in names.items():
        font["name"].setName(value, number, 3, 1, 0x409)
    kept = io.BytesIO()
    font.save(kept)
    return kept.getvalue()


def renamed(deck: Path, family: str, target: Path) -> None:
    """Write a deck anew whose theme names another family."""
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if "/theme/" in name:
                content = content.replace(b'typeface="Arial"', f'typeface="{family}"'.encode())
            new.writestr(name, content)


def test_text_stays_inside_its_box_in_a_font_that_is_wider_by_a_twentieth(
    decks, tmp_path, monkeypatch
):
    """Where the named font is missing, another stands in for it."""
    family, folder = "Stand-in", tmp_path / "fonts"
    folder.mkdir()
    for weight in (400, 700):
        (folder / f"{weight}.ttf").write_bytes(wider(Face("Arimo", weight), family))
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(FONTS_CONFIGURATION.format(folder=folder), encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))
    copies = [tmp_path / path.name for path, _ in decks]
    for (path, _), copy in zip(decks, copies, strict=True):
        renamed(path, family, copy)
    for path, pages in zip(copies, rendered(copies, tmp_path).values(), strict=True):
        used = {font for page in pages for font in fonts_of(page)}
        assert used == {"Stand-in-Bold", "Stand-in-Regular"}
        for number, slide in enumerate(Presentation(path).slides):
            assert outside(slide, pages[number]) == [], f"{path.name}, slide {number + 1}"


def test_what_we_draw_is_what_is_shown(decks):
    """No more lines than drawn, the ink of each within a fiftieth of the slide's height."""
    slides = otherwise = 0
    for path, pages in decks:
        drawn = PdfDocument(path.with_suffix(".drawn.pdf"))
        assert len(drawn) == len(pages)
        for number, (ours, theirs) in enumerate(zip(drawn, pages, strict=True), 1):
            planned, shown = lines_of(ours), lines_of(theirs)
            assert len(shown) <= len(planned), f"{path.name}, slide {number}"
            slides += 1
            otherwise += [line.text for line in shown] != [line.text for line in planned]
            for one, other in zip(shown, planned, strict=False):
                apart = max(abs(one.top - other.top), abs(one.bottom - other.bottom))
                assert apart <= 0.02 * ours.get_height(), f"{path.name}, {number}: {one.text}"
    # Where a line is as full as can be, its last word may stand on the next.
    assert otherwise <= slides / 15


def lines_of(page) -> list[Box]:
    """Give the page's lines from the top: the ink and the words of the letters on one baseline."""
    text, height = page.get_textpage(), page.get_height()
    found: dict[float, list[Box]] = {}
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip():
            left, bottom, right, top = text.get_charbox(index)
            low = height - baseline_of(text, index)
            line = next((known for known in found if abs(known - low) < 5), low)
            ink = Box(left, height - top, right, height - bottom, letter)
            found.setdefault(line, []).append(ink)
    lines = [sorted(found[low], key=lambda ink: ink.left) for low in sorted(found)]
    return [reduce(joined, line) for line in lines]


def baseline_of(text, index: int) -> float:
    """Give where a letter stands, in points from below."""
    x, y = c_double(), c_double()
    assert FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y))
    return y.value


def joined(one: Box, other: Box) -> Box:
    """Give the rectangle around both, and their words."""
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
        one.text + other.text,
    )


def fonts_of(page) -> set[str]:
    """Give the names of the fonts that a page shows."""
    texts = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])
    return {text.get_font().get_base_name() for text in texts}
