"""`printkit init`, `new`, `import`, `layouts` and `offices`."""

from click.testing import CliRunner

from printkit.cli import cli

MAIL = """\
Prayer Requests

“Blessed are the gentle.”

— Matthew 5:5


  • Pray for the schools in Ghana.

South Asia

  • Pray for the families who came home.
"""


def test_a_folder_is_started_and_builds(tmp_path):
    """`init` leaves layouts and a sample that build at once."""
    folder = tmp_path / "church"
    result = CliRunner().invoke(cli, ["init", str(folder)])
    assert result.exit_code == 0, result.output
    built = CliRunner().invoke(cli, ["build", "--office", "us", "--project", str(folder)])
    assert built.exit_code == 0, built.output


def test_init_says_what_to_do_next(tmp_path, monkeypatch):
    """Where to go, and where the church's own imprint is written; in quotes where it must be."""
    monkeypatch.chdir(tmp_path)
    for name, typed in (("Church", "Church"), ("St Mary", '"St Mary"')):
        said = CliRunner().invoke(cli, ["init", name]).stdout
        assert f"now type `cd {typed}`\nopen `layouts/offices.yaml`" in said
        assert said.endswith("then type `printkit build`\n")
    assert "cd" not in CliRunner().invoke(cli, ["init"]).stdout


def test_init_overwrites_nothing(tmp_path):
    """A folder that has layouts already is left as it is."""
    CliRunner().invoke(cli, ["init", str(tmp_path)])
    mine = tmp_path / "layouts" / "classic.yaml"
    mine.write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(cli, ["init", str(tmp_path)])
    assert result.exit_code == 1
    assert mine.read_text(encoding="utf-8") == "mine"
    assert "exists and is not overwritten" in result.stderr


def test_a_new_bulletin_has_last_weeks_regions(desk):
    """`new` writes the week after the newest bulletin, with its regions in order."""
    assert desk.run("new").exit_code == 0
    text = (desk.folder / "bulletins/2019-01-21.yaml").read_text("utf-8")
    assert "date: 2019-01-21" in text
    assert text.index("name: Africa") < text.index("name: South Asia")


def test_an_empty_bulletin_says_what_to_fill_in(desk):
    """Every empty request is a problem with its place."""
    desk.run("new")
    result = desk.run("build", "2019-01-21", "--office", "us")
    assert result.exit_code == 1
    assert result.stderr.count("a request is empty, expected text") == 2


def test_a_translation_to_fill_in_knows_its_original(desk):
    """`new --language` writes the fingerprint and as many places as the original has."""
    assert desk.run("new", "2019-01-14", "--language", "fr-ca").exit_code == 0
    text = (desk.folder / "bulletins/2019-01-14.fr-CA.yaml").read_text("utf-8")
    assert "of: " in text
    assert text.count("- name:") == 2
    assert text.count("      - >-\n") == 3
    assert "# Pray for the families who came home." in text


def test_a_language_without_words_of_our_own_is_warned_of(desk):
    """A tag that was mistyped is seen before anything is translated; others are not spoken of."""
    assert desk.run("new", "2019-01-14", "--language", "fr-CA").stderr == ""
    result = desk.run("new", "2019-01-14", "--language", "ed")
    assert result.exit_code == 0
    assert "warning: printkit has no words of its own in `ed`" in result.stderr


def test_a_title_with_a_date_goes_on_to_the_next_one(desk):
    """The new bulletin's title has its own date, and nothing else of it has changed."""
    path = desk.folder / "bulletins/2019-01-14.yaml"
    title = "title: Prayer Requests, 14 January 2019"
    path.write_text(path.read_text("utf-8").replace("title: Prayer Requests", title), "utf-8")
    desk.run("new")
    text = (desk.folder / "bulletins/2019-01-21.yaml").read_text("utf-8")
    assert text.startswith("title: Prayer Requests, 21 January 2019\ndate: 2019-01-21\n")


def test_a_number_in_a_title_is_asked_about(desk):
    """What is not the bulletin's date is kept, and a comment says so."""
    path = desk.folder / "bulletins/2019-01-14.yaml"
    title = "title: Prayer Requests 3 of 2019"
    path.write_text(path.read_text("utf-8").replace("title: Prayer Requests", title), "utf-8")
    desk.run("new")
    text = (desk.folder / "bulletins/2019-01-21.yaml").read_text("utf-8")
    assert "3 of 2019" in text
    assert "# the title has a number in it" in text


def test_a_translation_that_exists_is_kept_and_can_be_checked(desk):
    """`new --language` leaves it, and its hint says how to see what has changed since."""
    desk.run("new", "2019-01-14", "--language", "de")
    path = desk.folder / "bulletins/2019-01-14.de.yaml"
    before = path.read_bytes()
    result = desk.run("new", "2019-01-14", "--language", "de")
    assert result.exit_code == 1
    assert "`bulletins/2019-01-14.de.yaml` exists and is not overwritten" in result.stderr
    assert "`printkit check 2019-01-14.de`" in result.stderr
    assert path.read_bytes() == before


def test_new_never_overwrites(desk):
    """A bulletin of that date stays as it is."""
    result = desk.run("new", "2019-01-14")
    assert result.exit_code == 1
    assert "`bulletins/2019-01-14.yaml` exists and is not overwritten" in result.stderr


def test_an_imported_mail_builds_unedited(desk):
    """The lost heading is proposed from last week's bulletin, with a warning; then it builds."""
    mail = desk.write("mail.txt", MAIL)
    result = desk.run("import", str(mail), "--date", "2019-01-21")
    assert result.exit_code == 0, result.output
    assert "`Africa` is proposed" in result.stderr
    built = desk.run("build", "2019-01-21", "--office", "uk", "--verify")
    assert built.exit_code == 0, built.output


def test_import_never_overwrites(desk):
    """A file that exists is left alone."""
    mail = desk.write("mail.txt", MAIL)
    before = (desk.folder / "bulletins/2019-01-14.yaml").read_bytes()
    result = desk.run("import", str(mail), "--date", "2019-01-14")
    assert result.exit_code == 1
    assert (desk.folder / "bulletins/2019-01-14.yaml").read_bytes() == before


def test_standard_input_needs_a_name(desk):
    """`import -` asks for a date or an output."""
    result = desk.run("import", "-")
    assert result.exit_code == 1
    assert "--date" in result.stderr


def test_a_file_that_is_missing_is_said(desk):
    """Importing what is not there is a problem, not a traceback."""
    result = desk.run("import", "nothing.txt")
    assert result.exit_code == 1
    assert "could not be read" in result.stderr


def test_layouts_and_offices_are_listed(desk):
    """The shipped layouts, with what a copier makes of their colours, and the seven offices."""
    layouts = desk.run("layouts").stdout
    assert layouts.startswith("classic: page 9 to 16 pt")
    assert "  on a copier: ink black, accent 76%, muted 68%, hairline 37%\n" in layouts
    lines = desk.run("offices").stdout.splitlines()
    names = [line.partition(":")[0] for line in lines]
    assert names == ["us", "ca", "ca-fr", "au", "uk", "de", "nl"]


def test_a_translation_of_an_unfinished_original_tells_what_is_missing(desk):
    """The original's own problems are told, not that there is none."""
    desk.run("new")
    result = desk.run("new", "2019-01-21", "--language", "de")
    assert result.exit_code == 1
    assert "a request is empty, expected text" in result.stderr


def test_a_day_that_does_not_exist_is_wrong_usage(desk):
    """The message shows how a day is written."""
    result = desk.run("new", "2019-13-45")
    assert result.exit_code == 2
    assert "expected a day such as `2019-01-14`, found `2019-13-45`" in result.stderr
