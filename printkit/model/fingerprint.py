"""A bulletin's fingerprint: what a translation was made from."""

import hashlib
import json

from printkit.model.bulletin import Bulletin

_DIGITS = 16


def fingerprint_of(bulletin: Bulletin) -> str:
    """Give sixteen hexadecimal digits that change when any of the bulletin's words do (SHA-256)."""
    scripture = bulletin.scripture
    words = [
        str(bulletin.title),
        [str(scripture.text), str(scripture.reference or "")] if scripture else [],
        [
            [
                str(region.name),
                str(region.intro or ""),
                [[str(request.text), str(request.slide or "")] for request in region.requests],
            ]
            for region in bulletin.regions
        ],
    ]
    content = json.dumps(words, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()[:_DIGITS]
