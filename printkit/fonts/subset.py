"""The glyphs that a page uses are cut from a face's program."""

from collections.abc import Collection

import uharfbuzz as hb

from printkit.model.font import FontProgram


class Cutter:
    """Cuts subsets; the programs that they are cut from are opened once."""

    def __init__(self) -> None:
        self._faces: dict[str, hb.Face] = {}

    def cut(self, program: FontProgram, glyphs: Collection[int]) -> bytes:
        """Give a TrueType program of these glyphs alone; they keep their numbers."""
        face = self._faces.get(program.name)
        if face is None:
            face = self._faces[program.name] = hb.Face(program.program)
        plan = hb.SubsetInput()
        plan.glyph_set.update(glyphs)
        plan.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.RETAIN_GIDS
        return bytes(hb.subset(face, plan).blob.data)
