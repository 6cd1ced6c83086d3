"""The rival that sets a page at a fixed size: Typst, with printkit's faces and nothing to find.

It has title, date, rule, scripture, regions in justified and hyphenated columns, and the imprint,
and is tagged, as Typst 0.15 does when nothing is said. One compiler keeps its fonts from page to
page, which is quicker than `typst.compile`, and what Typst remembers of earlier pages stays.
Texts are handed over as Typst strings, never as markup.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typst
from sheets import ACCENT, HAIRLINE, IMPRINT, MUTED, Setting, Sheet, quoted, requests_of, week_of

_ABOVE = 0.91  # the part of a line above its baseline, in ems, as in `typst_page`
_INDENT = 0.95  # of a request beside its mark, in ems
_MARK = "•"
_PLAIN = "weight: 400"
_SEMIBOLD = 'font: "Source Sans 3", weight: 600'
_ITALIC = 'style: "italic", hyphenate: false'
_SERIF = 'font: "Source Serif 4", style: "italic", hyphenate: false'


class TypstRival:
    """Typst with the faces of a folder, warm from page to page."""

    def __init__(self, fonts: Path) -> None:
        found = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
        )
        self._compiler = typst.Compiler(font_paths=found)

    def page(self, bulletin: dict[str, Any], sheet: Sheet, setting: Setting) -> bytes:
        """Give the page at one size, tagged."""
        made = self._compiler.compile("".join(_source(bulletin, sheet, setting)).encode())
        assert isinstance(made, bytes)
        return made


def _source(bulletin: dict[str, Any], sheet: Sheet, setting: Setting) -> Iterator[str]:
    yield from _settings(bulletin, sheet, setting)
    yield from _head(bulletin, setting)
    if sheet.columns == 1:
        yield "#{\n"
    else:
        yield f"#columns({sheet.columns}, gutter: {sheet.gutter}pt, {{\n"
    for region in bulletin["regions"]:
        yield from _region(region, setting)
    yield "}\n" if sheet.columns == 1 else "})\n"


def _settings(bulletin: dict[str, Any], sheet: Sheet, setting: Setting) -> Iterator[str]:
    """Give what holds for the whole page; the foot stands in the margin, between its spaces."""
    size, small = setting.size, setting.at("imprint", 0.75)
    below = sheet.top + 0.5 + 1.1 * size + 1.26 * small
    left, right = (_text(words, small, colour=MUTED) for words in IMPRINT)
    yield (
        f"#set document(title: {_string(bulletin['title'])})\n"
        f"#set page(width: {sheet.width}pt, height: {sheet.height}pt, "
        f"margin: (x: {sheet.sides}pt, top: {sheet.top}pt, bottom: {below:.3f}pt), "
        f"footer-descent: {0.8 * size:.3f}pt, footer: {{ {_rule(0.5, HAIRLINE)}\n"
        f"v({0.3 * size:.3f}pt)\n{left} + h(1fr) + {right} }})\n"
        f'#set text(lang: "{bulletin.get("language", "en")}", font: "Source Sans 3", '
        "hyphenate: true, "
        f"size: {size}pt, top-edge: {_ABOVE}em, bottom-edge: {_ABOVE - setting.leading:.4f}em)\n"
        f"#set par(leading: 0pt, spacing: {0.22 * setting.spacing * size:.3f}pt, justify: true)\n"
        "#set block(spacing: 0pt)\n"
        '#show heading: set text(font: "Source Serif 4", weight: 700, hyphenate: false)\n'
        f"#show heading.where(level: 1): set text(size: {setting.at('title', 2.0):.3f}pt, "
        f"bottom-edge: {_ABOVE - 1.08:.4f}em)\n"
        f"#show heading.where(level: 2): set text(size: {1.1 * size:.3f}pt, "
        f'fill: rgb("{ACCENT}"))\n'
        f"#show heading.where(level: 1): set block(below: {0.12 * size:.3f}pt)\n"
        f"#show heading.where(level: 2): set block(above: {0.7 * setting.spacing * size:.3f}pt, "
        f"below: {0.28 * setting.spacing * size:.3f}pt)\n"
    )


def _head(bulletin: dict[str, Any], setting: Setting) -> Iterator[str]:
    """Give title and date on one line where they fit, the rule, and the scripture."""
    size, (quotation, reference) = setting.size, quoted(bulletin["scripture"])
    date = _text(week_of(bulletin["date"]), setting.at("date", 0.9), face=_SEMIBOLD, colour=ACCENT)
    yield f"#heading(level: 1, {_string(bulletin['title'])} + h(1fr) + {date})\n"
    yield f"#{_rule(1.2, ACCENT)}\n"
    words = _text(quotation, setting.at("quotation", 1.12), face=_SERIF)
    yield f"#block(above: {0.5 * size:.3f}pt, width: 100%, align(center, {words}))\n"
    words = _text(reference, setting.at("reference", 0.85), face=_SEMIBOLD, colour=ACCENT)
    yield (
        f"#block(above: {0.1 * size:.3f}pt, below: {0.9 * size:.3f}pt, width: 100%, "
        f"align(center, {words}))\n"
    )


def _region(region: dict[str, Any], setting: Setting) -> Iterator[str]:
    yield f"heading(level: 2, {_string(region['name'])})\n"
    if "intro" in region:
        words = _text(region["intro"], setting.size, face=_ITALIC)
        yield f"par(justify: false, {words})\n"
    requests = requests_of(region)
    for text in requests:
        words = f"par({_string(text)})"
        if len(requests) > 1:
            mark = f'place(dx: -{_INDENT}em, "{_MARK}")'
            words = f"block(inset: (left: {_INDENT}em), {{ {mark}; {words} }})"
        yield f"{words}\n"


def _rule(weight: float, colour: str) -> str:
    return f'line(length: 100%, stroke: {weight}pt + rgb("{colour}"))'


def _text(words: str, size: float, *, face: str = _PLAIN, colour: str = "#000000") -> str:
    return f'text({face}, size: {size:.3f}pt, fill: rgb("{colour}"), {_string(words)})'


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
