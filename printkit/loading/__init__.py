"""YAML becomes the model, with everything that is wrong with a file at once."""

from printkit.loading.bulletin import load_bulletin
from printkit.loading.checks import Checks
from printkit.loading.freshness import outdated
from printkit.loading.layout import judge_layout, load_layout
from printkit.loading.layout_files import layout_names
from printkit.loading.local import load_local_regions, with_local_regions
from printkit.loading.offices import load_offices
from printkit.loading.papers import paper_size
from printkit.loading.printers import load_printers
from printkit.loading.translation import load_translation
from printkit.model.languages import identity_of, language_of

__all__ = [
    "Checks",
    "identity_of",
    "judge_layout",
    "language_of",
    "layout_names",
    "load_bulletin",
    "load_layout",
    "load_local_regions",
    "load_offices",
    "load_printers",
    "load_translation",
    "outdated",
    "paper_size",
    "with_local_regions",
]
