"""What Typst makes of a bulletin at the layout's floor: how high its text is in one column.

Typst is optional: `python -m pip install typst`. It gets our faces, the column's measure, the
body's smallest size, the tightest leading and the tightest spaces. At best its text would fill our
columns to the last line; a page that is refused although it would is a fault.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from printkit.model.bulletin import Region, Request
from printkit.model.edition import Edition
from printkit.model.frame import Fill, Text
from printkit.model.layout import PageLayout, PageShape, Range, TypeStyle
from printkit.storeroom import Storeroom
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.story import Tools

FACES = ("heading", "introduction", "request")
# The blank that a page keeps above the rule of its foot, in ems of the body's size.
_CLEAR = 0.8
# Typst lets such chains of letters run out of the column; only here may it divide them anywhere.
_CHAIN = re.compile(r"[bcdfghj-np-tvwxz]{36,}")
_BREAK = "\u200b"
_DIVIDED = re.compile(f"(?:\\w{_BREAK}){{35}}")
_HANGING = 0.95  # a request beside its mark, in ems


@dataclass(frozen=True, slots=True)
class Judged:
    """How high Typst sets the regions in one column, and how much height all columns have.

    `helped` says that it was shown where to divide words that it would let run out of the column.
    """

    height: float
    room: float
    helped: bool

    @property
    def fits(self) -> bool:
        """Whether Typst sets the page, of its own."""
        return self.height <= self.room and not self.helped

    def __str__(self) -> str:
        helped = ", chains divided" if self.helped else ""
        return f"Typst {self.height:.0f} of {self.room:.0f} pt{helped}"


def is_there() -> bool:
    """Say whether Typst is installed."""
    return find_spec("typst") is not None


def write_fonts(page: PageLayout, store: Storeroom, folder: Path) -> None:
    """Write the faces that the regions are set in to a folder."""
    for role in FACES:
        (folder / f"{role}.ttf").write_bytes(store.face(page.styles[role].face).font)


def judged(edition: Edition, tools: Tools, fonts: Path) -> Judged | None:
    """Let Typst set the regions of an edition; None where its head and foot alone fill the page."""
    page = edition.layout.page
    shape = page.shape_for(edition.paper)
    count = shape.columns[0]
    left = _left_height(edition, tools)
    if left is None:
        return None
    source = _source(edition, shape, count)
    return Judged(_typst_height(source, fonts), left * count, _DIVIDED.search(source) is not None)


def _typst_height(source: str, fonts: Path) -> float:
    import typst  # noqa: PLC0415 - it may not be there

    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
    )
    found = typst.query(source.encode(), "<height>", field="value", font_paths=known)
    return float(json.loads(found)[0].removesuffix("pt"))


def _left_height(edition: Edition, tools: Tools) -> float | None:
    """Give the height that head and foot leave at the floor: that of a page with hardly a text."""
    page = edition.layout.page
    floor = page.body.smallest
    low = replace(page, body=Range(floor, floor), comfortable=floor)
    made = typeset_insert(
        replace(
            edition,
            words=replace(edition.words, regions=(_hardly_a_text(edition.words.regions[0]),)),
            layout=replace(edition.layout, page=low),
        ),
        tools,
    )
    return _between(made, edition, floor) if isinstance(made, Insert) else None


def _hardly_a_text(region: Region) -> Region:
    word = replace(region.requests[0].text, value="x")
    name = replace(region.name, value="x")
    return Region(name, (Request(word, pseudonym=region.requests[0].pseudonym),))


def _between(made: Insert, edition: Edition, floor: float) -> float:
    """Give the height from the top of the first region's name to the foot's blank."""
    frame, elements = made.document.frames[0], made.document.elements
    style = edition.layout.page.styles["heading"]
    names = [
        item.lines[0].baseline
        for item in frame.items
        if isinstance(item, Text) and elements[item.element].role == "heading"
    ]
    top = names[0] - 0.85 * max(style.size * floor, style.floor)
    foot = max(item.box.top for item in frame.items if isinstance(item, Fill))
    return foot - _CLEAR * floor - top


def _source(edition: Edition, shape: PageShape, count: int) -> str:
    """Give the regions in Typst's language, their height as its one value."""
    page = edition.layout.page
    sides = shape.margins.sides
    measure = (edition.paper.width - 2 * sides - (count - 1) * shape.gutter) / count
    leading = page.leading.smallest
    language = edition.words.language.partition("-")[0]
    return (
        f'#set text(lang: "{language}", hyphenate: true, '
        f"top-edge: {leading - 0.28}em, bottom-edge: -0.28em)\n"
        "#set par(leading: 0pt, spacing: 0pt)\n"
        f"#set block(spacing: 0pt)\n"
        "#context [#metadata(measure(block(width: "
        f"{measure}pt, {{\n{''.join(_parts(edition))}}})).height) <height>]\n"
    )


def _parts(edition: Edition) -> Iterator[str]:
    for number, region in enumerate(edition.words.regions):
        yield _paragraphs("heading", str(region.name), edition, spaced=number > 0)
        if region.intro:
            yield _paragraphs("introduction", str(region.intro), edition)
        mark = edition.layout.page.mark if len(region.requests) > 1 else ""
        for request in region.requests:
            yield _paragraphs("request", str(request.text), edition, hanging=bool(mark))


def _paragraphs(
    role: str, text: str, edition: Edition, *, spaced: bool = True, hanging: bool = False
) -> str:
    """Give a text's paragraphs with the tightest spaces above and below them."""
    page = edition.layout.page
    style, tight, floor = page.styles[role], page.spacing.smallest, page.body.smallest
    size = max(style.size * floor, style.floor)
    inset = _HANGING * size if hanging else 0.0
    said = "".join(
        f"block(inset: (left: {inset}pt), {_styled(paragraph, style, size)})\n"
        for paragraph in text.split("\n")
    )
    above = style.before * floor * tight if spaced else 0.0
    return f"v({above}pt)\n{said}v({style.after * floor * tight}pt)\n"


def _styled(text: str, style: TypeStyle, size: float) -> str:
    face = style.face
    slant = "italic" if face.italic else "normal"
    justified = "true" if style.align == "justified" else "false"
    breakable = _CHAIN.sub(lambda found: _BREAK.join(found[0]), text)
    escaped = breakable.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'par(justify: {justified}, text(font: "{face.family}", weight: {face.weight}, '
        f'style: "{slant}", size: {size}pt, "{escaped}"))'
    )
