"""Language tags: `fr-CA` as people write it (BCP 47), `fr_CA` as CLDR names its locales."""

import re
from dataclasses import dataclass
from functools import lru_cache

_SCRIPT_LENGTH = 4
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")


@dataclass(frozen=True, slots=True)
class Tag:
    """A language with its script and region, empty where the tag names none."""

    language: str
    script: str = ""
    region: str = ""

    def __str__(self) -> str:
        return "_".join(part for part in (self.language, self.script, self.region) if part)


@lru_cache(maxsize=100)
def tag_of(text: str) -> Tag:
    """Give the parts of a tag or locale name; variants and extensions are left out."""
    language, *rest = re.split("[-_]", text)
    script = region = ""
    for part in rest:
        if len(part) == 1:
            break
        if len(part) == _SCRIPT_LENGTH and part.isalpha() and not region:
            script = part.title()
        elif _REGION.fullmatch(part) and not region:
            region = part.upper()
    return Tag(language.lower(), script, region)
