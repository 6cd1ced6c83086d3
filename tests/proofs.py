"""What must be true of every page, read from its frame: its words, its margins and its lines."""

from itertools import pairwise

import uharfbuzz
from page_readings import expected_text

from printkit.model.frame import Text

# How far punctuation may hang beside its column, in ems.
HANGS = 0.6
HAIR = 0.01


class Proof:
    """A finished page beside the edition that it should say."""

    def __init__(self, insert, edition, storeroom):
        self.edition, self.storeroom = edition, storeroom
        (self.frame,) = insert.document.frames
        self.elements = insert.document.elements
        self.fonts = {}

    def faults(self):
        """Give what is wrong with the page, in words."""
        return [*self.wrong_words(), *self.beyond_the_margins(), *self.lines_out_of_order()]

    def texts(self):
        """Give the page's texts in reading order."""
        return [item for item in self.frame.items if isinstance(item, Text)]

    def wrong_words(self):
        """Give the first line that does not go on where the line before it ended."""
        wanted = " ".join(expected_text(self.edition).split("\n"))
        at = 0
        for line in (line for text in self.texts() for line in text.lines):
            said = "".join(part for run in line.runs for part in run.glyphs.clusters)
            letters = said.replace("\u00ad", "").rstrip(" ")
            if not letters or not wanted.startswith(letters, at):
                yield f"expected {wanted[at : at + 30]!r}, found {said!r}"
                return
            at += len(letters)
            at += wanted[at : at + 1] == " "
        if at < len(wanted):
            yield f"lost: {wanted[at:]!r}"

    def beyond_the_margins(self):
        """Give the glyphs whose ink stands outside the margins."""
        margins = self.edition.layout.page.shape_for(self.edition.paper).margins
        right, bottom = self.frame.width - margins.sides, self.frame.height - margins.bottom
        for size, glyph, (left, top, width, height) in self.inks():
            beside = left < margins.sides - HANGS * size or left + width > right + HANGS * size
            if beside or top < margins.top - HAIR or top + height > bottom + HAIR:
                yield f"{glyph!r} at {left:.1f}, {top:.1f}"

    def inks(self):
        """Give each glyph's size, characters and ink: left, top, width and height in points."""
        for line in (line for text in self.texts() for line in text.lines):
            for run in line.runs:
                at, glyphs = run.left, run.glyphs
                offsets = glyphs.offsets or ((0.0, 0.0),) * len(glyphs.glyphs)
                for place, glyph in enumerate(glyphs.glyphs):
                    ink, (across, up) = self.ink(glyphs.face, glyph), offsets[place]
                    left = at + (across + ink[0]) * run.size
                    top = line.baseline - (up + ink[1]) * run.size
                    box = (left, top, ink[2] * run.size, ink[3] * run.size)
                    at += glyphs.advances[place] * run.size
                    if ink[2]:
                        yield run.size, glyphs.clusters[place], box

    def ink(self, face, glyph):
        """Give a glyph's ink from its origin in ems: left, top (upwards), width and height."""
        if face not in self.fonts:
            self.fonts[face] = uharfbuzz.Font(uharfbuzz.Face(self.storeroom.face(face).font))
        font = self.fonts[face]
        box = font.get_glyph_extents(glyph)
        numbers = (box.x_bearing, box.y_bearing, box.width, -box.height)
        return tuple(number / font.face.upem for number in numbers)

    def _is_in_region(self, number):
        """Whether an element is a part of a region, and so stands in a column."""
        if number == 0 or self.elements[number].role == "region":
            return number != 0
        return self._is_in_region(self.elements[number].parent)

    def lines_out_of_order(self):
        """Give the regions' lines that are neither below the line before them nor in a new column.

        The first line of a new column starts to the right of all of the line before it.
        """
        lines = [
            line for text in self.texts() if self._is_in_region(text.element) for line in text.lines
        ]
        for above, line in pairwise(lines):
            last = above.runs[-1]
            end = last.left + last.glyphs.width * last.size
            below = line.baseline - above.baseline >= max(run.size for run in line.runs) - HAIR
            if not below and (line.baseline >= above.baseline or line.runs[0].left < end):
                yield f"{line.baseline:.1f} after {above.baseline:.1f}"
