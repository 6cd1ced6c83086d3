"""Verses that English Bibles number otherwise than those that follow the Hebrew.

Source: USFM's tables of versification (`eng.vrs` held against `org.vrs`). Printed Bibles have it,
too: those that follow the Hebrew give the other number in the margin or in brackets.
"""

from functools import lru_cache
from typing import NamedTuple

# The English numbers, an equals sign, and the Hebrew ones; a line for each book.
_VERSES = """
GEN 31:55=32:1 32:1-32=32:2-33
EXO 8:1-4=7:26-29 8:5-32=8:1-28 22:1=21:37 22:2-31=22:1-30
LEV 6:1-7=5:20-26 6:8-30=6:1-23
NUM 16:36-50=17:1-15 17:1-13=17:16-28 29:40=30:1 30:1-16=30:2-17
DEU 12:32=13:1 13:1-18=13:2-19 22:30=23:1 23:1-25=23:2-26 29:1=28:69 29:2-29=29:1-28
1SA 20:42=21:1 21:1-15=21:2-16 23:29=24:1 24:1-22=24:2-23
2SA 18:33=19:1 19:1-43=19:2-44
1KI 4:21-34=5:1-14 5:1-18=5:15-32 22:43-53=22:44-54
2KI 11:21=12:1 12:1-21=12:2-22
1CH 6:1-15=5:27-41 6:16-81=6:1-66 12:4-40=12:5-41
2CH 2:1=1:18 2:2-18=2:1-17 14:1=13:23 14:2-15=14:1-14
NEH 4:1-6=3:33-38 4:7-23=4:1-17 7:69-73=7:68-72 9:38=10:1 10:1-39=10:2-40
JOB 41:1-8=40:25-32 41:9-34=41:1-26
ECC 5:1=4:17 5:2-20=5:1-19
SNG 6:13=7:1 7:1-13=7:2-14
ISA 9:1=8:23 9:2-21=9:1-20 64:1=63:19 64:2-12=64:1-11
JER 9:1=8:23 9:2-26=9:1-25
EZK 20:45-49=21:1-5 21:1-32=21:6-37
DAN 4:1-3=3:31-33 4:4-37=4:1-34 5:31=6:1 6:1-28=6:2-29
HOS 1:10-11=2:1-2 2:1-23=2:3-25 11:12=12:1 12:1-14=12:2-15 13:16=14:1 14:1-9=14:2-10
JOL 2:28-32=3:1-5 3:1-21=4:1-21
JON 1:17=2:1 2:1-10=2:2-11
MIC 5:1=4:14 5:2-15=5:1-14
NAM 1:15=2:1 2:1-13=2:2-14
ZEC 1:18-21=2:1-4 2:1-13=2:5-17
MAL 4:1-6=3:19-24
"""
# Psalms whose title is a verse in the Hebrew, and those where it is two.
_ONE_MORE = """
3 4 5 6 7 8 9 12 13 18 19 20 21 22 30 31 34 36 38 39 40 41 42 44 45 46 47 48 49 53 55 56 57 58 59 61
62 63 64 65 67 68 69 70 75 76 77 80 81 83 84 85 88 89 92 102 108 140 142
"""
_TWO_MORE = "51 52 54 60"


class Span(NamedTuple):
    """Verses of one chapter, both ends included."""

    chapter: int
    first: int
    last: int

    def meets(self, other: "Span") -> bool:
        """Whether the two have a verse in common."""
        same = self.chapter == other.chapter
        return same and self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        end = f"–{self.last}" if self.last > self.first else ""
        return f"{self.chapter}:{self.first}{end}"


@lru_cache(maxsize=1)
def verses() -> dict[str, tuple[tuple[Span, Span], ...]]:
    """Give for each book its verses with two numbers: the English one, and the Hebrew one."""
    lines = (line.split() for line in _VERSES.strip().splitlines())
    return {book: tuple(_pair(pair) for pair in pairs) for book, *pairs in lines}


@lru_cache(maxsize=1)
def titles() -> dict[int, int]:
    """Give for each psalm with a title how many verses the Hebrew counts for it, where it does."""
    counted = ((_ONE_MORE, 1), (_TWO_MORE, 2))
    return {int(psalm): more for psalms, more in counted for psalm in psalms.split()}


def _pair(text: str) -> tuple[Span, Span]:
    english, hebrew = text.split("=")
    return _span(english), _span(hebrew)


def _span(text: str) -> Span:
    chapter, numbers = text.split(":")
    first, _, last = numbers.partition("-")
    return Span(int(chapter), int(first), int(last or first))
