"""An output that is a URL: the same files as in a folder, and what stands is not built again."""

import importlib.util
import json

import pytest

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fsspec") is None, reason="fsspec is not installed"
)
URL = "memory://church/output"
ROOT = "/church/output"
BUILD = ("build", "--office", "us", "--json")


@pytest.fixture
def storage():
    """Give an empty storage in memory, which no folder of this machine is."""
    from fsspec.implementations.memory import MemoryFileSystem

    system = MemoryFileSystem()
    before = system.find("/")
    assert before == []
    yield system
    system.rm("/", recursive=True)


def _contents(storage):
    return {path.removeprefix(f"{ROOT}/"): storage.cat_file(path) for path in storage.find(ROOT)}


def _statuses(result):
    assert result.exit_code == 0, result.output
    return {json.loads(line)["status"] for line in result.stdout.splitlines()}


def test_the_files_are_those_of_a_folder(desk, storage):
    """Byte for byte, the manifest and the copies of the newest as well; and they verify."""
    result = desk.run(*BUILD, "--output", URL)
    assert _statuses(result) == {"built"}
    first = json.loads(result.stdout.splitlines()[0])
    assert first["file"] == f"{URL}/us/2019-01-14-insert.pdf"
    desk.run(*BUILD)
    local = {name: (desk.folder / "output" / name).read_bytes() for name in desk.files()}
    assert len(local) == 5
    found = _contents(storage)
    # The sheet names the place that it shows.
    assert found.pop("contact-sheet.html").startswith(b"<!doctype html>")
    assert found == local
    verified = desk.run("verify", URL)
    assert verified.exit_code == 0, verified.output
    assert f"ok     {URL}/us/2019-01-14-slides.pptx" in verified.stdout


def test_what_stands_there_is_unchanged(desk, storage):
    """The second run writes nothing; a file that was damaged or deleted is built again."""
    desk.run(*BUILD, "--output", URL)
    before = {path: storage.modified(path) for path in storage.find(ROOT)}
    assert _statuses(desk.run(*BUILD, "--output", URL)) == {"unchanged"}
    assert {path: storage.modified(path) for path in storage.find(ROOT)} == before
    whole = _contents(storage)
    storage.pipe(f"{ROOT}/us/2019-01-14-insert.pdf", b"%PDF torn")
    storage.rm_file(f"{ROOT}/us/current-slides.pptx")
    assert _statuses(desk.run(*BUILD, "--output", URL)) == {"built"}
    assert _contents(storage) == whole


def test_what_an_edition_has_no_more_of_is_removed_there(desk, storage):
    """As in a folder: the picture of a slide that is gone goes."""
    slides = ("build", "--office", "us", "--format", "slides-png", "--json", "--output", URL)
    desk.run(*slides)
    assert f"{ROOT}/us/2019-01-14-slide-03.png" in storage.find(ROOT)
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").partition("  - name: South")[0], encoding="utf-8")
    desk.run(*slides)
    assert f"{ROOT}/us/2019-01-14-slide-02.png" in storage.find(ROOT)
    assert f"{ROOT}/us/2019-01-14-slide-03.png" not in storage.find(ROOT)


def test_what_others_keep_there_is_left_alone(desk, storage):
    """Only files of ours are read, and only those are ever written."""
    storage.pipe(f"{ROOT}/notes.txt", b"ours")
    desk.run(*BUILD, "--output", URL)
    assert storage.cat_file(f"{ROOT}/notes.txt") == b"ours"


def test_an_old_file_has_the_day_on_which_it_was_written_there(desk, storage):
    """A bulletin that fails leaves its file, and the report says since when it stands."""
    desk.run(*BUILD, "--output", URL)
    written = storage.modified(f"{ROOT}/us/2019-01-14-insert.pdf").date().isoformat()
    desk.write("bulletins/2019-01-14.yaml", "title: Prayer\n")
    result = desk.run("build", "--office", "us", "--output", URL)
    assert result.exit_code == 1
    assert f"OLD       {URL}/us/2019-01-14-insert.pdf (built {written}, kept" in result.stdout


def test_a_url_of_this_machine_is_that_folder(desk, tmp_path):
    """`file://` is no copy: the files are written there as in any folder."""
    folder = tmp_path / "shared"
    assert _statuses(desk.run(*BUILD, "--output", folder.as_uri())) == {"built"}
    assert (folder / "us" / "2019-01-14-insert.pdf").is_file()
    assert _statuses(desk.run(*BUILD, "--output", str(folder))) == {"unchanged"}


@pytest.mark.usefixtures("storage")
def test_a_storage_that_fails_is_told(desk, monkeypatch):
    """With its own words, and exit status 1; never a traceback."""
    from fsspec.implementations.memory import MemoryFileSystem

    def full(*_, **__):
        raise PermissionError(13, "no more room")

    monkeypatch.setattr(MemoryFileSystem, "pipe_file", full)
    result = desk.run(*BUILD, "--output", URL)
    assert result.exit_code == 1
    assert f"error: `{URL}` could not be written: PermissionError: [Errno 13]" in result.stderr
    assert "Traceback" not in result.output


def test_a_url_that_nothing_opens_is_wrong_usage(desk):
    """Exit status 2, with what is known instead."""
    result = desk.run(*BUILD, "--output", "nowhere://church")
    assert result.exit_code == 2
    assert "`nowhere://church` is no place to write to" in result.stderr
