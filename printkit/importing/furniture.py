"""What mail programs add: forwarded headers, signatures, footers, and the names of pictures."""

import re

from printkit.importing.blocks import BlockKind
from printkit.importing.cleaning import has_words

_SUFFIX = r"\.(?:jpe?g|png|gif|webp|tiff?|hei[cf]|bmp|svg)"
_WORD = r"[^\s/\\:*?\"<>|\[\]]"
_PICTURE = re.compile(
    r"\[(?:(?:inline )?(?:image|picture|photo|bild|grafik|foto)|cid|attached)\s?:"
    r"\s*(?P<said>[^\]]+)\]"
    rf"|[\[<(]?(?P<name>(?:{_WORD}{{1,80}} ){{0,5}}{_WORD}{{0,80}}{_SUFFIX})[\])>]?",
    re.IGNORECASE,
)
_LONGEST_NAME = 260
_FORWARDED = re.compile(
    r"-{2,}.*\b(?:message|nachricht|bericht)\b.*-{2,}|begin forwarded message:"
    r"|anfang der weitergeleiteten (?:nachricht|e-mail):"
    r"|(?:on|am|le|op)\b.{5,120}\b(?:wrote|schrieb\b.*|a \u00e9crit|schreef\b.*)\s?:",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\*?(?:from|date|sent|subject|to|cc|reply-to|von|datum|gesendet|betreff|an|de|envoy\u00e9|objet"
    r"|\u00e0|van|verzonden|onderwerp|aan)\s?:\*?\s.*",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\bunsubscribe\b|\bview (?:this|it) (?:e-?mail )?in (?:your|a) browser\b|\bopt out of\b"
    r"|\byou (?:are receiving|received) this\b|\bupdate your preferences\b|\ball rights reserved\b"
    r"|\babbestellen\b|\bnewsletter abmelden\b|\bse d\u00e9sabonner\b|\bd\u00e9sinscrire\b"
    r"|\buitschrijven\b|\bafmelden\b|\bsent from my\b|\bvon meinem .{2,20} gesendet\b",
    re.IGNORECASE,
)
_LONGEST_FOOTER = 400
_SIGNATURE = "--"


def picture_name(text: str) -> str:
    """Give the name of the picture that the whole line stands for, or nothing."""
    found = _PICTURE.fullmatch(text) if len(text) <= _LONGEST_NAME else None
    return (found["said"] or found["name"]).strip() if found else ""


def is_footer(text: str) -> bool:
    """Say whether a paragraph is about the e-mail rather than part of it."""
    return len(text) <= _LONGEST_FOOTER and _FOOTER.search(text) is not None


def line_kinds(lines: list[str]) -> list[BlockKind | None]:
    """Give what each line is, None where it is text; headers count where several stand together."""
    kinds = [_kind(line) for line in lines]
    headers = [_HEADER.fullmatch(line) is not None for line in lines]
    for place, is_header in enumerate(headers):
        above = place > 0 and (headers[place - 1] or _is_forwarding(lines[place - 1]))
        below = place + 1 < len(lines) and headers[place + 1]
        if is_header and (above or below):
            kinds[place] = "aside"
    return kinds


def _kind(line: str) -> BlockKind | None:
    if line == _SIGNATURE:
        return "signature"
    if picture_name(line):
        return "picture"
    if line and (not has_words(line) or _is_forwarding(line)):
        return "aside"
    return None


def _is_forwarding(line: str) -> bool:
    return _FORWARDED.fullmatch(line) is not None
