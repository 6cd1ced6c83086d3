"""The rival's page: Platypus paragraphs in two columns, set anew for every size that is tried."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

# Streams as bytes: ASCII85 would only cost the rival time.
rl_config.useA85 = 0

REGULAR, BOLD, ITALIC = "SourceSans-Regular", "SourceSans-Bold", "SourceSans-Italic"
SIDES, TOP, GUTTER = 43.2, 36.0, 24.48
SMALLEST, LARGEST = 90, 160  # tenths of a point
LEADINGS = (1.26, 1.18)
IMPRINT = ("Partner Office United States", "pray.example.org/us")
_WIDTH, _HEIGHT = letter
_MEASURE = (_WIDTH - 2 * SIDES - GUTTER) / 2
_ACCENT, _INK = HexColor("#0B4F5C"), HexColor("#000000")


@dataclass(frozen=True, slots=True)
class Page:
    """A page that fits: its body size, where its columns begin, and its paragraphs' places."""

    body: float
    top: float
    placed: list[tuple[Paragraph, float, float]]


def make_page(bulletin: dict[str, Any]) -> bytes:
    """Give the PDF, its type as large as it fits."""
    for leading in LEADINGS:
        page = _largest(bulletin, leading)
        if page:
            return _drawn(bulletin, page)
    raise ValueError("the page is overset")


def _largest(bulletin: dict[str, Any], leading: float) -> Page | None:
    low, high = SMALLEST, LARGEST
    best: Page | None = None
    while low <= high:
        middle = (low + high) // 2
        page = _set(bulletin, middle / 10, leading)
        if page:
            best, low = page, middle + 1
        else:
            high = middle - 1
    return best


def _styles(body: float, leading: float) -> dict[str, ParagraphStyle]:
    """Give the styles at one body size, in the proportions of printkit's classic layout."""

    def style(name: str, font: str, size: float, **more: object) -> ParagraphStyle:
        return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * leading, **more)

    return {
        "quotation": style("quotation", ITALIC, 1.12 * body, alignment=TA_CENTER),
        "reference": style("reference", BOLD, 0.85 * body, alignment=TA_CENTER, textColor=_ACCENT),
        "heading": style(
            "heading", BOLD, 1.1 * body, textColor=_ACCENT, spaceBefore=0.7 * body, keepWithNext=1
        ),
        "introduction": style("introduction", ITALIC, body),
        "request": style("request", REGULAR, body, alignment=TA_JUSTIFY, spaceBefore=0.22 * body),
    }


def _set(bulletin: dict[str, Any], body: float, leading: float) -> Page | None:
    """Give the page at one size, None where its columns are too short."""
    styles = _styles(body, leading)
    y = _HEIGHT - TOP - 2.6 * body
    placed = []
    for paragraph in _scripture(bulletin["scripture"], styles):
        y -= paragraph.wrap(_WIDTH - 2 * SIDES, _HEIGHT)[1]
        placed.append((paragraph, SIDES, y))
    top = y - 0.9 * body
    columns = _flowed(list(_story(bulletin, styles)), top, TOP + 2 * body)
    return Page(body, top, placed + columns) if columns else None


def _scripture(scripture: dict[str, str], styles: dict[str, ParagraphStyle]) -> Iterator[Paragraph]:
    yield Paragraph(f"“{escape(scripture['text'], quote=False)}”", styles["quotation"])
    reference = f"{scripture['reference']} ({scripture['translation']})"
    yield Paragraph(escape(reference, quote=False), styles["reference"])


def _story(bulletin: dict[str, Any], styles: dict[str, ParagraphStyle]) -> Iterator[Paragraph]:
    for region in bulletin["regions"]:
        yield Paragraph(escape(region["name"], quote=False), styles["heading"])
        if "intro" in region:
            yield Paragraph(escape(region["intro"], quote=False), styles["introduction"])
        for request in region["requests"]:
            text = request if isinstance(request, str) else request["text"]
            yield Paragraph(escape(text, quote=False), styles["request"])


def _flowed(
    story: list[Paragraph], top: float, bottom: float
) -> list[tuple[Paragraph, float, float]]:
    """Give the paragraphs' places, column after column; nothing where two columns do not hold them.

    A heading goes to the next column where two lines do not follow it.
    """
    placed: list[tuple[Paragraph, float, float]] = []
    waiting, left, y = story[::-1], SIDES, top
    while waiting:
        paragraph = waiting.pop()
        y -= paragraph.getSpaceBefore() if y < top else 0.0
        height = paragraph.wrap(_MEASURE, y - bottom)[1]
        more = 2 * paragraph.style.leading if paragraph.getKeepWithNext() else 0.0
        if height + more <= y - bottom:
            y -= height
            placed.append((paragraph, left, y))
            continue
        if left > SIDES:
            return []
        parts = [] if more else paragraph.split(_MEASURE, y - bottom)
        if parts:
            placed.append((parts[0], left, y - parts[0].wrap(_MEASURE, y - bottom)[1]))
        waiting += parts[:0:-1] or [paragraph]
        left, y = SIDES + _MEASURE + GUTTER, top
    return placed


def _drawn(bulletin: dict[str, Any], page: Page) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=letter, pageCompression=1)
    canvas.setTitle(bulletin["title"])
    _head(canvas, bulletin, page.body)
    for paragraph, left, bottom in page.placed:
        paragraph.drawOn(canvas, left, bottom)
    canvas.setFont(REGULAR, 0.75 * page.body)
    canvas.line(SIDES, TOP + 1.3 * page.body, _WIDTH - SIDES, TOP + 1.3 * page.body)
    canvas.drawString(SIDES, TOP, IMPRINT[0])
    canvas.drawRightString(_WIDTH - SIDES, TOP, IMPRINT[1])
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _head(canvas: Canvas, bulletin: dict[str, Any], body: float) -> None:
    """Draw title and date on one line, as large as both fit, and the rule below them."""
    title, date = bulletin["title"], week_of(bulletin["date"])
    room = _WIDTH - 2 * SIDES - 2 * body - stringWidth(date, BOLD, 0.9 * body)
    size = min(2 * body, room / stringWidth(title, BOLD, 1))
    canvas.setFillColor(_INK)
    canvas.setFont(BOLD, size)
    canvas.drawString(SIDES, _HEIGHT - TOP - 1.6 * body, title)
    canvas.setFillColor(_ACCENT)
    canvas.setFont(BOLD, 0.9 * body)
    canvas.drawRightString(_WIDTH - SIDES, _HEIGHT - TOP - 1.6 * body, date)
    canvas.setStrokeColor(_ACCENT)
    canvas.line(SIDES, _HEIGHT - TOP - 2.2 * body, _WIDTH - SIDES, _HEIGHT - TOP - 2.2 * body)


def week_of(date: dt.date | str) -> str:
    """Give the line with the date, which YAML may have read already."""
    day = dt.date.fromisoformat(str(date))
    return f"Week of {day:%B} {day.day}, {day.year}"
