"""Bulletins made by hand, and editions of them in the shipped layout."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from printkit.errors import Place
from printkit.fonts.catalogue import FAMILIES
from printkit.loading import load_layout
from printkit.model.bulletin import Bulletin, Picture, Region, Request, Scripture, Text
from printkit.model.edition import Edition, Overset, Wording
from printkit.model.frame import Frame, Line
from printkit.model.frame import Text as SetText
from printkit.model.layout import Layout
from printkit.model.office import Logo, Office
from printkit.model.paper import PAPERS, SCREENS

ROOT = Path(__file__).parent.parent.parent
PLACE = Place("bulletins/week.yaml", 4, 3)
_WORDS = [
    "pray",
    "for",
    "the",
    "families",
    "who",
    "came",
    "home",
    "this",
    "week",
    "and",
    "for",
    "neighbors",
    "who",
    "keep",
    "watch",
    "over",
    "them",
    "that",
    "children",
    "sleep",
    "without",
    "fear",
    "thank",
    "God",
    "because",
    "a",
    "court",
    "has",
    "listened",
    "to",
    "widows",
    "at",
    "last",
    "ask",
    "also",
    "that",
    "officers",
    "whom",
    "our",
    "partners",
    "have",
    "trained",
    "act",
    "with",
    "courage",
    "wherever",
    "prosecutors",
    "hesitate",
    "remember",
    "volunteers",
    "translating",
    "letters",
    "in",
    "small",
    "offices",
    "until",
    "late",
]
WORDING = Wording(
    locale="en_US",
    date="Week of January 14, 2019",
    opening="“",
    closing="”",
    reference="Matthew 5:5 (WEB)",
    footnote="",
    cue="Pause. Pray. Next slide.",
    reading_time="Reading time: about",
)
FOOTNOTE = "Some names have been changed to protect people."
PICTURE = Picture(Path("river.jpg"), "river.jpg", PLACE, alt="A river")
CREDITED = replace(PICTURE, credit=Text("Photo by a friend", PLACE))
LOGO = Logo(Path("logo.png"), "A lamp", PLACE)


@cache
def classic() -> Layout:
    """Give the shipped layout."""
    return load_layout("classic", [ROOT / "layouts"], FAMILIES)


def text(value: str) -> Text:
    """Give a text as the loader does."""
    return Text(value, PLACE)


def prose(words: int, start: int = 0, sentence: int = 11) -> str:
    """Give so many words in sentences."""
    chosen = [_WORDS[(start + number) % len(_WORDS)] for number in range(words)]
    for number in range(0, words, sentence):
        chosen[number] = chosen[number].capitalize()
        last = min(number + sentence, words) - 1
        chosen[last] += "."
    return " ".join(chosen)


def request(value: str, **more) -> Request:
    """Give a request, with `slide`, `pseudonym` or `kind` where they are given."""
    slide = more.pop("slide", None)
    return Request(text(value), text(slide) if slide else None, **more)


def region(name: str, *requests: Request | str | int, **more) -> Region:
    """Give a region; a number is a request of so many words."""
    made = tuple(
        one if isinstance(one, Request) else request(prose(one) if isinstance(one, int) else one)
        for one in requests
    )
    intro = more.pop("intro", None)
    return Region(text(name), made, text(intro) if intro else None, **more)


def bulletin(*regions: Region, **more) -> Bulletin:
    """Give a bulletin with a scripture; `title`, `scripture` and `picture` as they are given."""
    usual = Scripture(text("Blessed are the gentle, for they shall inherit the earth."))
    return Bulletin(
        identity="2019-01-14",
        file="bulletins/week.yaml",
        language="en",
        title=text(more.pop("title", "Prayer Requests")),
        regions=regions,
        scripture=more.pop("scripture", usual),
        **more,
    )


def week(words: int = 90, **more) -> Bulletin:
    """Give a usual week: five regions with about so many words each."""
    names = ("Africa", "Latin America", "South Asia", "Southeast Asia", "HQ & Global Partners")
    regions = (region(name, prose(words + 7 * place, place)) for place, name in enumerate(names))
    return bulletin(*regions, **more)


def edition(what: Bulletin, paper: str = "letter", **more) -> Edition:
    """Give an edition: `layout`, `screen`, `logo`, `code`, `recipient` and others as given."""
    office = Office(
        identity="us",
        name="Partner Office",
        language="en-US",
        paper=paper,
        layout="classic",
        imprint=more.get("imprint", ("Partner Office United States", "pray.example.org/us")),
        place=PLACE,
        logo=more.get("logo"),
    )
    return Edition(
        bulletin=what,
        words=replace(what, language="en-US"),
        office=office,
        layout=more.get("layout", classic()),
        wording=more.get("wording", replace(WORDING, footnote=FOOTNOTE * what.pseudonyms)),
        paper=PAPERS[paper],
        screen=SCREENS[more.get("screen", "16:9")],
        pictures={str(LOGO.file): (300, 200)},
        code=more.get("code"),
        recipient=more.get("recipient"),
    )


def apart(what: Bulletin) -> Bulletin:
    """Give a bulletin each of whose requests has a line of its own in its region's part."""
    return replace(
        what,
        regions=tuple(
            replace(
                one,
                requests=tuple(
                    replace(asked, text=replace(asked.text, place=replace(PLACE, line=line)))
                    for line, asked in enumerate(one.requests, 1)
                ),
            )
            for one in what.regions
        ),
    )


def shortened(what: Bulletin, over: Overset) -> Bulletin:
    """Cut from each region's end as many words as an overset page names."""
    cuts = {name: words for name, _, words in over.regions}
    return replace(
        what, regions=tuple(_cut(one, cuts.get(str(one.name), 0)) for one in what.regions)
    )


def _cut(one: Region, words: int) -> Region:
    kept: list[Request] = []
    for asked in reversed(one.requests):
        said = str(asked.text).split()
        taken = min(words, len(said))
        words -= taken
        if said[: len(said) - taken]:
            kept.insert(0, replace(asked, text=text(" ".join(said[: len(said) - taken]))))
    return replace(one, requests=tuple(kept))


def texts_of(frame: Frame) -> list[SetText]:
    """Give a frame's texts in reading order."""
    return [item for item in frame.items if isinstance(item, SetText)]


def said(lines: Sequence[Line]) -> str:
    """Give what lines say; a divided word is whole again."""
    drawn = "".join(c for line in lines for run in line.runs for c in run.glyphs.clusters)
    return drawn.replace("\u00ad", "")


def ink_of(line: Line) -> tuple[float, float]:
    """Give where a line's ink begins and ends, without the blank that may follow it."""
    last = line.runs[-1]
    blank = last.glyphs.advances[-1] if last.glyphs.clusters[-1] == " " else 0.0
    return line.runs[0].left, last.left + (last.glyphs.width - blank) * last.size


def role_of(item, deck) -> str:
    return deck.document.elements[item.element].role


def items_of(deck, *kinds):
    return [
        item for frame in deck.document.frames for item in frame.items if isinstance(item, kinds)
    ]
