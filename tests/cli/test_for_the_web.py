"""`--for web`: what is marked `sensitive` is in nothing that is made to be published."""

import io
import re
import zipfile
import zlib
from contextlib import suppress

import pypdfium2
import pytest
from PIL import Image

from printkit.model.formats import BILINGUAL, KNOWN_FORMATS

SECRETS = ("Quixadar", "Brenzhold", "Wuffendal", "Oxtriss", "Kleppmund", "Zarrowik")
ORIGINAL = """\
title: Prayer Requests
date: 2019-01-14
scripture: {text: Blessed are the gentle., reference: Matthew 5:5, translation: WEB}
regions:
  - name: Africa
    requests:
      - Give thanks for the new well.
      - {text: Pray for the meeting in Quixadar., slide: The Brenzhold meeting, sensitive: true}
  - name: Wuffendal
    intro: Oxtriss is a hard place.
    image: {file: Zarrowik.png, alt: The road to Oxtriss}
    requests:
      - {text: Pray for those who carry Bibles., sensitive: true}
  - name: South Asia
    requests:
      - Pray for the families who came home.
      - Pray for the school in Kleppmund.
      - {text: Pray for the teacher., pseudonym: true}
"""
GERMAN = """\
title: Gebetsanliegen
regions:
  - name: Afrika
    requests:
      - Danke für den neuen Brunnen.
      - Betet für das Treffen in Quixadar.
  - name: Wuffendal
    intro: In Oxtriss ist es schwer.
    requests:
      - Betet für die, die Bibeln tragen.
  - name: Südasien
    requests:
      - Betet für die Familien, die heimgekehrt sind.
      - {text: Betet für die Schule in Kleppmund., sensitive: true}
      - Betet für die Lehrerin.
"""
OFFICES = """\
us: {name: US, language: en-US, paper: letter, imprint: [US]}
de: {name: DE, language: de-DE, paper: a4, imprint: [DE]}
both: {name: Both, language: en, paper: letter, imprint: [Both], bilingual: de}
"""
SOUTH_ASIA = "bulletins/2019-01-14.yaml:14: `South Asia`: 1 of 3 requests"


@pytest.fixture
def secret(desk):
    """Give a project whose bulletin and its translation mark what must not be published."""
    desk.write("bulletins/2019-01-14.yaml", ORIGINAL)
    desk.write("bulletins/2019-01-14.de.yaml", GERMAN)
    Image.new("RGB", (1600, 900), "#336699").save(desk.folder / "bulletins/Zarrowik.png")
    return desk


def said_in(name, data):
    """Give everything that a file says: its name, bytes, streams, parts and the words on pages."""
    yield name
    for encoding in ("utf-8", "utf-16-be"):
        yield data.decode(encoding, "ignore")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.namelist():
                yield from said_in(part, package.read(part))
    if data.startswith(b"%PDF-"):
        yield from said_in_streams(data)
        for page in pypdfium2.PdfDocument(data):
            yield page.get_textpage().get_text_bounded()


def said_in_streams(data):
    """Give what a PDF's streams hold, and the text strings in them."""
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with suppress(zlib.error):
            plain = zlib.decompress(stream)
            yield plain.decode("latin-1")
            for digits in re.findall(rb"<FEFF([0-9A-F]+)>", plain):
                yield bytes.fromhex(digits.decode()).decode("utf-16-be", "ignore")


def told_of(folder, words):
    """Give which of the words are said anywhere in a folder's files."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            for said in said_in(path.relative_to(folder).as_posix(), path.read_bytes()):
                found |= {word for word in words if word.casefold() in said.casefold()}
    return found


def test_a_sensitive_request_is_in_no_byte_of_anything_built(secret):
    """In no format and no language: neither words, nor names of pictures and regions."""
    alone = ",".join(name for name in KNOWN_FORMATS if name != BILINGUAL)
    build = ("build", "--for", "web", "--verify", "--zip", "--office")
    secret.write("layouts/offices.yaml", OFFICES)
    for office, formats in (("us", alone), ("de", alone), ("both", BILINGUAL)):
        result = secret.run(*build, office, "--format", formats)
        assert result.exit_code == 0, result.output
    web = secret.folder / "output/web"
    assert (web / "us/2019-01-14-insert.pdf").is_file()
    assert (web / "both/2019-01-14-bilingual.pdf").is_file()
    assert (web / "de.zip").is_file()
    assert (web / "contact-sheet.html").is_file()
    assert not (secret.folder / "output/us").exists()
    assert told_of(web, SECRETS) == set()


@pytest.mark.parametrize(
    "asked",
    [
        ("us", "--format", "sheet", "--imposition", "leaflet"),
        ("de", "--format", "two-sided", "--imposition", "two-up"),
        ("both", "--format", BILINGUAL, "--layout", "beside"),
    ],
)
def test_nor_in_what_is_folded_imposed_or_side_by_side(secret, asked):
    """The same holds of what an option or a layout makes of a format."""
    secret.write("layouts/offices.yaml", OFFICES)
    secret.write("layouts/beside.yaml", "extends: classic\npage: {bilingual: side-by-side}\n")
    result = secret.run("build", "--for", "web", "--verify", "--office", *asked)
    assert result.exit_code == 0, result.output
    assert "1 built" in result.stdout
    assert told_of(secret.folder / "output", SECRETS) == set()


def test_what_is_searched_would_be_found(secret):
    """All of it is said in what is built for print, so that a search that finds nothing tells."""
    result = secret.run("build", "--office", "us", "--verify")
    assert result.exit_code == 0, result.output
    assert told_of(secret.folder / "output", SECRETS) == {*SECRETS} - {"Zarrowik"}


def test_the_rest_is_there(secret):
    """Everything else is published, the footnote on changed names too."""
    secret.run("build", "--for", "web", "--office", "us", "--format", "insert,slides")
    document = pypdfium2.PdfDocument(secret.folder / "output/web/us/2019-01-14-insert.pdf")
    said = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "Give thanks for the new well." in said
    assert "Pray for the families who came home." in said
    assert "names" in said


def test_what_was_left_out_is_told_and_told_again(secret):
    """On standard error, each region with its line; also of what stands."""
    for status in ("built", "unchanged"):
        result = secret.run("build", "--for", "web", "--office", "us")
        assert status in result.stdout
        assert "left out for the web:" in result.stderr
        assert "`Africa`: 1 of 2 requests" in result.stderr
        assert "`Wuffendal`: the region with all its requests" in result.stderr
        assert SOUTH_ASIA in result.stderr
        assert "left out" not in result.stdout
    assert "left out" not in secret.run("build", "--office", "us").stderr


def test_check_tells_it_and_writes_nothing(secret):
    """`check --for web` says what `build` would."""
    result = secret.run("check", "--for", "web", "--office", "us")
    assert result.exit_code == 0, result.output
    assert SOUTH_ASIA in result.stderr
    assert secret.files() == []


def test_a_translation_that_does_not_pair_stops_all_editions(secret):
    """It may mark what the others would show, so nothing is built, in any language."""
    secret.write("bulletins/2019-01-14.de.yaml", GERMAN.rsplit("      - Betet", 1)[0])
    result = secret.run("build", "--for", "web", "--office", "us")
    assert result.exit_code == 1
    assert "is not made for the web while one of its files has errors" in result.stderr
    assert not list((secret.folder / "output").rglob("*.pdf"))
    assert secret.run("build", "--office", "us").exit_code == 0


def test_a_bulletin_with_nothing_else_is_an_error(desk):
    """A page without requests is no bulletin."""
    text = "title: T\nregions:\n  - name: A\n    requests: [{text: One., sensitive: true}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--for", "web", "--office", "us")
    assert result.exit_code == 1
    assert "has nothing for the web: every request is `sensitive`" in result.stderr


def test_what_has_become_sensitive_is_to_be_deleted(desk):
    """`verify` names the files of a bulletin that has nothing else, until they are gone."""
    text = "title: T\ndate: 2019-01-14\nregions:\n  - {name: A, requests: [{text: One."
    desk.write("bulletins/2019-01-14.yaml", f"{text}}}]}}\n")
    desk.write("bulletins/2019-01-07.yaml", f"{text}}}]}}\n".replace("14", "07"))
    assert desk.run("build", "--for", "web", "--office", "us").exit_code == 0
    desk.write("bulletins/2019-01-14.yaml", f"{text}, sensitive: true}}]}}\n")
    said = desk.run("verify").stderr
    names = {"2019-01-14-insert.pdf", "2019-01-14-slides.pptx"}
    names |= {"current-insert.pdf", "current-slides.pptx"}
    for name in names:
        assert f"output/web/us/{name}:1:1: is not for the web any more" in said
    assert said.count("hint: delete it, and the archives that hold it") == len(names)
    for name in names:
        (desk.folder / "output/web/us" / name).unlink()
    result = desk.run("verify")
    assert result.exit_code == 0, result.output
    assert "2 files, all as their bulletins" in result.stdout


def test_both_outputs_are_verified(secret):
    """Each against its own words: a file for print in the place of the web's is found."""
    secret.run("build", "--office", "us")
    secret.run("build", "--for", "web", "--office", "us")
    result = secret.run("verify")
    assert result.exit_code == 0, result.output
    assert "4 files, all as their bulletins" in result.stdout
    whole, public = (secret.folder / "output" / part for part in ("us", "web/us"))
    name = "2019-01-14-insert.pdf"
    (public / name).write_bytes((whole / name).read_bytes())
    result = secret.run("verify")
    assert result.exit_code == 1
    assert "WRONG  output/web/us/2019-01-14-insert.pdf" in result.stdout
    assert "ok     output/us/2019-01-14-insert.pdf" in result.stdout


def test_a_scripture_that_names_no_translation_is_warned_of(desk):
    """With the place of its text."""
    text = "title: T\nscripture: {text: Jesus wept.}\nregions: [{name: A, requests: [One.]}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--office", "us")
    assert result.exit_code == 0
    assert "2019-01-14.yaml:2:19: `scripture` does not say which `translation`" in result.stderr


def test_what_is_quoted_of_a_faulty_file_is_not_on_the_contact_sheet(secret):
    """A mistyped request is quoted where it was built, and in no file beside those of others."""
    wrong = "title: T\nregions:\n  - name: A\n    requests:\n      - Ahmed, in Quixadar: arrested\n"
    secret.write("bulletins/2019-01-21.yaml", wrong + "        sensitive: true\n")
    result = secret.run("build", "--for", "web", "--office", "us")
    assert result.exit_code == 1
    assert "Quixadar" in result.stderr
    sheet = secret.folder / "output/web/contact-sheet.html"
    assert "has errors, which are told where it was built" in sheet.read_text("utf-8")
    assert told_of(secret.folder / "output/web", (*SECRETS, "Ahmed")) == set()
