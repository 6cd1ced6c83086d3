"""A variable font file becomes one static face: small enough to shape with and to embed."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from printkit.fonts.catalogue import file_of, positions
from printkit.fonts.prepared import PreparedFace
from printkit.model.font import FontProgram
from printkit.model.layout import Face
from printkit.model.metrics import FaceMetrics

# A ligature that also has a code of its own (U+FB00 …) stands for its letters first.
_FIRST_LIGATURE = 0xFB00
SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"

# Latin, Greek and Cyrillic with their extensions, combining marks, punctuation and plain symbols.
SETTABLE = (
    (0x20, 0x7E),
    (0xA0, 0x2AF),
    (0x2B0, 0x52F),
    (0x1E00, 0x1FFF),
    (0x2000, 0x206F),
    (0x2070, 0x22FF),
    (0x2460, 0x27BF),
    (0xFB00, 0xFB06),
)


def _tags(*names: str) -> frozenset[int]:
    """Give OpenType tags as the numbers that HarfBuzz calls them by."""
    return frozenset(int.from_bytes(name.encode("ascii"), "big") for name in names)


_FEATURES = _tags("kern", "liga", "ccmp", "mark", "mkmk")
_LAYOUT_TABLES = _tags(
    "GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp", "name", "post", "OS/2", "cmap"
)


def prepare_face(face: Face) -> PreparedFace:
    """Make the static face of `face` from its variable file (OpenType fvar, gvar)."""
    font = _static_font(file_of(face), positions(face))
    with TTFont(io.BytesIO(font), lazy=True) as tables:
        texts = _texts_of_glyphs(tables)
        metrics = _metrics(tables)
        characters = frozenset(tables.getBestCmap())
        facts = _Facts(face, tables, texts, metrics)
        program = _program(font, facts)
    return PreparedFace(font, metrics, characters, program)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of a face beside its outlines."""

    face: Face
    tables: TTFont
    texts: dict[int, tuple[str, ...]]
    metrics: FaceMetrics


def _static_font(path: Path, axes: tuple[tuple[str, float], ...]) -> bytes:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    plan = hb.SubsetInput()
    for first, last in SETTABLE:
        plan.unicode_set.update(range(first, last + 1))
    plan.layout_feature_tag_set.clear()
    plan.layout_feature_tag_set.update(_FEATURES)
    for tag, value in axes:
        plan.pin_axis_location(face, tag, value)
    plan.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, plan).blob.data)


def _texts_of_glyphs(tables: TTFont) -> dict[int, tuple[str, ...]]:
    """Give for each glyph the texts that it may stand for, the likeliest first."""
    texts: dict[int, list[str]] = {}
    known = sorted((code, tables.getGlyphID(name)) for code, name in tables.getBestCmap().items())
    for code, glyph in known:
        if code < _FIRST_LIGATURE:
            texts.setdefault(glyph, []).append(chr(code))
    _read_variants(texts, tables)
    for components, name in _ligatures(tables):
        parts = [texts.get(tables.getGlyphID(part), [""])[0] for part in components]
        if all(parts):
            texts.setdefault(tables.getGlyphID(name), []).append("".join(parts))
    for code, glyph in known:
        if code >= _FIRST_LIGATURE:
            texts.setdefault(glyph, []).append(chr(code))
    return {glyph: tuple(known) for glyph, known in texts.items()}


def _read_variants(texts: dict[int, list[str]], tables: TTFont) -> None:
    """Give each variant of a glyph its text (OpenType GSUB lookup type 1): `ї` beside `ї`.

    A variant that is a letter of its own, such as an i without a dot, may stand for either.
    """
    for table in _substitutions(tables):
        for plain, other in getattr(table, "mapping", {}).items():
            known = texts.get(tables.getGlyphID(plain))
            if known and isinstance(other, str):
                may_stand_for = texts.setdefault(tables.getGlyphID(other), [])
                may_stand_for += [text for text in known[:1] if text not in may_stand_for]


def _ligatures(tables: TTFont) -> Iterator[tuple[list[str], str]]:
    """Give each ligature's parts and glyph (OpenType GSUB lookup type 4)."""
    for table in _substitutions(tables):
        for first, ligatures in getattr(table, "ligatures", {}).items():
            yield from (([first, *one.Component], one.LigGlyph) for one in ligatures)


def _substitutions(tables: TTFont) -> Iterator[Any]:
    """Give the font's substitution tables (OpenType GSUB); an extension stands for another."""
    if "GSUB" in tables and tables["GSUB"].table.LookupList:
        for lookup in tables["GSUB"].table.LookupList.Lookup:
            yield from (getattr(one, "ExtSubTable", one) for one in lookup.SubTable)


def _metrics(tables: TTFont) -> FaceMetrics:
    units = tables["head"].unitsPerEm
    return FaceMetrics(
        ascent=tables["hhea"].ascent / units,
        descent=-tables["hhea"].descent / units,
        cap_height=tables["OS/2"].sCapHeight / units,
        x_height=tables["OS/2"].sxHeight / units,
    )


def _program(font: bytes, facts: _Facts) -> FontProgram:
    """Make the program to embed from; its glyphs keep the static font's numbers."""
    embedded = _without_layout(font)
    tables, units = facts.tables, facts.tables["head"].unitsPerEm
    count = tables["maxp"].numGlyphs
    with TTFont(io.BytesIO(embedded), lazy=True) as kept:
        widths = tuple(kept["hmtx"].metrics[name][0] for name in kept.getGlyphOrder())
    head = tables["head"]
    texts = tuple(facts.texts.get(glyph, ("",))[0] for glyph in range(count))
    return FontProgram(
        face=facts.face,
        name=_embedded_name(facts.face),
        program=embedded,
        advances=tuple(round(width * 1000 / units) for width in widths),
        characters=texts,
        aliases=_aliases(facts, count),
        metrics=facts.metrics,
        box=tuple(round(v * 1000 / units) for v in (head.xMin, head.yMin, head.xMax, head.yMax)),
        italic_angle=round(float(tables["post"].italicAngle), 2),
    )


def _aliases(facts: _Facts, count: int) -> dict[tuple[int, str], int]:
    """Give codes past the glyphs for their other texts, and for the hyphen that a line end adds."""
    hyphen = facts.tables.getGlyphID(facts.tables.getBestCmap()[ord(HYPHEN)])
    others = [(hyphen, SOFT_HYPHEN)]
    others += [
        (glyph, text)
        for glyph, texts in sorted(facts.texts.items())
        for text in texts[1:]
        if (glyph, text) != (hyphen, SOFT_HYPHEN)
    ]
    return {other: count + number for number, other in enumerate(others)}


def _without_layout(font: bytes) -> bytes:
    """Give outlines and widths alone, as a file embeds them (ISO 32000-1, 9.9)."""
    face, bare = hb.Face(font), hb.SubsetInput()
    bare.glyph_set.update(range(face.glyph_count))
    bare.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.RETAIN_GIDS
    bare.drop_table_tag_set.update(_LAYOUT_TABLES)
    return bytes(hb.subset(face, bare).blob.data)


def _embedded_name(face: Face) -> str:
    """Give the PostScript name; a file adds its subset's tag."""
    slope = "Italic" if face.italic else ""
    return f"{face.family.replace(' ', '')}-{face.weight}{slope}"
