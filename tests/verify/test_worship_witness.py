"""A text for a worship program is as it should be, or the witness says what is not."""

from dataclasses import replace

import pytest

from printkit.verify.worship import check_freeshow, check_propresenter

COVER = "Prayer Requests\nWeek of 14 January 2019\n“Seek justice.”\nIsaiah\u00a01:17 (WEB)"
AFRICA = (
    "Africa\nThank God for a high-ranking judge. She said “it’s time” and went on. "
    "Pray that nobody loses heart before the day comes."
)
PARTNERS = (
    "HQ & Global Partners\nPartner offices serve in Canada.\n•\u00a0Pray for Anika.\n"
    "She speaks this week.\n•\u00a0Fold.\nSome names have been changed."
)
NOTES = (
    COVER,
    f"{AFRICA}\nPause. Pray.\nReading time: about 40 seconds",
    (
        "HQ & Global Partners\nPartner offices serve in Canada.\nPray for Anika.\n"
        "She speaks this week.\nPray for all who fold and post.\nPause. Pray."
    ),
)


def freeshow(slides, notes=NOTES):
    """Give a text for FreeShow of slides whose first lines are their titles."""
    blocks = (
        f"[{slide.partition(chr(10))[0]}]\n{slide}\n---\n{told}"
        for slide, told in zip(slides, notes, strict=False)
    )
    return "\n\n".join(blocks).encode()


def propresenter(slides, _notes=NOTES):
    """Give a text for ProPresenter of slides whose first lines are their titles."""
    return "\n\n".join(slides).encode()


PROGRAMS = pytest.mark.parametrize(
    ("write", "check"), [(freeshow, check_freeshow), (propresenter, check_propresenter)]
)
GOOD = (COVER, AFRICA, PARTNERS)


def said(problems):
    return " / ".join(problem.message for problem in problems)


@PROGRAMS
def test_a_good_text_passes(write, check, expected):
    """Cover, titles, bodies and footnote hold what they should, whatever the line ends."""
    assert check(write(GOOD), expected) == ()
    assert check(write(GOOD).replace(b"\n", b"\r\n"), expected) == ()


@PROGRAMS
def test_whole_first_sentences_are_allowed(write, check, expected):
    """A request may be cut where a sentence ends, and nowhere else."""
    cut = AFRICA[: AFRICA.index(" She")]
    assert check(write((COVER, cut, PARTNERS)), expected) == ()
    assert "slide 2, body" in said(check(write((COVER, cut[:-7], PARTNERS)), expected))


@PROGRAMS
def test_a_deck_without_a_cover(write, check, expected):
    """Where the deck has no cover, the text has none; the first notes open with its words."""
    told = (f"{COVER}\n{NOTES[1]}", NOTES[2])
    assert check(write(GOOD[1:], told), replace(expected, cover=False)) == ()


@PROGRAMS
@pytest.mark.parametrize(
    ("slides", "message"),
    [
        ((COVER, AFRICA), "expected 3 slides, found 2"),
        ((COVER, PARTNERS, AFRICA), "slide 2, title: expected `Africa`, found `HQ"),
        ((COVER, AFRICA.replace("nobody", "somebody"), PARTNERS), "missing: `nobody`"),
        ((COVER, AFRICA, PARTNERS.replace("Fold", "Post")), "slide 3, body"),
        ((COVER, AFRICA, PARTNERS.replace("\nSome names have been changed.", "")), "is missing"),
        ((COVER, f"{AFRICA}\nMore.", PARTNERS), "`More.` is not in the bulletin"),
        (
            (COVER.replace("Seek", "Find"), AFRICA, PARTNERS),
            "slide 1: `“Seek justice.”` is missing",
        ),
        ((COVER, AFRICA, PARTNERS.replace("\n•", "\n\n•", 1)), "expected 3 slides, found 4"),
        ((AFRICA, PARTNERS), "expected 3 slides, found 2"),
    ],
)
def test_damage_is_named(write, check, expected, slides, message):
    """A slide or word that is missing, changed, added, split or swapped is said."""
    assert message in said(check(write(slides), expected))


@PROGRAMS
def test_what_is_no_text_is_said(write, check, expected):
    """Bytes that are not UTF-8, or none at all, are a problem and no fault."""
    assert "UTF-8" in said(check(write(GOOD) + b"\xff", expected))
    assert "expected 3 slides, found 0" in said(check(b"", expected))


def test_freeshow_has_the_notes(expected):
    """Notes that are missing or changed are said."""
    notes = (NOTES[0], NOTES[1].replace("heart", "hope"), NOTES[2])
    assert "slide 2, notes" in said(check_freeshow(freeshow(GOOD, notes), expected))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[Africa]\n", "", "slide 2: its group is missing"),
        ("[Africa]", "[Asia]", "slide 2: its group is `Asia`, expected `Africa`"),
        ("[Prayer", "\ufeff[Prayer", "slide 1: its group is missing"),
        ("high-ranking", "[high]-ranking", "missing: `highranking`"),
        ("Africa\nThank", "Africa\nA=b\nThank God for all.\nThank", "not in the bulletin"),
        ("\n•\u00a0Fold.", "\nFold=", "slide 3, body"),
        ("\n•\u00a0Fold.", "\n{Fold.}", "slide 3, body"),
        ("\n•\u00a0Fold.", "\nA\nFold.\nx2", "expected 3 slides, found 4"),
        ("\nAfrica\nThank", "\nAfrica:\nThank", "slide 2, title"),
        ("Pause. Pray.", "www.ccli.com", "found 2"),
    ],
)
def test_what_freeshow_takes_for_markup_is_missed(expected, old, new, message):
    """Words that its import would take for chords, metadata or commands are not shown."""
    data = freeshow(GOOD).decode().replace(old, new).encode()
    assert message in said(check_freeshow(data, expected))


def test_stand_ins_are_what_they_stand_for(expected):
    """Full-width brackets and equals signs are read as the signs that FreeShow cannot show."""
    region = expected.bulletin.regions[0]
    request = replace(
        region.requests[0], text=replace(region.requests[0].text, value="Pray [again] = today.")
    )
    bulletin = replace(
        expected.bulletin, regions=(replace(region, requests=(request,)),), scripture=None
    )
    wording = replace(expected.wording, reference="")
    changed = replace(expected, bulletin=bulletin, wording=wording, cover=False)
    body = "Africa\nPray ［again］ ＝ today."
    told = f"Prayer Requests\nWeek of 14 January 2019\n{body}"
    assert check_freeshow(freeshow([body], [told]), changed) == ()


def test_freeshow_repeats_and_chords_alone(expected):
    """A line of chords above words is no line of the slide."""
    data = freeshow(GOOD).decode().replace("\nThank God", "\nC  G\nThank God", 1).encode()
    assert check_freeshow(data, expected) == ()
