"""The panel of the reader's notes, highlights and bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.base.cell_text import one_line, pad
from tui.base.widths import cell_len
from tui.panels.face import Choices, Contents, Panel, PanelFace
from tui.panels.list_rows import Rows, Target
from tui.panels.note_text import NOTE, by, first_line, note_line, sign_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from newsreader.annotations.model import Annotation
    from tui.base.style_book import Line

COMMANDS = ("preview", "note", "delete", "tags", "follow_link")
"""The commands that have a meaning for notes."""
ORPHANED = "orphaned: enter finds a place"
"""What stands above the annotations whose text is gone."""

_COLOUR_WORDS = 20
"""Cells from which on a row has room for the name of its colour."""


class NoteOrder(StrEnum):
    """How the notes are sorted; the value is what the header says."""

    PLACE = "place"
    LATEST = "latest"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One row: the first or second line of an annotation, or, without one, the words above the orphans."""

    annotation: Annotation | None
    second: bool = False

    @property
    def heads(self) -> bool:
        """Whether the cursor can stand here: on the first line of an annotation."""
        return self.annotation is not None and not self.second


class NoteRows(Rows):
    """One row for a highlight, two for a note; those whose text is gone stand below, as orphaned."""

    def __init__(self, lines: Sequence[NoteLine], names: Mapping[str, str], *, colour_words: bool = False) -> None:
        """Take the lines, and the names of entities by their ids; `colour_words` names colours, too."""
        self._lines = lines
        self._names = names
        self._colour_words = colour_words

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations in their order."""
        return tuple(line.annotation for line in self._lines if line.annotation is not None and line.heads)

    def target(self, row: int) -> Target | None:
        """The annotation of a row."""
        annotation = self._lines[row].annotation
        return Target("annotation", annotation.id) if annotation is not None else None

    def key(self, row: int) -> Hashable:
        """The annotation of a row."""
        return self.target(row)

    def number(self, key: Hashable) -> int | None:
        """The first row of the annotation."""
        return next((row for row in range(len(self)) if key is not None and self.target(row) == key), None)

    def head_of(self, row: int) -> int:
        """The first row of the annotation that `row` belongs to."""
        line = self._lines[row]
        return row + 1 if line.annotation is None else row - line.second

    def after(self, row: int) -> int:
        """The first row of the next annotation."""
        below = (at for at in range(row + 1, len(self)) if self._lines[at].heads)
        return next(below, len(self))

    def before(self, row: int) -> int:
        """The first row of the annotation before."""
        above = (at for at in range(row - 1, -1, -1) if self._lines[at].heads)
        return next(above, row)

    def draw(self, row: int, width: int) -> Line:
        """A line of an annotation: what it is on, or the note itself."""
        line = self._lines[row]
        if line.annotation is None:
            return [(pad(f" {ORPHANED}", width), ("panel--quiet",))]
        return _second_line(line.annotation, width) if line.second else self._first_line(line.annotation, width)

    def _first_line(self, annotation: Annotation, width: int) -> Line:
        room = self._colour_words and width >= _COLOUR_WORDS
        colour = f" {annotation.colour}" if annotation.colour and room else ""
        on = by(annotation) + subject(annotation, self._names)
        return [
            (f"{sign_of(annotation)} ", (f"panel--{annotation.colour or 'count'}",)),
            (pad(on, max(0, width - 2 - cell_len(colour))), ("panel--quiet",) if annotation.text else ()),
            (colour, ("panel--count",)),
        ]


def note_face(panel: Panel, contents: Contents, choices: Choices) -> PanelFace:
    """List the annotations that the filter leaves, in an order; what is not placed stands last."""
    annotations = contents.annotations
    names = {each.id: each.name for each in contents.analysis.entities} if contents.analysis else {}
    left, mistake = _wanted(choices.wanted, annotations, names) if choices.wanted else (annotations, "")
    return PanelFace(
        panel,
        NoteRows(list(_lines(left, NoteOrder(choices.order))), names, colour_words=contents.colour_words),
        total=f"{len(left)}/{len(annotations)}" if choices.wanted else str(len(left)),
        order=choices.order if annotations else "",
        nothing=mistake or ("nothing matches" if choices.wanted else "none yet"),
        need=_rows_needed(annotations),
        offered=bool(annotations),
    )


NOTES = Panel(
    "notes",
    "reader.notes",
    NOTE,
    "Notes",
    orders=tuple(NoteOrder),
    face=note_face,
    shows=("annotations", "analysis"),
    commands=COMMANDS,
    filter_help="tag: colour: kind: name:",
)


def _wanted(
    typed: str, annotations: Sequence[Annotation], names: Mapping[str, str]
) -> tuple[Sequence[Annotation], str]:
    """The annotations that the query finds, and what is wrong with it."""
    # Loaded here, since the first frame has no filter.
    from newsreader.query.annotations import of_annotation
    from newsreader.query.fields import NOTES as KNOWN
    from newsreader.query.matching import holds
    from newsreader.query.parser import parse

    query, today = parse(typed, KNOWN, typing=True), date.today()
    found = [each for each in annotations if holds(query.condition, of_annotation(each, subject(each, names)), today)]
    return found, next((each.sentence for each in query.mistakes), "")


def subject(annotation: Annotation, names: Mapping[str, str]) -> str:
    """What an annotation is on: its quotation, the entity's name, or the article."""
    if annotation.quote:
        return f"“{one_line(annotation.quote)}”"
    if annotation.entity:
        slug = annotation.entity.partition(":")[2]
        # What was merged or taken off the entities is known by its id alone.
        name = " ".join(word[:1].upper() + word[1:] for word in slug.split("-"))
        return one_line(names.get(annotation.entity, name))
    return "the article"


def _second_line(annotation: Annotation, width: int) -> Line:
    shown = note_line(first_line(annotation.text), width - 2)
    used = sum(cell_len(text) for text, _ in shown)
    return [("  ", ()), *shown, (" " * max(0, width - 2 - used), ())]


def _rows_needed(annotations: Sequence[Annotation]) -> int:
    """The heading and all annotations, whatever the filter leaves of them."""
    orphans = any(not each.placed for each in annotations)
    return 1 + orphans + max(1, sum(1 + bool(each.text) for each in annotations))


def _lines(annotations: Sequence[Annotation], order: NoteOrder) -> Iterator[NoteLine]:
    orphans = [each for each in annotations if not each.placed]
    yield from _lines_of(_sorted([each for each in annotations if each.placed], order))
    if orphans:
        yield NoteLine(None)
        yield from _lines_of(orphans)


def _sorted(annotations: list[Annotation], order: NoteOrder) -> list[Annotation]:
    if order is NoteOrder.LATEST:
        return sorted(annotations, key=lambda each: each.modified, reverse=True)
    if order is NoteOrder.COLOUR:
        return sorted(annotations, key=lambda each: (bool(each.text), each.colour or ""))
    return annotations


def _lines_of(annotations: Iterable[Annotation]) -> Iterator[NoteLine]:
    for annotation in annotations:
        yield NoteLine(annotation)
        if annotation.text:
            yield NoteLine(annotation, second=True)
