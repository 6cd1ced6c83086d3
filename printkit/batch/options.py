"""What the command line asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from printkit.errors import WrongUsage
from printkit.model.formats import FORMATS

# The folder in the output that holds what is made for the web.
WEB = "web"
# An imposition that is asked for in figures, such as `3-up`, is known by words.
_SPELLED = str.maketrans({"2": "two", "3": "three", "4": "four"})


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of every edition; empty means what the office or the layout says.

    Those for the `web` lack what is sensitive. The last three are asked of sheets alone.
    """

    offices: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    layout: str = ""
    paper: str = ""
    screen: str = ""
    web: bool = False
    imposition: str = ""
    copies: int | None = None
    printer: str = ""


def require(name: str, known: Sequence[str], kind: str) -> None:
    """Raise WrongUsage where something is asked for by a name that nothing has."""
    if name and name not in known:
        listed = ", ".join(f"`{one}`" for one in known)
        meant = name.translate(_SPELLED) if kind == "imposition" else name
        near = get_close_matches(meant.casefold(), known, 1)
        hint = f"did you mean `{near[0]}`?" if near else None
        if kind == "office" and "," in name:
            hint = "type `--office` once for each"
        raise WrongUsage(f"there is no {kind} `{name}`, expected one of {listed}", hint)
