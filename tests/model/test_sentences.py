"""Sentences end where a reader would take a breath, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.model.sentences import sentences


def parts(text):
    return [sentence.rstrip() for sentence in sentences(text)]


@given(st.text(alphabet=st.sampled_from("aB. !?…»«”\"'\n1)\u00a0z。")))
def test_sentences_together_are_the_text(text):
    """Nothing is lost, added or moved by splitting."""
    assert "".join(sentences(text)) == text


@given(st.text(alphabet=st.sampled_from("aB. !?…»«”\"'\n1)\u00a0z")))
def test_no_sentence_is_blank_beside_another(text):
    """Blanks belong to the sentence before them, so only a blank text has a blank sentence."""
    found = sentences(text)
    assert all(sentence.strip() for sentence in found[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Pray for Dr. Mensah and St. Mary’s.",
        "He came on 14. Januar nach Hause.",
        "Wir helfen z.B. Kindern, d.h. allen.",
        "Wir helfen z. B. Kindern.",
        "Der Ort ist Nr. 5 von zehn.",
        "It is No. 5 of ten.",
        "J. B. Osei speaks.",
        "The U.K. Parliament votes.",
        "Familien, bzw. Frauen, leiden.",
        "Papst Johannes XXIII. Darüber schrieb er.",
        "See example.org for 3.5 million.",
        "“Go!” she said.",
        "Wait … and see.",
        "Wait... and see.",
        "« Va ! » dit-elle.",
        "Bid voor dhr. Jansen.",
        "Prions pour Mgr. Kouassi.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text):
    """Abbreviations, initials, ordinals and what goes on in lower case are one sentence."""
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pray. Give thanks.", ["Pray.", "Give thanks."]),
        ("In 2016. Then more.", ["In 2016.", "Then more."]),
        ("He said “Go.” She went.", ["He said “Go.”", "She went."]),
        ('He said "Go." She went.', ['He said "Go."', "She went."]),
        ('He came. "Go," she said.', ["He came.", '"Go," she said.']),
        ("„Geh!“ Er ging.", ["„Geh!“", "Er ging."]),
        ("»Geh!« Er ging. »Nein.«", ["»Geh!«", "Er ging.", "»Nein.«"]),
        ("« Va\u202f!\u00a0» Elle part.", ["« Va\u202f!\u00a0»", "Elle part."]),
        ("« Va ! » Elle part.", ["« Va ! »", "Elle part."]),
        ("Why?! Pray.", ["Why?!", "Pray."]),
        ("They wait … Pray.", ["They wait …", "Pray."]),
        ("(They wait.) Pray.", ["(They wait.)", "Pray."]),
        ("They said no. Pray.", ["They said no.", "Pray."]),
        ("Begun.\u00a0Pray.", ["Begun.", "Pray."]),
        ("At 5 p.m. Pray.", ["At 5 p.m.", "Pray."]),
        ("Bid. ’s Avonds rusten zij.", ["Bid.", "’s Avonds rusten zij."]),
        ("Of 10,000. 12 came.", ["Of 10,000.", "12 came."]),
        ("No stop\nNext one", ["No stop", "Next one"]),
        ("Schools, etc. Pray.", ["Schools, etc.", "Pray."]),
        ("祈ろう。感謝します。", ["祈ろう。", "感謝します。"]),
    ],
)
def test_a_sentence_ends_after_its_stop_and_what_closes_with_it(text, expected):
    """Closing quotation marks and brackets belong to the sentence before them."""
    assert parts(text) == expected
