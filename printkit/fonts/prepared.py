"""A face that is ready to shape with and to embed, and how it is kept between runs."""

import marshal
from dataclasses import dataclass
from typing import Any

from printkit.model.font import FontProgram
from printkit.model.layout import Face
from printkit.model.metrics import FaceMetrics

# The version of marshal's format before references, which depend on who else holds an object.
_PLAIN = 2


@dataclass(frozen=True, slots=True)
class PreparedFace:
    """A static face: the font to shape with, its characters, and the program to embed from."""

    font: bytes
    metrics: FaceMetrics
    characters: frozenset[int]
    program: FontProgram


def to_bytes(prepared: PreparedFace) -> bytes:
    """Give the prepared face as bytes for the cache."""
    kept: Any = (
        prepared.font,
        _plain_metrics(prepared.metrics),
        tuple(sorted(prepared.characters)),
        _plain_program(prepared.program),
    )
    return marshal.dumps(kept, _PLAIN)


def from_bytes(content: bytes, face: Face) -> PreparedFace:
    """Give back what `to_bytes` kept."""
    font, metrics, characters, program = marshal.loads(content)  # noqa: S302 - ours, checked
    known = FaceMetrics(*metrics)
    return PreparedFace(
        font,
        known,
        frozenset(characters),
        _program_from(program, face, known),
    )


def _plain_metrics(metrics: FaceMetrics) -> tuple[float, ...]:
    return (metrics.ascent, metrics.descent, metrics.cap_height, metrics.x_height)


def _plain_program(program: FontProgram) -> tuple[Any, ...]:
    return (
        program.name,
        program.program,
        program.advances,
        program.characters,
        program.aliases,
        program.box,
        program.italic_angle,
    )


def _program_from(plain: tuple[Any, ...], face: Face, metrics: FaceMetrics) -> FontProgram:
    name, program, advances, characters, aliases, box, angle = plain
    return FontProgram(face, name, program, advances, characters, aliases, metrics, box, angle)
