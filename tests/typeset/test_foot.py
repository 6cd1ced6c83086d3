"""The page's foot: logo, imprint and code in one row, the code's white zone in the margins."""

from dataclasses import replace

import pytest
from typeset.manuscripts import LOGO, bulletin, classic, edition, prose, region, said, week

from printkit.model.frame import Box, Fill, Image, Text
from printkit.model.layout import Margins
from printkit.model.paper import Size
from printkit.model.picture import Code
from printkit.units import points

LINK = "https://pray.example.org/us"
SIDE = points("22mm")
CODE = Code(LINK, SIDE, SIDE * 4 / 37)
SHORT = bulletin(region("Africa", 12))


def coded(what=SHORT, paper="letter", **more):
    """Give an edition with a code in its foot."""
    return edition(what, paper, code=CODE, **more)


def page_of(insert):
    """Give a page's items, its structure, and the items of the foot."""
    (frame,) = insert.document.frames
    elements = insert.document.elements
    imprint = [item for item in frame.items if _role(elements, item) == "imprint"]
    images = [item for item in frame.items if isinstance(item, Image)]
    return frame, elements, imprint, images


def _role(elements, item):
    return elements[item.element].role if isinstance(item, Text | Image) else ""


def middle(box):
    """Give the height of a box's middle."""
    return box.top + box.height / 2


@pytest.mark.parametrize("paper", ["letter", "a4", "half-letter", "a6", "third-letter"])
@pytest.mark.parametrize("logo", [None, LOGO])
def test_the_codes_ink_ends_where_the_margins_begin(paper, logo, insert_of):
    """Its white zone stands in the margins, at the right and below."""
    one = coded(paper=paper, logo=logo)
    frame, _, imprint, images = page_of(insert_of(one))
    code = images[-1]
    margins = one.layout.page.shape_for(one.paper).margins
    assert (code.code, code.file, code.box.width, code.box.height) == (LINK, "", SIDE, SIDE)
    assert code.box.right - CODE.zone == pytest.approx(frame.width - margins.sides)
    assert code.box.bottom - CODE.zone == pytest.approx(frame.height - margins.bottom)
    assert not any(_overlaps(line.box, code.box) for line in imprint)


def test_the_codes_words_are_its_link(insert_of):
    """A figure of the page, after the imprint in reading order."""
    _, elements, imprint, images = page_of(insert_of(coded(logo=LOGO)))
    code = elements[images[-1].element]
    assert (code.role, code.alternative) == ("figure", LINK)
    assert [images[0].element, *(one.element for one in imprint), images[-1].element] == sorted(
        [images[0].element, *(one.element for one in imprint), images[-1].element]
    )


def test_logo_imprint_and_code_stand_at_one_height(insert_of):
    """Their middles are level, to within a point."""
    _, _, imprint, images = page_of(insert_of(coded(logo=LOGO)))
    logo, code = images
    assert len({round(line.lines[0].baseline, 3) for line in imprint}) == 1
    assert middle(logo.box) == pytest.approx(middle(code.box))
    assert middle(imprint[0].box) == pytest.approx(middle(code.box), abs=1)


def test_two_lines_of_imprint_end_at_the_code(insert_of):
    """The second is at the right of what the code leaves, not under it."""
    _, _, imprint, (code,) = page_of(insert_of(coded()))
    assert imprint[1].box.right < code.box.left
    assert imprint[1].box.right > code.box.left - 30


def test_nothing_else_reaches_into_the_white_zone(insert_of):
    """Neither a rule nor a text touches the code's box."""
    for one in (coded(week(95)), coded(week(60), logo=LOGO, imprint=tuple([prose(8)] * 6))):
        frame, *_, images = page_of(insert_of(one))
        box = images[-1].box
        for item in frame.items:
            if isinstance(item, Text | Fill):
                assert not _overlaps(item.box, box)


def _overlaps(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def test_a_long_imprint_stays_above_the_margin(insert_of):
    """Where it is higher than the code, it ends at the margin, and the code stands beside it."""
    one = coded(imprint=tuple(prose(6, start) for start in range(9)))
    frame, _, imprint, (code,) = page_of(insert_of(one))
    margin = frame.height - one.layout.page.shape_for(one.paper).margins.bottom
    assert imprint[-1].box.bottom <= margin
    assert imprint[0].box.top < code.box.top < code.box.bottom < margin


def test_on_a_very_narrow_paper_the_code_stands_below_the_imprint(insert_of):
    """Where it would leave too little for the widest word, so that no address is divided."""
    one = replace(coded(logo=LOGO), paper=Size(3 * 72, 9 * 72))
    frame, _, imprint, images = page_of(insert_of(one))
    assert len(imprint[-1].lines) == 1
    assert imprint[-1].box.bottom <= images[-1].box.top
    assert [said(line.lines) for line in imprint] == list(one.office.imprint)
    assert frame.height > images[-1].box.bottom


def test_the_white_zone_never_leaves_the_paper(insert_of):
    """Where the layout has no margins, it stays inside them."""
    page = classic().page
    shapes = tuple(replace(shape, margins=Margins(20, 0, 0)) for shape in page.shapes)
    layout = replace(classic(), page=replace(page, shapes=shapes))
    frame, *_, (code,) = page_of(insert_of(coded(layout=layout)))
    assert code.box.right == pytest.approx(frame.width)
    assert code.box.bottom == pytest.approx(frame.height)


def test_a_page_without_a_code_has_no_figure_for_it(insert_of):
    """Nothing is said of what is not shown."""
    _, elements, _, images = page_of(insert_of(edition(SHORT)))
    assert not images
    assert "figure" not in [element.role for element in elements]
