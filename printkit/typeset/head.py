"""The head of an insert: banner, title and date, rule, scripture."""

from printkit.model.frame import Box, Image, Item
from printkit.typeset.composing import (
    RULE,
    TEXT_LEADING,
    TITLE_LEADING,
    Composer,
    Part,
    width_of,
)
from printkit.typeset.lines import Column

# The space between the head and the columns, in ems: below scripture, and below the rule alone.
BELOW_HEAD, BELOW_RULE = 0.35, 0.7
# How far a mark on a capital may stand out above a title's line, in ems.
ACCENT = 0.14


def composed_head(composer: Composer, banner: float) -> Part:
    """Give the head; `banner` is the part of the paper's height that one has."""
    story, body = composer.matter.story, composer.body
    if story.banner >= 0:
        plate = _banner(composer, banner)
    else:
        plate = []
        # Marks on capitals stand higher than a title's leading.
        composer.y += ACCENT * story.title[0].size(body) if composer.matter.marked else 0.0
    if story.title or story.date:
        _title_row(composer)
    for block in story.quotation:
        composer.y += block.style.before * body if block.first else 0.0
        composer.paragraph(block, TEXT_LEADING)
    for block in story.reference:
        composer.y += block.style.before * body
        composer.paragraph(block, TEXT_LEADING)
        composer.y += block.style.after * body
    items = (*composer.items, *plate)
    composer.y += BELOW_HEAD * body if story.reference else BELOW_RULE * body
    return Part(items, composer.y - composer.matter.top)


def _banner(composer: Composer, banner: float) -> list[Item]:
    """Add the banner over the whole width, its credit set small at its right below it."""
    matter, story = composer.matter, composer.matter.story
    picture = matter.edition.words.picture
    if picture is None:
        return []
    height = banner * matter.edition.paper.height
    box = Box(matter.left, composer.y, matter.width, height)
    items: list[Item] = [Image(story.banner, box, str(picture.file), picture.focus)]
    composer.y += height
    credit = composer.aside(composer.y + 0.15 * composer.body)
    for block in story.credit:
        credit.paragraph(block, TEXT_LEADING)
    composer.y = credit.y + (0.1 if story.credit else 0.45) * composer.body
    return [*items, *credit.items]


def _title_row(composer: Composer) -> None:
    """Add title and date on one baseline where both fit, and the rule below them."""
    matter, body = composer.matter, composer.body
    title, date = matter.story.title, matter.story.date
    across = sum([width_of(block, body) for block in (*title, *date)])
    if date and across + 2 * body <= matter.width and len(title) == 1:
        composer.paragraph(title[0], TITLE_LEADING)
        composer.beside(date[0], Column(matter.left, matter.width))
    else:
        for block in title:
            composer.paragraph(block, TITLE_LEADING)
        for block in date:
            composer.paragraph(block, TEXT_LEADING)
    composer.y += 0.12 * body
    composer.rule(RULE, "accent")
