"""What of a letter is a heading, what a request, and what has no place in a bulletin."""

import pytest
from importing.weekly import REGIONS, WEEKLY


def test_headings_need_no_blank_lines(bulletin, outline):
    """Headings are told from requests without empty lines around them."""
    text = "Title\nAfrica:\n• Pray for A\n*Latin America*\n• Pray for B.\n## Asia\n• Pray for C.\n"
    assert [name for name, _, _ in outline(bulletin(text))] == ["Africa", "Latin America", "Asia"]


def test_paragraphs_without_bullets_are_requests(bulletin, outline):
    """Without bullets, every paragraph under a heading is a request."""
    text = "Title\n\nAfrica\n\nPray for rain.\n\nPray for Mary\n\nAsia\n\nThank God for wells.\n"
    assert outline(bulletin(text)) == [
        ("Africa", "", ["Pray for rain.", "Pray for Mary"]),
        ("Asia", "", ["Thank God for wells."]),
    ]


def test_a_list_of_short_lines_is_a_list_of_requests(bulletin, outline):
    """Short lines only, and none a known region: all of them are requests."""
    text = "Title\n\nRain in Kenya\n\nPeace in Ghana\n\nSchools\n"
    assert outline(bulletin(text)) == [
        ("Africa", "", ["Rain in Kenya", "Peace in Ghana", "Schools"])
    ]


LETTER = """Prayer Requests

Dear friends,

Thank you for praying with us every week.

Africa

• Pray for rain.

Asia

• Pray for peace in the many villages along the great river, and for those who live in them.

Blessings,
Mary Example

-- {blank}
Mary Example
Communications
"""


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        ("Thank you,\nMary Example", False),
        ("Many thanks, Mary", False),
        ("Viele Grüße,\nMaria", False),
        ("Thank you, Lord Jesus, for all of this", True),
        ("Thank God, who keeps them", True),
    ],
)
def test_who_has_signed_is_no_request(imported, read, end, kept):
    """A few words of thanks, a comma and a name at the very end; but thanks to God are prayer."""
    result = imported(f"Requests\n\nAfrica\n\n• Pray for rain.\n• Pray for peace.\n\n{end}\n")
    (region,) = read(result).regions
    assert (len(region.requests) == 3) is kept
    assert end.split("\n")[0] in result.yaml


def test_what_has_no_place_is_kept_in_comments(imported, read, outline):
    """Greetings and signatures are not requests: they stand at the end, with a warning."""
    result = imported(LETTER.format(blank=""))
    assert [(name, len(requests)) for name, _, requests in outline(read(result))] == [
        ("Africa", 1),
        ("Asia", 1),
    ]
    end = result.yaml.split("# What follows found no place in the bulletin.\n")[1]
    for kept in ("Dear friends,", "Thank you for praying", "Blessings,", "Communications"):
        assert kept in end
    (problem,) = result.warnings
    assert "found no place in the bulletin" in problem.message
    assert result.yaml.splitlines()[problem.place.line - 1].startswith("# What follows")


def test_forwarded_headers_and_footers_are_no_requests(imported, read, outline):
    """What mail programs put around a text is kept beside it."""
    around = (
        "---------- Forwarded message ----------\nFrom: Mary Example <mary@example.org>\n"
        "Date: Mon, 14 Jan 2019\nSubject: Prayer\nTo: Friends\n\n" + WEEKLY + "\n\n"
        "You are receiving this because you asked for it. Unsubscribe\n\n12 Sample Street\n"
    )
    result = imported(around)
    assert outline(read(result)) == REGIONS
    assert "mary@example.org" in result.yaml.split("found no place")[1]
    assert "Sample Street" in result.yaml.split("found no place")[1]


def test_numbers_that_count_are_bullets(bulletin, outline):
    """`1.` and `2.` mark requests; a lone number that begins a text stays in it."""
    mail = "T\n\nAfrica\n1. Pray: now.\n2. Pray for those\n   who rest.\n\nAdvent\n\n1. Pray.\n"
    assert outline(bulletin(mail)) == [
        ("Africa", "", ["Pray: now.", "Pray for those who rest."]),
        ("Advent", "", ["Pray."]),
    ]
    lone = "T\n\nAfrica\n\n1. Advent is near. Pray for peace.\n"
    assert outline(bulletin(lone)) == [("Africa", "", ["1. Advent is near. Pray for peace."])]
