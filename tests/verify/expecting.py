"""What an edition's page should say, as the witness is told it."""

from printkit.model.edition import Edition
from printkit.verify.expected import Expected


def expected_of(what: Edition, **more) -> Expected:
    """Give what is expected of an edition, with others of its values as given."""
    return Expected(
        bulletin=what.bulletin,
        wording=what.wording,
        imprint=what.office.imprint,
        mark=what.layout.page.mark,
        cover=True,
        paper=what.paper,
        **more,
    )
