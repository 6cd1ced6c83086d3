"""HTML becomes paragraphs, headings and bullets."""

import pytest

from printkit.errors import Refused


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><body><h1>Title</h1>{body}</body></html>"


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Africa</h2><ul><li>Pray for A.</li><li>Pray for B.</li></ul>",
        "<p>Africa</p><p>• Pray for A.</p><p>•&nbsp;&nbsp;Pray for B.</p>",
        "<div>Africa</div><div>- Pray<br>for A.</div><div>- Pray for B.</div>",
        "Africa<br><br>• Pray for A.<br>• Pray for B.",
        "<p>Africa</p><ul><li><p>Pray for A.</p></li><li><div><b>Pray</b> for B.</div></li></ul>",
        "<table><tr><td>Africa</tr><tr><td><ul><li>Pray for A.<ul><li>Pray for B.</ul></ul></td>",
        "<h3>Africa</h3><ol><li>Pray\n for A.<li>Pray <i>for</i> B.</ol>",
        "<pre>Africa\n\n* Pray for A.\n* Pray for B.</pre>",
    ],
)
def test_every_shape_says_the_same(body: str, bulletin, outline):
    """Lists, paragraphs, line breaks, tables: the same region with the same requests."""
    found = bulletin(page(body), "weekly.html")
    assert found.title.value == "Title"
    assert outline(found) == [("Africa", "", ["Pray for A.", "Pray for B."])]


def test_what_is_not_for_readers_is_not_read(bulletin, outline):
    """Scripts, styles, comments and metadata are no text."""
    body = "<style>x</style><!-- note --><h2>Africa</h2><ul><li>Pray<script>1</script>.</li></ul>"
    assert outline(bulletin(page(body))) == [("Africa", "", ["Pray."])]


def test_hidden_text_is_kept_in_comments(imported, read, outline):
    """A preview line that readers do not see is no title and no request."""
    body = '<div style="display: none">Preview of the week</div>'
    result = imported(f"<html><body>{body}<h1>Title</h1><h2>Africa</h2><ul><li>Pray.</ul>")
    assert read(result).title.value == "Title"
    assert outline(read(result)) == [("Africa", "", ["Pray."])]
    assert "#   Preview of the week" in result.yaml


def test_pictures_are_named_in_comments(imported, read, outline):
    """A picture's words become a comment; an emoji that was sent as a picture is text."""
    body = '<img alt="children at play" src="x"><h2>Africa</h2><li>Pray <img alt="🙏"> now.</li>'
    result = imported(page(body))
    assert outline(read(result)) == [("Africa", "", ["Pray 🙏 now."])]
    assert "# a picture stood in the text: children at play" in result.yaml


@pytest.mark.parametrize(
    "encoded",
    [
        page("<h2>Süden</h2><li>Für „Zoë“.").encode(),
        page("<h2>Süden</h2><li>Für „Zoë“.").encode("utf-16"),
        page("<meta charset=windows-1252><h2>Süden</h2><li>Für „Zoë“.").encode("cp1252"),
        page("<h2>S&uuml;den</h2><li>F&#252;r &bdquo;Zo&#xeb;&ldquo;.").encode(),
        ('<?xml version="1.0" encoding="utf-8"?>' + page("<h2>Süden</h2><li>Für „Zoë“.")).encode(),
    ],
)
def test_every_encoding_says_the_same_in_html(encoded: bytes, bulletin, outline):
    """Declared encodings, marks and character references are all understood."""
    assert outline(bulletin(encoded, "weekly.html")) == [("Süden", "", ["Für „Zoë“."])]


def test_text_that_mentions_tags_is_text(bulletin, outline):
    """Markup in a plain text is printed as it was typed."""
    text = "Title\n\nAfrica\n\n• Pray for <b>rain</b> &amp; wells.\n"
    assert outline(bulletin(text)) == [("Africa", "", ["Pray for <b>rain</b> &amp; wells."])]


@pytest.mark.parametrize("depth", [300, 1500])
def test_deep_nesting_is_read(depth: int, bulletin, outline):
    """Nesting costs no words."""
    body = "<div>" * depth + "<h2>Africa</h2><li>Pray.</li>" + "</div>" * depth + "<li>Ask.</li>"
    assert outline(bulletin(page(body))) == [("Africa", "", ["Pray.", "Ask."])]


def test_absurd_nesting_is_refused(imported):
    """Where the parser would lose words, the page is refused."""
    with pytest.raises(Refused, match="nested too deeply"):
        imported(page("<div>" * 5000 + "Pray."))


@pytest.mark.parametrize("source", ["<html></html>", "<!-- nothing -->", "<p> &nbsp; </p>"])
def test_a_page_without_words_is_refused(source: str, imported):
    """A page that says nothing is no bulletin."""
    with pytest.raises(Refused, match="holds no text"):
        imported(source, "weekly.html")
