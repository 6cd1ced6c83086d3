"""Every bulletin of the repository is built for every office, and proved by reading it back."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from printkit.cli import cli

ROOT = Path(__file__).parent.parent
BULLETINS = sorted(path.stem for path in (ROOT / "bulletins").glob("????-??-??.yaml"))
PAPERS = ("half-letter", "a5")
TOO_LONG = {("2019-02-04", "half-letter"), ("2019-02-04", "a5"), ("2019-03-04", "a5")}


def build(output: Path, *words: str):
    """Build from the repository's own folders into another output."""
    folders = ["--project", str(ROOT), "--output", str(output)]
    return CliRunner().invoke(cli, ["build", *words, "--verify", "--jobs", "1", *folders])


@pytest.mark.parametrize("bulletin", BULLETINS)
def test_a_bulletin_is_built_for_all_offices(bulletin, tmp_path):
    """Seven inserts and seven decks, each holding every word once and in order."""
    result = build(tmp_path, bulletin)
    assert result.exit_code == 0, result.output
    assert len(list(tmp_path.rglob("20*-insert.pdf"))) == 7
    assert len(list(tmp_path.rglob("20*-slides.pptx"))) == 7


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("bulletin", BULLETINS)
def test_small_papers_hold_it_or_say_by_how_much_not(bulletin, paper, tmp_path):
    """An ordinary bulletin fits a half sheet at 9 pt or more; a long one is refused."""
    result = build(tmp_path, bulletin, "--office", "us", "--paper", paper, "--format", "insert")
    if (bulletin, paper) in TOO_LONG:
        assert result.exit_code == 1
        assert f"does not fit on {paper}" in result.stderr
        assert not list(tmp_path.rglob("*.pdf"))
    else:
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("screen", ["16:10", "4:3"])
def test_other_screens_are_laid_out_anew(screen, tmp_path):
    """The decks of another shape hold the same words."""
    result = build(tmp_path, "2019-01-28", "--office", "uk", "--screen", screen)
    assert result.exit_code == 0, result.output
