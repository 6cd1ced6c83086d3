"""`--scheduler` where there is no cluster: what is wrong is said, and nothing is written."""

import importlib.util
import sys

import pytest

from printkit.batch import cluster

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="Dask is not installed"
)


def test_an_address_that_is_none_is_wrong_usage(desk):
    """Exit status 2, with how one is written."""
    for typed in ("hello", "foo://127.0.0.1:8786", "tcp://127.0.0.1"):
        result = desk.run("build", "--scheduler", typed)
        assert result.exit_code == 2
        assert f"`{typed}` is no scheduler's address" in result.stderr
    assert desk.files() == []


def test_without_dask_the_hint_says_what_to_install(desk, monkeypatch):
    """The rest of printkit needs none."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = desk.run("build", "--scheduler", "tcp://127.0.0.1:8786")
    assert result.exit_code == 1
    assert "`--scheduler` needs Dask, which is not installed" in result.stderr
    assert "type `python -m pip install dask distributed`" in result.stderr


@needs_dask
def test_a_scheduler_that_cannot_be_reached_is_an_error(desk, monkeypatch):
    """With its address, and how one is started."""
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    result = desk.run("build", "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 1
    assert "`tcp://127.0.0.1:1` could not be reached" in result.stderr
    assert "dask scheduler" in result.stderr
    assert desk.files() == []
