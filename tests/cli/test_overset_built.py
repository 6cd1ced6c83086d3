"""What does not fit is told with its numbers, stops nothing else, and leaves what was there."""

import json
import re

import pytest

LONG = "Pray that the people of the river villages find rest, food and a safe way home again. "


def overfull() -> str:
    """Give a bulletin that no A5 page holds."""
    regions = "".join(
        f"  - name: Region {number}\n    requests:\n      - {LONG * 9}\n" for number in range(6)
    )
    return f"title: Prayer Requests\ndate: 2019-01-14\nregions:\n{regions}"


def test_an_overset_bulletin_keeps_and_names_the_old_files(desk):
    """Neither file is replaced, both are called OLD with their date, and verify fails on them."""
    assert desk.run("build", "--office", "uk", "--office", "de").exit_code == 0
    insert = desk.folder / "output/uk/2019-01-14-insert.pdf"
    deck = desk.folder / "output/uk/2019-01-14-slides.pptx"
    before = insert.read_bytes(), deck.read_bytes()
    desk.write("bulletins/2019-01-14.yaml", overfull())
    desk.write("bulletins/other.yaml", "title: T\nregions: [{name: Africa, requests: [Pray.]}]\n")
    result = desk.run("build", "--office", "uk", "--paper", "a5")
    assert result.exit_code == 1
    assert (insert.read_bytes(), deck.read_bytes()) == before
    assert "OLD       output/uk/2019-01-14-insert.pdf (built 20" in result.stdout
    assert "OLD       output/uk/2019-01-14-slides.pptx (built 20" in result.stdout
    assert "built     output/uk/other-insert.pdf" in result.stdout
    assert "does not fit on a5 for office `uk`" in result.stderr
    assert "lines (" in result.stderr
    assert "words) over at the smallest size, 9 pt" in result.stderr
    assert "hint: cut about " in result.stderr
    verdict = desk.run("verify")
    assert verdict.exit_code == 1
    assert "output/uk/2019-01-14-insert.pdf:1:1: is OLD" in verdict.stderr


def test_what_does_not_fit_stops_no_other_format(desk):
    """The sheet alone fails, says so on its own line, and leaves the pair and its copies."""
    desk.write("bulletins/2019-01-14.yaml", overfull())
    result = desk.run("build", "--office", "us", "--format", "sheet,insert,slides,two-sided")
    assert result.exit_code == 1
    names = ["2019-01-14-insert.pdf", "2019-01-14-slides.pptx", "2019-01-14-two-sided.pdf"]
    copies = ["current-insert.pdf", "current-slides.pptx"]
    assert desk.files() == ["manifest.json", *(f"us/{name}" for name in [*names, *copies])]
    (failed,) = [line for line in result.stdout.splitlines() if line.startswith("failed")]
    assert "us/2019-01-14-sheet.pdf: does not fit on half-letter" in failed
    assert "1 edition, 4 files: 3 built, 1 failed" in result.stdout


def test_each_format_that_fails_says_why(desk):
    """Two papers, two numbers; what fitted once stays, called OLD."""
    formats = ("--format", "sheet,two-sided,large-print", "--office", "us")
    assert desk.run("build", *formats).exit_code == 0
    desk.write("bulletins/2019-01-14.yaml", overfull().replace("Pray", "Pray and pray and pray"))
    result = desk.run("build", *formats, "--imposition", "four-up", "--json")
    said = {line["format"]: line for line in map(json.loads, result.stdout.splitlines())}
    assert {name: one["status"] for name, one in said.items()} == {
        "sheet": "old",
        "two-sided": "old",
        "large-print": "built",
    }
    assert said["sheet"]["problems"] != said["two-sided"]["problems"] != []


def test_what_fitted_stands_when_something_else_did_not(desk):
    """The next run builds none of it again, and tries what failed."""
    desk.write("bulletins/2019-01-14.yaml", overfull())
    formats = ("--office", "us", "--format", "insert,slides,sheet,large-print", "--json")
    desk.run("build", *formats)
    again = desk.run("build", *formats)
    said = {line["format"]: line["status"] for line in map(json.loads, again.stdout.splitlines())}
    assert said == {
        "insert": "unchanged",
        "slides": "unchanged",
        "large-print": "unchanged",
        "sheet": "failed",
    }


def test_strict_refuses_what_is_warned_of_alone(desk):
    """The sheet's small type is no reason to do without the insert."""
    desk.write("bulletins/2019-01-14.yaml", overfull().replace(LONG * 9, LONG * 4))
    result = desk.run("build", "--office", "us", "--format", "insert,sheet", "--strict")
    assert result.exit_code == 1
    assert "us/2019-01-14-insert.pdf" in desk.files()
    (failed,) = [line for line in result.stdout.splitlines() if line.startswith("failed")]
    assert "us/2019-01-14-sheet.pdf: is set at" in failed


def test_a_missing_translation_stops_the_bilingual_edition_alone(desk):
    """Insert, deck and large print need none."""
    formats = "insert,slides,bilingual,large-print"
    result = desk.run("build", "--office", "ca", "--format", formats)
    assert result.exit_code == 1
    assert "4 files: 3 built, 1 failed" in result.stdout
    (failed,) = [line for line in result.stdout.splitlines() if line.startswith("failed")]
    assert "ca/2019-01-14-bilingual.pdf: has no text in `fr`" in failed


def test_the_pair_is_written_together(desk):
    """An insert whose deck does not fit is not written, though it would fit; the sheet is."""
    endless = f"Pray for {'all who work by day and by night and ' * 20}all others."
    text = f"title: T\nregions: [{{name: Africa, requests: [{endless}]}}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--office", "us", "--format", "insert,slides,sheet")
    assert result.exit_code == 1
    assert desk.files() == ["manifest.json", "us/2019-01-14-sheet.pdf"]
    assert "does not fit on its slide" in result.stderr


@pytest.mark.parametrize(
    ("asked", "sentences", "imposition"),
    [
        (("--format", "sheet"), 9, "leaflet"),
        (("--format", "sheet", "--imposition", "three-up"), 5, "two-up"),
        (("--format", "sheet", "--imposition", "three-up"), 9, "leaflet"),
        (("--format", "insert", "--paper", "half-letter"), 9, ""),
    ],
)
def test_what_is_overset_says_what_else_holds_its_words(desk, asked, sentences, imposition):
    """Larger pieces, or both sides of the same, each at the size that it is then set at."""
    desk.write("bulletins/2019-01-14.yaml", overfull().replace(LONG * 9, LONG * sentences))
    said = desk.run("build", "--office", "us", *asked).stderr
    offered = re.findall(r"or use (.*)", said)[0].split(", or ")
    hints = [re.fullmatch(r"`(.*)`, where .* set at (\S+) pt", one).groups() for one in offered]
    first = f"--imposition {imposition}" if imposition else "--paper letter"
    assert hints[0][0] == first
    for option, size in hints:
        words = (*asked, *option.split())
        made = desk.run("check", "--office", "us", *words, "--json")
        assert json.loads(made.stdout)["size"] == pytest.approx(float(size), abs=0.05)
    both = "--format two-sided" in dict(hints)
    two_sided = desk.run("check", "--office", "us", *asked, "--format", "two-sided")
    assert both == (two_sided.exit_code == 0)


def test_a_whole_page_is_not_told_to_go_on_overleaf(desk):
    """Front and back of its half would hold no more."""
    desk.write("bulletins/2019-01-14.yaml", overfull().replace(LONG * 9, LONG * 20))
    said = desk.run("build", "--office", "us", "--format", "insert").stderr
    assert "does not fit on letter" in said
    assert "two-sided" not in said


def test_the_numbers_of_an_overset_page_hold(desk):
    """Cutting the words that the error names makes the page fit, and its paper has its size."""
    regions = "".join(
        f"  - name: Region {number}\n    requests:\n      - {LONG * 9}\n" for number in range(5)
    )
    text = f"title: Prayer Requests\nregions:\n{regions}"
    desk.write("bulletins/2019-01-14.yaml", text)
    said = desk.run("build", "--office", "us", "--paper", "half-letter").stderr
    found = re.search(
        r"cut about (\d+) words?, .*, or use `--paper ([\w-]+)`, where .*? at (\S+) pt", said
    )
    assert found, said
    words, paper, size = int(found[1]), found[2], float(found[3])
    assert sum(int(each) for each in re.findall(r"(\d+) from `Region \d`", said)) == words
    larger = desk.run("check", "--office", "us", "--paper", paper, "--json", "--format", "insert")
    assert json.loads(larger.stdout)["size"] == pytest.approx(size, abs=0.05)
    each = -(-words // 5)
    short = " ".join((LONG * 9).split()[:-each])
    desk.write("bulletins/2019-01-14.yaml", text.replace((LONG * 9).rstrip(), short))
    cut = desk.run("check", "--office", "us", "--paper", "half-letter", "--format", "insert")
    assert cut.exit_code == 0, cut.output


def test_a_cut_of_a_few_requests_is_told_with_their_places(desk):
    """Each by its region and line, the first at the error's own place; without them it fits."""
    lines = [
        "title: Prayer Requests",
        "regions:",
        *(line for number in range(6) for line in request_of(number, 16 * 7 + 4 * number)),
    ]
    desk.write("bulletins/2019-01-14.yaml", "\n".join(lines))
    asked = ("check", "--office", "us", "--paper", "half-letter", "--format", "insert")
    said = desk.run(*asked).stderr
    start = re.search(
        r"error: bulletins/2019-01-14.yaml:(\d+):9: .*: \d lines? \((\d+) words\)", said
    )
    assert start, said
    assert "over its share" not in said
    hint = re.search(r"cut about (\d+) words, for instance (.*), or use", said)
    found = re.findall(r"(?:(\d+) )?from `(Region \d)` \(line (\d+)\)", hint[2])
    cuts = {int(line): int(words or hint[1]) for words, _, line in found}
    assert 1 <= len(cuts) <= 5
    assert next(iter(cuts)) == int(start[1])
    assert sum(cuts.values()) == int(hint[1]) == int(start[2])
    for line, words in cuts.items():
        lines[line - 1] = " ".join(lines[line - 1].split(" ")[:-words])
    desk.write("bulletins/2019-01-14.yaml", "\n".join(lines))
    assert desk.run(*asked).exit_code == 0


def request_of(number: int, words: int) -> list[str]:
    """Give the lines of a region with one request of so many words."""
    said = " ".join((LONG * 20).split()[:words])
    return [f"  - name: Region {number}", "    requests:", f"      - {said}"]


def test_a_cut_of_a_paragraph_says_which_one(desk):
    """A request's line is where it begins, so its paragraphs are counted from there."""
    said = f"        {LONG * 3}\n\n        {LONG * 2}\n"
    regions = "".join(f"  - name: Region {n}\n    requests:\n      - |-\n{said}" for n in range(5))
    text = f"title: Prayer Requests\ndate: 2019-01-14\nregions:\n{regions}"
    desk.write("bulletins/2019-01-14.yaml", text)
    asked = ("--office", "us", "--paper", "third-letter", "--format", "insert")
    said = desk.run("check", *asked).stderr
    assert re.search(r"from `Region 0` \(line 6, paragraph [12]\)", said), said


def test_a_cut_of_many_requests_names_all_that_is_over_its_share(desk):
    """Four regions by name, and what the others lose together; that is the sum."""
    desk.write("bulletins/2019-01-14.yaml", overfull())
    said = desk.run("check", "--office", "us", "--paper", "a6", "--format", "insert").stderr
    words = int(re.search(r"cut about (\d+) words", said)[1])
    shares = re.findall(r"`Region \d`(?: is)? (\d+)", said)
    others = re.search(r", 2 others (\d+)\n", said)
    assert len(shares) == 4
    assert sum(map(int, shares)) + int(others[1]) == words


def test_an_overset_that_no_cut_of_requests_mends_says_what_would(desk):
    """Where the head alone is too much, the hint does not ask for the requests' words."""
    scripture = f"scripture: {{text: {'Blessed are the gentle and the meek ' * 60}}}\n"
    regions = "regions: [{name: A, requests: [Pray well today.]}]\n"
    desk.write("bulletins/2019-01-14.yaml", f"title: T\n{scripture}{regions}")
    result = desk.run("build", "--office", "us", "--paper", "a6", "--format", "insert")
    assert result.exit_code == 1
    assert "even if each paragraph of its requests were one word" in result.stderr
    assert "shorten title, scripture" in result.stderr


def test_a_cover_that_is_overset_names_its_part(desk):
    """A scripture that the cover cannot hold is told at its own place."""
    scripture = f"scripture: {{text: {'Blessed are the gentle and the meek ' * 30}}}\n"
    regions = "regions: [{name: A, requests: [Pray.]}]\n"
    desk.write("bulletins/2019-01-14.yaml", f"title: T\n{scripture}{regions}")
    result = desk.run("build", "--office", "us", "--format", "slides")
    assert result.exit_code == 1
    assert "bulletins/2019-01-14.yaml:2:19: does not fit on the cover" in result.stderr
    assert "the scripture by" in result.stderr
