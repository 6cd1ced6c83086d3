"""The contact sheet in a real browser, from a file address and without a network."""

import os
import shutil
import subprocess
from contextlib import closing

import pytest
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = next((found for name in NAMES if (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(not BROWSER, reason="Chromium is not installed")
FILTER = '<input type="checkbox" id="telling"'


def printed(page, folder):
    """Print a page from its file address; give its words, and how many pictures are drawn."""
    paper = folder / "printed.pdf"
    command = [
        BROWSER,
        "--headless",
        "--disable-gpu",
        "--disable-background-networking",
        # Whatever it asks for by a name or over HTTP leads nowhere.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={paper}",
        page.as_uri(),
    ]
    if hasattr(os, "geteuid") and not os.geteuid():
        command.insert(1, "--no-sandbox")
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    words, pictures = "", 0
    with closing(PdfDocument(paper)) as document:
        for number in range(len(document)):
            with closing(document[number]) as sheet:
                with closing(sheet.get_textpage()) as text:
                    words += text.get_text_bounded() + "\n"
                pictures += len(list(sheet.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])))
    return words, pictures


@pytest.fixture
def page(desk):
    """Give the sheet of an edition without warnings, and of one with a warning."""
    assert desk.run("build", "--office", "uk", "--office", "de").exit_code == 0
    return desk.folder / "output/contact-sheet.html"


def test_it_shows_words_and_pictures(page, tmp_path):
    """Both editions are there with all their pictures, those far down the page as well."""
    words, pictures = printed(page, tmp_path)
    assert "uk en · classic · a4" in words
    assert "de en · classic · a4" in words
    assert pictures == 2 * (1 + 3)


def test_its_filter_leaves_those_with_warnings(page, tmp_path):
    """With its box checked the edition without a warning is gone, and no script was needed."""
    text = page.read_text("utf-8")
    assert FILTER in text
    checked = page.with_name("checked.html")
    checked.write_text(text.replace(FILTER, f"{FILTER} checked"), encoding="utf-8")
    words, pictures = printed(checked, tmp_path)
    assert "uk en · classic · a4" not in words
    assert "de en · classic · a4" in words
    assert "office `de` reads `de-DE`" in words
    assert pictures == 1 + 3
