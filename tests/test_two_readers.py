"""Two independent readers find the page's text letter for letter and blank for blank."""

import pytest
from page_readings import READERS, expected_text, first_difference

from printkit.batch.options import Options
from printkit.batch.project import Project
from printkit.cli.asking import planner_for
from printkit.pipeline import edition_of, make

OFFICES = ("us", "ca", "ca-fr", "au", "uk", "de", "nl")
ENGLISH = """\
title: "Prayers for every office"
date: 2019-01-14
language: en
scripture:
  text: 'He said, "Be still" - and the wind fell.'
  reference: Mark 4:39
  translation: WEB
regions:
  - name: "Traffickers' offices & HQ"
    intro: "Five offices, fifty-five officers and 1 000 affidavits: a fjord's first field office."
    requests:
      - "Traffickers often shuffle affidavits between offices; efficient officials find them first.
        Pray for the pre- and post-trial staff, for self-help groups, high-ranking officers and
        well-known, far-reaching, hard-won verdicts in long-running cases - day by day."
      - {text: "The so\u00adlic\u00adi\u00adtor said \\"they're 'fine'\\"; see
        https://www.pray.example.org/en/bulletins/2019/a-very-long-address?week=03&year=2019 or
        zero\u200bwidth\u200bplaces, and 5\u00a0000\u00a0km of road.\\n\\nSecond paragraph: waffles,
        baffled, afflicted; Lefty, fifty, staff—office.", pseudonym: true}
  - name: "5:15"
    requests:
      - "AVATAR To Wave Yes, Typography: 50 % of {{y}} & <b>bold</b> %s \\\\ 007."
"""
GERMAN = """\
title: "Gebete für alle Büros"
scripture: {text: 'Er sprach: "Schweig" - und der Wind legte sich.', reference: Markus 4:39}
regions:
  - name: "Täter & Behörden"
    intro: "Fünf Büros, fünfzig Auflagen und 1 000 Schriftstücke: auffallend häufig."
    requests:
      - 'Die Menschenhandelsbekämpfungsorganisation hilft: "Wir hoffen auf ''offene'' Türen",
        sagte eine Mitarbeiterin. Straßenkinder, Vor- und Nachbereitung, Größenverhältnisse,
        Rechtsschutzversicherungsgesellschaften und Aufenthaltsgenehmigungsverfahren.'
      - "Die Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesellschaft ist auf
        ‚offener‘ Fahrt; „typisch“, sagen viele.\\n\\nZweitens: Schifffahrt, Stoffflicken, treffen."
  - name: "5:15"
    requests: ["Übung macht den Meister: 50 % der Fälle, §§ 5 und 7 – überall."]
"""
FRENCH = """\
title: "Prières pour les bureaux"
scripture: {text: 'Il dit: "Silence !" - et le vent tomba.', reference: Marc 4:39}
regions:
  - name: "Les victimes & les juges"
    intro: "Cinq bureaux officiels; cinquante dossiers difficiles ; 1 000 affidavits !"
    requests:
      - 'Qui les aide ? Nos équipes répondent: "Nous sommes là !" Elles l''ont dit; elles le feront.
        Prions pour les vice-présidents, les après-midi d''audience, les quatre-vingt-dix-neuf
        dossiers « difficiles » et les efforts de l''office: qu''ils suffisent !'
      - "L'efficacité des officiers s'affirme : œuvres, cœurs, Noël, naïf, ÿ, «guillemets» collés.
        \\n\\nUn second alinéa: est-ce fini ?! Non; offrons-leur d'autres affiches."
  - name: "5:15"
    requests: ["À l'heure: 10:15, 50 % des cas ; voir https://priere.example.org/ca?x=1;y=2 !"]
"""
DUTCH = """\
title: "Gebeden voor ieder kantoor"
scripture: {text: 'Hij zei: "Zwijg" - en de wind ging liggen.', reference: Marcus 4:39}
regions:
  - name: "Slachtoffers & agenten"
    intro: "Vijf kantoren, vijftig officieren en 1 000 affiches: het effect is er."
    requests:
      - 's Avonds bidden zij ''s morgens ook: "Het is ''goed''", zei een officier van justitie. De
        mensenhandelbestrijdingsorganisatie, in- en uitvoer, zee-egels en co-ouders, coördinatoren.'
      - "Ĳssel en IJssel, ĳs en ijs; één, reëel, geïnd: slachtofferhulp\u00adorganisaties.
        \\n\\nEen tweede alinea: efficiënt, effect, afficheren, offensief."
  - name: "5:15"
    requests: ["Om 10:15 uur, 50 % van de zaken; zie www.gebed.example.org/nl/week/03/brieven."]
"""
TRANSLATIONS = {"de": GERMAN, "fr": FRENCH, "nl": DUTCH}
SCRIPTS = {
    "vi": "Hợp tác với các cơ quan, chúng tôi bảo vệ trẻ em: những người bị buôn bán được tự do và "
    "trở về nhà bình an. Đường phố Việt Nam; ẩn, ỗ, ượ, ặ, ẵ, ỷ, Ẩ, Ữ, Ệ.",
    "el": "Προσευχηθείτε για τα παιδιά και τις οικογένειες, ώστε να βρουν δικαιοσύνη· ποιος θα "
    "τους βοηθήσει; Ξεκινάμε «από την αρχή»: ΐ, ΰ, ς, Ώ, Ϊ.",
    "grc": "Πάτερ ἡμῶν ὁ ἐν τοῖς οὐρανοῖς, ἁγιασθήτω τὸ ὄνομά σου· τὸν ἄρτον ἡμῶν τὸν ἐπιούσιον "
    "δὸς ἡμῖν σήμερον. ᾧ, ᾳ, ῥ, ᾗ, ἧς, Ὅσοι, ᾄδω, ἦν ὁ λόγος.",
    "ru": "Помолитесь о детях и семьях, чтобы «справедливость» восторжествовала; защитите их! Ещё "
    "объём, йод, вьюга, Щедрость, Ёлка — 50 %.",
    "uk": "Моліться за дітей і родини, щоб справедливість перемогла; її, ґанок, єдність, "
    "об'єднання та «їжа» для всіх!",
    "sr": "Молите се за децу и породице; њима, ђаку, џепу, љубав, ћутање и Његош.",
    "fr": "Aide-t-il ? Oui ! « Merci » ; c'est tout : l'office suffit, \"dit-elle\" !",
}
PAGE = """\
title: "{title}"
date: 2019-01-14
language: {language}
regions:
  - name: "{name}"
    requests: ["{text}", "{text} Office, traffickers, {text} Fifty {text}"]
  - name: "2"
    requests: ["{text} {text} {text} {text} {text}"]
"""
# No one character is a letter with these marks, as Ewe, Lingala and Yoruba write them.
MARKED = "ɛ\u0301tɛ\u0302 ŋ\u0300 ɔ\u0303 ọ\u0301 ẹ\u0300 m\u0304 x\u0323"


def made(folder, storeroom, files, office):
    """Make one office's insert of a bulletin; give its edition with the PDF."""
    (folder / "bulletins").mkdir()
    for name, content in files.items():
        (folder / "bulletins" / name).write_text(content, encoding="utf-8")
    options = Options(offices=(office,), formats=("insert",))
    entry = planner_for(Project(folder), storeroom).plan([], options).entries[0]
    assert entry.order, entry.problems
    outcome = make(entry.order, storeroom)
    assert outcome.problems == ()
    return edition_of(entry.order, storeroom), outcome.files[0].data


@pytest.mark.parametrize("office", OFFICES)
def test_every_office_reads_its_own_language(tmp_path, storeroom, office):
    """Ligatures, quotation marks, French blanks, hyphens and addresses are read as they stand."""
    files = {f"week.{tag}.yaml": text for tag, text in TRANSLATIONS.items()}
    edition, data = made(tmp_path, storeroom, {"week.yaml": ENGLISH, **files}, office)
    own = edition.office.language.partition("-")[0]
    assert edition.words.language.startswith(own)
    for name, read in READERS.items():
        assert first_difference(expected_text(edition), read(data)) == "", name


@pytest.mark.parametrize("office", ["us", "de"])
@pytest.mark.parametrize("language", SCRIPTS)
def test_other_scripts_are_read_letter_for_letter(tmp_path, storeroom, language, office):
    """Vietnamese, Greek with and without breathings, and Cyrillic come back, beside Latin words."""
    text = SCRIPTS[language].replace('"', '\\"')
    name = " ".join(SCRIPTS[language].split()[:3]).replace('"', '\\"')
    page = PAGE.format(title=name, language=language, name=name, text=text)
    edition, data = made(tmp_path, storeroom, {"week.yaml": page}, office)
    assert edition.words.language.startswith(language)
    for reader, read in READERS.items():
        assert first_difference(expected_text(edition), read(data)) == "", reader


def test_marks_that_no_letter_holds_are_read_beside_their_letters(tmp_path, storeroom):
    """A letter and its marks, drawn apart, are read as they were typed.

    Only PDFium is asked: pypdf does not know the entry that spells such letters (ActualText).
    """
    page = PAGE.format(title="Marks", language="en", name=MARKED, text=MARKED)
    edition, data = made(tmp_path, storeroom, {"week.yaml": page}, "us")
    read = READERS["pdfium"](data)
    assert first_difference(expected_text(edition), read) == ""


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ("One two-\r\nthree- \r\nfour", ""),
        ("One twothree four", ""),
        ("One two\ufffethree\ufffefour", ""),
        ("One two-three-\n- four", ""),
        ("One twothreefour", "expected 'One twothree fou', found 'One twothreefour'"),
        ("One two three four", "expected 'One twothree four', found 'One two three four'"),
        ("One two \nthree four", "a blank inside a word after 'One two'"),
        ("One two-three-", "missing: 'four'"),
    ],
)
def test_a_reading_is_held_against_the_text_strictly(read, told):
    """Only hyphens and the line ends after them are left out; no other letter or blank is."""
    assert first_difference("One two-three- four", read) == told
