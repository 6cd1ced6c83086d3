"""A contact sheet as it is read."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

NAME = "contact-sheet.html"
VOID = {"meta", "input", "br", "img"}


@dataclass
class Page(HTMLParser):
    """A page as it is read: its tags with their attributes, its words, and tags left open."""

    tags: list = field(default_factory=list)
    words: list = field(default_factory=list)
    open: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        """Take note of a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Close the tag that was opened last, which must be of this name."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Take note of words."""
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    def all(self, name):
        """Give the attributes of all tags of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    @property
    def text(self):
        """All words, with single blanks."""
        return " ".join(" ".join(self.words).split())


def sheet(desk) -> Page:
    """Read the sheet of a project."""
    page = Page()
    page.feed((desk.folder / "output" / NAME).read_text("utf-8"))
    page.close()
    assert page.open == []
    return page
