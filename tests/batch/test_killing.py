"""Runs that are killed, and two at once: no file is torn or lost, and the next finishes the rest.

`bench/killing.py` does the same two hundred times.
"""

import sys

import pytest
from killing import Target, both_at_once, killed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with POSIX signals")
MOMENTS = 15


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """Give a project that was built in both its versions."""
    made = Target(tmp_path_factory.mktemp("target"))
    made.prepare()
    return made


def test_killed_runs_tear_and_lose_no_file(target):
    """Each file is whole in one of its versions, whenever the kill comes; then all are right."""
    _, wrong = killed(target, MOMENTS)
    assert wrong == []


def test_two_runs_at_once_leave_whole_files(target):
    """Both end well, the files are those of one run, and nothing is left to do."""
    assert both_at_once(target) == []


def test_a_torn_file_would_be_found(target):
    """A file that is cut short or gone is a fault for what judges the kills."""
    names = [name for name in target.files[0] if name.startswith("us/")]
    for number, path in enumerate(target.output / name for name in names[:2]):
        whole = path.read_bytes()
        if number:
            path.unlink()
        else:
            path.write_bytes(whole[:-9])
        assert len(list(target.faults())) == 1
        path.write_bytes(whole)
    assert list(target.faults()) == []
