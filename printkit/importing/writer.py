"""YAML written by hand, so that a person reads it easily and any loader gets the same text back."""

import re

MEASURE = 90
# A letter first, then nothing that YAML could take for its own; a colon only inside a word.
_PLAIN = re.compile(
    r"[^\W\d_](?:[^\W_]|[ .,;'\"()/&!?%+\u2018\u2019\u201c\u201d\u2013\u2014-]|:(?=[^\W_]))*(?<! )"
)
_OTHER_TYPES = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null"})
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
# What YAML 1.1 calls unprintable or a line break (5.1, 5.4), and what no editor shows.
_HIDDEN = r"\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_NEVER_FOLDED = re.compile(f"[{_HIDDEN}]")
_ESCAPED = re.compile(rf'[\\"\n\xa0\xad\u200b-\u200f\u202a-\u202f\u2060-\u206f{_HIDDEN}]')
_BEFORE_KEY = re.compile(r" *(?:- )?")


def entry(lead: str, text: str, remark: str = "") -> list[str]:
    """Give the lines of one entry: `lead` is a key or a dash with its indent, such as `  text: `.

    A text that does not fit into the measure is folded, a paragraph of it after a blank line.
    """
    comment = f"  # {remark}" if remark else ""
    short = scalar(text)
    if len(lead) + len(short) > MEASURE or "\n" in text:
        return _folded(lead, text, comment) or [lead + short + comment]
    return [lead + short + comment]


def scalar(text: str) -> str:
    """Give the text as one line of YAML: plain where that is safe beyond doubt, else quoted."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _OTHER_TYPES:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def comment(text: str, indent: str = "") -> list[str]:
    """Give the text as comment lines; line ends and what YAML cannot hold become spaces."""
    words = _NEVER_FOLDED.sub(" ", text).split()
    lead = f"# {indent}"
    return [lead + line for line in _wrapped(words, MEASURE - len(lead))]


def _folded(lead: str, text: str, comment: str) -> list[str]:
    """Give a folded block scalar; nothing where folding would not give the same text back."""
    paragraphs = [paragraph.split(" ") for paragraph in text.split("\n")]
    if _NEVER_FOLDED.search(text) or not all(all(words) for words in paragraphs):
        return []
    found = _BEFORE_KEY.match(lead)
    before_key = found.end() if found else 0
    margin = " " * (before_key + (2 if lead[before_key:] else 0))
    lines = [f"{lead}>-{comment}"]
    for number, words in enumerate(paragraphs):
        lines += [""] if number else []
        lines += [margin + line for line in _wrapped(words, MEASURE - len(margin))]
    return lines


def _wrapped(words: list[str], width: int) -> list[str]:
    """Give the words in lines of at most `width` characters; a longer word has its own line."""
    lines: list[list[str]] = []
    room = 0
    for word in words:
        if lines and len(word) < room:
            lines[-1].append(word)
            room -= len(word) + 1
        else:
            lines.append([word])
            room = width - len(word)
    return [" ".join(line) for line in lines]


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04x}"
