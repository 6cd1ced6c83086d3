"""What the command line asks for."""

from dataclasses import dataclass

from printkit.model.formats import FORMATS

# The folder in the output that holds what is made for the web.
WEB = "web"


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of every edition; empty means what the office or the layout says.

    Those for the `web` lack what is sensitive.
    """

    offices: tuple[str, ...] = ()
    formats: tuple[str, ...] = FORMATS
    layout: str = ""
    paper: str = ""
    screen: str = ""
    web: bool = False
