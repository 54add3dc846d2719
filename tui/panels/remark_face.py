"""The list of what the person wrote on all articles: notes, highlights, bookmarks and corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.annotations.model import Annotation
from newsreader.sanitise import printable
from tui.base.captions import day
from tui.base.cell_text import cut, one_line, pad
from tui.base.widths import cell_len
from tui.panels.face import Choices, Contents, Panel, PanelFace
from tui.panels.list_rows import Rows, Target
from tui.panels.note_face import subject
from tui.panels.note_text import NOTE, by, first_line, note_line, sign_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from newsreader.annotations.remarks import Remark
    from tui.base.style_book import Line

CORRECTED = "≠"
"""The shape that stands for a correction."""
LONGEST = 400
"""Code points of a passage or a note that are kept for a row; there may be a hundred thousand."""


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """As much of a remark as its rows need."""

    article: int
    title: str
    day: str
    id: str
    """Of the annotation or the correction."""
    sign: str
    colour: str
    """Of a highlight; empty for anything else."""
    passage: str
    text: str

    @classmethod
    def of(cls, remark: Remark) -> ShownRemark:
        """What is shown of a remark."""
        said = remark.said
        when = day(remark.published) if remark.published else ""
        if isinstance(said, Annotation):
            text = first_line(said.text)[:LONGEST] if said.text.strip() else ""
            look = sign_of(said), said.colour or "", (by(said) + subject(said, {}))[:LONGEST]
        else:
            text = printable(remark.text)[:LONGEST]
            look = CORRECTED, "", f"{by(said)}“{one_line(said.quote or said.subject.name)}”"[:LONGEST]
        return cls(remark.article, remark.title, when, said.id, *look, text)

    @property
    def target(self) -> Target:
        """What commands take it as."""
        return Target("annotation", f"{self.article}:{self.id}")


class RemarkRows(Rows):
    """The articles, each with what was written on it: a row for the passage and, where there is one, for the note.

    Rows are only ever added at the end, so that a list that grows costs no more than what is new.
    """

    def __init__(self, remarks: Iterable[ShownRemark] = ()) -> None:
        self.remarks: list[ShownRemark] = []
        self._rows: list[tuple[int, int]] = []
        """The index of the remark, and which row of it: -1 for the article above it, 0 the passage, 1 the note."""
        self._places: dict[Target, int] = {}
        self.extend(remarks)

    def extend(self, remarks: Iterable[ShownRemark]) -> None:
        """Add remarks behind those that there are."""
        for each in remarks:
            index = len(self.remarks)
            if not index or self.remarks[-1].article != each.article:
                self._rows.append((index, -1))
            self._places[each.target] = len(self._rows)
            self._rows += [(index, 0), (index, 1)] if each.text else [(index, 0)]
            self.remarks.append(each)

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, row: int) -> ShownRemark:
        """The remark that a row is part of, or stands above."""
        return self.remarks[self._rows[row][0]]

    def target(self, row: int) -> Target | None:
        """The remark of a row."""
        return self.of(row).target

    def key(self, row: int) -> Hashable:
        """The remark of a row."""
        return self.target(row)

    def number(self, key: Hashable) -> int | None:
        """The first row of the remark."""
        return self._places.get(key) if isinstance(key, Target) else None

    def head_of(self, row: int) -> int:
        """The row of the passage: the cursor stands on no article."""
        return row - self._rows[row][1]

    def after(self, row: int) -> int:
        """The row of the next passage."""
        here = self._rows[row][0]
        below = row + 1
        while below < len(self) and (self._rows[below][0] == here or self._rows[below][1] != 0):
            below += 1
        return below

    def before(self, row: int) -> int:
        """The row of the passage before; that of the first one, if there is none."""
        above = row - 1
        while above > 0 and self._rows[above][1] != 0:
            above -= 1
        return max(above, 0)

    def stands_out(self, row: int, cursor: int) -> bool:
        """The rows of the cursor's remark, and never an article."""
        return self._rows[row][1] >= 0 and super().stands_out(row, cursor)

    def draw(self, row: int, width: int) -> Line:
        """An article with its day, a passage, or what was written on it."""
        index, part = self._rows[row]
        remark = self.remarks[index]
        if part < 0:
            figure = cut(f" {remark.day} " if remark.day else "", width // 2)
            room = width - cell_len(figure)
            return [(pad(cut(f" {remark.title}", room), room), ("panel--heading",)), (figure, ("panel--count",))]
        if part:
            note = note_line(remark.text, width - 4)
            used = sum(cell_len(text) for text, _ in note)
            return [("    ", ()), *note, (" " * max(0, width - 4 - used), ())]
        return [
            (f"  {remark.sign} "[:width], (f"panel--{remark.colour or 'count'}",)),
            (pad(remark.passage, max(0, width - 4)), ("panel--quiet",) if remark.text else ()),
        ]


@dataclass(frozen=True, slots=True, eq=False)
class Remarks:
    """What a query finds of the remarks, as far as it has been read."""

    rows: RemarkRows
    complete: bool = False
    """Whether these are all."""
    mistake: str = ""
    """What is wrong with the query."""


def remark_face(panel: Panel, contents: Contents, choices: Choices) -> PanelFace:
    """List what has been read; what is filtered is the business of who reads it."""
    remarks = contents.remarks or Remarks(RemarkRows())
    reading = "" if remarks.complete else "reading…"
    return PanelFace(
        panel,
        remarks.rows,
        total=f"{len(remarks.rows.remarks):,}{'' if remarks.complete else '+'}",
        nothing=remarks.mistake or reading or ("nothing matches" if choices.wanted else NOTHING),
    )


NOTHING = "Nothing is written yet: highlight, note and bookmark what you read, and it is here."

REMARKS = Panel(
    "remarks",
    "library.remarks",
    NOTE,
    "Notes of all articles",
    orders=("written",),
    face=remark_face,
    shows=("remarks",),
    filter_help="words tag: colour: kind: note: name: from:",
)


def spliced(shown: Sequence[ShownRemark], article: int, now: Sequence[ShownRemark]) -> RemarkRows:
    """The rows with other remarks of one article in the place of those that it had."""
    first = next((at for at, each in enumerate(shown) if each.article == article), len(shown))
    before, behind = shown[:first], [each for each in shown[first:] if each.article != article]
    return RemarkRows((*before, *now, *behind))
