"""`printkit verify`: built files are held against their bulletins."""

from verify.damaging import damaged, swapped

from printkit.batch.manifest import NAME


def test_files_as_they_were_built_pass(desk):
    """Every file of a run is read back and found right."""
    desk.run("build", "--office", "us", "--office", "de")
    result = desk.run("verify")
    assert result.exit_code == 0, result.output
    assert "4 files, all as their bulletins" in result.stdout


def test_a_bulletin_that_has_changed_is_noticed(desk):
    """A file whose bulletin says something else by now fails."""
    desk.run("build", "--office", "us")
    path = desk.folder / "bulletins/2019-01-14.yaml"
    path.write_text(path.read_text("utf-8").replace("new well", "old well"), encoding="utf-8")
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "2 wrong" in result.stdout
    assert "its bulletin, layout or office has changed since it was built" in result.stderr
    assert "report it as a fault" not in result.stderr
    assert "type `printkit build 2019-01-14 --office us --format slides` with" in result.stderr


def test_a_missing_and_a_damaged_file_are_noticed(desk):
    """A file that is gone, or is not what was built, fails."""
    desk.run("build", "--office", "us")
    (desk.folder / "output/us/2019-01-14-insert.pdf").unlink()
    (desk.folder / "output/us/2019-01-14-slides.pptx").write_bytes(b"PK nothing")
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "2019-01-14-insert.pdf:1:1: is missing" in result.stderr
    assert "2019-01-14-slides.pptx:1:1: is not the file that was built" in result.stderr
    assert "Traceback" not in result.output


def test_a_file_that_the_manifest_does_not_know_is_noticed(desk):
    """A stray insert in the output folder fails."""
    desk.run("build", "--office", "us")
    stray = desk.folder / "output/us/2011-01-01-insert.pdf"
    stray.write_bytes((desk.folder / "output/us/2019-01-14-insert.pdf").read_bytes())
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "is not in the manifest" in result.stderr


def test_an_outline_is_what_a_screen_reader_would_say(desk):
    """The page with its roles, the deck with its notes, each below its file."""
    desk.run("build", "--office", "us")
    lines = desk.run("verify", "--outline").stdout.splitlines()
    page = lines.index("  heading level 1: Prayer Requests")
    assert lines[page - 1] == "ok     output/us/2019-01-14-insert.pdf"
    assert "    heading level 2: South Asia" in lines
    assert "    list of 2" in lines
    assert "  slide 3: South Asia" in lines
    assert "    notes" in lines
    assert "heading" not in desk.run("verify").stdout


def test_a_tag_tree_that_was_damaged_is_noticed(desk):
    """A page that looks right, but tells something else when it is read aloud, fails."""
    desk.run("build", "--office", "us")
    path = desk.folder / "output/us/2019-01-14-insert.pdf"
    path.write_bytes(damaged(path.read_bytes(), swapped(b"/S/H2", b"/S/P")))
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "expected `Africa` as Document > Sect 1 > H2, found" in result.stderr


def test_an_empty_output_is_an_error(desk):
    """There must be something to verify."""
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "there is nothing to verify in `output`" in result.stderr


def test_an_office_s_own_folder_is_told_the_whole_one(desk):
    """The manifest is that of all offices."""
    assert desk.run("build", "--office", "uk").exit_code == 0
    result = desk.run("verify", str(desk.folder / "output/uk"))
    assert result.exit_code == 1
    assert f"type `printkit verify {(desk.folder / 'output').as_posix()}`" in result.stderr


def test_a_damaged_manifest_is_said(desk):
    """A manifest that is no JSON is refused with what to do."""
    desk.run("build", "--office", "us")
    (desk.folder / "output" / NAME).write_text("{", encoding="utf-8")
    result = desk.run("verify")
    assert result.exit_code == 1
    assert "is not a manifest" in result.stderr


def test_a_request_that_its_slide_cuts_short_is_a_warning(desk):
    """The notes hold it whole, so the deck is right; but it is said."""
    long = " ".join(f"Pray for the {word} village by the river." for word in ["far"] * 40)
    text = f"title: T\nregions: [{{name: Asia, requests: [{long}]}}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    assert desk.run("build", "--office", "us").exit_code == 0
    result = desk.run("verify")
    assert result.exit_code == 0, result.output
    assert "a request is cut to its first sentences" in result.stderr
