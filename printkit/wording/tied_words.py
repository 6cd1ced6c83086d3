"""The words that stay beside a number or a name, by language.

Months are CLDR's, with the abbreviations that bulletins use. The Bible's books are named as the
King James Version and the WEB, Luther 1912 and today's German Bibles, Segond 1910, and the
Statenvertaling and today's Dutch Bibles head them: of several words, the last.
"""

from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _either_case(text: str) -> frozenset[str]:
    return frozenset(form for word in text.split() for form in (word, word.capitalize()))


@dataclass(frozen=True, slots=True)
class TiedWords:
    """One language's words.

    `months` and `units` stand after a number, and are here without their last full stop; so do
    `volumes` (`1 Samuel`). `counted` stand before their number (`Psalm 23`), `before_day` before a
    day (`March 5`), `titles` before a name: all three as they are written. `ordinals` says that
    `14.` is a day, `groups` that a space may part thousands (`10 000`).
    """

    months: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    volumes: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    before_day: frozenset[str] = frozenset()
    ordinals: bool = False
    groups: bool = True


ANY_TITLES = _words("Dr. Prof.")
ANY_UNITS = _words(
    "% ‰ € $ £ ¥ EUR USD GBP CHF CAD AUD km m cm mm km² m² ha kg g mg t l ml h min km/h kWh MB GB "
    "° °C °F"
)
ANY_COUNTED = _words("€ $ £ ¥ US$ CA$ EUR USD GBP CHF CAD AUD § §§ № n° N° nº Nº")

_ENGLISH_MONTHS = _words(
    "January February March April May June July August September October November December"
)
ENGLISH = TiedWords(
    months=_ENGLISH_MONTHS | _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"),
    before_day=_ENGLISH_MONTHS
    | _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
    | _words("Jan. Feb. Mar. Apr. Aug. Sep. Sept. Oct. Nov. Dec."),
    counted=_either_case(
        "psalm psalms chapter chapters chap. ch. verse verses v. vv. page pages p. pp. number "
        "article art. volume vol. hymn"
    )
    | _words(
        "Genesis Exodus Leviticus Numbers Deuteronomy Joshua Judges Ruth Samuel Kings Chronicles "
        "Ezra Nehemiah Esther Job Ps Ps. Pss Pss. Proverbs Prov Prov. Ecclesiastes Songs Solomon "
        "Isaiah Jeremiah Lamentations Ezekiel Daniel Hosea Joel Amos Obadiah Jonah Micah Nahum "
        "Habakkuk Zephaniah Haggai Zechariah Malachi Matthew Matt Matt. Mark Luke John Acts Romans "
        "Corinthians Cor Cor. Galatians Ephesians Philippians Colossians Thessalonians Timothy "
        "Titus Philemon Hebrews James Peter Jude Revelation No. Nos."
    ),
    volumes=_words(
        "Samuel Sam Kings Kgs Chronicles Chron Chr Corinthians Cor Thessalonians Thess Timothy Tim "
        "Peter Pet John Jn Maccabees Macc"
    ),
    titles=_words(
        "Mr Mr. Mrs Mrs. Ms Ms. Dr Rev Rev. Revd St St. Prof Fr Fr. Sr Sr. Br Br. Hon. Gen. Capt. "
        "Lt. Sgt. Sen. Gov."
    ),
    units=_words(
        "am pm a.m p.m AM PM A.M P.M o’clock mph lb lbs oz ft mi BC AD BCE CE B.C A.D million "
        "billion trillion percent"
    ),
    groups=False,
)
GERMAN = TiedWords(
    months=_words(
        "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November "
        "Dezember Jan Jän Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez"
    ),
    counted=_words(
        "Psalm Psalmen Kapitel Kap. Vers Verse V. Seite Seiten S. Nummer Nr. Nrn. Artikel Art. "
        "Abs. Absatz Band Bd. Lied Mose Moses Genesis Exodus Levitikus Numeri Deuteronomium Josua "
        "Richter Rut Ruth Samuel Könige Chronik Esra Nehemia Ester Esther Hiob Ijob Ps Ps. Sprüche "
        "Prediger Kohelet Hohelied Jesaja Jeremia Klagelieder Hesekiel Ezechiel Daniel Hosea Joel "
        "Amos Obadja Jona Micha Nahum Habakuk Zefanja Zephanja Haggai Sacharja Maleachi Matthäus "
        "Mt Mt. Markus Mk Mk. Lukas Lk Lk. Johannes Joh Joh. Apostelgeschichte Apg Apg. Römer Röm "
        "Röm. Korinther Kor Kor. Galater Gal. Epheser Eph. Philipper Phil. Kolosser Kol. "
        "Thessalonicher Timotheus Titus Philemon Hebräer Hebr. Jakobus Petrus Judas Offenbarung "
        "Offb Offb."
    ),
    volumes=_words(
        "Mose Moses Samuel Sam Könige Kön Chronik Chr Korinther Kor Thessalonicher Thess Timotheus "
        "Tim Petrus Petr Johannes Joh Makkabäer Makk"
    ),
    titles=_words("Hr. Hrn. Fr. Frl. Pfr. Pfrn. Dipl.-Ing. Ing. Mag. St. Hl. hl."),
    units=_words("Uhr Prozent Mio Mrd Million Millionen Milliarde Milliarden Std Min Sek qm v n"),
    ordinals=True,
)
FRENCH = TiedWords(
    months=_either_case(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "janv févr fév avr juil sept oct nov déc"
    ),
    counted=_either_case(
        "psaume psaumes chapitre chapitres chap. ch. verset versets v. vv. page pages p. pp. "
        "numéro article art. tome cantique"
    )
    | _words(
        "Genèse Exode Lévitique Nombres Deutéronome Josué Juges Ruth Samuel Rois Chroniques Esdras "
        "Néhémie Esther Job Ps Ps. Proverbes Ecclésiaste Cantiques Ésaïe Esaïe Isaïe Jérémie "
        "Lamentations Ézéchiel Ezéchiel Daniel Osée Joël Amos Abdias Jonas Michée Nahum Habacuc "
        "Habakuk Sophonie Aggée Zacharie Malachie Matthieu Marc Luc Jean Actes Apôtres apôtres "
        "Romains Corinthiens Galates Éphésiens Ephésiens Philippiens Colossiens Thessaloniciens "
        "Timothée Tite Philémon Hébreux Jacques Pierre Jude Apocalypse"
    ),
    volumes=_words(
        "Samuel Sam Rois Chroniques Chr Corinthiens Cor Thessaloniciens Thess Timothée Tim Pierre "
        "Pi Jean Jn Maccabées"
    ),
    titles=_words("M. MM. Mme Mmes Mlle Mlles Dr Drs Pr Mgr Sr St Ste"),
    units=_words("heure heures million millions milliard milliards M€ k€ Mio av apr"),
)
DUTCH = TiedWords(
    months=_either_case(
        "januari februari maart april mei juni juli augustus september oktober november december "
        "jan feb mrt apr jun jul aug sep sept okt nov dec"
    ),
    counted=_either_case(
        "psalm psalmen hoofdstuk hoofdstukken hfst. vers verzen vs. bladzijde blz. pagina p. pag. "
        "nummer nr. nrs. artikel art. lied gezang"
    )
    | _words(
        "Genesis Exodus Leviticus Numeri Deuteronomium Jozua Rechters Richteren Ruth Samuel Samuël "
        "Koningen Kronieken Ezra Nehemia Ester Esther Job Ps Ps. Spreuken Prediker Prediger "
        "Hooglied Jesaja Jeremia Klaagliederen Ezechiël Daniël Hosea Joël Amos Obadja Jona Micha "
        "Nahum Habakuk "
        "Sefanja Zefanja Haggaï Zacharia Maleachi Matteüs Mattheüs Marcus Markus Lucas Lukas "
        "Johannes Handelingen Romeinen Korintiërs Korinthiërs Korinthe Galaten Efeziërs Efeze "
        "Filippenzen Kolossenzen Tessalonicenzen Thessalonicenzen Timoteüs Timotheüs Titus "
        "Filemon Hebreeën Jakobus Petrus Judas Openbaring"
    ),
    volumes=_words(
        "Samuel Samuël Koningen Kronieken Korintiërs Korinthiërs Korinthe Tessalonicenzen "
        "Thessalonicenzen Timoteüs Timotheüs Petrus Johannes Makkabeeën"
    ),
    titles=_either_case("dhr. mevr. mw. ds. dr. drs. ir. mr. prof. st. zr. br."),
    units=_words("uur procent miljoen miljard mln mld v n"),
)
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "nl": DUTCH}
