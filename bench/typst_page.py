"""The page in Typst: the same paragraphs, faces, measure and spaces, and a fit by `measure`.

Texts are handed over as Typst strings, never as markup. Lines are as high as ours because the
text's own edges are set so that together they make the leading; all spaces are explicit. Whatever
is not named here is Typst's default, which for a justified paragraph means `linebreaks:
"optimized"`, spaces from 2/3 to 3/2 of the natural one, and hanging punctuation (`overhang`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

ABOVE = 0.91  # the part of a line above its baseline, in ems, as in `printkit.typeset.furniture`
SMALLEST, LARGEST = 90, 160  # tenths of a point
MARGIN = 36.0  # round the column, in points


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of paragraph is set: its face, and its size in ems of the body size."""

    family: str
    weight: int
    italic: bool
    size: float
    justified: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as both programs set it; `before` and `indent` are ems of the body size."""

    role: str
    text: str
    before: float
    indent: float = 0.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One text for Typst: `heights` are the column's in points, one for each size of the grid."""

    paragraphs: tuple[Paragraph, ...]
    looks: dict[str, Look]
    measure: float
    heights: tuple[float, ...]
    leading: float
    language: str


def fit_source(page: Page, *, guessed: bool = False) -> bytes:
    """Give the document that finds the largest size and says it in tenths of a point.

    It bisects the grid, or lets each size that is tried guess the next (`guessed`). Of the forms
    that were timed (`measure` with a width or of a block, `layout` or a context with the measure
    in points, `query` or `compile`, one thread or several) none is quicker by more than the noise.
    """
    return "".join((*_opening(page), _GUESSED if guessed else _BISECTED)).encode()


def empty_source(page: Page) -> bytes:
    """Give the document that does everything but the fit: what is left is the loop's alone."""
    return "".join((*_opening(page), "#metadata(0)\n")).encode()


def fixed_source(page: Page, tenths: int) -> bytes:
    """Give the document at one size."""
    return "".join((*_opening(page), f"#body({tenths / 10}pt)\n")).encode()


_TRY = f"""    let taken = measure(width: size.width, body(middle * 0.1pt)).height
    let room = heights.at(middle - {SMALLEST}) + 0.001pt
"""
# One below the smallest size stands for none that fits.
_BISECTED = f"""#layout(size => {{
  let low = {SMALLEST - 1}
  let high = {LARGEST}
  while low < high {{
    let middle = calc.div-euclid(low + high + 1, 2)
{_TRY}    if taken <= room {{ low = middle }} else {{ high = middle - 1 }}
  }}
  metadata(low)
}})
"""
# The height that is taken grows with the square of the size.
_GUESSED = f"""#layout(size => {{
  let low = {SMALLEST - 1}
  let high = {LARGEST}
  let middle = {(SMALLEST + LARGEST) // 2}
  while low < high {{
{_TRY}    let likely = int(calc.round(middle * calc.sqrt(room / taken)))
    if taken <= room {{ low = middle }} else {{ high = middle - 1 }}
    middle = calc.max(low + 1, calc.min(high, likely))
  }}
  metadata(low)
}})
"""


def _opening(page: Page) -> Iterator[str]:
    """Give the settings and the function that sets the text at a size."""
    width, height = page.measure + 2 * MARGIN, 2 * page.heights[0] + 2 * MARGIN
    language, _, region = page.language.partition("-")
    yield f"#set page(width: {width}pt, height: {height}pt, margin: {MARGIN}pt)\n"
    yield f'#set text(lang: "{language}"'
    yield f', region: "{region}"' if region else ""
    yield f", top-edge: {ABOVE}em, bottom-edge: {ABOVE - page.leading:.4f}em)\n"
    yield '#set par(leading: 0pt, spacing: 0pt, linebreaks: "optimized")\n'
    yield f"#let heights = ({''.join(f'{height:.4f}pt, ' for height in page.heights)})\n"
    yield from (_style(role, look) for role, look in page.looks.items())
    yield "#let body(s) = {\n"
    yield from (_paragraph(paragraph) for paragraph in page.paragraphs)
    yield "}\n"


def _style(role: str, look: Look) -> str:
    """Give a function that sets a paragraph's text in its face."""
    style = "italic" if look.italic else "normal"
    justified = str(look.justified).lower()
    return (
        f'#let {role}(s, words) = {{ set text(font: "{look.family}", weight: {look.weight}, '
        f'style: "{style}", size: {look.size} * s, hyphenate: {justified})\n'
        f"  par(justify: {justified}, words) }}\n"
    )


def _paragraph(paragraph: Paragraph) -> str:
    """Give the calls that set a paragraph with the space before it, and its mark beside it."""
    space = f"v({paragraph.before:.4f} * s)\n" if paragraph.before else ""
    words = f"{paragraph.role}(s, {_string(paragraph.text)})\n"
    if not paragraph.indent:
        return space + words
    indent = f"{paragraph.indent} * s"
    mark = f"place(dx: -{indent}, {paragraph.role}(s, {_string(paragraph.mark)}))\n"
    inside = (mark if paragraph.mark else "") + words
    return f"{space}block(width: 100%, inset: (left: {indent}), {{ {inside} }})\n"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
