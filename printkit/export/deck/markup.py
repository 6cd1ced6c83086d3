"""XML written as strings: what XML 1.0 can hold, escaped, and the namespaces of a deck."""

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONSHIPS = f"{OFFICE}/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

# On the root element of every part of PresentationML.
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'

# Microsoft's extension by which a screen reader passes over a shape that says nothing.
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)

# XML 1.0 section 2.2, without the line ends: a paragraph here is one line.
_POSSIBLE = "\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_IMPOSSIBLE = re.compile(f"[^{_POSSIBLE}]")


def escaped(text: str) -> str:
    """Give `text` as XML character data; ValueError where it holds a character that XML cannot.

    The standard library's own escaping loads its network modules, which costs more than a deck.
    """
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text):
        return text
    found = _IMPOSSIBLE.search(text)
    if found:
        raise ValueError(f"a deck's paragraph cannot hold U+{ord(found[0]):04X}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Give `text` as an attribute's value with its quotation marks, line feeds kept."""
    lines = "&#10;".join(map(escaped, text.split("\n"))) if "\n" in text else escaped(text)
    return '"' + lines.replace('"', "&quot;") + '"'


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    """Give a relationships part (`.rels`) from identifiers to types and targets (OPC 6.5)."""
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'
