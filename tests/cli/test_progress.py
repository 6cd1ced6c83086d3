"""The bar of a run: one line on standard error, and only where a person is looking."""

from printkit.cli.progress import Bar


def test_a_bar_fills_as_editions_are_built(capsys):
    """Each step overwrites the line before it, and at the end nothing of it is left."""
    bar = Bar(total=2, shown=True)
    bar.move("2019-01-14 for us")
    bar.move("x for uk")
    bar.close()
    said = capsys.readouterr().err.split("\r")
    assert said[1] == "[############............] 1/2  2019-01-14 for us"
    assert said[2].rstrip() == "[########################] 2/2  x for uk"
    assert len(said[2]) == len(said[1])
    assert said[3].strip() == said[4] == ""


def test_nothing_is_shown_where_nobody_looks(capsys):
    """Standard error of these tests is no terminal."""
    bar = Bar(total=2)
    bar.move("2019-01-14 for us")
    bar.close()
    assert capsys.readouterr().err == ""
