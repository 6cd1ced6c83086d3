"""The same input makes the same bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def build(folder: Path, environment: dict[str, str], *words: str) -> dict[str, bytes]:
    """Build two bulletins for two offices in a process of its own; give the files by name."""
    output = folder / "output"
    shutil.rmtree(output, ignore_errors=True)
    command = [sys.executable, "-m", "printkit", "build", "2019-01-14", "2019-01-28"]
    offices = ["--office", "us", "--office", "de", "--office", "ca-fr", "--office", "uk"]
    done = subprocess.run(
        [*command, *offices, *words],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*.*")}


def project_in(folder: Path) -> Path:
    """Copy the repository's bulletins and layouts."""
    for name in ("bulletins", "layouts"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Give the files of a first run."""
    folder = project_in(tmp_path_factory.mktemp("first"))
    return build(folder, {"PYTHONHASHSEED": "1", "TZ": "UTC"}, "--jobs", "1")


def test_folder_time_zone_and_hash_seed_do_not_matter(first, tmp_path):
    """Another folder, time zone, hash seed and locale make equal bytes, manifest and all."""
    environment = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    environment["SOURCE_DATE_EPOCH"] = "1"
    assert build(project_in(tmp_path), environment, "--jobs", "1") == first


def test_two_jobs_make_what_one_makes(first, tmp_path):
    """Editions made side by side are equal to those made one after the other."""
    assert build(project_in(tmp_path), {}, "--jobs", "2") == first


def test_deleting_the_cache_changes_no_byte(first, tmp_path):
    """With an empty cache everything is prepared anew, to the same bytes."""
    cache = {"PRINTKIT_CACHE": str(tmp_path / "empty")}
    (tmp_path / "project").mkdir()
    assert build(project_in(tmp_path / "project"), cache, "--jobs", "1") == first
