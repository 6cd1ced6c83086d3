"""A bulletin's words as one edition sets them, and the words that the edition adds."""

from dataclasses import replace
from operator import is_

from printkit.model.bulletin import Bulletin, Picture, Region, Request, Scripture, Text
from printkit.model.edition import Wording
from printkit.model.office import Confession
from printkit.wording.dates import week_line
from printkit.wording.fixed import fixed_words, has_fixed_words, overleaf, reading_opening
from printkit.wording.french import spaced
from printkit.wording.locales import LocaleTable
from printkit.wording.quotes import quotes_for
from printkit.wording.references import Rendered, rendered
from printkit.wording.setting import set_quotation, set_text
from printkit.wording.tags import tag_of

_QUOTATION_MARKS = frozenset('"“”„‟‘‚‛«»‹›「」『』〝〞＂')
_APOSTROPHES = frozenset("'’")


def words_of(bulletin: Bulletin, language: str) -> Bulletin:
    """Give the bulletin with its texts set as `language` writes them, all but the reference."""
    return replace(
        bulletin,
        language=language,
        title=_text(bulletin.title, language),
        regions=tuple(_region(region, language) for region in bulletin.regions),
        scripture=bulletin.scripture and _scripture(bulletin.scripture, language),
        picture=bulletin.picture and _picture(bulletin.picture, language),
    )


def wording_for(
    bulletin: Bulletin, table: LocaleTable, confession: Confession | None = None
) -> Wording:
    """Give the words that an edition of the bulletin adds, in the table's locale.

    `confession` is whose names of the Bible's books the office chose.
    """
    reference = _reference(bulletin.scripture, table.locale, confession)
    fixed = fixed_words(table.locale)
    opening, closing = _marks_round(bulletin.scripture, table.locale)
    return Wording(
        locale=table.locale,
        date=week_line(bulletin.date, table) if bulletin.date else "",
        opening=opening,
        closing=closing,
        reference=_reference_line(reference, bulletin.scripture, table.locale),
        footnote=set_text(fixed.footnote, table.locale) if bulletin.pseudonyms else "",
        cue=set_text(fixed.cue, table.locale),
        reading_time=reading_opening(table.locale),
        slide=set_text(fixed.slide, table.locale),
        praise=set_text(fixed.praise, table.locale),
        prayer=set_text(fixed.prayer, table.locale),
        overleaf=overleaf(table.locale),
        notes=fixed.notes if has_fixed_words(table.locale) else "",
        renamed=reference.renamed,
    )


def _marks_round(scripture: Scripture | None, locale: str) -> tuple[str, str]:
    if not scripture or _begins_quoted(set_text(str(scripture.text), locale), locale):
        return "", ""
    tag = tag_of(locale)
    outer = quotes_for(tag).outer
    # The blanks inside guillemets are those of the language, so they are set round a letter.
    opening, closing = spaced(f"{outer.opening}a{outer.closing}", tag).split("a")
    return opening, closing


def _begins_quoted(text: str, locale: str) -> bool:
    """Whether a text that is set begins with a quotation mark and not with an apostrophe."""
    if text[:1] in _APOSTROPHES:
        quotes = quotes_for(tag_of(locale))
        return text[0] in {quotes.outer.opening, quotes.inner.opening}
    return text[:1] in _QUOTATION_MARKS


def _reference(scripture: Scripture | None, locale: str, confession: Confession | None) -> Rendered:
    typed = scripture and scripture.reference
    return rendered(typed.value, locale, confession) if typed else Rendered("")


def _reference_line(reference: Rendered, scripture: Scripture | None, locale: str) -> str:
    if not scripture:
        return ""
    translation = set_text(str(scripture.translation or ""), locale)
    if reference.text and translation:
        return f"{reference.text} ({translation})"
    return reference.text or translation


def _text(text: Text, language: str) -> Text:
    value = set_text(text.value, language)
    return text if value == text.value else Text(value, text.place)


def _optional(text: Text | None, language: str) -> Text | None:
    return text and _text(text, language)


def _scripture(scripture: Scripture, language: str) -> Scripture:
    text = _text(scripture.text, language)
    if not _begins_quoted(text.value, language):
        text = replace(text, value=set_quotation(scripture.text.value, language))
    translation = _optional(scripture.translation, language)
    return replace(scripture, text=text, translation=translation)


def _picture(picture: Picture, language: str) -> Picture:
    alt, credit = set_text(picture.alt, language), _optional(picture.credit, language)
    if alt == picture.alt and credit is picture.credit:
        return picture
    return replace(picture, alt=alt, credit=credit)


def _region(region: Region, language: str) -> Region:
    name, intro = _text(region.name, language), _optional(region.intro, language)
    requests = tuple([_request(request, language) for request in region.requests])
    picture = region.picture and _picture(region.picture, language)
    old = (region.name, region.intro, region.picture, *region.requests)
    if all(map(is_, (name, intro, picture, *requests), old)):
        return region
    return replace(region, name=name, requests=requests, intro=intro, picture=picture)


def _request(request: Request, language: str) -> Request:
    text, slide = _text(request.text, language), _optional(request.slide, language)
    if text is request.text and slide is request.slide:
        return request
    return replace(request, text=text, slide=slide)
