"""The words that printkit adds of its own, in the languages that have them, else in English."""

from dataclasses import dataclass

from printkit.wording.setting import set_text
from printkit.wording.tags import tag_of

WORDS_A_MINUTE = 130
_MINUTE = 60
_STEP = 10


@dataclass(frozen=True, slots=True)
class FixedWords:
    """One language's fixed words.

    `week` has `{date}` where the date goes. `reading` opens the line that says how long a slide
    takes to read aloud; the time follows it, in `minute`, `minutes` and `seconds`, with `between`
    between them (CLDR's list of units). `slide` stands before a slide's number, `praise` and
    `prayer` before a request of that kind. `overleaf` says that a text goes on there, `notes` heads
    lines to write on. `first` is how the first of a month is written where it is not `1`.
    """

    week: str
    footnote: str
    cue: str
    reading: str
    minute: str
    minutes: str
    seconds: str
    slide: str
    praise: str
    prayer: str
    overleaf: str
    notes: str
    first: str = ""
    between: str = ", "


_ENGLISH = FixedWords(
    week="Week of {date}",
    footnote="Some names have been changed to protect people.",
    cue="Pause. Pray. Next slide.",
    reading="Reading time: about",
    minute="minute",
    minutes="minutes",
    seconds="seconds",
    slide="Slide",
    praise="Praise:",
    prayer="Prayer:",
    overleaf="Over",
    notes="Notes",
)
_LANGUAGES = {
    "en": _ENGLISH,
    "de": FixedWords(
        week="Woche vom {date}",
        footnote="Einige Namen wurden zum Schutz der Menschen geändert.",
        cue="Stille. Gebet. Nächste Folie.",
        reading="Lesezeit: etwa",
        minute="Minute",
        minutes="Minuten",
        seconds="Sekunden",
        slide="Folie",
        praise="Dank:",
        prayer="Bitte:",
        overleaf="Bitte wenden",
        notes="Notizen",
    ),
    "fr": FixedWords(
        week="Semaine du {date}",
        footnote="Certains noms ont été changés pour protéger les personnes.",
        cue="Silence. Prière. Diapositive suivante.",
        reading="Temps de lecture : environ",
        minute="minute",
        minutes="minutes",
        seconds="secondes",
        slide="Diapositive",
        praise="Louange :",
        prayer="Prière :",
        overleaf="Suite au verso",
        notes="Notes",
        first="1er",
        between=" et ",
    ),
    "nl": FixedWords(
        week="Week van {date}",
        footnote="Sommige namen zijn veranderd om mensen te beschermen.",
        cue="Stilte. Gebed. Volgende dia.",
        reading="Leestijd: ongeveer",
        minute="minuut",
        minutes="minuten",
        seconds="seconden",
        slide="Dia",
        praise="Dank:",
        prayer="Gebed:",
        overleaf="Zie achterzijde",
        notes="Notities",
        between=" en ",
    ),
}


def fixed_words(language: str) -> FixedWords:
    """Give the language's fixed words, English where it has none."""
    return _LANGUAGES.get(tag_of(language).language, _ENGLISH)


def has_fixed_words(language: str) -> bool:
    """Give whether the language has fixed words of its own."""
    return tag_of(language).language in _LANGUAGES


def overleaf(language: str) -> str:
    """Give what says that a text goes on overleaf: an arrow, with words where there are some."""
    words = f"{fixed_words(language).overleaf} " if has_fixed_words(language) else ""
    return f"{words}→"


def reading_opening(language: str) -> str:
    """Give the words before the time in what `reading_time` gives."""
    return set_text(fixed_words(language).reading, language)


def reading_time(words: int, language: str) -> str:
    """Give the line that says how long `words` words take to read aloud, to ten seconds."""
    fixed = fixed_words(language)
    tens = max(1, (words * _MINUTE * 2 + WORDS_A_MINUTE * _STEP) // (WORDS_A_MINUTE * _STEP * 2))
    minutes, seconds = divmod(tens * _STEP, _MINUTE)
    parts = []
    if minutes:
        parts.append(f"{minutes} {fixed.minute if minutes == 1 else fixed.minutes}")
    if seconds:
        parts.append(f"{seconds} {fixed.seconds}")
    return f"{reading_opening(language)} {fixed.between.join(parts)}"
