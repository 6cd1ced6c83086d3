"""What two editions on one page show once: pictures, a logo and a code that are the same."""

from dataclasses import replace

from printkit.model.bulletin import Bulletin, Picture
from printkit.model.edition import Edition


def without_repeats(first: Edition, second: Edition) -> Edition:
    """Give the second edition without what the first one shows on the same page.

    Of a picture that both have, the credit stays where it says something else; the picture itself
    is then no part of what the second one tells.
    """
    logo, code = second.office.logo, second.code
    same_logo = logo and first.office.logo and logo.file == first.office.logo.file
    return replace(
        second,
        bulletin=_bulletin(first.bulletin, second.bulletin),
        words=_bulletin(first.words, second.words),
        office=replace(second.office, logo=None) if same_logo else second.office,
        code=None if code and first.code and code.words == first.code.words else code,
    )


def _bulletin(first: Bulletin, second: Bulletin) -> Bulletin:
    regions = tuple(
        replace(other, picture=_picture(one.picture, other.picture))
        for one, other in zip(first.regions, second.regions, strict=True)
    )
    return replace(second, picture=_picture(first.picture, second.picture), regions=regions)


def _picture(first: Picture | None, second: Picture | None) -> Picture | None:
    if not is_shown_twice(first, second) or second is None:
        return second
    credit = str(second.credit or "")
    if first is None or credit in ("", str(first.credit or "")):
        return None
    return replace(second, alt="", decorative=True)


def is_shown_twice(first: Picture | None, second: Picture | None) -> bool:
    """Whether both are there and of one file."""
    return bool(first and second and first.file == second.file)
