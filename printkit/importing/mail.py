"""E-mails: the text part, else the HTML part, and the names of what is attached (RFC 5322)."""

import email
import email.policy
from datetime import date
from email.message import EmailMessage

from printkit.importing.blocks import Passage, Reading
from printkit.importing.encoding import decode
from printkit.importing.page import read_page

# What the standard library's parser of headers raises on headers that break every rule.
_BROKEN_HEADER = (ValueError, LookupError, TypeError, AttributeError)


def read_mail(source: bytes) -> Reading:
    """Give what an e-mail says."""
    message = email.message_from_bytes(source, policy=email.policy.default)
    subject, sent = _subject(message), _sent(message)
    part = _body(message)
    if part is None:
        return Reading(_attachments(message), subject, sent=sent)
    text = _text(part)
    if part.get_content_subtype() == "html":
        page = read_page(text)
        passages = page.passages + _attachments(message)
        return Reading(passages, subject or page.subject, sent=sent)
    if part.get_param("format") == "flowed":
        text = _unflowed(text, delete_space=part.get_param("delsp") == "yes")
    return Reading((Passage("lines", text), *_attachments(message)), subject, sent=sent)


def _subject(message: EmailMessage) -> str:
    try:
        return str(message["subject"] or "")
    except _BROKEN_HEADER:
        return ""


def _sent(message: EmailMessage) -> date | None:
    """Give the day on which it was sent, where its sender was."""
    try:
        found = message["date"].datetime
    except _BROKEN_HEADER:
        return None
    return found.date() if found else None


def _body(message: EmailMessage) -> EmailMessage | None:
    """Give the part to read: text rather than HTML, unless there is nothing in the text."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    shown = [part for part in parts if not part.is_attachment()]
    for subtype in ("plain", "html"):
        for part in shown:
            if part.get_content_subtype() == subtype and _text(part).strip():
                return part
    return None


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode(payload, part.get_content_charset() or "")


def _attachments(message: EmailMessage) -> tuple[Passage, ...]:
    names = [_name(part) for part in message.walk()]
    return tuple(Passage("lines", f"[attached: {name}]") for name in names if name)


def _name(part: EmailMessage) -> str:
    try:
        return str(part.get_filename() or "")
    except _BROKEN_HEADER:
        return ""


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Join the lines that end in a blank to what follows them (RFC 3676)."""
    joined: list[str] = []
    flowing = False
    for line in text.splitlines():
        unstuffed = line.removeprefix(" ")
        signature = unstuffed == "-- "
        if flowing and unstuffed.strip() and not signature:
            joined[-1] += unstuffed
        else:
            joined.append(unstuffed)
        flowing = unstuffed.endswith(" ") and not signature
        if flowing and delete_space:
            joined[-1] = joined[-1][:-1]
    return "\n".join(joined)
