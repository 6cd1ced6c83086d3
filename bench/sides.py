"""Every side of the comparison, ready and warm, and the bulletins that they take turns with."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from comparing import Subject
from fontTools.ttLib import TTFont
from ready import Ready
from rival import Rival
from sheets import Setting, Sheet
from texts import Bulletin, write

from printkit.batch.files import write_together
from printkit.model.layout import Face
from printkit.ordering import Made, Order
from printkit.pipeline import make

if TYPE_CHECKING:
    from rival_pptxgen import PptxGenRival
    from rival_typst import TypstRival
    from rival_web import WebRival

_POSTSCRIPT_NAME = 6
_ENDINGS = {"insert": "-insert.pdf", "slides": "-slides.pptx"}
RIVAL_FACES = {
    "SourceSans-Regular": Face("Source Sans 3"),
    "SourceSans-Bold": Face("Source Sans 3", 700),
    "SourceSans-Italic": Face("Source Sans 3", 400, italic=True),
    "Arimo-Regular": Face("Arimo"),
}


class Sides(Ready):
    """printkit and its rivals; those whose package may be missing are made when first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.fonts, self.output = folder / "fonts", folder / "output"
        self.bulletins, self.faces = folder / "bulletins", folder / "faces"
        for made in (self.fonts, self.output, self.bulletins, self.faces):
            made.mkdir()
        for name, face in RIVAL_FACES.items():
            _write_font(self.store.face(face).font, self.fonts / f"{name}.ttf")
        self.rival = Rival(self.fonts)

    @cached_property
    def _own_faces(self) -> dict[Face, Path]:
        """The files of the faces that printkit sets with: static, subset, and without hinting."""
        faces = sorted({style.face for style in self.layout.page.styles.values()})
        paths = {face: self.faces / f"{number}.ttf" for number, face in enumerate(faces)}
        for face, path in paths.items():
            path.write_bytes(self.store.face(face).font)
        return paths

    @cached_property
    def typst(self) -> "TypstRival":
        """Typst with these faces."""
        from rival_typst import TypstRival  # noqa: PLC0415 - Typst may not be installed

        assert self._own_faces
        return TypstRival(self.faces)

    @cached_property
    def web(self) -> "WebRival":
        """WeasyPrint with these faces."""
        from rival_web import WebRival  # noqa: PLC0415 - WeasyPrint may not be installed

        return WebRival(self._own_faces)

    @cached_property
    def pptxgen(self) -> "PptxGenRival":
        """PptxGenJS in a process of its own, until the sides are closed."""
        from rival_pptxgen import PptxGenRival  # noqa: PLC0415 - Node.js may not be installed

        return PptxGenRival()

    def close(self) -> None:
        """End the process of PptxGenJS, where it was asked for."""
        if "pptxgen" in vars(self):
            self.pptxgen.close()

    @property
    def rivals(self) -> tuple[str, ...]:
        """What subset WeasyPrint's fonts and what ran PptxGenJS, where they were asked for."""
        web = (f"subset by {self.web.subsetter}",) if "web" in vars(self) else ()
        return (*web, *self.pptxgen.versions()) if "pptxgen" in vars(self) else web

    def subject(self, bulletin: Bulletin, name: str, sheet: Sheet) -> Subject:
        """Give a bulletin written to a file and loaded by all sides."""
        path = write(bulletin, self.bulletins / f"{name}.yaml")
        order = self.order(self.load(path), sheet.name)
        return Subject(path, order, self.rival.read(path), sheet, {})

    def made(self, order: Order) -> tuple[Made, ...]:
        """Give the files of an order."""
        outcome = make(order, self.store)
        assert not outcome.problems, outcome.problems
        return outcome.files

    def insert(self, subject: Subject) -> None:
        """Fit, set and tag the insert from what is loaded, and write it."""
        self._write(subject, self.made(replace(subject.order, formats=("insert",))))

    def deck(self, subject: Subject) -> None:
        """Make the deck from what is loaded."""
        self.made(replace(subject.order, formats=("slides",)))

    def pair(self, subject: Subject) -> None:
        """Make the pair from what is loaded, and write it."""
        self._write(subject, self.made(subject.order))

    def pair_from_file(self, subject: Subject) -> None:
        """Load the bulletin, make the pair, and write it."""
        order = self.order(self.load(subject.path), subject.sheet.name)
        self._write(subject, self.made(order))

    def _write(self, subject: Subject, files: Iterable[Made]) -> None:
        stem = f"ours-{subject.path.stem}"
        write_together(
            {self.output / f"{stem}{_ENDINGS[file.format]}": file.data for file in files}
        )

    def platypus_insert(self, subject: Subject) -> None:
        """Let Platypus fit and set the insert from what is loaded, and write it."""
        self._keep("platypus", subject, self.rival.page(subject.data, subject.sheet))

    def typst_insert(self, subject: Subject) -> None:
        """Let Typst set the insert at the size that is given to it, and write it."""
        self._keep("typst", subject, self.typst_page(subject, subject.settings["typst"]))

    def _keep(self, rival: str, subject: Subject, page: bytes) -> None:
        (self.output / f"{rival}-{subject.path.stem}-insert.pdf").write_bytes(page)

    def typst_page(self, subject: Subject, setting: Setting) -> bytes:
        """Give Typst's page at a setting."""
        return self.typst.page(subject.data, subject.sheet, setting)

    def their_deck(self, subject: Subject) -> None:
        """Let python-pptx make the deck."""
        self.rival.deck(subject.data)

    def pptxgen_deck(self, subject: Subject) -> float:
        """Let PptxGenJS make the deck with its defaults, which deflate nothing."""
        return self.pptxgen.make(subject.data, deflated=False)

    def pptxgen_deck_deflated(self, subject: Subject) -> float:
        """Let PptxGenJS make the deck and deflate it."""
        return self.pptxgen.make(subject.data, deflated=True)

    def their_pair(self, subject: Subject) -> None:
        """Let the rival make the pair from what is loaded, and write it."""
        self.rival.pair(subject.data, self.output, f"rival-{subject.path.stem}")

    def their_pair_from_file(self, subject: Subject) -> None:
        """Let the rival read the bulletin, make the pair, and write it."""
        self.their_pair(replace(subject, data=self.rival.read(subject.path)))


def _write_font(font: bytes, path: Path) -> None:
    """Write a static face under a name of its own: reportlab tells fonts apart by it.

    The face is the one that printkit sets with: instanced, subset and without hinting.
    """
    with TTFont(BytesIO(font)) as tables:
        for record in tables["name"].names:
            if record.nameID == _POSTSCRIPT_NAME:
                record.string = path.stem
        tables.save(path)
