"""Layouts other than the usual one, built from the command line."""

import json

PALE = 'extends: classic\ncolours:\n  warm: "B29A50"\n'


def test_the_light_layout_is_listed_builds_and_is_verified(desk):
    """Page and slides say what the bulletin says, whatever they look like."""
    assert "light: page" in desk.run("layouts").stdout
    done = desk.run("build", "--office", "us", "--layout", "light", "--verify")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "us/2019-01-14-slides.pptx" in desk.files()


def test_a_layout_with_little_contrast_is_warned_of_once(desk):
    """Many editions have the layout; a person reads the warning once, and all are built."""
    desk.write("layouts/pale.yaml", PALE)
    done = desk.run("check", "--layout", "pale", "--office", "us", "--office", "uk", "--json")
    assert done.exit_code == 0
    assert done.stderr.count("warning: layouts/pale.yaml:3:9: `warm` on `ground` has") == 1
    warned = [warning for line in done.stdout.splitlines() for warning in _warnings(line)]
    assert {warning["line"] for warning in warned} == {3}


def test_little_contrast_is_an_error_where_warnings_are(desk):
    """With `--strict` nothing is built of it."""
    desk.write("layouts/pale.yaml", PALE)
    done = desk.run("build", "--layout", "pale", "--office", "us", "--strict")
    assert done.exit_code == 1
    assert "`warm` on `ground` has a contrast of" in done.stderr
    assert not [name for name in desk.files() if name.startswith("us/")]


def _warnings(line: str) -> list[dict[str, object]]:
    warnings: list[dict[str, object]] = json.loads(line)["warnings"]
    return warnings
