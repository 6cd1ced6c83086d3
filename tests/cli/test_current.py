"""`current-insert.pdf` and `current-slides.pptx`: copies of each office's newest bulletin."""

import pytest

WEEKS = ("2019-01-14", "2019-01-21", "2018-12-31")
NEWEST = "2019-01-21"


@pytest.fixture
def weeks(desk):
    """Give a project with three weeks, named otherwise than they are dated."""
    text = (desk.folder / "bulletins/2019-01-14.yaml").read_text("utf-8")
    (desk.folder / "bulletins/2019-01-14.yaml").unlink()
    for name, date in zip("bca", WEEKS, strict=True):
        desk.write(f"bulletins/{name}.yaml", text.replace("2019-01-14", date))
    return desk


def current(desk, office="us"):
    """Give the name of the bulletin that both copies are of; None where there are none."""
    folder = desk.folder / "output" / office
    found = set()
    for ending in ("insert.pdf", "slides.pptx"):
        copy = folder / f"current-{ending}"
        contents = {path.read_bytes(): path.name[0] for path in folder.glob(f"?-{ending}")}
        found.add(contents[copy.read_bytes()] if copy.exists() else None)
    (bulletin,) = found
    return bulletin


def test_the_newest_is_that_of_the_latest_date(weeks):
    """Names do not count, and every office has its own."""
    assert weeks.run("build", "--office", "us", "--office", "uk").exit_code == 0
    assert current(weeks) == current(weeks, "uk") == "c"
    assert weeks.run("verify").exit_code == 0


def test_building_an_older_one_leaves_the_copies(weeks):
    """The newest is asked for among all that was built."""
    weeks.run("build", "c", "--office", "us")
    weeks.run("build", "a", "--office", "us")
    assert current(weeks) == "c"


def test_a_newer_bulletin_replaces_the_copies(weeks):
    """As soon as it is built."""
    weeks.run("build", "a", "--office", "us")
    assert current(weeks) == "a"
    weeks.run("build", "--office", "us")
    assert current(weeks) == "c"


def test_a_bulletin_without_a_date_is_never_the_newest(desk):
    """There is no copy of it."""
    desk.write("bulletins/2019-01-14.yaml", "title: T\nregions: [{name: A, requests: [Pray.]}]\n")
    assert desk.run("build", "--office", "us").exit_code == 0
    assert not [name for name in desk.files() if "current" in name]


def test_a_bulletin_that_was_taken_back_is_not_the_newest(weeks):
    """Its files stay, but the copies are of the newest that there still is."""
    weeks.run("build", "--office", "us")
    (weeks.folder / "bulletins/c.yaml").unlink()
    assert weeks.run("build", "--office", "us").exit_code == 0
    assert current(weeks) == "b"


@pytest.mark.parametrize("damage", ["deleted", "damaged"])
def test_copies_that_are_gone_or_damaged_are_made_again(weeks, damage):
    """Though nothing else has to be built."""
    weeks.run("build", "--office", "us")
    copy = weeks.folder / "output/us/current-slides.pptx"
    copy.unlink() if damage == "deleted" else copy.write_bytes(b"PK")
    assert weeks.run("verify").exit_code == 1
    result = weeks.run("build", "--office", "us")
    assert "6 unchanged" in result.stdout
    assert current(weeks) == "c"
    assert weeks.run("verify").exit_code == 0


def test_copies_stay_where_the_newest_could_not_be_built(weeks):
    """Whatever else is built; and that they are not the newest's is said."""
    newest = weeks.folder / "bulletins/c.yaml"
    good = newest.read_text("utf-8")
    newest.unlink()
    weeks.run("build", "--office", "us")
    assert current(weeks) == "b"
    broken = good.replace("requests:", "requestz:", 1)
    weeks.write(f"bulletins/{NEWEST}.yaml", broken)
    result = weeks.run("build", "--office", "us")
    assert result.exit_code == 1
    assert current(weeks) == "b"
    assert f"the current files of `us` stay as they were, since `{NEWEST}`" in result.stderr
    older = weeks.folder / "bulletins/a.yaml"
    older.write_text(older.read_text("utf-8").replace("requests:", "requestz:", 1), "utf-8")
    (weeks.folder / f"bulletins/{NEWEST}.yaml").write_text(good, encoding="utf-8")
    again = weeks.run("build", "--office", "us")
    assert "stay as they were" not in again.stderr


def test_no_bulletin_may_be_called_as_the_copies_are(desk):
    """Whatever its letters' case."""
    text = (desk.folder / "bulletins/2019-01-14.yaml").read_text("utf-8")
    desk.write("bulletins/Current.yaml", text)
    result = desk.run("build", "--office", "us")
    assert result.exit_code == 1
    assert "a bulletin cannot be called `current`" in result.stderr
    assert "us/2019-01-14-insert.pdf" in desk.files()
