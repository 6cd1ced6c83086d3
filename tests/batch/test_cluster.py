"""A real Dask scheduler with workers on loopback: the same bytes, whatever happens to a worker."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest
from cluster import HOME, build, differing, files_in, running

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="Dask is not installed"
)
NAMED = ("2019-01-21", "2019-01-28", "2019-02-11", "--office", "us", "--office", "de")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Give the repository's bulletins in a folder of their own, one picture under two names."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("bulletins", "layouts"):
        shutil.copytree(HOME / name, folder / name)
    shutil.copy(folder / "bulletins/river.jpg", folder / "bulletins/again.jpg")
    (folder / "bulletins/2019-02-11.yaml").write_text(
        "title: Prayer\nimage: {file: river.jpg, alt: A river}\nregions:\n"
        "  - name: Africa\n    image: {file: again.jpg, alt: The same river}\n"
        "    requests: [Pray for rain.]\n"
        "  - name: Asia\n    requests: [Pray for the schools.]\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def local(project, tmp_path_factory):
    """Give what this machine makes of the project."""
    output = tmp_path_factory.mktemp("local") / "output"
    assert build(project, output, *NAMED, "--jobs", "1").status == 0
    return output


def test_a_worker_killed_on_the_way_changes_no_byte(project, local, tmp_path, cache_of_the_run):
    """Another makes what it had begun, and every file, manifest and copy is that of a local run."""
    output = tmp_path / "output"
    with running(tmp_path / "cluster", cache=cache_of_the_run) as cluster:
        address = ("--scheduler", cluster.address)
        done = build(project, output, *NAMED, *address, victim=cluster.workers[0], after=2)
        assert done.status == 0, done.said
        assert 2 <= done.there < len(files_in(local))
        assert differing(local, output) == []
        again = build(project, output, *NAMED, "--scheduler", "tcp://127.0.0.1:1")
        assert "built" not in again.said.rpartition(": ")[2]  # and so the scheduler is not asked


def test_recipients_have_the_same_files_as_from_here(project, tmp_path, cache_of_the_run):
    """Some in each task; one that fails stops no other, nor does a killed worker."""
    rows = [f"Church {number},c{number},10:30,office@church.example.org" for number in range(19)]
    wide = "MW " * 66
    rows.insert(4, f"{wide},wide,{wide},{wide}")
    (project / "churches.csv").write_text(
        "\n".join(["name,id,service,contact", *rows]), encoding="utf-8"
    )
    words = ("2019-02-11", "--office", "us", "--screen", "4:3", "--recipients", "churches.csv")
    here, there = tmp_path / "here", tmp_path / "there"
    local = build(project, here, *words, "--jobs", "1")
    assert local.said.endswith("20 editions, 40 files: 38 built, 2 failed\n")
    with running(tmp_path / "cluster", cache=cache_of_the_run) as cluster:
        address = ("--scheduler", cluster.address)
        done = build(project, there, *words, *address, victim=cluster.workers[0], after=2)
    assert done.there < 38
    assert done.said.replace(str(there), "") == local.said.replace(str(here), "")
    assert differing(here, there) == []


def test_a_worker_with_another_printkit_is_refused(project, tmp_path):
    """It is named with what it has otherwise, before anything is made."""
    other = tmp_path / "other"
    for name in ("printkit", "layouts", "bulletins"):
        shutil.copytree(HOME / name, other / name)
    with (other / "printkit/units.py").open("a", encoding="utf-8") as code:
        code.write("# other\n")
    with running(tmp_path / "cluster", workers=0) as cluster:
        cluster.add_worker(other)
        done = build(project, tmp_path / "output", "2019-01-21", "--scheduler", cluster.address)
        assert done.status == 1
        assert "would make other files: it has printkit's own code" in done.said
        assert "install the same there as here" in done.said
        assert files_in(tmp_path / "output") == {}
        sent = subprocess.run(
            [sys.executable, "-c", SENT_ALL_THE_SAME, cluster.address],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(HOME)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "it has printkit 0.1" in sent.stdout, sent.stderr
        assert "(expected none of these)" in sent.stdout


# Sends work to a worker without asking first what it has, as to one that came later.
SENT_ALL_THE_SAME = """
import sys
from distributed import Client
from printkit.batch.working import Wanted, make_there
with Client(sys.argv[1]) as client:
    wanted = Wanted({"printkit": "none of these"})
    (made,) = client.submit(make_there, b"", (), {}, wanted).result()
    print(made.problems[0].message)
"""
