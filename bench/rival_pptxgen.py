"""The rival that makes decks on Node.js: PptxGenJS, in a process of its own.

It draws what the python-pptx rival has planned: the same texts at the same sizes, with nothing to
fit. Its CPU time is what its own process says, so that handing over the texts costs it nothing.
"""

import json
import shutil
import subprocess
from pathlib import Path
from subprocess import PIPE
from typing import Any

from comparing import NODE_PACKAGES
from rival_deck import (
    BODY,
    COVER_TEXT,
    COVER_TITLE,
    FAMILY,
    HEIGHT,
    LEADING,
    LEFT,
    MEASURE,
    TITLE,
    WIDTH,
    Slide,
)
from rival_plan import planned
from sheets import IMPRINT

_PROGRAM = Path(__file__).with_name("rival_pptxgen.mjs")
_FOOT = (498.0, 24.0)  # top and height in points


class PptxGenRival:
    """A process with PptxGenJS, warm from deck to deck; it ends with its input."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [_node(), str(_PROGRAM)], stdin=PIPE, stdout=PIPE, text=True, encoding="utf-8"
        )

    def make(
        self, bulletin: dict[str, Any], *, deflated: bool, output: Path | None = None
    ) -> float:
        """Make the deck and give the CPU milliseconds it took; `output` is written besides."""
        deck = _deck(bulletin)
        request = {"deck": deck, "deflated": deflated, "output": output and str(output)}
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None
        assert answers is not None
        requests.write(f"{json.dumps(request)}\n")
        requests.flush()
        taken: float = json.loads(answers.readline())["milliseconds"]
        return taken

    @staticmethod
    def versions() -> tuple[str, str]:
        """Say which PptxGenJS is compared, and on which Node.js."""
        package = NODE_PACKAGES / "pptxgenjs" / "package.json"
        version = json.loads(package.read_text(encoding="utf-8"))["version"]
        said = subprocess.run([_node(), "--version"], check=True, stdout=PIPE, text=True)
        return f"pptxgenjs {version}", f"Node.js {said.stdout.strip().removeprefix('v')}"

    def close(self) -> None:
        """End the process."""
        with self._process:
            pass


def _node() -> str:
    node = shutil.which("node")
    assert node is not None
    return node


def _deck(bulletin: dict[str, Any]) -> dict[str, Any]:
    """Give all that the deck shows and where, in points."""
    cover, region = (COVER_TITLE, COVER_TEXT), (TITLE, BODY)
    return {
        "title": bulletin["title"],
        "screen": [WIDTH, HEIGHT],
        "family": FAMILY,
        "footer": "   ".join(IMPRINT),
        "places": {
            "cover": {"title": _box(cover[0]), "body": _box(cover[1])},
            "region": {"title": _box(region[0]), "body": _box(region[1])},
            "foot": _box(_FOOT),
        },
        "slides": [_slide(slide) for slide in planned(bulletin)],
    }


def _box(place: tuple[float, float]) -> list[float]:
    return [LEFT, place[0], MEASURE, place[1]]


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "title": {"text": slide.title, **_set_at(slide.title_size)},
        "texts": {"texts": slide.texts, **_set_at(slide.size)},
        "notes": slide.notes,
    }


def _set_at(size: float) -> dict[str, float]:
    return {"size": size, "leading": round(size * LEADING, 2)}
