"""The printers' file becomes printers, and keeps what was measured of one."""

import re
from pathlib import Path
from typing import get_args

from printkit.errors import Problem, Refused
from printkit.loading.checks import UNCHECKED
from printkit.loading.composing import compose
from printkit.loading.messages import as_typed
from printkit.loading.nodes import Node, Scalar
from printkit.loading.reader import Reader
from printkit.loading.section import Section, read_section
from printkit.loading.source import Source, read_source
from printkit.model.paper import MILLIMETRE
from printkit.model.sheet import Edge, Flip, Printer
from printkit.units import signed_points

_KEYS = ("right", "down", "flip", "landscape")
_FLIPS: tuple[Flip, ...] = get_args(Flip)
_EDGES: tuple[Edge, ...] = get_args(Edge)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_FARTHEST = 20  # millimetres; no copier that works is off by more


def is_printer_name(name: str) -> bool:
    """Whether a printer may be called so: its name is a part of a file's."""
    return bool(_NAME.fullmatch(name))


def offset(text: str) -> float:
    """Give by how much a back is moved, in points; ValueError where it is no length or too far."""
    found = signed_points(text)
    if abs(found) > _FARTHEST * MILLIMETRE:
        raise ValueError(f"expected at most {_FARTHEST}mm, found `{text}`")
    return found


def load_printers(path: Path, shown: str) -> dict[str, Printer]:
    """Give the printers in a file by their names, none where there is no file or nothing in it.

    Refused with all that is wrong with it.
    """
    if not path.exists():
        return {}
    reader = Reader(UNCHECKED, path.parent)
    source, _ = read_source(path, shown)
    return {} if _is_blank(source.text) else _printers(reader, reader.open(path, shown))


def _is_blank(text: str) -> bool:
    lines = (line.strip() for line in text.splitlines())
    return all(not line or line.startswith("#") for line in lines)


def _printers(reader: Reader, node: Node) -> dict[str, Printer]:
    root = reader.mapping(node, "this file", f"a printer's keys are {', '.join(_KEYS)}")
    found = {}
    for name, entry in root.entries.items() if root else ():
        _refuse_name(reader, entry.key)
        section = read_section(reader, entry.value, f"the printer {as_typed(name)}", _KEYS)
        found[name] = _printer(name, section)
    reader.finish()
    return found


def _refuse_name(reader: Reader, key: Scalar) -> None:
    if not is_printer_name(key.value):
        expected = "expected a printer's short name in a-z, 0-9 and `-`"
        reader.refuse(key, f"{expected}, found {as_typed(key.value)}")


def _printer(name: str, section: Section) -> Printer:
    flip, edge = section.choice("flip", _FLIPS), section.choice("landscape", _EDGES)
    return Printer(
        name,
        _offset(section, "right"),
        _offset(section, "down"),
        next((one for one in _FLIPS if one == flip), "long"),
        next((one for one in _EDGES if one == edge), "left"),
    )


def _offset(section: Section, key: str) -> float:
    node, word = section.get(key), section.word(key)
    if node is None or word is None:
        return 0.0
    try:
        return offset(word)
    except ValueError as fault:
        section.reader.refuse(node, f"{fault} for `{key}`")
        return 0.0


def with_offsets(path: Path, shown: str, name: str, offsets: dict[str, str]) -> str:
    """Give the file's text with a printer's offsets as they are typed, all else as it was.

    Refused where the file is wrong, or written so that nothing can be put into it.
    """
    before = load_printers(path, shown)
    text = read_source(path, shown)[0].text if path.exists() else ""
    changed = _with_entry(text, name, offsets)
    try:
        root, problems = compose(Source(shown, changed))
        reader = Reader(UNCHECKED, path.parent, list(problems))
        after = _printers(reader, root) if root else {}
    except Refused:
        after = {}
    wanted = {key: offset(value) for key, value in offsets.items()}
    kept = {key: getattr(after.get(name), key, None) for key in wanted} == wanted
    if not kept or any(after.get(other) != before[other] for other in before if other != name):
        typed = ", ".join(f"{key}: {value}" for key, value in offsets.items())
        message = f"`{shown}` is written so that nothing can be put into it"
        raise Refused(Problem(message, hint=f"type it there yourself: `{name}: {{{typed}}}`"))
    return changed


def _with_entry(text: str, name: str, offsets: dict[str, str]) -> str:
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if _key_of(line) == name), None)
    if first is None:
        entry = [f"{name}:", *(f"  {key}: {value}" for key, value in offsets.items())]
        return "\n".join([*lines, *entry]) + "\n"
    past = next(
        (at for at in range(first + 1, len(lines)) if re.match(r"[^\s#]", lines[at])), len(lines)
    )
    block = lines[first:past]
    for key, value in offsets.items():
        block = _with_value(block, key, value)
    return "\n".join([*lines[:first], *block, *lines[past:]]) + "\n"


def _key_of(line: str) -> str:
    found = re.match(r"""(["']?)([^\s"'#:]+)\1\s*:""", line)
    return found[2] if found else ""


def _with_value(block: list[str], key: str, value: str) -> list[str]:
    """Give a printer's lines with another value, in its place where there is one."""
    said = re.compile(rf"""^(.*?(?:^\s+|[{{,]\s*){key}\s*:\s*)("[^"]*"|'[^']*'|[^\s#,}}]+)""")
    for at, line in enumerate(block):
        if not line.lstrip().startswith("#") and said.match(line):
            changed = said.sub(lambda found: found[1] + value, line, count=1)
            return [*block[:at], changed, *block[at + 1 :]]
    head, *rest = block
    if "{" in head:
        return [head.replace("{", f"{{{key}: {value}, ", 1), *rest]
    indents = (re.match(r"(\s+)[^\s#]", line) for line in rest)
    indent = next((found[1] for found in indents if found), "  ")
    return [head, f"{indent}{key}: {value}", *rest]
