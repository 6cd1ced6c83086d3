"""A small reader of structure trees: roles, texts, and what is said of them; objects by pypdf."""

import re
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream

# Where the parent tree leads back from a link's place instead of from a page's content.
LED = -1
# In place of a marked content's number: of what stands in a page's foot and is told to nobody.
FOOT = -2
_ROW = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass
class Part:
    """An element of the tree: its kids, the text of its own contents, and its dictionary.

    A paragraph's links are apart from its kids, and their words are among its own; `places` are
    those where a link leads elsewhere.
    """

    role: str
    kids: list["Part"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    entries: dict = field(default_factory=dict)
    links: list["Part"] = field(default_factory=list)
    places: list[dict] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of its own contents as one."""
        return "".join(self.texts)

    def outline(self):
        """Give role and text, or role and the outline of the kids."""
        return (self.role, [kid.outline() for kid in self.kids] if self.kids else self.text)

    def every(self, role: str) -> list["Part"]:
        """Give all elements of a role, itself among them, in reading order."""
        own = [self] if self.role == role else []
        return own + [found for kid in self.links + self.kids for found in kid.every(role)]


def structure_of(data: bytes) -> Part:
    """Give the document's element; the parent tree must lead back to each element."""
    reader = PdfReader(BytesIO(data))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    texts = [contents_of(reader, page) for page in reader.pages]
    pages = [page.indirect_reference.idnum for page in reader.pages]
    owners: dict[tuple[int, int], int] = {}
    (top,) = root["/K"]
    part = _part(top, root.indirect_reference.idnum, (pages, texts, owners))
    listed = list(root["/ParentTree"]["/Nums"])
    assert listed[::2] == list(range(root["/ParentTreeNextKey"]))
    for page, parents in enumerate(listed[1::2][: len(pages)]):
        assert reader.pages[page]["/StructParents"] == page
        assert reader.pages[page]["/Tabs"] == "/S"
        for content, parent in enumerate(parents):
            assert owners.pop((page, content)) == parent.idnum
    for key in listed[::2][len(pages) :]:
        assert owners.pop((LED, key)) == listed[2 * key + 1].idnum
    assert not owners
    assert sum(map(len, texts)) == sum(map(len, listed[1::2][: len(pages)]))
    led = [one for page in reader.pages for one in page.get("/Annots", ())]
    assert len(led) == len(listed) // 2 - len(pages)
    return part


def _part(reference, above: int, known) -> Part:
    pages, texts, owners = known
    entries = reference.get_object()
    assert entries.raw_get("/P").idnum == above
    part = Part(entries["/S"][1:], entries=entries)
    for kid in entries["/K"]:
        page, content = entries.get("/Pg"), kid
        if isinstance(kid, dict) and kid.get("/Type") == "/MCR":
            page, content = kid["/Pg"], kid["/MCID"]
        if isinstance(content, int):
            number = pages.index(page.indirect_reference.idnum)
            assert (number, content) not in owners
            owners[number, int(content)] = reference.idnum
            part.texts.append(texts[number][content])
        elif kid.get("/Type") == "/OBJR":
            place = kid["/Obj"]
            page = kid.get("/Pg", page)
            assert kid.raw_get("/Obj") in page["/Annots"]
            assert place.raw_get("/P").idnum == page.indirect_reference.idnum
            owners[LED, int(place["/StructParent"])] = reference.idnum
            part.places.append(place)
        else:
            own = entries.raw_get("/K")[entries["/K"].index(kid)]
            below = _part(own, reference.idnum, known)
            if below.role == "Link":
                part.links.append(below)
                part.texts += below.texts
            else:
                part.kids.append(below)
    return part


def contents_of(reader: PdfReader, page) -> dict[int, str]:
    """Give the text of each marked content by its number; each number is there once."""
    stream = ContentStream(page["/Contents"].get_object(), reader)
    found: dict[int, str] = {}
    letters: dict[str, str] = {}
    told, marked = "", -1
    for operands, operator in stream.operations:
        if operator == b"Tf":
            letters = letters_of(page["/Resources"]["/Font"][operands[0]])
        elif operator == b"BDC" and operands[0] == "/Artifact":
            marked, told = FOOT, ""
        elif operator == b"BDC":
            marked, told = int(operands[1]["/MCID"]), operands[1].get("/ActualText", "")
            assert marked not in found
            found[marked] = told
        elif operator == b"EMC":
            marked = -1
        elif operator == b"TJ" and not told and marked != FOOT:
            found[marked] += "".join(_read(one, letters) for one in operands[0])
    return found


def _read(operand, letters: dict[str, str]) -> str:
    raw = getattr(operand, "original_bytes", b"").hex().upper()
    return "".join(letters[raw[at : at + 4]] for at in range(0, len(raw), 4))


def letters_of(font) -> dict[str, str]:
    """Give what each code of a font stands for."""
    table = font["/ToUnicode"].get_data().decode()
    rows = _ROW.findall(table.partition("endcodespacerange")[2])
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
