"""Slides, as python-pptx reads them back."""

import pytest
from export.deck.deck_documents import (
    AWKWARD,
    REQUEST,
    deck_document,
    decoration,
    image,
    line,
    text,
    with_items,
)
from pptx.dml.color import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_VERTICAL_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from printkit.model.frame import Box

DECORATIVE = ".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BOX = Box(48, 125, 520, 330)


def kinds(slide):
    """Give a slide's placeholders: index and type."""
    return {p.placeholder_format.idx: p.placeholder_format.type for p in slide.placeholders}


def test_the_cover_s_placeholders(opened):
    """The cover has a real title, subtitle, body, footer and slide number."""
    cover = opened(deck_document()).slides[0]
    assert cover.slide_layout.name == "Cover"
    assert kinds(cover) == {
        0: PP_PLACEHOLDER.CENTER_TITLE,
        1: PP_PLACEHOLDER.SUBTITLE,
        13: PP_PLACEHOLDER.BODY,
        11: PP_PLACEHOLDER.FOOTER,
        12: PP_PLACEHOLDER.SLIDE_NUMBER,
    }
    assert cover.shapes.title.text_frame.vertical_anchor == MSO_VERTICAL_ANCHOR.BOTTOM


def test_a_region_s_placeholders(opened):
    """A region has a real title and body, its footnote, footer and slide number."""
    region = opened(deck_document()).slides[1]
    assert region.slide_layout.name == "Region"
    assert kinds(region) == {
        0: PP_PLACEHOLDER.TITLE,
        1: PP_PLACEHOLDER.BODY,
        14: PP_PLACEHOLDER.BODY,
        11: PP_PLACEHOLDER.FOOTER,
        12: PP_PLACEHOLDER.SLIDE_NUMBER,
    }


def test_a_region_with_a_picture(opened):
    """A region's picture fills its placeholder, cropped beforehand, with its alternative words."""
    slide = opened(deck_document(2, pictures=True)).slides[2]
    picture = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 15)
    assert slide.slide_layout.name == "Region with picture"
    assert picture.image.size == (640, 660)
    assert (picture.left, picture.width) == (Pt(592), Pt(320))
    assert (picture.crop_left, picture.crop_bottom) == (0, 0)
    assert picture.element.nvPicPr.cNvPr.get("descr") == 'A river & <two> "boats"'


def test_a_cover_s_picture_is_a_picture_of_its_own(opened):
    """The cover's slide layout has no place for a picture, so it stands free."""
    cover = opened(deck_document(1, pictures=True)).slides[0]
    (picture,) = [shape for shape in cover.shapes if shape.name == "Picture"]
    assert not picture.is_placeholder
    assert picture.image.content_type == "image/jpeg"


def test_words_are_kept(opened):
    """Titles, paragraphs and notes say what the document says, whatever looks like markup."""
    deck = opened(deck_document(3))
    assert [slide.shapes.title.text for slide in deck.slides] == [
        AWKWARD,
        "Region 2 & Co.",
        "Region 3 & Co.",
        "Region 4 & Co.",
    ]
    body = deck.slides[1].placeholders[1].text_frame
    assert [paragraph.text for paragraph in body.paragraphs] == [
        "Offices in <four> lands.",
        REQUEST,
        AWKWARD,
    ]


def test_notes_are_paragraphs_in_the_document_s_language(opened):
    """Each note is a paragraph of the real notes placeholder."""
    slide = opened(deck_document(1, "vi")).slides[1]
    notes = slide.notes_slide.notes_text_frame
    assert [paragraph.text for paragraph in notes.paragraphs] == [REQUEST, AWKWARD, "Pause – pray"]
    assert {run.get("lang") for run in notes._txBody.iter(f"{MAIN}rPr")} == {"vi"}  # noqa: SLF001 - python-pptx shows no languages


def test_boxes_are_the_document_s(opened):
    """Places and sizes are explicit, in EMU, and nothing is inset or shrunk."""
    body = opened(deck_document()).slides[1].placeholders[1]
    assert (body.left, body.top) == (Emu(48 * 12700), Emu(125 * 12700))
    assert (body.width, body.height) == (Emu(864 * 12700), Emu(330 * 12700))
    frame = body.text_frame
    assert (frame.margin_left, frame.margin_top, frame.margin_right) == (0, 0, 0)
    assert frame.word_wrap
    assert frame.auto_size == 0


def test_sizes_leading_and_space_are_explicit(opened):
    """Each run has its size, each paragraph its leading and the space before it, in points."""
    paragraphs = opened(deck_document()).slides[1].placeholders[1].text_frame.paragraphs
    assert {run.font.size for p in paragraphs for run in p.runs} == {Pt(28)}
    assert [p.line_spacing for p in paragraphs] == [Pt(33.04)] * 3
    assert [p.space_before for p in paragraphs] == [Pt(0), Pt(8), Pt(8)]


def test_bullets_hang(opened):
    """A marked paragraph has a real bullet that hangs by 0.9 em; another has none."""
    first, second, _ = opened(deck_document()).slides[1].placeholders[1].text_frame.paragraphs
    hanging = second._p.pPr  # noqa: SLF001 - python-pptx shows no bullets
    assert hanging.find(f"{MAIN}buChar").get("char") == "•"
    assert (hanging.get("marL"), hanging.get("indent")) == ("320040", "-320040")
    plain = first._p.pPr  # noqa: SLF001 - likewise
    assert plain.find(f"{MAIN}buNone") is not None
    assert (plain.get("marL"), plain.get("indent")) == ("0", "0")


def test_faces_are_bold_or_italic_and_the_family_is_the_theme_s(opened):
    """Runs name no family: the theme's Design tab restyles the deck."""
    cover = opened(deck_document()).slides[0]
    title = cover.shapes.title.text_frame.paragraphs[0].runs[0].font
    quotation = cover.placeholders[13].text_frame.paragraphs[0].runs[0].font
    assert (title.bold, title.italic, title.name) == (True, None, None)
    assert (quotation.bold, quotation.italic) == (False, True)


def test_colours_are_the_theme_s(opened):
    """Runs take their colour from the slot that holds it."""
    cover = opened(deck_document()).slides[0]
    date = cover.placeholders[1].text_frame.paragraphs[0].runs[0].font.color
    footer = cover.placeholders[11].text_frame.paragraphs[0].runs[0].font.color
    assert date.theme_color == MSO_THEME_COLOR.ACCENT_1
    assert footer.theme_color == MSO_THEME_COLOR.TEXT_2


@pytest.mark.parametrize(
    ("align", "expected"),
    [
        ("left", PP_ALIGN.LEFT),
        ("centre", PP_ALIGN.CENTER),
        ("right", PP_ALIGN.RIGHT),
        ("justified", PP_ALIGN.JUSTIFY),
    ],
)
def test_alignment(opened, align, expected):
    """A paragraph is aligned as the document says."""
    deck = opened(with_items(text("title", BOX, line("Title", align=align))))
    assert deck.slides[0].shapes.title.text_frame.paragraphs[0].alignment == expected


@pytest.mark.parametrize("language", ["de-DE", "fr-CA", "vi", "en"])
def test_every_run_has_its_language(opened, language):
    """Spelling is checked, and words are read aloud, in the text's language."""
    for slide in opened(deck_document(2, language)).slides:
        found = {element.get("lang") for element in slide.element.iter(f"{MAIN}rPr")}
        assert found == {language}


def test_the_number_is_a_field(opened):
    """The slide's number changes when slides are moved; its text is the last known value."""
    number = opened(deck_document()).slides[1].placeholders[12]
    field = number.element.find(f".//{MAIN}fld")
    assert field.get("type") == "slidenum"
    assert field.findtext(f"{MAIN}t") == "2"


def test_shapes_have_unique_numbers_and_meaningful_names(opened):
    """The selection pane shows what each shape is, in reading order."""
    slide = opened(deck_document(2, pictures=True)).slides[2]
    assert [shape.name for shape in slide.shapes] == [
        "Title",
        "Requests",
        "Picture",
        "Footnote",
        "Footer",
        "Slide number",
    ]
    numbers = [shape.shape_id for shape in slide.shapes]
    assert len(set(numbers)) == len(numbers)


def test_what_has_no_placeholder_is_a_text_box(opened):
    """A second body, and a role without a place of its own, lose nothing."""
    second = Box(600, 125, 300, 200)
    slide = opened(
        with_items(
            text("title", BOX, line("Title")),
            text("body", BOX, line("First")),
            text("body", second, line("Second")),
            text("quotation", second, line("Third")),
        )
    ).slides[0]
    assert [(shape.name, shape.is_placeholder) for shape in slide.shapes] == [
        ("Title", True),
        ("Requests", True),
        ("Requests 2", False),
        ("Text", False),
    ]
    assert slide.shapes[2].text_frame.text == "Second"


def test_fills_and_decorative_pictures_are_passed_over(opened):
    """A screen reader passes over what says nothing; a fill has its theme colour."""
    slide = opened(
        with_items(
            text("title", BOX, line("Title")),
            decoration(Box(48, 20, 72, 4)),
            image("photo", BOX, "artifact"),
        )
    ).slides[0]
    fill, picture = slide.shapes[1], slide.shapes[2]
    assert fill.fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_1
    for shape in (fill, picture):
        assert shape.element.find(DECORATIVE).get("val") == "1"
    assert picture.element.nvPicPr.cNvPr.get("descr") == ""


def test_edges_that_touch_still_touch(opened):
    """Boxes are rounded at their edges, so rounding opens no gap between two of them."""
    upper, lower = Box(48, 20.00004, 72, 10.00005), Box(48, 30.00009, 72, 10)
    slide = opened(
        with_items(text("title", BOX, line("T")), decoration(upper), decoration(lower))
    ).slides[0]
    assert slide.shapes[1].top + slide.shapes[1].height == slide.shapes[2].top


def test_a_text_without_paragraphs_leaves_no_empty_placeholder(opened):
    """An empty placeholder would show its prompt."""
    slide = opened(with_items(text("title", BOX, line("T")), text("body", BOX))).slides[0]
    assert [shape.name for shape in slide.shapes] == ["Title"]


def test_no_slide_moves(opened):
    """Slides have no transitions and no timing."""
    for slide in opened(deck_document()).slides:
        assert not [e for e in slide.element if e.tag.endswith(("}transition", "}timing"))]
