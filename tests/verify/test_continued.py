"""Which sentences of a region a slide says, where the region goes on on the next."""

import pytest

from printkit.verify.continued import said_in_a_row


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Amen. • A day.\nPartner Office 2", 2),
        ("• Amen.\nPartner Office 2", 1),
        ("Amen. A village sings. A day.", 1),
        ("A day. Amen.", 0),
        ("Partner Office 2", 0),
        ("Amen. A day. • a. Partner", 3),
    ],
)
def test_sentences_count_only_one_directly_after_another(said, count):
    """A short one that stands somewhere else on the slide is not taken for it."""
    assert said_in_a_row(("Amen.", "A day.", "a."), said, ("•", ""), "en") == count
