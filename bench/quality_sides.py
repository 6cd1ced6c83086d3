"""Both sides of a variation: printkit's edition and Typst's page, with exactly the same room."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import typst
from quality_texts import Variation
from ready import Ready
from texts import Bulletin, write
from typst_page import LARGEST, MARGIN, SMALLEST, Look, Page, Paragraph, fit_source, fixed_source

from printkit.export.page.document import Supplies, write_pdf
from printkit.model.bulletin import Bulletin as Loaded
from printkit.model.edition import Edition, Overset
from printkit.model.layout import (
    Margins,
    PageLayout,
    PageShape,
    Range,
    Spacing,
    TypeStyle,
)
from printkit.model.paper import Size
from printkit.pipeline import edition_of
from printkit.typeset.furniture import furnish
from printkit.typeset.insert import Insert, typeset_insert
from printkit.typeset.story import MARK_INDENT, Tools, tell
from printkit.typeset.words import printed

ROLES = ("heading", "introduction", "request")


class Ours(Ready):
    """printkit, ready and warm."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def shipped(self, bulletin: Bulletin, name: str) -> Edition:
        """Give a bulletin's edition on a half-letter page as it would be built."""
        path = write(bulletin, self.folder / f"{name}.yaml")
        return edition_of(self.order(self.load(path), "half-letter"), self.store)

    def varied(self, variation: Variation) -> Edition:
        """Give a variation's edition: regions alone, in one column, and only the size moves."""
        made = self.shipped(variation.bulletin, f"variation-{variation.number}")
        paper = Size(variation.measure + 2 * MARGIN, variation.height + 2 * MARGIN)
        edition = replace(made, layout=replace(made.layout, page=plain(made.layout.page)))
        return replace(
            edition,
            paper=paper,
            words=_bare(made.words),
            office=replace(made.office, imprint=(), logo=None),
            wording=replace(made.wording, date="", reference="", footnote=""),
        )

    def tools(self, edition: Edition) -> Tools:
        """Give what typesetting an edition needs."""
        language = edition.words.language
        known = self.store.known_words(edition.layout, language)
        hyphenator = self.store.hyphenator(language, edition.layout)
        ties = self.store.ties(language)
        return Tools(self.store.shaper(edition.layout), hyphenator, known, ties)

    def typeset(self, edition: Edition) -> Insert | Overset:
        """Set the page: everything before it is drawn."""
        return typeset_insert(edition, self.tools(edition))

    def pdf(self, insert: Insert) -> bytes:
        """Draw the page."""
        supplies = Supplies(self.store.page_constants, self.store.font, {})
        return write_pdf(insert.document, supplies)

    def page(self, edition: Edition) -> Page:
        """Give the edition's regions for Typst, with the columns' height at every size."""
        layout, shape = edition.layout.page, edition.layout.page.shape_for(edition.paper)
        furniture = furnish(tell(edition, self.tools(edition)), edition, shape)
        banner = 0.0
        sizes = range(SMALLEST, LARGEST + 1)
        heights = tuple(furniture.columns_heights(tenths / 10, banner)[0] for tenths in sizes)
        looks = {role: _look(layout.styles[role]) for role in ROLES}
        story, language = tuple(story_of(edition)), edition.words.language
        return Page(story, looks, furniture.width, heights, layout.natural_leading, language)


def plain(page: PageLayout) -> PageLayout:
    """Give a page's layout with one column in which nothing but the type size gives way."""
    shape = PageShape(0.0, Margins(MARGIN, MARGIN, MARGIN), (1,), 0.0)
    return replace(
        page,
        shapes=(shape,),
        body=Range(SMALLEST / 10, LARGEST / 10),
        leading=Range(page.natural_leading, page.natural_leading),
        spacing=Spacing(1.0, 0.0, 0.0),
        ladder=("size",),
        spare="space",
    )


def at_size(edition: Edition, tenths: int) -> Edition:
    """Give an edition that is set at one size."""
    size = tenths / 10
    page = replace(edition.layout.page, body=Range(size, size), comfortable=size)
    return replace(edition, layout=replace(edition.layout, page=page))


def story_of(edition: Edition) -> Iterator[Paragraph]:
    """Give the edition's paragraphs as they stand in the column; the first has no space above."""
    page = edition.layout.page
    above = -page.styles["heading"].before
    for region in edition.words.regions:
        mark = page.mark if len(region.requests) > 1 else ""
        texts = [("heading", region.name), ("introduction", region.intro)]
        texts += [("request", request.text) for request in region.requests]
        for role, text in texts:
            if text is None:
                continue
            marked = mark if role == "request" else ""
            indent = MARK_INDENT if marked else 0.0
            above += page.styles[role].before
            for number, part in enumerate(text.paragraphs):
                words, before = printed(part), 0.0 if number else above
                yield Paragraph(role, words, before, indent, "" if number else marked)
            above = page.styles[role].after


def _bare(words: Loaded) -> Loaded:
    """Give the words without title, scripture and picture."""
    title = replace(words.title, value="")
    return replace(words, title=title, date=None, scripture=None, picture=None)


def _look(style: TypeStyle) -> Look:
    face = style.face
    return Look(face.family, face.weight, face.italic, style.size, style.align == "justified")


class Theirs:
    """Typst with the same faces."""

    def __init__(self, ours: Ours, folder: Path) -> None:
        faces = {ours.layout.page.styles[role].face for role in ROLES}
        for number, face in enumerate(sorted(faces)):
            (folder / f"{number}.ttf").write_bytes(ours.store.face(face).font)
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )

    def fit(self, page: Page) -> int:
        """Give the largest size in tenths of a point."""
        return self.said(fit_source(page))

    def said(self, source: bytes) -> int:
        """Lay a document out, nothing drawn, and give the number that it says."""
        said = typst.query(source, "metadata", field="value", one=True, font_paths=self._fonts)
        return int(json.loads(said))

    def pdf(self, page: Page, tenths: int) -> bytes:
        """Draw the page at one size."""
        made = typst.compile(fixed_source(page, tenths), font_paths=self._fonts, pdf_tags=False)
        assert isinstance(made, bytes)
        return made
