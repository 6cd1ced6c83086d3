"""A bulletin, and small files that say what it says, for the witness to look at."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import wrap

import pytest

from printkit.errors import Place
from printkit.model.bulletin import Bulletin, Picture, Region, Request, Scripture, Text
from printkit.model.edition import Wording
from printkit.verify.expected import Expected

FILE = "bulletins/2019-01-14.yaml"


def text(value, line=1):
    return Text(value, Place(FILE, line, 3))


def _regions():
    long = (
        'Thank God for a high-ranking judge. She said "it\'s time" and went on. '
        "Pray that nobody loses heart before the day comes."
    )
    return (
        Region(text("Africa", 7), (Request(text(long, 9)),)),
        Region(
            text("HQ & Global Partners", 12),
            (
                Request(text("Pray for Anika.\nShe speaks this week.", 15), pseudonym=True),
                Request(text("Pray for all who fold and post.", 18), slide=text("Fold.", 19)),
            ),
            intro=text("Partner offices serve in Canada.", 13),
        ),
    )


@pytest.fixture
def bulletin():
    picture = Picture(Path("a.jpg"), "a.jpg", Place(FILE, 5), alt="a", credit=text("A credit", 6))
    scripture = Scripture(text("Seek justice.", 3), text("Isaiah 1:17", 4), text("WEB", 4))
    return Bulletin(
        identity="2019-01-14",
        file=FILE,
        language="en",
        title=text("Prayer Requests", 1),
        regions=_regions(),
        date=date(2019, 1, 14),
        scripture=scripture,
        picture=picture,
    )


@pytest.fixture
def expected(bulletin):
    wording = Wording(
        locale="en_GB",
        date="Week of 14 January 2019",
        opening="“",
        closing="”",
        reference="Isaiah\u00a01:17 (WEB)",
        footnote="Some names have been changed.",
        cue="Pause. Pray.",
        reading_time="Reading time: about",
    )
    imprint = ("Partner Office", "pray.example.org/uk")
    return Expected(bulletin, wording, imprint, mark="•", cover=True)


@pytest.fixture
def french(expected):
    """Give a small edition in French."""
    region = Region(text("Afrique"), (Request(text('Il dit : "Va !" et l\'aide vient à 10:30.')),))
    bulletin = replace(
        expected.bulletin, language="fr", regions=(region,), scripture=None, picture=None, date=None
    )
    wording = replace(expected.wording, date="", reference="", footnote="")
    return replace(expected, bulletin=bulletin, wording=wording, imprint=())


REQUEST = (
    "Thank God for a high-ranking judge. She said “it’s time” and went on. "
    "Pray that nobody loses heart before the day comes."
)
PAGE = [
    "Prayer Requests",
    "Week of 14 January 2019",
    "“Seek justice.”",
    "Isaiah 1:17 (WEB)",
    "A credit",
    "Africa",
    REQUEST,
    "HQ & Global Partners",
    "Partner offices serve in Canada.",
    "• Pray for Anika.",
    "She speaks this week.",
    "• Pray for all who fold and post.",
    "Some names have been changed.",
    "Partner Office",
    "pray.example.org/uk",
]


@pytest.fixture
def page_lines():
    return list(PAGE)


def draw(lines, *, pages=1, width=60):
    """Give a PDF with the paragraphs broken into lines, the same on each page."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    data = BytesIO()
    canvas = Canvas(data, pagesize=(400, 600), invariant=1, initialFontName="Vera")
    for _ in range(pages):
        canvas.setFont("Vera", 9)
        broken = [line for paragraph in lines for line in wrap(paragraph, width)]
        for number, line in enumerate(broken):
            canvas.drawString(20, 580 - 12 * number, line)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@pytest.fixture
def drawn():
    return draw


SLIDES = [
    {
        "layout": 0,
        "title": "Prayer Requests",
        "body": ["Week of 14 January 2019"],
        "others": [
            "“Seek justice.”",
            "Isaiah 1:17 (WEB)",
            "Partner Office · pray.example.org/uk",
            "1",
        ],
        "notes": [
            "Prayer Requests",
            "Week of 14 January 2019",
            "“Seek justice.”",
            "Isaiah 1:17 (WEB)",
            "A credit",
        ],
    },
    {
        "layout": 1,
        "title": "Africa",
        "body": [REQUEST],
        "others": ["Partner Office"],
        "notes": ["Africa", REQUEST, "Pause. Pray.", "Reading time: about 40 seconds"],
    },
    {
        "layout": 1,
        "title": "HQ & Global Partners",
        "body": [
            "Partner offices serve in Canada.",
            "Pray for Anika.",
            "She speaks this week.",
            "Fold.",
        ],
        "others": ["Some names have been changed.", "3"],
        "notes": [
            "HQ & Global Partners",
            "Partner offices serve in Canada.",
            "Pray for Anika.",
            "She speaks this week.",
            "Pray for all who fold and post.",
            "Pause. Pray.",
            "Reading time: about 1 minute, 10 seconds",
        ],
    },
]


@pytest.fixture
def slides():
    return [
        {key: list(value) if isinstance(value, list) else value for key, value in slide.items()}
        for slide in SLIDES
    ]


def build(slides):
    """Give a deck with the slides' texts in the placeholders of python-pptx's own template."""
    from pptx import Presentation
    from pptx.util import Pt

    deck = Presentation()
    for content in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[content["layout"]])
        slide.shapes.title.text_frame.text = content["title"]
        slide.placeholders[1].text_frame.text = "\n".join(content["body"])
        for number, other in enumerate(content["others"]):
            box = slide.shapes.add_textbox(Pt(20), Pt(300 + 20 * number), Pt(300), Pt(20))
            box.text_frame.text = other
        slide.notes_slide.notes_text_frame.text = "\n".join(content["notes"])
    data = BytesIO()
    deck.save(data)
    return data.getvalue()


@pytest.fixture
def built():
    return build
