"""Dividing words by patterns: Liang's method (Word Hy-phen-a-tion by Com-put-er, 1983)."""

import marshal
from functools import lru_cache

# Fewer letters than these are never left behind or carried over.
_LEFT, _RIGHT = 3, 3
_SHORTEST = _LEFT + _RIGHT


class PatternHyphenator:
    """A Hyphenator over a dictionary's patterns."""

    def __init__(self, patterns: bytes) -> None:
        self._patterns, self._longest = marshal.loads(patterns)  # noqa: S302 - ours, checked
        self._positions = lru_cache(maxsize=20_000)(self._divide)

    def positions(self, word: str) -> tuple[int, ...]:
        """Give the indexes before which the word may be divided, ascending."""
        if len(word) < _SHORTEST:
            return ()
        return self._positions(word)

    def _divide(self, word: str) -> tuple[int, ...]:
        """Liang's method: every pattern raises the values between letters; odd ones divide."""
        pointed = f".{word.lower()}."
        values = [0] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            stop = min(start + self._longest, len(pointed)) + 1
            for end in range(start + 1, stop):
                found = self._patterns.get(pointed[start:end])
                if found:
                    self._raise(values, start + found[0], found[1])
        return tuple(
            index - 1
            for index, value in enumerate(values)
            if value % 2 and _LEFT <= index - 1 <= len(word) - _RIGHT
        )

    @staticmethod
    def _raise(values: list[int], first: int, pattern: tuple[int, ...]) -> None:
        for place, value in enumerate(pattern, first):
            values[place] = max(values[place], value)
