"""`printkit check` says of every edition how many words there are to spare."""

import json

LONG = "Pray that the people of the river villages find rest, food and a safe way home again. "
FULL = f"""\
title: Prayer Requests
regions:
  - name: Africa
    requests:
      - {LONG * 32}
  - name: South Asia
    requests:
      - Pray for the families who came home.
"""


def lines_of(result):
    """Give the report's lines of JSON, of the insert and of the slides."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_words_to_spare_stand_below_each_file(desk):
    """A short bulletin has room in every region, on the page and on the slides."""
    said = desk.run("check", "--office", "us").stdout.splitlines()
    assert said[0].startswith("checked   output/us/2019-01-14-insert.pdf: 1 page, 16 pt, ")
    page = "          room for more words at 12 pt, in any one region: Africa "
    assert said[1].startswith(page)
    assert ", South Asia " in said[1]
    assert said[3].startswith("          room for more words on the slides: Africa ")


def test_the_words_to_spare_stand_in_the_json(desk):
    """Each line lists the regions with their words, and the page's its comfortable size."""
    insert, slides = lines_of(desk.run("check", "--office", "us", "--json"))
    assert insert["comfortable"] == 12
    for line in (insert, slides):
        assert [one["region"] for one in line["spare"]] == ["Africa", "South Asia"]
        assert min(one["words"] for one in line["spare"]) > 0


def test_what_must_go_is_told(desk):
    """A page below the comfortable size and a slide that is cut name the words to cut."""
    desk.write("bulletins/2019-01-14.yaml", FULL)
    asked = ("check", "--office", "us", "--paper", "half-letter")
    insert, slides = lines_of(desk.run(*asked, "--json"))
    cut, asia = (one["words"] for one in insert["spare"])
    assert cut < 0 == asia
    said = desk.run(*asked).stdout
    assert f"pt (smaller type), {insert['full']:.0%} full" in said
    assert f"        to reach 12 pt, cut about {-cut} words: Africa {-cut}\n" in said
    africa, asia = (one["words"] for one in slides["spare"])
    assert f"slides: South Asia {asia}; to show all on the slides, cut: Africa {-africa}\n" in said


def test_cutting_what_is_told_is_enough(desk):
    """Without the words that `check` names the page is comfortable and the slides show all."""
    desk.write("bulletins/2019-01-14.yaml", FULL)
    asked = ("check", "--office", "us", "--paper", "half-letter", "--json")
    before = lines_of(desk.run(*asked))
    most = max(-line["spare"][0]["words"] for line in before)
    short = " ".join((LONG * 32).split()[:-most])
    desk.write("bulletins/2019-01-14.yaml", FULL.replace(LONG * 32, short))
    result = desk.run(*asked)
    assert lines_of(result)[0]["size"] >= 12
    assert "first sentences" not in result.stderr


def test_build_does_not_count_words(desk):
    """`build` says nothing of words to spare, and does not take the time."""
    result = desk.run("build", "--office", "us", "--json")
    assert all("spare" not in line for line in lines_of(result))
    assert "room for" not in desk.run("build", "--office", "us").stdout
