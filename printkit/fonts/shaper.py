"""Words become glyphs through HarfBuzz, with a fallback family where a face lacks a character."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import uharfbuzz as hb

from printkit.fonts.prepared import PreparedFace
from printkit.model.frame import Glyphs
from printkit.model.layout import Face
from printkit.model.metrics import MOST_WORDS, FaceMetrics

# A character with the combining marks that follow it.
_LETTER = re.compile(
    "(?s:.)[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*"
)
# Digits and punctuation belong to no script (ISO 15924: common, inherited, unknown).
_NEUTRAL, _ANY_SCRIPT = "Latn", frozenset(("Zyyy", "Zinh", "Zzzz"))
_SET = {"kern": True, "liga": True, "calt": False, "clig": False}
_PLAIN = {"kern": False, "liga": False, "calt": False, "clig": False}


class HarfBuzzShaper:
    """A Shaper over prepared faces.

    `plain` leaves kerning and ligatures out, as office programs do unless told otherwise. So many
    words are remembered at `most`.
    """

    def __init__(
        self,
        prepared: Callable[[Face], PreparedFace],
        fallbacks: Sequence[str],
        *,
        plain: bool = False,
        most: int = MOST_WORDS,
    ) -> None:
        self._most = most
        self._prepared = prepared
        self._fallbacks = tuple(fallbacks)
        self._features = _PLAIN if plain else _SET
        self._fonts: dict[Face, hb.Font] = {}
        self._words: dict[tuple[Face, str], tuple[Glyphs, ...]] = {}
        # All glyphs of a face name the same object, so that lines need not compare them.
        self._faces: dict[Face, Face] = {}

    def metrics(self, face: Face) -> FaceMetrics:
        """Give the face's vertical metrics."""
        return self._prepared(face).metrics

    def shape(self, text: str, face: Face) -> tuple[Glyphs, ...]:
        """Give the glyphs of a word, one Glyphs for each stretch of one face."""
        known = self._words.get((face, text))
        if known is None:
            if len(self._words) >= self._most:
                self._words.clear()
            parts = self._stretches(text, face)
            known = tuple(
                self._shape(part, self._faces.setdefault(used, used)) for part, used in parts
            )
            self._words[face, text] = known
        return known

    def _stretches(self, text: str, face: Face) -> Iterator[tuple[str, Face]]:
        """Part `text` where another face must help; a mark stays with the letter before it."""
        if self._has(face, text):
            yield from [(text, face)] if text else []
            return
        part, used = "", face
        for letter, wanted in self._letters(text, face):
            if wanted == used or (part and wanted != face and self._has(used, letter)):
                part += letter
            else:
                if part:
                    yield part, used
                part, used = letter, wanted
        yield part, used

    def _letters(self, text: str, face: Face) -> Iterator[tuple[str, Face]]:
        """Give letters, each with its marks, and their faces; alone where no face has them all."""
        for letter in _LETTER.findall(text):
            found = self._face_for(letter, face)
            if found:
                yield letter, found
            else:
                for character in letter:
                    yield character, self._face_for(character, face) or face

    def _face_for(self, letter: str, face: Face) -> Face | None:
        candidates = (face, *(face._replace(family=name) for name in self._fallbacks))
        return next((one for one in candidates if self._has(one, letter)), None)

    def _has(self, face: Face, text: str) -> bool:
        characters = self._prepared(face).characters
        return all(ord(character) in characters for character in text)

    def _shape(self, text: str, face: Face) -> Glyphs:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = hb.Font(hb.Face(self._prepared(face).font))
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction, buffer.language = "ltr", "en"
        script = buffer.script or _NEUTRAL
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
            script=_NEUTRAL if script in _ANY_SCRIPT else script,
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
