"""The foot of each of many pages: the imprint, and the page's number."""

from collections.abc import Sequence

from printkit.errors import Problem
from printkit.verify.aloud import excerpt
from printkit.verify.continued import letters
from printkit.verify.expected import Expected
from printkit.verify.page_reader import PageText

_AGAIN = "build it again; if this stays, report it as a fault"


def above_feet(
    pages: Sequence[PageText], expected: Expected
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Give the pages' texts above their feet, and what is wrong with the feet."""
    language, texts, problems = expected.language, [], []
    for number, page in enumerate(pages, 1):
        foot = " ".join((*expected.imprint, str(number)))
        above = above_foot(page.text, foot, language)
        if above is None:
            found = excerpt(page.text[-len(foot) :])
            message = f"page {number}: expected the foot `{foot}`, found {found}"
            problems.append(Problem(message, hint=_AGAIN))
        texts.append(page.text if above is None else above)
    return tuple(texts), tuple(problems)


def above_foot(text: str, foot: str, language: str) -> str | None:
    """Give a page's text above its foot; None where it does not end in that."""
    wanted = letters(foot, language)
    for at in range(len(text), -1, -1):
        found = letters(text[at:], language)
        if found == wanted:
            return text[:at]
        if len(found) > len(wanted):
            return None
    return None


def untold_feet(count: int, expected: Expected) -> tuple[str, ...]:
    """Give what the feet of so many pages show beside what is told, which on the last is more."""
    feet = [" ".join((*expected.imprint, str(number))) for number in range(1, count)]
    return (*feet, str(count))
