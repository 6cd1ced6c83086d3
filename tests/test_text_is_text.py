"""Nothing that a bulletin says is markup or code, on the page, on the slides, or in the notes."""

import io

from PIL import Image
from pptx import Presentation
from pypdfium2 import PdfDocument

from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cache import Cache, user_cache_folder
from printkit.cli.asking import planner_for
from printkit.pipeline import edition_of, make
from printkit.storeroom import Storeroom

HOSTILE = "<b>5 > 3 & ‘x’</b> {{y}} %s"
BULLETIN = f"""\
title: "{HOSTILE}"
scripture:
  text: "{HOSTILE}"
  reference: "{HOSTILE}"
  translation: "{HOSTILE}"
image: {{file: banner.png, alt: "{HOSTILE}", credit: "{HOSTILE}"}}
regions:
  - name: "{HOSTILE}"
    intro: "{HOSTILE}"
    image: {{file: banner.png, alt: "{HOSTILE}", credit: "{HOSTILE}"}}
    requests:
      - "{HOSTILE}"
      - {{text: "{HOSTILE}", slide: "{HOSTILE}"}}
"""
OFFICES = f"""\
uk:
  name: "{HOSTILE}"
  language: en-GB
  paper: a4
  layout: classic
  imprint: ["{HOSTILE}", "{HOSTILE}"]
"""


def hostile_files(folder):
    """Give the insert and the deck of a bulletin whose every text is hostile."""
    (folder / "bulletins").mkdir()
    (folder / "layouts").mkdir()
    (folder / "bulletins/hostile.yaml").write_text(BULLETIN, encoding="utf-8")
    (folder / "layouts/offices.yaml").write_text(OFFICES, encoding="utf-8")
    Image.new("RGB", (600, 400), (30, 90, 120)).save(folder / "bulletins/banner.png")
    store = Storeroom(Cache(user_cache_folder()))
    plan = planner_for(Project(folder), store).plan([], Options())
    order = plan.entries[0].order
    outcome = make(order, store, verified=True)
    assert outcome.problems == ()
    return edition_of(order, store), {file.format: file.data for file in outcome.files}


def test_every_text_appears_as_it_was_typed(tmp_path):
    """Thirteen hostile texts are on the page, and all of the bulletin's in deck and notes."""
    _, files = hostile_files(tmp_path)
    page = PdfDocument(files["insert"])[0].get_textpage().get_text_bounded()
    # title, scripture with reference and translation, two credits, name, intro, two requests,
    # and two lines of imprint
    on_page = " ".join(page.split())
    assert on_page.count(HOSTILE) == 12
    deck = Presentation(io.BytesIO(files["slides"]))
    cover, region = deck.slides
    assert cover.shapes.title.text_frame.text == HOSTILE
    assert region.shapes.title.text_frame.text == HOSTILE
    body = next(s for s in region.placeholders if s.placeholder_format.idx == 1)
    assert [p.text for p in body.text_frame.paragraphs] == [HOSTILE] * 3
    notes = region.notes_slide.notes_text_frame.text
    assert notes.count(HOSTILE) == 5
    pictures = [shape for shape in region.shapes if shape._element.tag.endswith("}pic")]  # noqa: SLF001 - the alternative text has no public name
    assert pictures[0]._element.nvPicPr.cNvPr.get("descr") == HOSTILE  # noqa: SLF001 - as above
    assert deck.core_properties.title == HOSTILE
