"""Words become glyphs through HarfBuzz, with a fallback family where a face lacks a character."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import uharfbuzz as hb

from printkit.fonts.prepared import PreparedFace
from printkit.model.frame import Glyphs
from printkit.model.layout import Face
from printkit.model.metrics import FaceMetrics

_MOST_WORDS = 20_000
_SET = {"kern": True, "liga": True, "calt": False, "clig": False}
_PLAIN = {"kern": False, "liga": False, "calt": False, "clig": False}


class HarfBuzzShaper:
    """A Shaper over prepared faces.

    `plain` leaves kerning and ligatures out, as office programs do unless told otherwise.
    """

    def __init__(
        self,
        prepared: Callable[[Face], PreparedFace],
        fallbacks: Sequence[str],
        *,
        plain: bool = False,
    ) -> None:
        self._prepared = prepared
        self._fallbacks = tuple(fallbacks)
        self._features = _PLAIN if plain else _SET
        self._fonts: dict[Face, hb.Font] = {}
        self._words: dict[tuple[Face, str], tuple[Glyphs, ...]] = {}

    def metrics(self, face: Face) -> FaceMetrics:
        """Give the face's vertical metrics."""
        return self._prepared(face).metrics

    def shape(self, text: str, face: Face) -> tuple[Glyphs, ...]:
        """Give the glyphs of a word, one Glyphs for each stretch of one face."""
        known = self._words.get((face, text))
        if known is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            known = tuple(self._shape(part, used) for part, used in self._stretches(text, face))
            self._words[face, text] = known
        return known

    def _stretches(self, text: str, face: Face) -> Iterator[tuple[str, Face]]:
        """Part `text` where another face must help; a mark stays with the letter before it."""
        if all(ord(character) in self._prepared(face).characters for character in text):
            yield text, face
            return
        start, used = 0, self._face_for(text[0], face)
        for index, character in enumerate(text):
            wanted = self._face_for(character, face)
            lacked = ord(character) not in self._prepared(used).characters
            if wanted != used and (lacked or wanted == face):
                yield text[start:index], used
                start, used = index, wanted
        yield text[start:], used

    def _face_for(self, character: str, face: Face) -> Face:
        for candidate in (face, *(replace(face, family=name) for name in self._fallbacks)):
            if ord(character) in self._prepared(candidate).characters:
                return candidate
        return face

    def _shape(self, text: str, face: Face) -> Glyphs:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = hb.Font(hb.Face(self._prepared(face).font))
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "en"
        hb.shape(font, buffer, self._features)
        units = font.face.upem
        infos, spots = buffer.glyph_infos, buffer.glyph_positions
        return Glyphs(
            face=face,
            glyphs=tuple(info.codepoint for info in infos),
            advances=tuple(spot.x_advance / units for spot in spots),
            clusters=_clusters(text, [info.cluster for info in infos]),
            offsets=tuple((s.x_offset / units, s.y_offset / units) for s in spots)
            if any(s.x_offset or s.y_offset for s in spots)
            else (),
        )


def _clusters(text: str, starts: list[int]) -> tuple[str, ...]:
    """Give each glyph the characters of its cluster; a cluster's later glyphs get none."""
    edges = [*sorted(set(starts)), len(text)]
    following = dict(pairwise(edges))
    seen: set[int] = set()
    parts = []
    for start in starts:
        parts.append("" if start in seen else text[start : following[start]])
        seen.add(start)
    return tuple(parts)
