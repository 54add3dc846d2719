"""What printing has put among the lines of a text: page heads and page numbers, which part its paragraphs.

The first head of a page stays a line that says something about the article; the rest is furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from newsreader.article import Metadata, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsreader.languages import Press

    Span = tuple[int, int]
    """Start and end in code points, end exclusive."""

# These begin with a line's end, or with what is rare, since a search for a line's beginning looks at every character.
_NUMBER_LINE = r"([ ]*[-–—|]?[ ]?(?:[Pp]age[ ]|p\.[ ]?)?(\d{1,4})(?:[ ]?(?:of|/)[ ]?\d{1,4})?[ ]?[-–—|]?[ ]*)(?=\n|\Z)"
_FIRST_NUMBER, _NUMBER = re.compile(rf"\s*+{_NUMBER_LINE}"), re.compile(rf"\n{_NUMBER_LINE}")
_NUMBERED_HEAD = re.compile(r"\n[ ]*\d{1,4}[ ]{3,}(\S[^\n]{2,100})(?=\n|\Z)|(?<![ ])[ ]{3,}\d{1,4}[ ]*(?=\n|\Z)")
_LONGEST_HEAD = 120
_NEXT_LINE = re.compile(r"[ \n]*+([^\n]*\S)")
_GAP = re.compile(r"[ ]{3,}")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Apart:
    """A line that stands by itself: its span without blanks at its ends, and what it is for."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Printed:
    """What was put among the lines of a text."""

    lines: tuple[Apart, ...] = ()
    """In order."""
    cuts: tuple[Span, ...] = ()
    """Marks that are to be left out, in order."""
    known: Metadata = field(default_factory=Metadata)
    head: str | None = None
    """What the head of a page says that has no day: the title, if nothing below it is one."""

    def without_lines(self, text: str) -> str:
        """Return `text` with blanks in place of the lines that stand by themselves."""
        parts, last = [], 0
        for line in self.lines:
            start, end = text.rfind("\n", 0, line.start) + 1, text.find("\n", line.end)
            end = len(text) if end < 0 else end
            parts += [text[last:start], " " * (end - max(start, last))]
            last = end
        return "".join([*parts, text[last:]]) if parts else text


def printed(text: str, press: Press, *, paged: bool) -> Printed:
    """Return the page heads and numbers in a text; `paged` if it had form feeds between its pages."""
    numbers = _page_numbers(text, paged=paged)
    heads = _running_heads(text, numbers) or [*_dated_heads(text, press)]
    lines = [Apart(*span, ParagraphKind.FURNITURE) for span in numbers]
    lines += [Apart(*span, ParagraphKind.META if span == heads[0] else ParagraphKind.FURNITURE) for span in heads]
    head = text[slice(*heads[0])] if heads else ""
    known = said_by(head, press)
    named = " ".join(head.split()) if head and not known.published else None
    return Printed(tuple(sorted(lines, key=lambda line: line.start)), (), known, named)


def _page_numbers(text: str, *, paged: bool) -> list[Span]:
    """Return the lines that number pages: most are one more than that before, unless the text came in pages."""
    first = _FIRST_NUMBER.match(text)
    found = [*([first] if first else ()), *_NUMBER.finditer(text, first.end() if first else 0)]
    following = sum(int(after[2]) == int(before[2]) + 1 for before, after in pairwise(found))
    if not paged and (not following or following * 2 < len(found)):
        return []
    return [_trimmed(text, *match.span(1)) for match in found]


def _running_heads(text: str, numbers: Sequence[Span]) -> list[Span]:
    """Return the lines that stand at the top of two pages or more, but for numbers in them."""
    tops = [match.span(1) for start in (0, *(end for _, end in numbers)) if (match := _NEXT_LINE.match(text, start))]
    counts = Counter(_alike(text[start:end]) for start, end in tops)
    tops = [_trimmed(text, *span) for span in tops if counts[_alike(text[slice(*span)])] >= _FEWEST]
    return tops if numbers else []


def _dated_heads(text: str, press: Press) -> Iterator[Span]:
    """Yield the lines with a day, and a page number at their edge, far from the rest, as newspapers have them."""
    for match in _NUMBERED_HEAD.finditer(text) if "   " in text else ():
        start = match.start() + 1 if match[1] else text.rfind("\n", 0, match.start()) + 1
        line = text[start : match.end()]
        if len(line) <= _LONGEST_HEAD and press.day(" ".join(line.split())):
            yield _trimmed(text, start, match.end())


def _alike(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())


def said_by(head: str, press: Press) -> Metadata:
    """Return what the head of a page says: the day, and with it the name of the paper, if that stands apart."""
    line = " ".join(head.split())
    day = press.day(line)
    names = [part for part in _GAP.split(head) if not part.strip().isdecimal() and press.day(part) is None]
    source = names[0].strip() if day and names and names != [head] else None
    return Metadata(source=source, published=day, published_from=f"the head of the page (“{line}”)" if day else None)
