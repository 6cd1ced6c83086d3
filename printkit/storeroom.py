"""The storeroom: fonts, patterns, locale tables and templates, prepared once and kept in the cache.

Everything here depends on the layout or the language alone. Keys are made from the content that an
entry comes from and from the source of the code that makes it.
"""

import marshal
from collections.abc import Callable
from dataclasses import astuple
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz

from printkit.cache import Cache, key_of
from printkit.export.page.fonts import Stock
from printkit.export.page.shelf import Constants, FontParts
from printkit.fonts.catalogue import FAMILIES, content_key, file_of, positions
from printkit.fonts.prepared import PreparedFace, from_bytes, to_bytes
from printkit.fonts.shaper import HarfBuzzShaper
from printkit.fonts.subset import Cutter
from printkit.model.font import FontProgram
from printkit.model.layout import Face, Layout
from printkit.model.metrics import MOST_WORDS, Hyphenator, Ties
from printkit.model.paper import Size
from printkit.pictures.remembered import RememberedPictures
from printkit.typeset.words import KnownWords
from printkit.wording.liang import (
    OtherScripts,
    PatternHyphenator,
    exceptions_for,
    has_own_script,
    with_exceptions,
)
from printkit.wording.locales import LocaleTable, locale_for, locale_table
from printkit.wording.ties import ties_for

_KnownKey = tuple[tuple[str, ...], tuple[str, ...], str, bool]  # fallbacks, exceptions, language
_PACKAGE = Path(__file__).parent
# An order that comes from another process brings a layout of its own, though it says the same.
_MOST_TEMPLATES = 20


class Storeroom:
    """What editions need that is the same for many of them, fetched when it is first asked for.

    Each of what remembers words remembers so many at `most`.
    """

    def __init__(self, cache: Cache, most: int = MOST_WORDS) -> None:
        self._cache = cache
        self._most = most
        self.pictures = RememberedPictures()
        self._faces: dict[Face, PreparedFace] = {}
        self._characters: dict[str, bool] = {}
        self._stocks: dict[Face, Stock] = {}
        self._cutter = Cutter()
        self._shapers: dict[tuple[tuple[str, ...], bool], HarfBuzzShaper] = {}
        self._known: dict[_KnownKey, KnownWords] = {}
        self._drawn: dict[tuple[str, ...], KnownWords] = {}
        # The layout is kept beside its template, so that no other can have its identity.
        self._templates: dict[tuple[int, Size], tuple[Layout, bytes]] = {}
        self._hyphenators: dict[tuple[str, tuple[str, ...]], Hyphenator | None] = {}
        self._ties: dict[str, Ties] = {}
        self._tables: dict[tuple[str, str], LocaleTable] = {}

    def face(self, face: Face) -> PreparedFace:
        """Give a face, static and subset."""
        if face not in self._faces:
            kept = self._cache.get("face", self._face_key(face), lambda: _prepared(face))
            self._faces[face] = from_bytes(kept, face)
        return self._faces[face]

    def _face_key(self, face: Face) -> str:
        return key_of(self._face_code, repr((face, positions(face))), content_key(file_of(face)))

    @cached_property
    def _face_code(self) -> str:
        code = _code("fonts/prepare.py", "fonts/prepared.py", "fonts/catalogue.py")
        return key_of(code, uharfbuzz.__version__)

    def program(self, face: Face) -> FontProgram:
        """Give the program from which files embed what they use."""
        return self.face(face).program

    @cached_property
    def page_constants(self) -> Constants:
        """The beginning of every page's file."""
        return Constants.from_bytes(self._cache.get("page", self._page_code, _constants))

    def font(self, face: Face) -> Stock:
        """Give a face as pages embed it."""
        if face not in self._stocks:
            program = self.program(face)
            key = key_of(self._page_code, self._face_key(face))
            kept = self._cache.get("font", key, lambda: _parts(program))
            self._stocks[face] = Stock(program, FontParts.from_bytes(kept), self._cutter.cut)
        return self._stocks[face]

    @cached_property
    def _page_code(self) -> str:
        names = ("making", "objects", "shelf", "srgb")
        return key_of(
            _code(*(f"export/page/{name}.py" for name in names)), _package_text("reportlab")
        )

    def has_character(self, character: str) -> bool:
        """Say whether some family has the character."""
        known = self._characters.get(character)
        if known is None:
            code = ord(character)
            known = any(code in self.face(Face(family)).characters for family in FAMILIES)
            self._characters[character] = known
        return known

    def shaper(self, layout: Layout, *, plain: bool = False) -> HarfBuzzShaper:
        """Give the layout's shaper; `plain` sets as office programs do."""
        chain = tuple(dict.fromkeys((*layout.fallbacks, *FAMILIES)))
        if (chain, plain) not in self._shapers:
            self._shapers[chain, plain] = HarfBuzzShaper(
                self.face, chain, plain=plain, most=self._most
            )
        return self._shapers[chain, plain]

    def known_words(self, layout: Layout, language: str, *, plain: bool = False) -> KnownWords:
        """Give the words that editions in this look and language have shaped before."""
        key = (layout.fallbacks, _exceptions(layout, language), language, plain)
        return self._known.setdefault(key, KnownWords(self._most))

    def known_on_slides(self, layout: Layout) -> KnownWords:
        """Give the words that slides in this look were drawn with before."""
        return self._drawn.setdefault(layout.fallbacks, KnownWords(self._most))

    def hyphenator(self, language: str, layout: Layout | None = None) -> Hyphenator | None:
        """Give the language's hyphenator, with the layout's exceptions where a layout is given.

        None where pyphen has no patterns for the language, and the layout no exceptions.
        """
        key = (language, _exceptions(layout, language) if layout else ())
        if key not in self._hyphenators:
            self._hyphenators[key] = self._hyphenator(*key)
        return self._hyphenators[key]

    def _hyphenator(self, language: str, exceptions: tuple[str, ...]) -> Hyphenator | None:
        if exceptions:
            return with_exceptions(self.hyphenator(language), exceptions)
        own = self._patterns(language)
        if own is None or has_own_script(language):
            return own
        return OtherScripts(own, self.hyphenator)

    def _patterns(self, language: str) -> Hyphenator | None:
        key = key_of(_code("wording/hyphenation.py"), _dictionaries(), language)
        kept = self._cache.get("hyphenation", key, lambda: _patterns(language))
        return PatternHyphenator(kept, self._most) if kept else None

    def ties(self, language: str) -> Ties:
        """Give what knows the language's unbreakable pairs of words."""
        if language not in self._ties:
            self._ties[language] = ties_for(language, self._most)
        return self._ties[language]

    def locale(self, language: str, office_language: str) -> LocaleTable:
        """Give what CLDR knows of the language in the office's country."""
        pair = (language, office_language)
        if pair not in self._tables:
            key = key_of(_code("wording/locales.py"), _package_text("babel"), *pair)
            locale, dates = marshal.loads(self._cache.get("locale", key, lambda: _locale(*pair)))  # noqa: S302 - ours, checked
            self._tables[pair] = LocaleTable(locale, tuple(dates))
        return self._tables[pair]

    def template(self, layout: Layout, screen: Size) -> bytes:
        """Give the deck's template for a layout and a screen, as the deck exporter keeps it."""
        wanted = (id(layout), screen)
        if wanted not in self._templates:
            if len(self._templates) >= _MOST_TEMPLATES:
                self._templates.clear()
            self._templates[wanted] = (layout, self._template(layout, screen))
        return self._templates[wanted][1]

    def _template(self, layout: Layout, screen: Size) -> bytes:
        look = repr((layout.name, layout.slides, sorted(layout.colours.items()), astuple(screen)))
        key = key_of(_folder_code("export/deck"), _code("typeset/areas.py"), look)
        return self._cache.get("template", key, _template_maker(layout, screen))


def _prepared(face: Face) -> bytes:
    from printkit.fonts.prepare import prepare_face  # noqa: PLC0415 - loads fontTools

    return to_bytes(prepare_face(face))


def _constants() -> bytes:
    from printkit.export.page.making import make_constants  # noqa: PLC0415 - reportlab

    return make_constants().to_bytes()


def _parts(program: FontProgram) -> bytes:
    from printkit.export.page.making import make_parts  # noqa: PLC0415 - reportlab

    return make_parts(program).to_bytes()


def _patterns(language: str) -> bytes:
    from printkit.wording.hyphenation import dictionary_for, patterns_of  # noqa: PLC0415 - pyphen

    name = dictionary_for(language)
    return patterns_of(name) if name else b""


def _exceptions(layout: Layout, language: str) -> tuple[str, ...]:
    return exceptions_for(layout.page.hyphenation.exceptions, language)


def _locale(language: str, office_language: str) -> bytes:
    table = locale_table(locale_for(language, office_language))
    return marshal.dumps((table.locale, table.dates))


def _template_maker(layout: Layout, screen: Size) -> Callable[[], bytes]:
    def make() -> bytes:
        from printkit.export.deck.making import make_template  # noqa: PLC0415 - python-pptx
        from printkit.typeset.areas import slide_areas  # noqa: PLC0415 - as above

        areas = slide_areas(layout.slides, screen)
        return make_template(layout, screen, areas).to_bytes()

    return make


def _code(*names: str) -> str:
    """Give the digest of our own source files: other code may make other entries."""
    return key_of(*((_PACKAGE / name).read_bytes() for name in names))


def _folder_code(name: str) -> str:
    return _code(*(f"{name}/{path.name}" for path in sorted((_PACKAGE / name).glob("*.py"))))


def _package_text(package: str) -> str:
    spec = find_spec(package)
    return Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""


def _dictionaries() -> str:
    """Give the names and sizes of pyphen's dictionaries."""
    spec = find_spec("pyphen")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [path for folder in folders for path in (Path(folder) / "dictionaries").glob("*.dic")]
    return repr(sorted((path.name, path.stat().st_size) for path in files))
