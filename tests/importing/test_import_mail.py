"""E-mails of every shape say the same."""

from email.message import EmailMessage

import pytest

TEXT = """Prayer Requests

“Seek good.” — Amos 5:14

• Thank God for the verdict in Ghana – after many years of waiting – and for the judges who read
every file.

Latin America

• Prayer for café owners: “Pedro & María”.
"""
PAGE = """<html><head><style>p {color: red}</style><title>Weekly</title></head><body>
<h1>Prayer Requests</h1><p>“Seek good.”<br>— Amos 5:14</p>
<ul><li>Thank God for the verdict in Ghana – after many years of waiting – and for the
judges who read every file.</li></ul>
<p><b>Latin America</b></p><ul><li><p>Prayer for caf&eacute; owners: “Pedro &amp; María”.</p></li>
</ul><script>alert("no")</script></body></html>"""
VERDICT = (
    "Thank God for the verdict in Ghana – after many years of waiting – and for the judges who "
    "read every file."
)
REGIONS = [
    ("Africa", "", [VERDICT]),
    ("Latin America", "", ["Prayer for café owners: “Pedro & María”."]),
]


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "office@example.org"
    mail["Subject"] = headers.get("subject", "This week")
    return mail


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_text_mails(encoding: str, charset: str, bulletin, outline):
    """Transfer encodings and charsets make no difference; the title is the text's own."""
    mail = message()
    mail.set_content(TEXT, charset=charset, cte=encoding)
    found = bulletin(mail.as_bytes(), "weekly.eml")
    assert outline(found) == REGIONS
    assert found.title.value == "Prayer Requests"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_html_mails(encoding: str, bulletin, outline):
    """An e-mail with nothing but HTML is read as HTML."""
    mail = message()
    mail.set_content(PAGE, subtype="html", cte=encoding)
    found = bulletin(mail.as_bytes(), "weekly.txt")
    assert outline(found) == REGIONS
    assert (found.title.value, found.scripture.reference.value) == ("Prayer Requests", "Amos 5:14")


def test_text_is_preferred(bulletin, outline):
    """Of text and HTML the text is read, unless it is empty."""
    mail = message()
    mail.set_content(TEXT)
    mail.add_alternative("<p>Something else</p>", subtype="html")
    assert outline(bulletin(mail.as_bytes())) == REGIONS
    empty = message()
    empty.set_content("\n")
    empty.add_alternative(PAGE, subtype="html")
    assert outline(bulletin(empty.as_bytes())) == REGIONS


def test_a_forwarded_attachment_is_read(bulletin, outline):
    """An e-mail that is attached to an empty one is the one that is meant."""
    inner = message()
    inner.set_content(TEXT)
    outer = message(subject="Fwd: this week")
    outer.add_attachment(inner)
    assert outline(bulletin(outer.as_bytes())) == REGIONS


def test_attachments_are_named_in_comments(imported, read, outline):
    """What is attached is not read, and said."""
    mail = message()
    mail.set_content(TEXT)
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="river.png")
    mail.add_attachment("notes", filename="notes.txt")
    result = imported(mail.as_bytes())
    assert outline(read(result)) == REGIONS
    assert "river.png" in result.yaml
    assert "notes.txt" in result.yaml


@pytest.mark.parametrize("delete", ["yes", "no"])
def test_flowed_lines_are_joined(delete: str, bulletin, outline):
    """Lines that end in a blank go on in the next (RFC 3676)."""
    blank = "  " if delete == "yes" else " "
    body = f"Prayer Requests\n\nAfrica\n\n* Pray for the{blank}\nfew who{blank}\nstay\n\n* Pray.\n"
    mail = (
        f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8; format=flowed; delsp={delete}\n\n{body}"
    )
    assert outline(bulletin(mail)) == [("Africa", "", ["Pray for the few who stay", "Pray."])]


def test_the_subject_is_the_title_where_there_is_none(imported, read):
    """Without a title the subject stands for it, without `Fwd:`, and a warning says so."""
    mail = message(subject="Fwd: Re: Prayer für März")
    mail.set_content("• Pray for rain.\n• Pray for peace.\n")
    result = imported(mail.as_bytes())
    assert read(result).title.value == result.title == "Prayer für März"
    assert any("no title" in problem.message for problem in result.warnings)


def test_the_day_of_a_mail_is_proposed_and_not_taken(imported, read):
    """It is the day of sending; where the text or the person importing names one, it is not."""
    mail = message()
    mail["Date"] = "Mon, 14 Jan 2019 23:30:00 -0500"
    mail.set_content(TEXT)
    result = imported(mail.as_bytes())
    assert read(result).date is None
    (hint,) = [one.hint for one in result.warnings if "the e-mail's own day" in one.message]
    assert "import with `--date 2019-01-14`" in hint
    mail.set_content(TEXT.replace("Requests\n", "Requests\n\n15 January 2019\n", 1))
    said = [one.message for one in imported(mail.as_bytes()).warnings]
    assert any("`15 January 2019` in the text was not taken" in one for one in said)
    assert not any("the e-mail's own day" in one for one in said)


@pytest.mark.parametrize(
    "declared",
    ["", "Content-Type: text/plain\n", "Content-Type: text/plain; charset=x-unheard-of\n"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_undeclared_characters_are_still_read(declared: str, encoding: str, bulletin, outline):
    """A charset that is missing or unknown is told from the bytes."""
    mail = f"From: a@example.org\nSubject: x\n{declared}\n{TEXT}"
    assert outline(bulletin(mail.encode(encoding))) == REGIONS


def test_broken_headers_do_not_matter(bulletin, outline):
    """Headers that break the rules are no reason to refuse the text."""
    mail = (
        b"From: <\xff@[\nDate: someday\nSubject: =?utf-8?q?=FF=?= =?x?\nTo: a:b:;,;\n\n"
        + TEXT.encode()
    )
    assert outline(bulletin(mail)) == REGIONS


def test_a_text_with_colons_is_no_mail(bulletin, outline):
    """A text that merely begins with a colon is a text."""
    found = bulletin("Title: Week\n\nAfrica: news\n• Pray: always.\n")
    assert found.title.value == "Title: Week"
    assert outline(found) == [("Africa: news", "", ["Pray: always."])]
