"""What kind of file it is: by its content first, then by its name."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from printkit.errors import Problem, Refused
from printkit.importing.encoding import decode

Kind = Literal["text", "mail", "page", "word"]

_HINT = "save it as .docx or paste the text into a .txt file"
_MESSAGE = "an Outlook message"
_FROM_OUTLOOK = "open it in Outlook and save it as Text Only or HTML (File > Save As)"
# An Outlook message is an OLE file, as old Word files are, with parts of such names (MS-OXMSG).
_OLE, _MESSAGE_PART = b"\xd0\xcf\x11\xe0", "__substg1.0_".encode("utf-16-le")
_OTHERS = (
    (_OLE, "an old Word or Office file"),
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
)
_REFUSED_NAMES = {".doc": "an old Word file", ".pdf": "a PDF file", ".rtf": "an RTF file"}
_DOCUMENT = "word/document.xml"
_PAGE = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*"
    r"<(!doctype html|html|head|body|title|meta|style|div|p|table|h[1-6]|ul|ol|span|font|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = r"(?:[A-Za-z][A-Za-z0-9-]*:.*\r?\n(?:[ \t]+\S.*\r?\n)*)"
_MAIL = re.compile(rf"(?:From .*\r?\n)?{_HEADER}{{2,}}\r?\n")
_MAIL_NAMES = re.compile(
    r"^(?:From|Subject|MIME-Version|Message-ID|Received|To):", re.MULTILINE | re.IGNORECASE
)
_BEGINNING = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a]")
_FEW_CONTROLS = 8
_MOST_CONTROLS = 0.3


def kind_of(source: bytes, name: str) -> Kind:
    """Give the kind of the file; Refused where it is of a kind that cannot be read."""
    if source.startswith(b"PK\x03\x04"):
        _judge_zip(source, name)
        return "word"
    if source.startswith(_OLE) and _MESSAGE_PART in source:
        raise _refused(name, _MESSAGE, _FROM_OUTLOOK)
    for magic, kind in _OTHERS:
        if source.startswith(magic):
            raise _refused(name, kind)
    return _kind_of_text(source, name)


def _kind_of_text(source: bytes, name: str) -> Kind:
    suffix = PurePath(name).suffix.lower()
    beginning = decode(source[:_BEGINNING]).removeprefix("\ufeff").lstrip()
    if len(_CONTROL.findall(beginning)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(beginning)):
        raise _refused(name, _REFUSED_NAMES.get(suffix, "not a text"))
    if _PAGE.match(beginning):
        return "page"
    headers = _MAIL.match(beginning)
    if headers and _MAIL_NAMES.search(headers[0]):
        return "mail"
    if suffix == ".docx":
        raise _refused(name, "not a Word file, whatever its name says")
    by_name: dict[str, Kind] = {".eml": "mail", ".html": "page", ".htm": "page", ".xhtml": "page"}
    return by_name.get(suffix, "text")


def _judge_zip(source: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(source)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise _refused(name, "damaged") from None
    if _DOCUMENT not in names:
        raise _refused(name, "a zip file that holds no Word document")


def _refused(name: str, kind: str, hint: str = _HINT) -> Refused:
    message = f"`{name}` is {kind}, expected an e-mail, text, Word or HTML"
    return Refused(Problem(message, hint=hint))
