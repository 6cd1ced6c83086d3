"""Runs: what is kept of one that is interrupted, and what the manifest names."""

from pathlib import Path

import pytest

from printkit.batch.building import build
from printkit.batch.manifest import read_manifest
from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.batch.way import Way
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
        build(plan.entries, way, 1, interrupt_at_the_second)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.p*")}
    assert files == set(read_manifest(tmp_path))
    assert len(files) == 4


def test_a_file_has_the_same_fingerprint_whatever_is_built_beside_it(tmp_path):
    """A plan for that file alone gives what the manifest says, so that a change is seen later."""
    planner = planner_for(Project(ROOT), storeroom())
    formats = ("insert", "insert-png")
    plan = planner.plan(["2019-01-21"], Options(offices=("us",), formats=formats))
    build(plan.entries, Way(tmp_path, "output", user_cache_folder()), 1, [].append)
    records = {record.format: record.fingerprint for record in read_manifest(tmp_path).values()}
    for name in formats:
        options = Options(offices=("us",), formats=(name,))
        (entry,) = planner.plan(["2019-01-21"], options).entries
        assert dict(entry.prints) == {name: records[name]}
