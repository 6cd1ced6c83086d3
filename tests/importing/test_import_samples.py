"""The two e-mails that this was made for."""

from pathlib import Path

import pytest

from printkit.importing.importer import import_file
from printkit.importing.naming import Neighbours

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
NAMES = ["weekly-email-1.txt", "weekly-email-2.txt"]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample e-mails are not part of the package")
@pytest.mark.parametrize("name", NAMES)
def test_a_real_email_becomes_a_bulletin(name: str, read, outline):
    """Five regions with a request each, the first named by its country, and nothing guessed."""
    source = (SAMPLES / name).read_bytes()
    result = import_file(source, name, Neighbours(), "bulletins/weekly.yaml")
    found = read(result)
    regions = outline(found)
    assert [region for region, _, _ in regions] == [
        "Africa",
        "Latin America",
        "South Asia",
        "Southeast Asia",
        "IJM HQ & Global Partners",
    ]
    assert [len(requests) for _, _, requests in regions] == [1] * 5
    assert [bool(intro) for _, intro, _ in regions] == [False] * 4 + [True]
    assert found.title.value == source.decode().splitlines()[0]
    assert found.scripture is not None
    assert found.scripture.text.value.startswith(("He ", "Blessed "))
    assert found.scripture.text.value.endswith(".")
    assert found.scripture.reference.value in {"Job 5:15-16", "Matthew 5:5"}
    assert not any(part in result.yaml for part in ("\u00a0", "image:", "date:", "translation:"))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample e-mails are not part of the package")
@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_real_email_is_lost(name: str):
    """Every word of the e-mail is in the file, in the same order."""
    source = (SAMPLES / name).read_bytes()
    result = import_file(source, name, Neighbours(), "bulletins/weekly.yaml")
    written = (word.strip("“”—") for word in result.yaml.split())
    words = [word.strip("“”—•") for word in source.decode().split()]
    assert all(word in written for word in words if word and not word.startswith("unnamed"))
