"""A frame becomes a content stream: glyph codes, filled rectangles and placed pictures.

Operators are those of ISO 32000-1, annex A. Here y is turned upwards, and nowhere else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from printkit.model.font import FontProgram
from printkit.model.frame import Colour, Element, Fill, Frame, Glyphs, Image, Line, Run, Text
from printkit.model.layout import Face


@dataclass(slots=True)
class Resources:
    """The names by which the stream calls fonts and pictures, in the order of their first use.

    `elements` is the document's structure, which holds the words that stand in for a picture.
    """

    fonts: dict[Face, str] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)
    elements: Sequence[Element] = ()

    def alternative(self, element: int) -> str:
        """Give the words that stand in for a picture, empty where it is decorative."""
        return self.elements[element].alternative if element < len(self.elements) else ""

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


def _text_string(text: str) -> str:
    """Give a text string in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


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
        shown = f"q {' '.join(map(number, numbers))} cm /{name} Do Q"
        words = self.resources.alternative(item.element)
        # ISO 32000-1, 14.9.3: a marked sequence may carry its alternate description.
        marked = f"/Span <</Alt {_text_string(words)}>> BDC\n{shown}\nEMC"
        self.operators.append(marked if words else shown)

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

    parts: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    owed: float = 0.0

    def show(self, code: int, across: float = 0.0) -> None:
        """Add a code, moved to the right by `across`; what it is moved by is owed to the next."""
        adjustment = round(self.owed - across)
        if adjustment:
            self.flush()
            self.parts.append(str(adjustment))
            self.owed -= adjustment
        self.codes.append(f"{code:04X}")

    def flush(self) -> None:
        if self.codes:
            self.parts.append(f"<{''.join(self.codes)}>")
            self.codes.clear()

    def taken(self) -> list[str]:
        """Give the operator that shows what there is, if anything is there."""
        self.flush()
        shown = [f"[{''.join(self.parts)}] TJ"] if self.parts else []
        self.parts.clear()
        return shown


def _shown(run: Run, program: FontProgram) -> list[str]:
    """Give the operators that show a run, with ActualText where a code cannot tell its text."""
    glyphs = run.glyphs
    operators: list[str] = []
    array = _Array()
    for cluster in _clusters(glyphs):
        first = cluster[0]
        code = _code(glyphs.glyphs[first], glyphs.clusters[first], program)
        if code is None or len(cluster) > 1 or _lifted(glyphs, first) != (0.0, 0.0):
            operators += array.taken()
            operators += _spelled(cluster, run, program, array)
        else:
            array.show(code)
            array.owed += _too_wide(glyphs, first, program)
    return operators + array.taken()


def _clusters(glyphs: Glyphs) -> list[list[int]]:
    """Give the glyphs' places, those of one cluster together."""
    clusters: list[list[int]] = []
    for place, text in enumerate(glyphs.clusters):
        if text or not clusters:
            clusters.append([place])
        else:
            clusters[-1].append(place)
    return clusters


def _code(glyph: int, cluster: str, program: FontProgram) -> int | None:
    """Give the code that draws `glyph` and reads as `cluster`, None where there is none."""
    if program.characters[glyph] == cluster:
        return glyph
    return program.aliases.get((glyph, cluster))


def _lifted(glyphs: Glyphs, place: int) -> tuple[float, float]:
    return glyphs.offsets[place] if glyphs.offsets else (0.0, 0.0)


def _too_wide(glyphs: Glyphs, place: int, program: FontProgram) -> float:
    """Give by how much the program's width is more than the shaper's, in 1/1000 em."""
    return program.advances[glyphs.glyphs[place]] - glyphs.advances[place] * 1000


def _spelled(cluster: list[int], run: Run, program: FontProgram, array: _Array) -> list[str]:
    """Give a cluster with its text beside it (ISO 32000-1, 14.9.4), marks raised onto letters."""
    text = _text_string(run.glyphs.clusters[cluster[0]])
    operators = [f"/Span <</ActualText {text}>> BDC"]
    for place in cluster:
        across, up = _lifted(run.glyphs, place)
        array.show(run.glyphs.glyphs[place], across * 1000)
        shown = array.taken()
        operators += [f"{number(up * run.size)} Ts", *shown, "0 Ts"] if up else shown
        array.owed += _too_wide(run.glyphs, place, program)
    return [*operators, "EMC"]
