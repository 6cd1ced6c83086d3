"""Whether a layout's rules survive a copier that has no colours."""

from printkit.errors import Problem
from printkit.loading.looks import Looks
from printkit.loading.messages import as_typed
from printkit.loading.section import Section
from printkit.model.greyscale import LIGHTEST, RULES, tint


def judge_greyscale(layout: Section, looks: Looks) -> None:
    """Refuse a colour of rules that is so light that a copier leaves it out."""
    refused = {problem.place for problem in layout.reader.problems}
    for name in RULES:
        value = looks.colours.get(name)
        # Type in it that is too pale to be read has been refused already.
        if value and tint(value) < LIGHTEST and looks.nodes[name].place not in refused:
            message = (
                f"{as_typed(name)} is a tint of {tint(value):.0%} on a copier, where rules in it "
                f"would vanish, expected at least {LIGHTEST:.0%}"
            )
            hint = f'choose a darker colour, such as `{name}: "8FA9AE"`'
            layout.reader.problems.append(Problem(message, looks.nodes[name].place, hint))
