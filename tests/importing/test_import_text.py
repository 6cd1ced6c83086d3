"""Plain text, however it was typed, becomes the bulletin that its author meant."""

import codecs

import pytest
from importing.weekly import REGIONS, WEEKLY


def test_the_weekly_email(imported, read, outline):
    """Title, scripture, lost heading, introduction and requests are found."""
    result = imported(WEEKLY)
    found = read(result)
    assert result.title == found.title.value == "Prayer Requests"
    assert found.scripture.text.value == "Let justice roll on like a river."
    assert found.scripture.reference.value == "Amos 5:24"
    assert found.scripture.translation is None
    assert outline(found) == REGIONS
    assert "# a picture stood in the text: river at dawn (3).jpg" in result.yaml
    assert found.picture is None
    assert "\u00a0" not in result.yaml


@pytest.mark.parametrize(
    "encoded",
    [
        WEEKLY.encode(),
        WEEKLY.replace("\n", "\r\n").encode(),
        WEEKLY.replace("\n", "\r").encode(),
        codecs.BOM_UTF8 + WEEKLY.encode(),
        WEEKLY.encode("utf-16"),
        codecs.BOM_UTF16_BE + WEEKLY.encode("utf-16-be"),
        WEEKLY.encode("utf-16-le"),
        WEEKLY.encode("utf-16-be"),
        WEEKLY.encode("utf-16-le") + b"\n",
        WEEKLY.encode("utf-32"),
        WEEKLY.encode("cp1252"),
    ],
    ids=[
        "utf8",
        "crlf",
        "cr",
        "bom",
        "utf16",
        "be",
        "le-bare",
        "be-bare",
        "odd",
        "utf32",
        "cp1252",
    ],
)
def test_every_encoding_says_the_same(encoded: bytes, bulletin, outline):
    """The text is the same whichever way a program stored it."""
    assert outline(bulletin(encoded)) == REGIONS


def test_windows_1252_is_a_guess_that_is_told(imported):
    """An encoding that was guessed is said in a warning and in the file."""
    result = imported(WEEKLY.encode("cp1252"))
    message = "`weekly.txt` is not UTF-8 and was read as Windows-1252"
    assert message in [problem.message for problem in result.warnings]
    assert f"# {message}" in result.yaml


@pytest.mark.parametrize(
    "bullet",
    ["•", "·", "-", "–", "*", "▪", "◦", "o", "\t•\t", "    - ", "●", "\uf0b7"],
)
def test_every_bullet_is_a_bullet(bullet: str, bulletin, outline):
    """Bullets of every kind part requests, with lines between them or not."""
    text = (
        f"Title\n\nAfrica\n\n{bullet} Pray for A.\n{bullet} Pray for B.\n\n{bullet} Pray for C.\n"
    )
    found = outline(bulletin(text))
    assert found == [("Africa", "", ["Pray for A.", "Pray for B.", "Pray for C."])]


HARD_WRAPPED = """Prayer Requests

Africa
- Please pray for the families who moved to the new houses by the lake
  last week, and for the builders - most of them volunteers - who still
  have work to do
- Pray for rain in the north
Latin America
Our teams in this region have prayed together every morning since the
earthquake.
- Pray for the judges in the capital, that they may read the files well
– and for all who guard them – and decide before Easter comes
- Pray for peace.

South Asia

Please pray for the school by the river, which needs teachers who stay
longer than a single year.

Give thanks for the well. It has water again, and the women of the
village no longer walk for two hours.
"""


def test_hard_wrapped_lines_are_joined(bulletin, outline):
    """Lines that a mail program wrapped become whole paragraphs again."""
    africa, america, asia = outline(bulletin(HARD_WRAPPED))
    assert africa[0] == "Africa"
    assert [request.split(" ")[-1] for request in africa[2]] == ["do", "north"]
    assert "houses by the lake last week, and for the builders - most of them" in africa[2][0]
    assert america[:2] == (
        "Latin America",
        "Our teams in this region have prayed together every morning since the earthquake.",
    )
    assert [request.split(" ")[-1] for request in america[2]] == ["comes", "peace."]
    assert "read the files well – and for all who guard them – and decide" in america[2][0]
    assert asia[:2] == ("South Asia", "")
    assert [request.split(" ")[-1] for request in asia[2]] == ["year.", "hours."]
    assert "teachers who stay longer than a single year." in asia[2][0]


def test_quoted_lines_are_read_without_their_marks(bulletin, outline):
    """A quoted e-mail is read as if it had not been quoted."""
    quoted = "\n".join(f"> {line}".rstrip() for line in WEEKLY.splitlines())
    assert outline(bulletin(quoted)) == REGIONS


@pytest.mark.parametrize(
    "typed",
    [
        "“Seek good.”",
        '"Seek good."',
        "„Seek good.“",
        "»Seek good.«",
        "«Seek good.»",
        "« Seek good. »",
        "‘Seek good.’",
        "“Seek good”.",
        "“Seek good.",
        "Seek good.",
    ],
)
@pytest.mark.parametrize("dash", ["— ", "– ", "- ", "—", ""])
def test_the_scriptures_marks_are_taken_off(typed: str, dash: str, bulletin):
    """Outer quotation marks and the dash before the reference go, whatever their style."""
    text = f"Title\n\n{typed}\n\n{dash}Amos 5:14\n\nAfrica\n\n• Pray.\n"
    scripture = bulletin(text).scripture
    assert scripture.text.value == "Seek good."
    assert scripture.reference.value == "Amos 5:14"


@pytest.mark.parametrize(
    "typed",
    [
        "“Come,” he said, “and see.”",
        '"Come," he said, "and see."',
        "‘Tis the lord’s doing",
        "He said, “Come.”",
    ],
)
def test_marks_that_belong_to_the_words_stay(typed: str, bulletin):
    """Quotation marks that are not around the whole passage are the author's."""
    text = f"Title\n\n{typed}\n\n— Amos 5:14\n\nAfrica\n\n• Pray.\n"
    assert bulletin(text).scripture.text.value == typed


@pytest.mark.parametrize(
    ("typed", "reference", "translation"),
    [
        ("— Job 5:15-16 (NIV)", "Job 5:15-16", "NIV"),
        ("Job 5:15–16, NIV", "Job 5:15–16", "NIV"),
        ("(1 Corinthians 13:4-7 ESV)", "1 Corinthians 13:4-7", "ESV"),
        ("— Matthäus 5,5 (Hoffnung für alle)", "Matthäus 5,5", "Hoffnung für alle"),
        ("- Song of Songs 2:1", "Song of Songs 2:1", None),
        ("— Psalm 23", "Psalm 23", None),
        ("2 Kön 5,1.3-5", "2 Kön 5,1.3-5", None),
        ("— Luke 4:18, 19", "Luke 4:18, 19", None),
        ("—Isaïe 1:17.", "Isaïe 1:17", None),
    ],
)
def test_references_are_kept_as_typed(typed: str, reference: str, translation, bulletin):
    """The reference stays as typed; a translation is one only where it was typed."""
    scripture = bulletin(f"Title\n\n“Seek good.”\n\n{typed}\n\nAfrica\n\n• Pray.\n").scripture
    assert scripture.reference.value == reference
    assert (scripture.translation.value if scripture.translation else None) == translation


@pytest.mark.parametrize(
    "passage",
    [
        "“Seek good, and not evil.”\n— Amos 5:14",
        "“Seek good, and not evil.” — Amos 5:14",
        "“Seek good, and not evil.” (Amos 5:14)",
        "“Seek good,\nand not evil.”\n\n— Amos 5:14",
        "“Seek good,\n\nand not evil.”\n\nAmos 5:14",
        "Amos 5:14\n\n“Seek good, and not evil.”",
    ],
)
def test_the_scripture_is_found_in_every_shape(passage: str, bulletin, outline):
    """Passage and reference may stand in one line, in several, or the other way round."""
    found = bulletin(f"Title\n\n{passage}\n\nAfrica\n\n• Pray.\n")
    assert found.scripture.text.value == "Seek good, and not evil."
    assert found.scripture.reference.value == "Amos 5:14"
    assert outline(found) == [("Africa", "", ["Pray."])]


def test_a_passage_without_a_reference_is_a_scripture(bulletin):
    """A quotation right under the title needs no reference."""
    scripture = bulletin("Title\n\n“Seek good.”\n\nAfrica\n\n• Pray.\n").scripture
    assert (scripture.text.value, scripture.reference) == ("Seek good.", None)


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("January 14, 2019", "2019-01-14"),
        ("14 January 2019", "2019-01-14"),
        ("2019-01-14", "2019-01-14"),
        ("14.01.2019", "2019-01-14"),
        ("14. Januar 2019", "2019-01-14"),
        ("Monday, January 14th, 2019", "2019-01-14"),
        ("Week of 14 January 2019", "2019-01-14"),
        ("Semaine du 14 janvier 2019", "2019-01-14"),
        ("maandag 14 januari 2019", "2019-01-14"),
        ("1/14/2019", "2019-01-14"),
        ("14/1/2019", "2019-01-14"),
        ("4/1/2019", "YYYY-MM-DD"),
    ],
)
def test_a_date_is_proposed_and_not_taken(typed: str, proposed: str, imported, read):
    """A date under the title is a comment, and the warning says how to take it."""
    result = imported(f"Title\n{typed}\n\nAfrica\n\n• Pray.\n")
    assert read(result).date is None
    assert f"# a line of the text was: {typed}" in result.yaml
    (problem,) = result.warnings
    assert f"`--date {proposed}`" in problem.hint


@pytest.mark.parametrize("typed", ["Room 14 2019", "32 January 2019", "13/13/2019", "2019-02-30"])
def test_what_is_no_date_is_text(typed: str, imported):
    """A line that is not a day of the calendar is no date."""
    assert "a line of the text was" not in imported(f"Title\n{typed}\n\nAfrica\n\n• Pray.\n").yaml


def test_a_given_date_is_written(imported, read):
    """The date that the person importing gives is the bulletin's."""
    from datetime import date

    result = imported("Title\n14.01.2019\n\nAfrica\n\n• Pray.\n", day=date(2019, 1, 14))
    assert read(result).date == date(2019, 1, 14)
    assert result.warnings[0].hint is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("unnamed (3).jpg", "unnamed (3).jpg"),
        ("[image: children at play]", "children at play"),
        ("[image: x.png]", "x.png"),
        ("image001.png", "image001.png"),
        ("[cid:image001.png@01D4A5.DA34]", "image001.png@01D4A5.DA34"),
        ("<WhatsApp Image 2019.jpeg>", "WhatsApp Image 2019.jpeg"),
    ],
)
def test_picture_names_become_comments(line: str, name: str, imported, read, outline):
    """A picture's name is no text of the bulletin, wherever it stands."""
    result = imported(f"{line}\nTitle\n{line}\n\nAfrica\n{line}\n• Pray.\n")
    assert outline(read(result)) == [("Africa", "", ["Pray."])]
    assert result.yaml.count(f"# a picture stood in the text: {name}\n") == 3


def test_marks_of_bold_type_are_taken_off(bulletin, outline):
    """A paragraph that a mail program marked as bold or italic is read without the marks."""
    found = bulletin(
        "**Title**\n\n*“Seek good.” *\n\n_— Amos 5:14_\n\n_Africa_:\n\n• *Pray* now.\n"
    )
    assert found.title.value == "Title"
    assert found.scripture.text.value == "Seek good."
    assert found.scripture.reference.value == "Amos 5:14"
    assert outline(found) == [("Africa", "", ["*Pray* now."])]
