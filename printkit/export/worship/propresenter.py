"""A deck's words as ProPresenter's import of text files takes them.

Renewed Vision's article "Import options for text files and SongSelect" says how: with slides
delimited by "Paragraph", 1, two returns in a row begin a new slide, and one return begins a new
line. Line ends are single line feeds, lest a carriage return be counted as well. The import knows
no notes, and the article names no sign for a group, so that a slide's first line is its title. The
article names no encoding either; the file is UTF-8.
"""

from printkit.export.worship.words import slides_of
from printkit.model.frame import Document


def propresenter_text(document: Document) -> bytes:
    """Give the text to import in ProPresenter: one paragraph of lines for each slide."""
    blocks = (
        "\n".join(line for line in (slide.title, *slide.lines) if line)
        for slide in slides_of(document)
    )
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()
