"""A page's content stream becomes its marked contents, each with the text that it shows.

The text is what the fonts' ToUnicode maps say, blanks and all: nothing is guessed from places.
"""

import re
from dataclasses import dataclass, field

from printkit.verify.pdf_file import PdfFile, Stream
from printkit.verify.syntax import Damaged, Scanner, Word, text_of

ARTIFACT = "Artifact"
_SECTION = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_ROW = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_CODE = 2  # bytes


@dataclass(slots=True)
class Content:
    """A marked content: its tag, number (MCID) if it has one, text, and how many pictures.

    What is drawn outside of any has no tag. `told` is its ActualText, which stands in for what is
    shown.
    """

    tag: str = ""
    number: int | None = None
    told: str | None = None
    text: str = ""
    pictures: int = 0


def contents_of(file: PdfFile, page: dict[str, object]) -> tuple[Content, ...]:
    """Give what a page's content stream draws, in that order."""
    parts = []
    for one in file.array(page.get("Contents")):
        stream = file.get(one)
        if not isinstance(stream, Stream):
            raise Damaged("a page has no content")
        parts.append(stream.content)
    reading = _Reading(file, file.dictionary(page.get("Resources")))
    scanner, operands = Scanner(b"\n".join(parts)), list[object]()
    while not scanner.ended():
        value = scanner.value()
        if isinstance(value, Word):
            reading.operate(value, operands)
            operands = []
        else:
            operands.append(value)
    return tuple(reading.found)


@dataclass(slots=True)
class _Reading:
    """What has been read so far: open marks, the font, and those that `q` has put aside."""

    file: PdfFile
    resources: dict[str, object]
    found: list[Content] = field(default_factory=list)
    marks: list[Content] = field(default_factory=list)
    letters: dict[bytes, str] = field(default_factory=dict)
    aside: list[dict[bytes, str]] = field(default_factory=list)
    fonts: dict[str, dict[bytes, str]] = field(default_factory=dict)

    def operate(self, operator: str, operands: list[object]) -> None:
        """Follow an operator (ISO 32000-1, annex A); those that only place or paint are none."""
        match operator:
            case "BDC" | "BMC":
                self._begin(operands)
            case "EMC":
                self.marks.pop()
            case "Tf":
                self.letters = self._letters(str(operands[0]))
            case "Tj" | "'" | '"':
                self._show(operands[-1:])
            case "TJ":
                self._show(self.file.array(operands[0]))
            case "q" | "Q":
                self._put_aside(back=operator == "Q")
            case "Do" | "BI":
                self._owner().pictures += 1

    def _put_aside(self, *, back: bool) -> None:
        if back:
            self.letters = self.aside.pop()
        else:
            self.aside.append(self.letters)

    def _begin(self, operands: list[object]) -> None:
        said = operands[1] if len(operands) > 1 else {}
        if isinstance(said, str):
            said = self.file.dictionary(self.resources.get("Properties")).get(said)
        entries = self.file.dictionary(said)
        number, told = entries.get("MCID"), entries.get("ActualText")
        content = Content(
            str(operands[0]),
            number if isinstance(number, int) else None,
            None if told is None else text_of(told),
        )
        self.marks.append(content)
        if number is not None or content.tag == ARTIFACT:
            self.found.append(content)
        if content.told is not None:
            self._owner().text += content.told

    def _owner(self) -> Content:
        """Give the innermost mark that is an artifact or has a number, else what is in none."""
        for mark in reversed(self.marks):
            if mark.number is not None or mark.tag == ARTIFACT:
                return mark
        if not self.found or self.found[-1].tag:
            self.found.append(Content())
        return self.found[-1]

    def _show(self, strings: list[object]) -> None:
        if any(mark.told is not None for mark in self.marks):
            return
        codes = b"".join(one for one in strings if isinstance(one, bytes))
        pairs = (codes[at : at + _CODE] for at in range(0, len(codes), _CODE))
        self._owner().text += "".join([self.letters.get(pair, "\ufffd") for pair in pairs])

    def _letters(self, name: str) -> dict[bytes, str]:
        """Give what each code of a font stands for (9.10.3)."""
        if name not in self.fonts:
            fonts = self.file.dictionary(self.resources.get("Font"))
            table = self.file.get(self.file.dictionary(fonts.get(name)).get("ToUnicode"))
            if not isinstance(table, Stream):
                raise Damaged(f"font `{name}` does not say what its glyphs stand for")
            self.fonts[name] = {
                bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
                for section in _SECTION.findall(table.content)
                for code, text in _ROW.findall(section)
            }
        return self.fonts[name]
