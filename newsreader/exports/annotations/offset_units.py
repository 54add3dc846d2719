"""What the offsets of a file count: code points, or what other programs count, told by the text that it says it marks.

Programs in Java and JavaScript count the units of UTF-16, some count bytes of UTF-8, and a text with Windows' line ends
has one more for each line. A format that names no unit is then read in the one in which most of its quotations stand.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from newsreader.exports.annotations.imported import ImportedAnnotation
from newsreader.exports.annotations.imported_names import ImportedName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


_Marked = TypeVar("_Marked", ImportedAnnotation, ImportedName)


def _code_points(_: str) -> int:
    return 1


def _utf_16(character: str) -> int:
    return 1 + (character > "\uffff")


def _utf_8(character: str) -> int:
    return 1 + (character > "\x7f") + (character > "\u07ff") + (character > "\uffff")


@dataclass(frozen=True, slots=True)
class OffsetUnit:
    """How a program counts."""

    width: Callable[[str], int]
    """How much a character counts."""
    line_end: int = 1
    """How much the end of a line counts: two where it is written as CR and LF."""

    def starts(self, text: str) -> list[int]:
        """Where each code point of `text` begins, and behind them where the text ends."""
        widths = (self.line_end if each == "\n" else self.width(each) for each in text)
        return [0, *accumulate(widths)]


UNITS = tuple(OffsetUnit(width, line_end) for width in (_code_points, _utf_16, _utf_8) for line_end in (1, 2))
"""In the order in which they are likely; the first is ours."""


def starts_as_counted(marked: Sequence[ImportedAnnotation | ImportedName], text: str) -> Sequence[int]:
    """Where each code point of `text` begins in the unit in which most of what is marked has its quotation."""
    quoted = [each for each in marked if each.quote]
    best, found = -1, UNITS[0].starts(text)
    for unit in UNITS:
        starts = unit.starts(text)
        there = sum(_span(each, starts, text) is not None for each in quoted)
        if there > best:
            best, found = there, starts
        if best == len(quoted):
            break
    return found


def in_code_points(marked: Iterable[_Marked], starts: Sequence[int], text: str) -> list[_Marked]:
    """The same counted in code points, with the quotation as `text` has it; as it was where it has another one."""
    return [
        each if span is None else replace(each, start=span[0], end=span[1], quote=text[slice(*span)])
        for each, span in ((each, _span(each, starts, text)) for each in marked)
    ]


def _span(each: ImportedAnnotation | ImportedName, starts: Sequence[int], text: str) -> tuple[int, int] | None:
    """Where it stands in code points, if its quotation is there; white space counts for nothing."""
    if each.start is None or each.end is None:
        return None
    start, end = bisect_left(starts, each.start), bisect_left(starts, each.end)
    return (start, end) if text[start:end].split() == each.quote.split() != [] else None
