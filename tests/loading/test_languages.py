"""A file's name says which bulletin it is and in which language."""

from pathlib import Path

import pytest

from printkit.loading import identity_of, language_of
from printkit.model.languages import normalised


@pytest.mark.parametrize(
    ("name", "identity", "language"),
    [
        ("2019-01-14.yaml", "2019-01-14", None),
        ("2019-01-14.de.yaml", "2019-01-14", "de"),
        ("2019-01-14.fr-CA.yaml", "2019-01-14", "fr-CA"),
        ("2019-01-14.fr-ca.yaml", "2019-01-14", "fr-CA"),
        ("2019-01-14.ZH-hant-tw.yml", "2019-01-14", "zh-Hant-TW"),
        ("2019-01-14.es-419.yaml", "2019-01-14", "es-419"),
        ("2019-01-14.local.yaml", "2019-01-14", None),
        ("2019-01-14.draft.yaml", "2019-01-14.draft", None),
        ("advent.2.yaml", "advent.2", None),
        ("advent.2.de.yaml", "advent.2", "de"),
        ("de.yaml", "de", None),
        (".de.yaml", ".de", None),
    ],
)
def test_identity_and_language(name, identity, language):
    """The last part between dots is a language only if it is shaped like one."""
    assert identity_of(Path("bulletins") / name) == identity
    assert language_of(Path("bulletins") / name) == language


@pytest.mark.parametrize("tag", ["", "e", "english", "en_GB", "en-", "en-GB-x", "e1", "de-4190"])
def test_what_is_no_language_tag(tag):
    """Only language, script and region are known."""
    assert normalised(tag) is None
