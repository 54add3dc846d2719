"""The rows of a dossier: passages, each below its own title or under the article that it is from. No Textual."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.base.cell_text import cut, pad
from tui.base.widths import cell_len
from tui.base.wrap import wrap_clusters, wrap_plain
from tui.panels.list_rows import Rows

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from newsreader.dossier.model import OwnEntry, Subject
    from tui.base.style_book import Components, Line

BEGINS = " · "
"""What stands before the first line of a text."""
INDENT = 3
MIN_WIDTH = 8
_ABOVE, _TITLE = -2, -1
"""The rows of an entry that are none of its text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in the library."""

    article: int
    day: str
    """The day that the article is listed under, ISO 8601."""
    start: int
    """In the text of the article, in code points."""
    annotation: str = ""
    """The id of the annotation that it is, if it is one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of which one part stands at the left and one at the right; both are safe to draw."""

    left: str
    right: str = ""
    look: Components = ("panel--heading",)

    def draw(self, width: int, indent: int = 1) -> Line:
        """The line in exactly `width` cells; each part has half of them, and what the other leaves."""
        left = min(cell_len(self.left) + indent, width - width // 2)
        right = cut(f" {self.right} " if self.right else "", width - left)
        room = width - cell_len(right)
        return [(pad(" " * indent + self.left, room), self.look), (right, ("panel--count",))]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to read and to go to."""

    key: Hashable
    """What names it while others come and go around it."""
    text: str
    """On one line, safe to draw."""
    at: int = 0
    """The stretch of `text` that stands out, in code points; none if it ends where it begins."""
    end: int = 0
    above: Heading | None = None
    """Stands above it and those behind it that have the same; no part of what is chosen."""
    title: Heading | None = None
    """Stands above its text."""
    place: Place | None = None
    """Where choosing it goes."""
    subject: Subject | None = None
    """Whose dossier it goes to instead."""
    own: OwnEntry | None = None
    """The person’s own entry that it is, if it is one; choosing it changes that."""
    query: str = ""
    """What is listed in the library instead."""


class EntryRows(Rows):
    """Entries wrapped to a width. Rows are only ever added at the end."""

    def __init__(self, entries: Iterable[Entry], width: int) -> None:
        self.width = max(MIN_WIDTH, width)
        self.entries: list[Entry] = []
        self._rows: list[tuple[int, int]] = []
        """The index of the entry, and which row of it: above it, its title, or a line of its text."""
        self._lines: list[list[int]] = []
        """For each entry the offsets in its text at which its lines begin, and its end."""
        self._firsts: list[int] = []
        """For each entry the first of its rows on which the cursor can stand."""
        self._numbers: dict[Hashable, int] = {}
        self.extend(entries)

    def extend(self, entries: Iterable[Entry]) -> None:
        """Add entries behind those that there are."""
        for entry in entries:
            index = len(self.entries)
            if entry.above is not None and (not index or self.entries[-1].above != entry.above):
                self._rows.append((index, _ABOVE))
            self._numbers.setdefault(entry.key, index)
            self._firsts.append(len(self._rows))
            self._lines.append(_wrapped(entry.text, self.width - INDENT) if entry.text else [])
            if entry.title is not None:
                self._rows.append((index, _TITLE))
            self._rows += [(index, line) for line in range(max(0, len(self._lines[-1]) - 1))]
            self.entries.append(entry)

    def at_width(self, width: int) -> EntryRows:
        """The same entries wrapped to another width."""
        return self if max(MIN_WIDTH, width) == self.width else EntryRows(self.entries, width)

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, row: int) -> Entry:
        """The entry that a row is part of, or stands above."""
        return self.entries[self._rows[row][0]]

    def stands_above(self, row: int) -> bool:
        """Whether a row is no part of an entry."""
        return self._rows[row][1] == _ABOVE

    def key(self, row: int) -> Hashable:
        """What names the entry of a row."""
        return self.of(row).key

    def number(self, key: Hashable) -> int | None:
        """The first row of the entry of that name."""
        index = self._numbers.get(key)
        return None if index is None else self._firsts[index]

    def head_of(self, row: int) -> int:
        """The first row of the entry."""
        return self._firsts[self._rows[row][0]]

    def after(self, row: int) -> int:
        """The first row of the next entry."""
        index = self._rows[row][0] + 1
        return self._firsts[index] if index < len(self._firsts) else len(self)

    def before(self, row: int) -> int:
        """The first row of the entry before; that of the first one, if there is none."""
        return self._firsts[max(0, self._rows[row][0] - 1)]

    def stands_out(self, row: int, cursor: int) -> bool:
        """The rows of the cursor's entry, and nothing that stands above."""
        return not self.stands_above(row) and super().stands_out(row, cursor)

    def draw(self, row: int, width: int) -> Line:
        """What stands above an entry, its title, or a line of its text with what stands out in it."""
        index, line = self._rows[row]
        entry = self.entries[index]
        heading = {_ABOVE: entry.above, _TITLE: entry.title}.get(line)
        if heading is not None:
            return heading.draw(width)
        first, last = self._lines[index][line : line + 2]
        start, end = (min(max(offset, first), last) for offset in (entry.at, entry.end))
        before, words, behind = (entry.text[one:other] for one, other in pairwise((first, start, end, last)))
        used = INDENT + cell_len(before) + cell_len(words)
        return [
            (f"{BEGINS if line == 0 else ' ' * INDENT}{before}", ()),
            (words, ("panel--mention",)),
            (pad(behind.rstrip(), max(0, width - used)), ()),
        ]


def _wrapped(text: str, width: int) -> list[int]:
    wrap = wrap_plain if text.isascii() else wrap_clusters
    return [*wrap(text, 0, len(text), width)]
