"""What to say of an edition that does not fit, or is set otherwise than it might be."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from printkit.errors import Place, Problem
from printkit.model.bulletin import Bulletin
from printkit.model.edition import Cut, Edition, Overset
from printkit.model.paper import PAPERS
from printkit.model.sheet import Imposing
from printkit.typeset.insert import Insert
from printkit.wording.fixed import has_fixed_words

_LONGEST_LIST = 4
_TWO_SIDES = "give each language a side of its own: `bilingual: two-sided` in the layout"
_TRIED = ("half-letter", "a5", "legal-panel", "letter", "a4", "legal", "a3")


def points_of(size: float) -> str:
    """Give a size as people read it: `9 pt`, `12.6 pt`."""
    return f"{size:.1f}".removesuffix(".0") + " pt"


def overset_page(edition: Edition, over: Overset, paper: str, remedy: str) -> Problem:
    """Say that the page is overset; `remedy` is what would help beside cutting words."""
    folded = edition.imposing and edition.imposing.folded
    where = f"the four panels of a leaflet ({paper})" if folded else paper
    head = f"does not fit on {where} for office `{edition.office.identity}`: "
    size = f"over at the smallest size, {points_of(over.smallest)}"
    lines = _count(over.lines, "line")
    if over.words:
        message = f"{head}{lines} ({_count(over.words, 'word')}) {size}"
        help_ = f"cut about {_count(over.words, 'word')}"
        if over.is_told_by_cuts:
            help_ += f", for instance {_listed(over.cuts)}"
        else:
            message += f"; {_shares(over)}"
    else:
        message = f"{head}{lines} {size}, even if each paragraph of its requests were one word"
        help_ = "shorten title, scripture, introductions and imprint, or leave out pictures"
    hint = help_ + (f", or use {remedy}" if remedy else "")
    return Problem(message, _first_place(edition.bulletin, over), hint)


def with_sides_offered(problem: Problem) -> Problem:
    """Give what is said of an overset page of two languages with what else would help."""
    return replace(problem, hint=f"{problem.hint}, or {_TWO_SIDES}")


def overset_deck(edition: Edition, over: Overset) -> Problem:
    """Say which slides are overset."""
    size = f"at the smallest size, {points_of(over.smallest)}"
    where = ", ".join(
        f"{_quoted(name, over)} by {_count(lines, 'line')} ({_count(words, 'word')})"
        for name, lines, words in over.regions
    )
    if over.cover:
        message = f"does not fit on the cover {size}: {where}"
        return Problem(message, _cover_place(edition, over), "shorten it")
    message = f"does not fit on its slide {size}: {where}"
    hint = "shorten it, or give its requests short forms for the screen: `slide: …`"
    return Problem(message, _first_place(edition.bulletin, over), hint)


def _quoted(name: str, over: Overset) -> str:
    return f"the {name}" if over.cover else f"`{name}`"


def _cover_place(edition: Edition, over: Overset) -> Place:
    bulletin, scripture = edition.bulletin, edition.bulletin.scripture
    named = {name for name, _, _ in over.regions}
    if edition.recipient and "church's line" in named:
        return edition.recipient.place
    return scripture.text.place if scripture and "scripture" in named else bulletin.title.place


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _shares(over: Overset) -> str:
    (name, _, words), *others = over.regions
    said = [f"`{name}` is {_count(words, 'word')} over its share"]
    said += [f"`{name}` {words}" for name, _, words in others]
    if len(over.regions) > _LONGEST_LIST + 1:
        rest = over.regions[_LONGEST_LIST:]
        said[_LONGEST_LIST:] = [f"{len(rest)} others {sum(words for _, _, words in rest)}"]
    return ", ".join(said)


def _listed(cuts: Sequence[Cut]) -> str:
    """Say from where words are cut: how many from each, where there are several."""
    file = cuts[0].place.file
    if len(cuts) == 1:
        return _from(cuts[0], file)
    *others, last = (f"{cut.words} {_from(cut, file)}" for cut in cuts)
    return f"{', '.join(others)} and {last}"


def _from(cut: Cut, file: str) -> str:
    """Name a request by its region and line; `file` is the one whose lines need no name."""
    place = cut.place
    where = f"line {place.line}" if place.file == file else f"{place.file}:{place.line}"
    paragraph = f", paragraph {cut.paragraph}" if cut.paragraph else ""
    return f"from `{cut.region}` ({where}{paragraph})"


def _first_place(bulletin: Bulletin, over: Overset) -> Place:
    if over.is_told_by_cuts:
        return over.cuts[0].place
    names = {name for name, _, _ in over.regions}
    regions: Iterable[Place] = (
        region.name.place for region in bulletin.regions if str(region.name) in names
    )
    return next(iter(regions), bulletin.title.place)


def larger_paper(edition: Edition, try_paper: Callable[[str], Insert | Overset]) -> str:
    """Give the smallest usual paper that holds the page, the office's own first; empty for none."""
    area = edition.paper.width * edition.paper.height
    imposing = edition.imposing
    # Of a sheet, the paper is the piece's, which has to fit the sheet itself.
    sheet = imposing and imposing.piece == edition.paper
    usual = dict.fromkeys(() if sheet else (edition.office.paper, *_TRIED))
    for name in usual:
        size = PAPERS.get(name)
        if size and size.width * size.height > area:
            tried = try_paper(name)
            if isinstance(tried, Insert):
                return f"`--paper {name}`, where it is set at {points_of(tried.size)}"
    return ""


def language_warnings(edition: Edition) -> Iterator[Problem]:
    """Warn of an office that is set in a language not its own, or one without fixed words."""
    office, set_in = edition.office, edition.bulletin.language
    own = office.language.partition("-")[0]
    if own != set_in.partition("-")[0]:
        yield Problem(
            f"office `{office.identity}` reads `{office.language}`, but is set in `{set_in}`",
            edition.bulletin.title.place,
            _translation_hint(edition.bulletin, own),
        )
    if not has_fixed_words(edition.wording.locale):
        yield Problem(
            f"printkit has no words of its own in `{set_in}`, so the notes' last lines are English",
            edition.bulletin.title.place,
        )


def _translation_hint(bulletin: Bulletin, language: str) -> str:
    if bulletin.date and bulletin.identity == bulletin.date.isoformat():
        return f"type `printkit new {bulletin.identity} --language {language}` for a translation"
    return f"add a translation: `{bulletin.identity}.{language}.yaml`"


def size_warnings(made: Insert, edition: Edition) -> Iterator[Problem]:
    """Warn of an insert that is set below the layout's comfortable size."""
    comfortable = edition.layout.page.comfortable
    if made.size < comfortable:
        yield Problem(
            f"is set at {made.size:g} pt for office `{edition.office.identity}`, "
            f"below the comfortable {comfortable:g} pt",
            edition.bulletin.title.place,
            f"shorten the requests, or {_how_to_be_larger(made, edition)}",
        )


def _how_to_be_larger(made: Insert, edition: Edition) -> str:
    """Say what would give larger type: a sheet's paper is what it is."""
    if len(made.document.frames) == 1 and made.document.elements[1].role == "side":
        return _TWO_SIDES
    if edition.imposing is None:
        return "use a larger paper"
    if edition.imposing.folded:
        return "set them on as many sheets as they take: `--format large-print`"
    if len(made.document.frames) == 1:
        return "set them on both sides: `--format two-sided`"
    return _with_larger_pieces(edition.imposing, edition)


def _with_larger_pieces(imposing: Imposing, edition: Edition) -> str:
    """Say how what has a front and a back already gets more of its sheet."""
    from printkit.imposition.impositions import USUAL  # noqa: PLC0415 - seldom said

    if imposing.imposition != USUAL:
        return f"put fewer pieces on a sheet: `--imposition {USUAL}`"
    if edition.second:
        return "print it on whole sheets: leave out `--imposition`"
    return "fold the sheet instead: `--format sheet --imposition leaflet`"
