"""The rival's page: Platypus paragraphs in columns, set anew for every size that is tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from sheets import ACCENT, IMPRINT, Setting, Sheet, quoted, requests_of, week_of

# Streams as bytes: ASCII85 would only cost the rival time.
rl_config.useA85 = 0

REGULAR, BOLD, ITALIC = "SourceSans-Regular", "SourceSans-Bold", "SourceSans-Italic"
SMALLEST, LARGEST = 90, 160  # tenths of a point
# Spaces and leading as they are, then as tight as printkit's layout allows.
RUNGS = ((1.26, 1.0), (1.18, 0.6))
_ACCENT, _INK = HexColor(ACCENT), HexColor("#000000")


# A paragraph with its left and its bottom, in points.
Placed = tuple[Paragraph, float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """A page that fits: its body size and its paragraphs' places."""

    body: float
    placed: list[Placed]


def make_page(bulletin: dict[str, Any], sheet: Sheet) -> bytes:
    """Give the PDF, its type as large as it fits."""
    for leading, spacing in RUNGS:
        page = _largest(bulletin, sheet, leading, spacing)
        if page:
            return _drawn(bulletin, sheet, page)
    raise ValueError("the page is overset")


def _largest(bulletin: dict[str, Any], sheet: Sheet, leading: float, spacing: float) -> Page | None:
    low, high = SMALLEST, LARGEST
    best: Page | None = None
    while low <= high:
        middle = (low + high) // 2
        page = _set(bulletin, sheet, Setting(middle / 10, leading, spacing))
        if page:
            best, low = page, middle + 1
        else:
            high = middle - 1
    return best


def _styles(setting: Setting) -> dict[str, ParagraphStyle]:
    """Give the styles at one setting, in the proportions of printkit's classic layout."""
    body = setting.size

    def style(role: str, font: str, ems: float, before: float = 0.0, **more: object) -> Any:  # noqa: ANN401 - reportlab has no types
        size = setting.at(role, ems)
        leading, space = size * setting.leading, before * setting.spacing * body
        return ParagraphStyle(
            role, fontName=font, fontSize=size, leading=leading, spaceBefore=space, **more
        )

    return {
        "quotation": style("quotation", ITALIC, 1.12, alignment=TA_CENTER),
        "reference": style("reference", BOLD, 0.85, alignment=TA_CENTER, textColor=_ACCENT),
        "heading": style("heading", BOLD, 1.1, 0.7, textColor=_ACCENT, keepWithNext=1),
        "introduction": style("introduction", ITALIC, 1.0),
        "request": style("request", REGULAR, 1.0, 0.22, alignment=TA_JUSTIFY),
    }


def _set(bulletin: dict[str, Any], sheet: Sheet, setting: Setting) -> Page | None:
    """Give the page at one setting, None where its columns are too short."""
    styles, body = _styles(setting), setting.size
    y = sheet.height - sheet.top - 2.6 * body
    placed = []
    for paragraph in _scripture(bulletin["scripture"], styles):
        y -= paragraph.wrap(sheet.width - 2 * sheet.sides, sheet.height)[1]
        placed.append((paragraph, sheet.sides, y))
    story = list(_story(bulletin, styles))
    columns = _flowed(story, sheet, y - 0.9 * body, sheet.top + 2 * body)
    return Page(body, placed + columns) if columns else None


def _scripture(scripture: dict[str, str], styles: dict[str, ParagraphStyle]) -> Iterator[Paragraph]:
    for text, role in zip(quoted(scripture), ("quotation", "reference"), strict=True):
        yield Paragraph(escape(text, quote=False), styles[role])


def _story(bulletin: dict[str, Any], styles: dict[str, ParagraphStyle]) -> Iterator[Paragraph]:
    for region in bulletin["regions"]:
        yield Paragraph(escape(region["name"], quote=False), styles["heading"])
        if "intro" in region:
            yield Paragraph(escape(region["intro"], quote=False), styles["introduction"])
        for text in requests_of(region):
            yield Paragraph(escape(text, quote=False), styles["request"])


def _flowed(story: list[Paragraph], sheet: Sheet, top: float, bottom: float) -> list[Placed]:
    """Give the paragraphs' places, column after column; nothing where the columns are too short.

    A heading goes to the next column where two lines do not follow it.
    """
    placed: list[Placed] = []
    waiting, column, y = story[::-1], 0, top
    while waiting:
        left = sheet.sides + column * (sheet.measure + sheet.gutter)
        paragraph = waiting.pop()
        y -= paragraph.getSpaceBefore() if y < top else 0.0
        height = paragraph.wrap(sheet.measure, y - bottom)[1]
        more = 2 * paragraph.style.leading if paragraph.getKeepWithNext() else 0.0
        if height + more <= y - bottom:
            y -= height
            placed.append((paragraph, left, y))
            continue
        if column + 1 == sheet.columns:
            return []
        parts = [] if more else paragraph.split(sheet.measure, y - bottom)
        if parts:
            placed.append((parts[0], left, y - parts[0].wrap(sheet.measure, y - bottom)[1]))
        waiting += parts[:0:-1] or [paragraph]
        column, y = column + 1, top
    return placed


def _drawn(bulletin: dict[str, Any], sheet: Sheet, page: Page) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(sheet.width, sheet.height), pageCompression=1)
    canvas.setTitle(bulletin["title"])
    _head(canvas, bulletin, sheet, page.body)
    for paragraph, left, bottom in page.placed:
        paragraph.drawOn(canvas, left, bottom)
    canvas.setFont(REGULAR, 0.75 * page.body)
    right, rule = sheet.width - sheet.sides, sheet.top + 1.3 * page.body
    canvas.line(sheet.sides, rule, right, rule)
    canvas.drawString(sheet.sides, sheet.top, IMPRINT[0])
    canvas.drawRightString(right, sheet.top, IMPRINT[1])
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _head(canvas: Canvas, bulletin: dict[str, Any], sheet: Sheet, body: float) -> None:
    """Draw title and date on one line, as large as both fit, and the rule below them."""
    title, date = bulletin["title"], week_of(bulletin["date"])
    top, right = sheet.height - sheet.top, sheet.width - sheet.sides
    room = right - sheet.sides - 2 * body - stringWidth(date, BOLD, 0.9 * body)
    size = min(2 * body, room / stringWidth(title, BOLD, 1))
    canvas.setFillColor(_INK)
    canvas.setFont(BOLD, size)
    canvas.drawString(sheet.sides, top - 1.6 * body, title)
    canvas.setFillColor(_ACCENT)
    canvas.setFont(BOLD, 0.9 * body)
    canvas.drawRightString(right, top - 1.6 * body, date)
    canvas.setStrokeColor(_ACCENT)
    canvas.line(sheet.sides, top - 2.2 * body, right, top - 2.2 * body)
