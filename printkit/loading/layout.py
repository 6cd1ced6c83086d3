"""A layout's file becomes a layout."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from printkit.errors import Problem
from printkit.loading.checks import UNCHECKED, Checks
from printkit.loading.layout_contrast import judge_contrast
from printkit.loading.layout_files import Shelf, open_layout
from printkit.loading.layout_greyscale import judge_greyscale
from printkit.loading.layout_page import read_page
from printkit.loading.layout_slides import read_slides
from printkit.loading.looks import family_of, read_looks
from printkit.loading.reader import Reader
from printkit.loading.section import read_section
from printkit.model.layout import Layout

_KEYS = ("extends", "fallbacks", "colours", "page", "slides")


def load_layout(
    name: str,
    folders: Sequence[Path],
    families: Collection[str],
    *,
    checks: Checks = UNCHECKED,
    shown: Callable[[Path], str] = Path.as_posix,
) -> Layout:
    """Give the layout of that name as `judge_layout` does, without the warnings."""
    return judge_layout(name, folders, families, checks=checks, shown=shown)[0]


def judge_layout(
    name: str,
    folders: Sequence[Path],
    families: Collection[str],
    *,
    checks: Checks = UNCHECKED,
    shown: Callable[[Path], str] = Path.as_posix,
) -> tuple[Layout, tuple[Problem, ...]]:
    """Give the layout of that name from the first folder that has it, and the warnings about it.

    Refused with all problems. `families` are the type families that there are; `shown` gives a path
    as messages name it.
    """
    reader = Reader(checks, Path())
    root = open_layout(reader, Shelf(folders, shown), name)
    section = read_section(reader, root, "this file", _KEYS)
    looks = read_looks(section, families)
    fallbacks = tuple(family_of(section, node, looks) for node in section.items("fallbacks"))
    page = read_page(section, looks)
    slides = read_slides(section, looks)
    warnings = judge_contrast(section, looks, page, slides)
    judge_greyscale(section, looks)
    reader.finish()
    return Layout(name, looks.colours, fallbacks, page, slides), warnings
