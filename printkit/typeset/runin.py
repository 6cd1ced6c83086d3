"""Words that are run in: they open a paragraph's first line, in a face and colour of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from printkit.model.frame import Colour, Glyphs, Run
from printkit.typeset.blocks import Block
from printkit.typeset.linebreak import Galley, Limits
from printkit.typeset.story import Tools, blank_of
from printkit.typeset.words import Setting, words_of


@dataclass(frozen=True, slots=True)
class RunIn:
    """Words that open a paragraph, and how they are set."""

    text: str
    setting: Setting
    colour: Colour

    @property
    def letters(self) -> int:
        """How many characters of the paragraph are its own, with the blanks between its words."""
        return len(" ".join(word.text for word in words_of(self.text, self.setting)))


def with_run_in(block: Block, opening: RunIn, limits: Limits, tools: Tools) -> Block:
    """Give a paragraph opened by such words; no line ends before its own first word."""
    own = tuple(
        # What is not set in the paragraph's face has a run of its own.
        replace(word, alone=None, divisions=())
        for word in words_of(opening.text, opening.setting)
    )
    words = (*own, *block.words)
    among = tools.ties.among([word.text for word in block.words]) if tools.ties else frozenset()
    tied = {*range(len(own)), *(number + len(own) for number in among)}
    galley = Galley(words, blank_of(block.setting), tied, limits)
    return block._replace(words=words, galley=galley)


def coloured(
    lines: Sequence[tuple[Run, ...]], opening: RunIn, mark: int = 0
) -> tuple[tuple[Run, ...], ...]:
    """Give a paragraph's lines with the words that open it in their colour.

    The first line begins with so many runs of a `mark`.
    """
    left = opening.letters
    done = []
    for number, runs in enumerate(lines):
        marks = runs[:mark] if number == 0 else ()
        line = list(marks)
        for run in runs[len(marks) :]:
            parts = list(_parted(run, left)) if left > 0 else [run]
            if left > 0:
                parts[0] = parts[0]._replace(colour=opening.colour)
                left -= sum(map(len, parts[0].glyphs.clusters))
            line += parts
        done.append(tuple(line))
    return tuple(done)


def _parted(run: Run, letters: int) -> Iterator[Run]:
    """Give a run as two where so many characters are fewer than all of it."""
    glyphs, count = run.glyphs, 0
    for at, cluster in enumerate(glyphs.clusters):
        if count >= letters and cluster:
            first, rest = _cut(glyphs, slice(0, at)), _cut(glyphs, slice(at, None))
            whole = run._replace(blank=None)
            yield whole._replace(pieces=(first,))
            yield whole._replace(pieces=(rest,), left=run.left + first.width * run.size)
            return
        count += len(cluster)
    yield run


def _cut(glyphs: Glyphs, part: slice) -> Glyphs:
    return glyphs._replace(
        glyphs=glyphs.glyphs[part],
        advances=glyphs.advances[part],
        clusters=glyphs.clusters[part],
        offsets=glyphs.offsets[part],
    )
