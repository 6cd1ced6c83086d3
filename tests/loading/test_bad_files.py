"""Every file in `bad/` begins with the errors that it must give, and gives exactly these."""

from collections.abc import Callable
from pathlib import Path

import pytest

from printkit.errors import Problem, Refused
from printkit.loading import Checks, load_bulletin, load_layout, load_offices
from printkit.model.paper import PAPERS

HERE = Path(__file__).parent
BAD = HERE / "bad"
FAMILIES = ("Source Sans 3", "Source Serif 4", "Arimo")
FILES = sorted(BAD.glob("*/*.yaml"))


def _bulletin(file: Path, checks: Checks) -> object:
    return load_bulletin(file, file.name, checks)


def _offices(file: Path, checks: Checks) -> object:
    return load_offices(file, file.name, ("classic", "modern"), PAPERS, checks)


def _layout(file: Path, checks: Checks) -> object:
    folders = (file.parent, HERE / "good" / "layouts")
    return load_layout(file.stem, folders, FAMILIES, checks=checks, shown=lambda path: path.name)


LOADERS: dict[str, Callable[[Path, Checks], object]] = {
    "bulletins": _bulletin,
    "offices": _offices,
    "layouts": _layout,
}


def _as_comments(problem: Problem) -> list[str]:
    place = problem.place
    where = f"{place.line}:{place.column} " if place else ""
    error = f"# Error: {where}{problem.message}"
    return [error, f"# Hint: {problem.hint}"] if problem.hint else [error]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_bad_file_gives_exactly_the_errors_at_its_top(file: Path, checks: Checks) -> None:
    """Each error has its place, message and hint, in the order of the places."""
    lines = file.read_text(encoding="utf-8").splitlines()
    expected = [line for line in lines if line.startswith(("# Error: ", "# Hint: "))]
    with pytest.raises(Refused) as refusal:
        LOADERS[file.parent.name](file, checks)
    given = [line for problem in refusal.value.problems for line in _as_comments(problem)]
    assert given == expected


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.stem.startswith("yaml-")], ids=lambda file: file.stem
)
def test_a_file_that_is_no_yaml_gives_one_error(file: Path) -> None:
    """What cannot be read is said once."""
    assert file.read_text(encoding="utf-8").count("# Error: ") == 1


def test_twelve_mistakes_give_twelve_errors_in_one_run() -> None:
    """A file that can be read is read to its end."""
    text = (BAD / "bulletins" / "twelve-mistakes.yaml").read_text(encoding="utf-8")
    assert text.count("# Error: ") == 12
