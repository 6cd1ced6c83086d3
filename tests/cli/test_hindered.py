"""Output that cannot be written is said clearly, and loses nothing; the next run completes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
OFFICES = ("--office", "us", "--office", "uk")


def limited(desk, limit):
    """Build in a process whose files may hold so many bytes at most."""
    import resource

    return subprocess.run(
        [sys.executable, "-m", "printkit", "build", *OFFICES, "--project", str(desk.folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )


def contents(desk):
    output = desk.folder / "output"
    return {name: (output / name).read_bytes() for name in desk.files()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
@pytest.mark.parametrize("limit", [0, 2_000, 18_000])
def test_a_disk_that_is_full_is_said_and_loses_nothing(desk, limit):
    """Neither old files nor halves of pairs; with room again, the next run completes."""
    assert desk.run("build", *OFFICES).exit_code == 0
    before = contents(desk)
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old well"), encoding="utf-8")
    done = limited(desk, limit)
    assert done.returncode == 1
    assert "could not be written: file too large" in done.stderr
    assert "make room on the disk, and build again" in done.stderr
    assert "Traceback" not in done.stderr
    kept = contents(desk)
    assert {
        name for name in before if name != "manifest.json" and kept[name] != before[name]
    } == set()
    assert set(kept) == set(before)
    assert desk.run("build", *OFFICES).exit_code == 0
    assert contents(desk) != before
    assert desk.run("verify").exit_code == 0


def is_unwritable(folder):
    folder.chmod(0o500)
    try:
        (folder / "probe").touch()
    except OSError:
        return True
    (folder / "probe").unlink()
    return False


@pytest.fixture
def read_only(desk):
    """Give a project that was built, with an output that may not be written."""
    assert desk.run("build", "--office", "us").exit_code == 0
    folders = [desk.folder / "output", desk.folder / "output/us"]
    try:
        if not all(is_unwritable(folder) for folder in folders):
            pytest.skip("this user may write wherever it likes")
        yield desk
    finally:
        for folder in folders:
            folder.chmod(0o700)


def test_a_read_only_output_is_said_and_kept(read_only):
    """A changed bulletin cannot be built there, and the old files stay."""
    before = contents(read_only)
    path = read_only.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old well"), encoding="utf-8")
    result = read_only.run("build", "--office", "us")
    assert result.exit_code == 1
    assert "could not be written: permission denied" in result.stderr
    assert contents(read_only) == before


def test_a_read_only_output_that_is_up_to_date_is_no_fault(read_only):
    """Nothing has to be written."""
    result = read_only.run("build", "--office", "us")
    assert result.exit_code == 0, result.output
    assert "2 unchanged" in result.stdout
