"""A frame becomes a content stream: glyph codes, filled rectangles and placed pictures.

Operators are those of ISO 32000-1, annex A. Here y is turned upwards, and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from printkit.model.font import FontProgram
from printkit.model.frame import Colour, Fill, Frame, Image, Line, Run, Text
from printkit.model.layout import Face


@dataclass(slots=True)
class Resources:
    """The names by which the stream calls fonts and pictures, in the order of their first use."""

    fonts: dict[Face, str] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)

    def font(self, face: Face) -> str:
        """Give the font resource's name."""
        return self.fonts.setdefault(face, f"F{len(self.fonts) + 1}")

    def image(self, key: str) -> str:
        """Give the picture resource's name."""
        return self.images.setdefault(key, f"P{len(self.images) + 1}")


def content_of(frame: Frame, programs: Mapping[Face, FontProgram], resources: Resources) -> bytes:
    """Give the frame's content stream, uncompressed."""
    drawing = _Drawing(frame.height, programs, resources, [])
    for item in frame.items:
        match item:
            case Text():
                drawing.text(item)
            case Fill():
                drawing.fill(item)
            case Image():
                drawing.image(item)
    return "\n".join(drawing.operators).encode("ascii")


def number(value: float) -> str:
    """Give a number as PDF writes it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


@dataclass(slots=True)
class _Drawing:
    height: float
    programs: Mapping[Face, FontProgram]
    resources: Resources
    operators: list[str]

    def fill(self, item: Fill) -> None:
        box = item.box
        numbers = (box.left, self.height - box.bottom, box.width, box.height)
        self.operators.append(f"{_rgb(item.colour)} rg {' '.join(map(number, numbers))} re f")

    def image(self, item: Image) -> None:
        box, name = item.box, self.resources.image(item.key)
        numbers = (box.width, 0, 0, box.height, box.left, self.height - box.bottom)
        self.operators.append(f"q {' '.join(map(number, numbers))} cm /{name} Do Q")

    def text(self, item: Text) -> None:
        self.operators.append("BT")
        state = ("", "")
        for line in item.lines:
            state = self._line(line, state)
        self.operators.append("ET")

    def _line(self, line: Line, state: tuple[str, str]) -> tuple[str, str]:
        """Draw one line; font and colour are set where they change (operators Tf, rg, Tm, TJ)."""
        y = number(self.height - line.baseline)
        for run in line.runs:
            font = f"/{self.resources.font(run.glyphs.face)} {number(run.size)} Tf"
            colour = f"{_rgb(run.colour)} rg"
            if font != state[0]:
                self.operators.append(font)
            if colour != state[1]:
                self.operators.append(colour)
            state = (font, colour)
            self.operators.append(f"1 0 0 1 {number(run.left)} {y} Tm")
            self.operators += _shown(run, self.programs[run.glyphs.face])
        return state


def _rgb(colour: Colour) -> str:
    value = colour.value
    return " ".join(number(int(value[at : at + 2], 16) / 255) for at in (0, 2, 4))


@dataclass(slots=True)
class _Array:
    """The operand of one TJ: codes, and adjustments in 1/1000 em to the left."""

    parts: list[str]
    codes: list[str]
    owed: float = 0.0

    def show(self, code: int) -> None:
        adjustment = round(self.owed)
        if adjustment:
            self.flush()
            self.parts.append(str(adjustment))
            self.owed -= adjustment
        self.codes.append(f"{code:04X}")

    def flush(self) -> None:
        if self.codes:
            self.parts.append(f"<{''.join(self.codes)}>")
            self.codes.clear()

    def taken(self) -> str:
        self.flush()
        shown = f"[{''.join(self.parts)}] TJ"
        self.parts.clear()
        return shown


def _shown(run: Run, program: FontProgram) -> list[str]:
    """Give the operators that show a run, with ActualText where a code cannot tell its text."""
    glyphs = run.glyphs
    operators: list[str] = []
    array = _Array([], [])
    for place, glyph in enumerate(glyphs.glyphs):
        cluster = glyphs.clusters[place]
        code = _code(glyph, cluster, program)
        lifted = glyphs.offsets[place] if glyphs.offsets else (0.0, 0.0)
        spelled = code is None or lifted != (0.0, 0.0)
        if spelled:
            if array.codes or array.parts:
                operators.append(array.taken())
            operators += _spelled(glyph, cluster, lifted, run.size, array)
        else:
            array.show(code if code is not None else glyph)
        array.owed += program.advances[glyph] - glyphs.advances[place] * 1000
    if array.codes or array.parts:
        operators.append(array.taken())
    return operators


def _code(glyph: int, cluster: str, program: FontProgram) -> int | None:
    """Give the code that draws `glyph` and reads as `cluster`, None where there is none."""
    if program.characters[glyph] == cluster:
        return glyph
    return program.aliases.get((glyph, cluster))


def _spelled(
    glyph: int, cluster: str, lifted: tuple[float, float], size: float, array: _Array
) -> list[str]:
    """Give a lone glyph with its text beside it (ISO 32000-1, 14.9.4), raised where it must be."""
    text = "FEFF" + cluster.encode("utf-16-be").hex().upper()
    across, up = lifted
    shift = round(array.owed - across * 1000)
    array.owed -= shift
    array.owed -= across * 1000
    rise = [f"{number(up * size)} Ts"] if up else []
    return [
        f"/Span <</ActualText <{text}>>> BDC",
        *rise,
        f"[{shift}<{glyph:04X}>] TJ" if shift else f"[<{glyph:04X}>] TJ",
        *(["0 Ts"] if up else []),
        "EMC",
    ]
