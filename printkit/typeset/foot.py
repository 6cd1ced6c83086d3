"""The foot of an insert: footnote, hairline, and a row of logo, imprint and code."""

from printkit.model.frame import Box, Image
from printkit.typeset.composing import (
    HAIRLINE,
    TEXT_LEADING,
    Composer,
    Part,
    moved,
    width_of,
)
from printkit.typeset.lines import Column

_LOGO_HEIGHT = 2.6
# Between logo, imprint and code, in ems.
_BESIDE = 0.8
_NOTHING = Part((), 0.0)


def composed_foot(composer: Composer) -> Part:
    """Give the foot, from its own top."""
    matter, body = composer.matter, composer.body
    composer.y += 0.8 * body
    for block in matter.story.footnote:
        composer.paragraph(block, TEXT_LEADING)
        composer.y += 0.2 * body
    composer.rule(HAIRLINE, "hairline")
    composer.y += 0.3 * body
    logo, code = _logo(composer), _code(composer)
    column = _between(composer, logo, code)
    # An address is not divided for a code.
    imprint = matter.story.imprint
    if not imprint or column.measure >= matter.widest * imprint[0].size(body):
        _row(composer, logo, _imprint(composer, column), code)
    else:
        _row(composer, logo, _imprint(composer, _between(composer, logo, _NOTHING)))
        _row(composer, _code(composer))
    return Part(tuple(composer.items), composer.y)


def _row(composer: Composer, *parts: Part) -> None:
    """Add parts beside one another, each at the middle of the row; white may hang below it."""
    height = max([part.height for part in parts])
    if composer.draws:
        for part in parts:
            composer.items += moved(part.items, (height - part.height) / 2)
    composer.y += max([(height + part.height) / 2 - part.white for part in parts])


def _between(composer: Composer, logo: Part, code: Part) -> Column:
    """Give the column that logo and code leave between them."""
    matter, gap = composer.matter, _BESIDE * composer.body
    left, right = matter.left, matter.left + matter.width
    for item in logo.items:
        left = max(left, item.box.right + gap)
    for item in code.items:
        right = min(right, item.box.left - gap)
    return Column(left, right - left)


def _logo(composer: Composer) -> Part:
    """Give the office's logo for the left end, its own proportions kept."""
    matter = composer.matter
    logo = matter.edition.office.logo
    if logo is None or matter.story.logo < 0:
        return _NOTHING
    across, down = matter.edition.pictures.get(str(logo.file), (1, 1))
    height = _LOGO_HEIGHT * composer.body * 0.75
    width = min(height * across / down, matter.width / 4)
    box = Box(matter.left, composer.y, width, width * down / across)
    return Part((Image(matter.story.logo, box, str(logo.file)),), box.height)


def _code(composer: Composer) -> Part:
    """Give the code for the right end, its white zone in the margins, so that its ink is level."""
    matter = composer.matter
    code, paper = matter.edition.code, matter.edition.paper
    if code is None or matter.story.code < 0:
        return _NOTHING
    right = min(matter.left + matter.width + code.zone, paper.width)
    box = Box(right - code.side, composer.y, code.side, code.side)
    white = min(code.zone, paper.height - matter.bottom)
    return Part((Image(matter.story.code, box, code=code.words),), code.side, white)


def _imprint(composer: Composer, column: Column) -> Part:
    """Give the imprint: two short lines share one baseline, more stand below one another.

    A church's line stands below the office's.
    """
    lines, body = composer.aside(composer.y), composer.body
    blocks = composer.matter.story.imprint
    own = len(blocks) - (composer.matter.edition.recipient is not None)
    blocks, church = blocks[:own], blocks[own:]
    across = sum([width_of(block, body) for block in blocks])
    if len(blocks) == 2 and across + 2 * body <= column.measure:  # noqa: PLR2004 - left and right
        lines.paragraph(blocks[0], TEXT_LEADING, column=column)
        lines.beside(blocks[1], column)
    else:
        for block in blocks:
            lines.paragraph(block, TEXT_LEADING, column=column)
    for block in church:
        lines.paragraph(block, TEXT_LEADING, column=column)
    return Part(tuple(lines.items), lines.y - composer.y)
