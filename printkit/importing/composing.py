"""A draft becomes the text of a bulletin's YAML file, with a warning for every remark in it."""

from datetime import date

from printkit.errors import Place, Problem
from printkit.importing.draft import Draft, Region, Remark, Scripture
from printkit.importing.writer import comment, entry


def compose(draft: Draft, shown: str, day: date | None) -> tuple[str, tuple[Problem, ...]]:
    """Give the file's text and its warnings; `shown` is the file's name as people see it."""
    sheet = _Sheet(shown)
    sheet.lines += entry("title: ", draft.title)
    if day:
        sheet.lines.append(f"date: {day.isoformat()}")
    for remark in draft.remarks:
        sheet.remark(remark)
    if draft.scripture:
        sheet.lines += _scripture(draft.scripture)
    sheet.lines.append("regions:")
    for region in draft.regions:
        sheet.region(region)
    if draft.remnants:
        sheet.remnants(draft.remnants)
    return "\n".join(sheet.lines) + "\n", tuple(sheet.warnings)


class _Sheet:
    """The lines so far, and the warnings with the lines that they are about."""

    def __init__(self, shown: str) -> None:
        self.lines: list[str] = []
        self.warnings: list[Problem] = []
        self._shown = shown

    def remark(self, remark: Remark) -> None:
        """Write a comment of its own, and warn of what it says."""
        self._warn(remark)
        self.lines += comment(remark.comment)

    def region(self, region: Region) -> None:
        """Write a region; remarks on its name stand on the name's line."""
        for remark in region.remarks:
            self._warn(remark)
        said = "; ".join(remark.comment for remark in region.remarks)
        self.lines += entry("  - name: ", region.name, said)
        if region.intro:
            self.lines += entry("    intro: ", region.intro)
        self.lines.append("    requests:")
        for request in region.requests:
            self.lines += entry("      - ", request)

    def remnants(self, remnants: tuple[str, ...]) -> None:
        """Write what found no place, a paragraph each, as comments."""
        self.lines.append("")
        many = "1 paragraph" if len(remnants) == 1 else f"{len(remnants)} paragraphs"
        self.remark(
            Remark(
                "What follows found no place in the bulletin.",
                f"{many} found no place in the bulletin, kept in comments at its end",
                "move what belongs into a region, and delete the rest",
            )
        )
        for remnant in remnants:
            self.lines += ["#", *comment(remnant, "  ")]

    def _warn(self, remark: Remark) -> None:
        place = Place(self._shown, len(self.lines) + 1)
        self.warnings.append(Problem(remark.message, place, remark.hint))


def _scripture(scripture: Scripture) -> list[str]:
    lines = ["scripture:", *entry("  text: ", scripture.text)]
    if scripture.reference:
        lines += entry("  reference: ", scripture.reference)
    if scripture.translation:
        lines += entry("  translation: ", scripture.translation)
    return lines
