"""Whether a layout's type can be read: its colours' contrast to the slides' ground and to paper."""

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from printkit.errors import Problem
from printkit.loading.looks import Looks
from printkit.loading.messages import as_typed, in_quotes, listed
from printkit.loading.nodes import Mapping, Node
from printkit.loading.section import Section
from printkit.model.contrast import contrast
from printkit.model.layout import PageLayout, SlideLayout

LEAST = 4.5  # WCAG 2.2, 1.4.3 (AA): less is an error
ENOUGH = 7.0  # WCAG 2.2, 1.4.6 (AAA): less is a warning
PAPER = "FFFFFF"
_STEPS = 64  # how finely a colour that would do is sought


@dataclass(frozen=True, slots=True)
class _Standing:
    """A colour on what it stands on: its name, the ground as said and as `RRGGBB`.

    `places` are the nodes that brought the two together, the colour's own first.
    """

    name: str
    on: str
    ground: str
    places: tuple[Node, ...]


def judge_contrast(
    layout: Section, looks: Looks, page: PageLayout, slides: SlideLayout
) -> tuple[Problem, ...]:
    """Refuse what has too little contrast to be read; give a warning for what has little."""
    warnings = []
    standings = (*_on_slides(layout, looks, slides), *_on_paper(layout, looks, page))
    for one in standings:
        found = contrast(looks.colours[one.name], one.ground)
        grounds = [other.ground for other in standings if other.name == one.name]
        if found < LEAST:
            layout.reader.problems.append(_problem(layout, looks, one, grounds))
        elif found < ENOUGH:
            warnings.append(_problem(layout, looks, one, grounds))
    return tuple(warnings)


def _on_slides(layout: Section, looks: Looks, slides: SlideLayout) -> Iterator[_Standing]:
    ground = looks.colours.get(slides.ground)
    named = (("ink", slides.ink), ("accent", slides.accent), ("muted", slides.muted))
    chosen: dict[str, list[Node | None]] = {}
    for key, name in named:
        chosen.setdefault(name, []).append(_below(layout.node, "slides", key))
    behind = (looks.nodes.get(slides.ground), _below(layout.node, "slides", "ground"))
    for name, nodes in chosen.items():
        if ground and looks.colours.get(name):
            places = _known(looks.nodes.get(name), *nodes, *behind)
            yield _Standing(name, as_typed(slides.ground), ground, places)


def _on_paper(layout: Section, looks: Looks, page: PageLayout) -> Iterator[_Standing]:
    chosen: dict[str, list[Node | None]] = {}
    for style, made in page.styles.items():
        node = _below(layout.node, "page", "styles", style, "colour")
        chosen.setdefault(made.colour, []).append(node)
    for name, nodes in chosen.items():
        if looks.colours.get(name):
            places = _known(looks.nodes.get(name), *nodes)
            yield _Standing(name, "white paper", PAPER, places)


def _problem(
    layout: Section, looks: Looks, standing: _Standing, grounds: Collection[str]
) -> Problem:
    """Say what is too little, at the first place that the file itself chose.

    `grounds` are all that the colour stands on.
    """
    own = layout.node.source if layout.node else None
    node = next((node for node in standing.places if node.source is own), standing.places[0])
    found = contrast(looks.colours[standing.name], standing.ground)
    least = LEAST if found < LEAST else ENOUGH
    shown = math.floor(found * 10) / 10  # rounded down: 4.49 is not 4.5
    message = f"{as_typed(standing.name)} on {standing.on} has a contrast of {shown:.1f}:1"
    valued = node is looks.nodes[standing.name]
    hint = _shade_hint(looks, standing, grounds) if valued else _name_hint(looks, standing)
    return Problem(f"{message}, expected at least {least:g}:1", node.place, hint)


def _shade_hint(looks: Looks, standing: _Standing, grounds: Collection[str]) -> str:
    """Propose the nearest shade of the colour that would do on all that it stands on."""
    value = looks.colours[standing.name]
    shades = (_towards(value, end, step) for step in range(1, _STEPS + 1) for end in (0, 255))
    for shade in shades:
        if all(contrast(shade, ground) >= ENOUGH for ground in grounds):
            return f"type `{standing.name}: {in_quotes(shade)}`, or choose another colour"
    return "no shade of it would do: choose a lighter or a darker ground, or another colour for it"


def _name_hint(looks: Looks, standing: _Standing) -> str:
    """Name those of the layout's colours that would do."""
    ground = standing.ground
    names = [name for name, value in looks.colours.items() if _stands_out(value, ground)]
    if names:
        return f"of the colours here, {listed(names)} would do on {standing.on}"
    return f"no colour here would do on {standing.on}: add one to `colours`, and name it"


def _stands_out(value: str, ground: str) -> bool:
    return bool(value) and contrast(value, ground) >= ENOUGH


def _towards(value: str, end: int, step: int) -> str:
    """Give a colour some of the way to black (0) or white (255)."""
    channels = bytes.fromhex(value)
    return bytes(round(one + (end - one) * step / _STEPS) for one in channels).hex().upper()


def _below(node: Node | None, *keys: str) -> Node | None:
    """Give what stands under a key under a key, None where nothing does."""
    for key in keys:
        entry = node.entries.get(key) if isinstance(node, Mapping) else None
        if entry is None:
            return None
        node = entry.value
    return node


def _known(*nodes: Node | None) -> tuple[Node, ...]:
    return tuple(node for node in nodes if node)
