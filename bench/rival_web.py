"""The rival in bytes: WeasyPrint's page of the same texts, size and faces, subset as it does."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import weasyprint  # type: ignore[import-untyped]  # it has no types
from sheets import ACCENT, HAIRLINE, IMPRINT, MUTED, Setting, Sheet, quoted, requests_of, week_of
from weasyprint.text import ffi  # type: ignore[import-untyped]  # as above
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # as above

from printkit.model.layout import Face


class WebRival:
    """WeasyPrint with printkit's static faces, loaded once with `@font-face`."""

    def __init__(self, faces: dict[Face, Path]) -> None:
        rules = "".join(_font_face(face, path) for face, path in sorted(faces.items()))
        self._fonts = FontConfiguration()
        self._faces = weasyprint.CSS(string=rules, font_config=self._fonts)

    @property
    def subsetter(self) -> str:
        """Say what makes its fonts small: HarfBuzz where its subset library is installed."""
        return "HarfBuzz" if ffi.harfbuzz_subset else "fontTools"

    def pages(self, bulletin: dict[str, Any], sheet: Sheet, setting: Setting) -> int:
        """Count the pages at a setting; nothing is written."""
        return len(self._laid_out(bulletin, sheet, setting).pages)

    def page(
        self, bulletin: dict[str, Any], sheet: Sheet, setting: Setting, variant: str | None = None
    ) -> bytes:
        """Give the page with WeasyPrint's own settings; `variant` as in its `pdf_variant`."""
        options = {"pdf_variant": variant} if variant else {}
        made: bytes = self._laid_out(bulletin, sheet, setting, **options).write_pdf(**options)
        return made

    def _laid_out(
        self, bulletin: dict[str, Any], sheet: Sheet, setting: Setting, **options: str
    ) -> Any:  # noqa: ANN401 - WeasyPrint has no types
        style, words = "".join(_style(sheet, setting)), "".join(_body(bulletin))
        title = escape(bulletin["title"])
        head = f'<!DOCTYPE html><html lang="en"><title>{title}</title><style>{style}</style>'
        source = weasyprint.HTML(string=f"{head}<body>{words}</body></html>")
        return source.render(stylesheets=[self._faces], font_config=self._fonts, **options)


def _font_face(face: Face, path: Path) -> str:
    style = "italic" if face.italic else "normal"
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'font-style: {style}; src: url("{path.as_uri()}") }}\n'
    )


def _style(sheet: Sheet, setting: Setting) -> Iterator[str]:
    size, small = setting.size, setting.at("imprint", 0.75)
    foot = 0.5 + 1.1 * size + 1.26 * small
    yield (
        f"@page {{ size: {sheet.width}pt {sheet.height}pt; "
        f"margin: {sheet.top}pt {sheet.sides}pt {sheet.top + foot:.3f}pt }}\n"
        "* { margin: 0; padding: 0 }\n"
        f'body {{ font: {size}pt/{setting.leading} "Source Sans 3" }}\n'
    )
    yield _role("h1", "serif", setting.at("title", 2.0), "line-height: 1.08")
    yield _role("time", "sans", setting.at("date", 0.9), f"font-weight: 600; color: {ACCENT}")
    quotation = f"font-style: italic; text-align: center; margin-top: {0.5 * size:.3f}pt"
    yield _role("blockquote", "serif", setting.at("quotation", 1.12), quotation)
    reference = (
        f"font-weight: 600; color: {ACCENT}; text-align: center; "
        f"margin: {0.1 * size:.3f}pt 0 {0.9 * size:.3f}pt"
    )
    yield _role("cite", "sans", setting.at("reference", 0.85), f"{reference}; display: block")
    heading = f"color: {ACCENT}; margin-top: {0.7 * setting.spacing}em; break-after: avoid"
    yield _role("h2", "serif", 1.1 * size, heading)
    yield _role(
        "footer", "sans", small, f"color: {MUTED}; bottom: -{foot:.3f}pt; left: 0; right: 0"
    )
    yield (
        "h1, h2 { font-weight: 700 } cite { font-style: normal }\n"
        "header, footer { display: flex; justify-content: space-between; align-items: baseline }\n"
        f"header {{ border-bottom: 1.2pt solid {ACCENT} }}\n"
        f"footer {{ position: fixed; left: 0; right: 0; border-top: 0.5pt solid {HAIRLINE}; "
        f"padding-top: {0.3 * size:.3f}pt }}\n"
        f"main {{ columns: {sheet.columns}; column-gap: {sheet.gutter}pt }}\n"
        "main p { text-align: justify; hyphens: auto; "
        f"margin-top: {0.22 * setting.spacing:.3f}em }}\n"
        "p.introduction { font-style: italic; text-align: left; hyphens: manual }\n"
    )


def _role(name: str, family: str, size: float, more: str) -> str:
    named = {"serif": "Source Serif 4", "sans": "Source Sans 3"}[family]
    return f'{name} {{ font-family: "{named}"; font-size: {size:.3f}pt; {more} }}\n'


def _body(bulletin: dict[str, Any]) -> Iterator[str]:
    quotation, reference = quoted(bulletin["scripture"])
    yield f"<header>{_element('h1', bulletin['title'])}"
    yield f"{_element('time', week_of(bulletin['date']))}</header>"
    yield f"{_element('blockquote', quotation)}{_element('cite', reference)}<main>"
    for region in bulletin["regions"]:
        yield _element("h2", region["name"])
        if "intro" in region:
            yield f'<p class="introduction">{escape(region["intro"])}</p>'
        requests = requests_of(region)
        mark = "• " if len(requests) > 1 else ""
        yield from (_element("p", mark + text) for text in requests)
    yield f"</main><footer>{''.join(_element('span', words) for words in IMPRINT)}</footer>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words)}</{name}>"
