"""Loading under test: files are written beside two pictures, and questions have fixed answers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from printkit.errors import Refused
from printkit.loading import Checks, load_bulletin
from printkit.model.bulletin import Bulletin

SHOWN = "bulletins/2019-01-14.yaml"


def _in_some_font(character: str) -> bool:
    return character < "\u1e00" or character in "–—‘’“”„•…ệ"


@pytest.fixture
def checks() -> Checks:
    """Give checks: no picture is wrong, and fonts have Latin, Greek and Cyrillic letters."""
    return Checks(picture=lambda _file: None, character=_in_some_font)


@pytest.fixture
def load(tmp_path: Path, checks: Checks) -> Callable[[str | bytes], Bulletin]:
    """Give a function that loads a bulletin from its text."""

    def loaded(text: str | bytes) -> Bulletin:
        file = tmp_path / "2019-01-14.yaml"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return load_bulletin(file, SHOWN, checks)

    return loaded


@pytest.fixture
def refused(load: Callable[[str | bytes], Bulletin]) -> Callable[[str | bytes], list[str]]:
    """Give a function that gives what a person reads about a bulletin that is refused."""

    def described(text: str | bytes) -> list[str]:
        with pytest.raises(Refused) as refusal:
            load(text)
        return [problem.describe() for problem in refusal.value.problems]

    return described


@pytest.fixture
def request_value(load: Callable[[str | bytes], Bulletin]) -> Callable[[str], str]:
    """Give a function that loads one request, typed as YAML, and gives its text."""

    def value(typed: str) -> str:
        bulletin = load(f"title: T\nregions:\n  - name: R\n    requests:\n      - {typed}\n")
        return bulletin.regions[0].requests[0].text.value

    return value
