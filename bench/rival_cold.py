"""The rival in a new process: Typst sets the insert, and python-pptx makes the deck.

`python bench/rival_cold.py TOLD.json` makes one pair. It is told what was found before the clock
starts: the size of the page, and the slides' texts and sizes, so that it has nothing to fit.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from rival_deck import Slide, make_deck
from rival_typst import TypstRival
from sheets import SHEETS, Setting

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def main(told: dict[str, Any]) -> None:
    """Make one pair."""
    path, output = Path(told["bulletin"]), Path(told["output"])
    with path.open("rb") as file:
        bulletin = yaml.load(file, Loader=_LOADER)  # noqa: S506 - the safe loader
    setting, sheet = Setting(**told["setting"]), SHEETS[told["sheet"]]
    page = TypstRival(Path(told["faces"])).page(bulletin, sheet, setting)
    deck = make_deck(bulletin["title"], [Slide(**slide) for slide in told["slides"]])
    output.mkdir(parents=True, exist_ok=True)
    (output / f"{path.stem}-insert.pdf").write_bytes(page)
    (output / f"{path.stem}-slides.pptx").write_bytes(deck)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
