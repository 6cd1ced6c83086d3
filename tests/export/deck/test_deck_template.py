"""The template: the layout's own masters and slide layouts, nothing of python-pptx's default."""

import io
import zipfile
import zlib
from dataclasses import replace

import pytest
from export.deck.deck_documents import AREAS, LAYOUT, SCREEN, deck_document
from pptx import Presentation
from pptx.util import Pt

from printkit.export.deck.making import make_template
from printkit.export.deck.template import Template
from printkit.export.deck.writing import write_deck
from printkit.model.paper import SCREENS


def content(part) -> str:
    """Give a part's own text."""
    return zlib.decompress(part.data, -15).decode()


def test_only_the_slide_layouts_that_are_needed(opened):
    """The master has three slide layouts with the names that people choose from."""
    names = [layout.name for layout in opened(deck_document()).slide_layouts]
    assert names == ["Cover", "Region", "Region with picture"]


def test_nothing_is_left_of_the_default(template):
    """No stranger's name, date, thumbnail, printer settings or theme comes along."""
    names = [part.name for part in template.parts]
    assert not [name for name in names if "thumbnail" in name or "printer" in name]
    everything = "".join(content(part) for part in template.parts)
    for left_over in ("Steve", "python-pptx", "Office Theme", "Calibri", "2013-", "Click to edit"):
        assert left_over not in everything


def test_the_layouts_placeholders(opened):
    """Each slide layout has the placeholders that its slides fill."""
    found = {
        layout.name: {shape.placeholder_format.idx for shape in layout.placeholders}
        for layout in opened(deck_document()).slide_layouts
    }
    assert found == {
        "Cover": {0, 1, 13, 11, 12},
        "Region": {0, 1, 14, 11, 12},
        "Region with picture": {0, 1, 15, 14, 11, 12},
    }


def test_the_master_has_explicit_sizes(template):
    """A slide that a person adds is set in the layout's largest sizes, in the theme's families."""
    master = next(content(p) for p in template.parts if p.name.endswith("slideMaster1.xml"))
    assert '<a:defRPr sz="4000" b="1"' in master
    assert '<a:defRPr sz="3600" b="0"' in master
    assert "+mj-lt" in master
    assert "+mn-lt" in master


def test_the_placeholders_stand_in_the_areas(opened):
    """A slide that a person adds has its parts where the bulletin's own slides have them."""
    region = opened(deck_document()).slide_layouts[2]
    places = {shape.name: (shape.left, shape.top) for shape in region.shapes}
    expected = {
        "Title": AREAS.title,
        "Requests": AREAS.narrow_body,
        "Picture": AREAS.picture,
        "Footnote": AREAS.footnote,
        "Footer": AREAS.footer,
        "Slide number": AREAS.number,
        "Rule": AREAS.rule,
    }
    assert places == {name: (Pt(box.left), Pt(box.top)) for name, box in expected.items()}


def test_a_layout_s_body_ends_above_its_footnote(opened):
    """A layout shows both, so its body leaves the footnote room."""
    for layout in list(opened(deck_document()).slide_layouts)[1:]:
        body = next(p for p in layout.placeholders if p.placeholder_format.idx == 1)
        assert body.top + body.height == Pt(AREAS.footnote.top)


def test_the_screen_s_shape_is_the_deck_s(pictures):
    """A deck for an old projector is as wide as its screen."""
    screen = SCREENS["4:3"]
    document = deck_document(0)
    frames = tuple(
        replace(frame, width=screen.width, height=screen.height) for frame in document.frames
    )
    document = replace(document, frames=frames)
    deck = write_deck(document, make_template(LAYOUT, screen, AREAS), pictures)
    opened = Presentation(io.BytesIO(deck))
    assert (opened.slide_width, opened.slide_height) == (Pt(720), Pt(540))


def test_a_template_comes_back_from_a_cache(template):
    """A template is the same after it was kept as bytes."""
    assert Template.from_bytes(template.to_bytes()) == template


@pytest.mark.parametrize("other", [b"", b"i\0\0\0\0", b"(\4\0\0\0i\0\0\0\0NNN", b"\xff" * 9])
def test_other_bytes_are_no_template(other):
    """Whatever else a cache may hold is refused."""
    with pytest.raises(ValueError, match=r"template|marshal|unpack"):
        Template.from_bytes(other)


def test_two_makings_are_alike(template):
    """The template depends on the layout and the screen alone."""
    assert make_template(LAYOUT, SCREEN, AREAS) == template


def test_the_notes_master_is_listed(template, pictures):
    """The presentation lists its notes master, without which Keynote loses the notes."""
    file = zipfile.ZipFile(io.BytesIO(write_deck(deck_document(), template, pictures)))
    presentation = file.read("ppt/presentation.xml").decode()
    assert '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/>' in presentation
    relations = file.read("ppt/_rels/presentation.xml.rels").decode()
    assert 'Target="notesMasters/notesMaster1.xml"' in relations
