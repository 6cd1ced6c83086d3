"""Which placeholder of which slide layout holds a text or picture, by the role of its element."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place on a slide: its name for people, and the placeholder's `type` and `idx` (`p:ph`).

    Without a `kind` it is a text box, a picture or a shape of its own. `field` is the type of the
    field (`a:fld`) that the text's place is for.
    """

    name: str
    kind: str = ""
    index: int = 0
    field: str = ""

    def markup(self) -> str:
        """Give the `p:ph` element, empty where there is no placeholder."""
        if not self.kind:
            return ""
        index = f' idx="{self.index}"' if self.index else ""
        size = ' sz="quarter"' if self.kind in {"ftr", "sldNum"} else ""
        return f'<p:ph type="{self.kind}"{size}{index}/>'


TITLE = Placeholder("Title", "title")
COVER_TITLE = Placeholder("Title", "ctrTitle")
DATE = Placeholder("Date", "subTitle", 1)
BODY = Placeholder("Requests", "body", 1)
QUOTATION = Placeholder("Scripture", "body", 13)
FOOTNOTE = Placeholder("Footnote", "body", 14)
PICTURE = Placeholder("Picture", "pic", 15)
FOOTER = Placeholder("Footer", "ftr", 11)
NUMBER = Placeholder("Slide number", "sldNum", 12, field="slidenum")

# What has no placeholder of its own.
TEXT_BOX = Placeholder("Text")
FREE_PICTURE = Placeholder("Picture")
DECORATION = Placeholder("Decoration")

_FURNITURE = {"footer": FOOTER, "number": NUMBER}
_REGION = {"title": TITLE, "body": BODY, "footnote": FOOTNOTE, **_FURNITURE}

# By the frame's name, then by the element's role.
PLACEHOLDERS: dict[str, dict[str, Placeholder]] = {
    "cover": {"title": COVER_TITLE, "date": DATE, "quotation": QUOTATION, **_FURNITURE},
    "region": _REGION,
    "region-picture": {**_REGION, "figure": PICTURE},
    "last": {"title": TITLE},
}

# The slide layouts' names as office programs show them, in the template's order.
LAYOUT_NAMES = {
    "cover": "Cover",
    "region": "Region",
    "region-picture": "Region with picture",
    "last": "Last",
}
