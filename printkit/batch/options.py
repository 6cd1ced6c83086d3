"""What the command line asks for."""

from dataclasses import dataclass

from printkit.model.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of every edition; empty means what the office or the layout says."""

    offices: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    layout: str = ""
    paper: str = ""
    screen: str = ""
