"""An imported bulletin before it is written: texts, and remarks on what a person should look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: a comment for the file, and a warning with a hint for the screen."""

    comment: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Scripture:
    """The scripture as it is written into the file; empty where nothing was typed."""

    text: str
    reference: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A region, its requests, and what is to be said about its name."""

    name: str
    requests: tuple[str, ...]
    intro: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An imported bulletin: `remnants` are the texts that found no place in it."""

    title: str
    regions: tuple[Region, ...]
    scripture: Scripture | None = None
    remarks: tuple[Remark, ...] = ()
    remnants: tuple[str, ...] = ()
