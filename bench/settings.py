"""The size that a rival is given: printkit's own, found and proved before the clock starts."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pypdfium2
from comparing import Subject
from ready import Ready
from rival_page import SMALLEST
from sheets import Setting

from printkit.pipeline import make

Holds = Callable[[Subject, Setting], bool]


class Fitter:
    """printkit with a storeroom of its own, so that the one that is timed learns no words here."""

    def __init__(self, usual: Ready) -> None:
        self._store = Ready().store
        page = usual.layout.page
        self._natural = page.natural_leading
        self._tightest = page.leading.smallest, page.spacing.smallest

    def setting(self, subject: Subject, holds: Holds) -> Setting:
        """Give printkit's size and leading, or the nearest below that give a whole page."""
        for setting in self._tries(subject):
            if holds(subject, setting):
                return setting
        raise ValueError(f"{subject.path.name}: the page is overset")

    def _tries(self, subject: Subject) -> Iterable[Setting]:
        """Give settings from printkit's own downwards.

        Leftover height may have opened its leading, and other line ends may need another line.
        """
        made = make(replace(subject.order, formats=("insert",)), self._store)
        (file,) = made.files
        leading, loose = file.facts["leading"], file.facts["rung"] == "natural"
        assert isinstance(leading, float)
        tightest, spacing = self._tightest
        tries = [Setting(file.size, leading, 1.0 if loose else spacing)]
        tries += [Setting(file.size, self._natural, 1.0)] if loose else []
        sizes = range(round(file.size * 10), SMALLEST - 1, -1)
        tries += [Setting(tenths / 10, tightest, spacing) for tenths in sizes]
        return dict.fromkeys(tries)


def is_whole(page: bytes, subject: Subject) -> bool:
    """Say whether it is one page, and require that no region's name is missing from it then."""
    with pypdfium2.PdfDocument(page) as pdf:
        if len(pdf) > 1:
            return False
        words = set(pdf[0].get_textpage().get_text_bounded().split())
    names = [word for region in subject.data["regions"] for word in region["name"].split()]
    assert words.issuperset(names), names
    return True
