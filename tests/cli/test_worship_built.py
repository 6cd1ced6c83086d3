"""The slides' words for worship programs, built and verified from the command line."""

import pytest


@pytest.mark.parametrize("program", ["freeshow", "propresenter"])
def test_the_words_are_built_and_verified(desk, program):
    """One text for each edition, with every region in it."""
    done = desk.run("build", "--office", "us", "--format", program, "--verify")
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"us/2019-01-14-{program}.txt" in desk.files()
    assert " slides, " in done.stdout
    assert desk.run("verify").exit_code == 0


def test_a_text_that_was_changed_is_named(desk):
    """Somebody wrote other words into it."""
    desk.run("build", "--office", "us", "--format", "freeshow")
    desk.write("output/us/2019-01-14-freeshow.txt", "[Another]\nAnother\n")
    done = desk.run("verify")
    assert done.exit_code == 1
    assert "2019-01-14-freeshow.txt" in done.stdout + done.stderr


def test_a_title_that_looks_like_a_file_is_text(desk):
    """Words for a worship program that begin as a PDF does are no PDF, and the insert is built."""
    text = "title: '%PDF-1.7'\nregions: [{name: A, requests: [One.]}]\n"
    desk.write("bulletins/2019-01-14.yaml", text)
    result = desk.run("build", "--office", "us", "--format", "insert,propresenter,freeshow")
    assert result.exit_code == 0, result.output
