"""A bulletin's file becomes a bulletin, with every text as its author wrote it."""

import datetime as dt
from pathlib import Path

import pytest

from printkit.errors import Place
from printkit.loading import load_bulletin
from printkit.model.bulletin import Bulletin, Focus, Picture, Region, Request, Scripture, Text

GOOD = Path(__file__).parent / "good" / "2019-01-14.yaml"
SHIPPED = sorted((Path(__file__).parents[2] / "bulletins").glob("*.yaml"))
SHOWN = "bulletins/2019-01-14.yaml"
REST = "regions:\n  - name: Africa\n    requests: [Give thanks.]\n"


def _text(value: str, line: int, column: int) -> Text:
    return Text(value, Place(SHOWN, line, column))


def test_every_key_is_read(checks):
    """All that a bulletin may say is in the model, with its place."""
    river = Picture(
        file=GOOD.with_name("river.jpg").resolve(),
        name="river.jpg",
        place=Place(SHOWN, 10, 9),
        alt="Children crossing a river at dawn",
        credit=_text("Photo by A. Person", 12, 11),
        focus=Focus(0.3, 0.4),
    )
    office = Picture(
        file=(GOOD.parent / "pictures" / "office.png").resolve(),
        name="pictures/office.png",
        place=Place(SHOWN, 20, 19),
        decorative=True,
        focus=Focus(0.5, 0.0),
    )
    assert load_bulletin(GOOD, SHOWN, checks) == Bulletin(
        identity="2019-01-14",
        file=SHOWN,
        language="en-GB",
        title=_text("Prayer Requests", 2, 8),
        date=dt.date(2019, 1, 14),
        scripture=Scripture(
            _text("Blessed are the gentle, for they shall inherit the earth.", 6, 9),
            _text("Matthew 5:5", 7, 14),
            _text("WEB", 8, 16),
        ),
        picture=river,
        regions=(
            Region(_text("Africa", 15, 11), (Request(_text("Give thanks for rain.", 17, 9)),)),
            Region(
                _text("HQ & Global Partners", 18, 11),
                (
                    Request(
                        _text("The whole request, as printed.", 22, 15),
                        _text("A short form.", 23, 16),
                        "praise",
                        sensitive=True,
                        pseudonym=True,
                    ),
                    Request(_text("Another.", 27, 15), None, "prayer"),
                ),
                _text("Partner offices serve in many countries.", 19, 12),
                office,
            ),
        ),
    )


def test_only_title_and_one_request_are_required(load):
    """What is left out has its usual value."""
    bulletin = load(f"title: Prayer Requests\n{REST}")
    assert bulletin.language == "en"
    assert (bulletin.date, bulletin.scripture, bulletin.picture) == (None, None, None)
    assert bulletin.regions[0].requests[0].kind is None


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_the_sample_bulletins_load(file, checks):
    """What is shipped is right."""
    assert load_bulletin(file, file.name, checks).regions


@pytest.mark.parametrize(
    "typed",
    ["5:15", "no", "NO", "007", "2019", "~", "null", "1e3", "0x1F", "1_000", "2026-11-22", "-5:15"],
)
def test_text_is_text(request_value, typed):
    """What YAML takes for numbers, dates, yes and no is kept as typed."""
    assert request_value(typed) == typed


@pytest.mark.parametrize(
    "typed", ["<b>bold</b>", "&amp;", "{{ title }}", "%s", "<img src=/etc/hosts>", "a*b*c", "$x"]
)
def test_markup_is_text(request_value, typed):
    """Nothing in a text means anything."""
    assert request_value(f"'{typed}'") == typed


def test_a_number_of_five_thousand_digits_is_text(request_value):
    """A long number is as good a text as any."""
    assert request_value("9" * 5000) == "9" * 5000


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("a  b\tc", "a b c"),
        ('"a \\t b"', "a b"),
        ("  a  ", "a"),
        ("a\n        b", "a b"),
        ("a\n\n        b", "a\nb"),
        ("a\n\n\n\n        b\n        c", "a\nb c"),
        ("|\n          a\n          b\n", "a\nb"),
        (">-\n          a\n          b\n\n          c\n", "a b\nc"),
        ('"a\\n \\n b"', "a\nb"),
        ('"a\\n\\u00ad\\nb"', "a\nb"),
        ('"a\u00a0 b\u202f:"', "a\u00a0 b\u202f:"),
        ('"a\\u00adb\\u200bc"', "a\u00adb\u200bc"),
        ('"Sa\\u0303o"', "S\u00e3o"),
    ],
)
def test_blanks_and_line_breaks_are_folded(request_value, typed, value):
    """Runs of blanks are one space, blank lines part paragraphs, places to break are kept."""
    assert request_value(typed) == value


def test_only_running_text_has_paragraphs(load):
    """In a title, a name or a reference a blank line is a space."""
    bulletin = load(
        'title: "a\\nb"\nscripture: {text: "a\\nb", reference: "a\\nb", translation: "a\\nb"}\n'
        'regions:\n- name: "a\\nb"\n  intro: "a\\nb"\n  requests:\n'
        '  - {text: "a\\nb", slide: "a\\nb"}\n'
    )
    region, scripture = bulletin.regions[0], bulletin.scripture
    assert {bulletin.title.value, region.name.value} == {"a b"}
    assert {scripture.reference.value, scripture.translation.value} == {"a b"}
    request = region.requests[0]
    for text in (scripture.text, region.intro, request.text, request.slide):
        assert text.paragraphs == ("a", "b")


def test_composed_and_decomposed_letters_are_the_same(load):
    """Text is kept in Unicode's composed form."""
    composed = load(f"title: Zoë, São Tomé\n{REST}")
    assert composed == load(f"title: Zoe\u0308, Sa\u0303o Tome\u0301\n{REST}")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"\n", b"\r"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.removesuffix(b"\n"),
        lambda text: b"---\n" + text.split(b"\n", 1)[1],
    ],
    ids=["CRLF", "CR", "byte order mark", "no last line feed", "document's start"],
)
def test_the_system_that_wrote_a_file_does_not_matter(change, checks, tmp_path):
    """Line ends and byte order marks are no part of the text."""
    text = GOOD.read_bytes().replace(b"\r\n", b"\n")
    (tmp_path / "pictures").mkdir()
    for picture in ("river.jpg", "pictures/office.png"):
        (tmp_path / picture).touch()
    file = tmp_path / GOOD.name
    file.write_bytes(text)
    expected = load_bulletin(file, SHOWN, checks)
    file.write_bytes(change(text))
    assert load_bulletin(file, SHOWN, checks) == expected


def test_the_two_errors_of_the_format(refused):
    """The format's own examples come out word for word."""
    text = (
        "title: Prayer Requests\nregions:\n  - name: Africa\n    requests: [Give thanks.]\n"
        + "\n" * 9
        + "  - nmae: Asia\n    requests: [Pray.]\n"
    )
    assert refused(text) == [
        (
            "error: bulletins/2019-01-14.yaml:14:5: unknown key `nmae`, expected one of `name`, "
            "`intro`, `image`, `requests`\n  hint: did you mean `name`?"
        )
    ]
    text = (
        "title: Prayer Requests\nregions:\n- name: Africa\n  requests: [Give thanks.]\n"
        + "\n" * 22
        + "- name: Asia\n  intro: One.\n\n  requests: [Pray.]\n  intro: Two.\n"
    )
    assert refused(text) == [
        "error: bulletins/2019-01-14.yaml:31:3: `intro` is given twice, first in line 28"
    ]


def test_a_title_may_have_255_characters(load):
    """The longest title that fits a document's properties is taken."""
    assert len(load(f"title: {'x' * 255}\n{REST}").title.value) == 255


@pytest.mark.parametrize(
    ("typed", "focus"),
    [
        ("centre", Focus(0.5, 0.5)),
        ("top", Focus(0.5, 0.0)),
        ("bottom", Focus(0.5, 1.0)),
        ("left", Focus(0.0, 0.5)),
        ("right", Focus(1.0, 0.5)),
        ("0% 100%", Focus(0.0, 1.0)),
        ("12.5% 40%", Focus(0.125, 0.4)),
    ],
)
def test_what_cropping_keeps(load, tmp_path, typed, focus):
    """A focus is a word or two percentages, from the left and from the top."""
    (tmp_path / "a.jpg").touch()
    image = f"image: {{file: a.jpg, alt: A river, focus: {typed}}}\n"
    assert load(f"title: T\n{image}{REST}").picture.focus == focus
