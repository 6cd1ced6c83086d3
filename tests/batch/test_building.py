"""Runs: what is kept of one that is interrupted."""

from pathlib import Path

import pytest

from printkit.batch.building import Way, build
from printkit.batch.manifest import read_manifest
from printkit.batch.plan import Options
from printkit.batch.project import Project
from printkit.cache import user_cache_folder
from printkit.cli.asking import planner_for, storeroom

ROOT = Path(__file__).parent.parent.parent


def test_an_interrupted_run_keeps_what_it_has_built(tmp_path):
    """The manifest knows the finished editions, and no half file is left."""
    options = Options(offices=("us", "uk", "de"))
    plan = planner_for(Project(ROOT), storeroom()).plan(["2019-01-21"], options)
    seen = []

    def interrupt_at_the_second(built):
        seen.append(built)
        if len(seen) == 2:
            raise KeyboardInterrupt

    way = Way(tmp_path, "output", user_cache_folder())
    with pytest.raises(KeyboardInterrupt):
        build(plan, way, 1, interrupt_at_the_second)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.p*")}
    assert files == set(read_manifest(tmp_path))
    assert len(files) == 4
