"""Where a slide's parts stand."""

from dataclasses import dataclass

from printkit.model.frame import Box


@dataclass(frozen=True, slots=True)
class SlideAreas:
    """The places of titles, bodies, rules and furniture on a screen, in points.

    The body is `body`, or `narrow_body` beside `picture`; they end above the footnote.
    """

    banner: Box
    cover_rule: Box
    cover_title: Box
    date: Box
    quotation: Box
    rule: Box
    title: Box
    body: Box
    narrow_body: Box
    picture: Box
    footnote: Box
    footer: Box
    number: Box
