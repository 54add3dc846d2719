"""The panel of the reader's notes, highlights and bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment

from tui.panels.cells import one_line, pad
from tui.panels.list_panel import ListPanel
from tui.panels.messages import (
    AnnotationChosen,
    AnnotationDeleteRequested,
    AnnotationEditRequested,
    AnnotationPreviewed,
    LinkRequested,
    TagsRequested,
)
from tui.panels.note_filter import HELP, NoteFilter
from tui.panels.note_text import NOTE, first_line, pieces, sign_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsreader.annotations.model import Annotation

ORPHANED = "orphaned: enter finds a place"
"""What stands above the annotations whose text is gone."""


class NoteOrder(StrEnum):
    """How the notes are sorted; the value is what the header says."""

    PLACE = "place"
    LATEST = "latest"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: the first or second line of an annotation, or, without one, the words above the orphans."""

    annotation: Annotation | None
    second: bool = False


class NotesPanel(ListPanel):
    """All annotations in the order of the article; those whose text is gone stand below, as orphaned."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--yellow",
        "panel--green",
        "panel--blue",
        "panel--pink",
        "panel--orange",
        "panel--purple",
        "panel--link",
        "panel--tag",
    }

    def __init__(self) -> None:
        super().__init__("5", NOTE, "Notes", id="panel-notes", classes="-notes")
        self.order = NoteOrder.PLACE
        self._annotations: Sequence[Annotation] = ()
        self._names: Mapping[str, str] = {}
        self._lines: list[_Line] = []

    # What the screen tells

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List these annotations; the cursor stays on its own."""
        self._annotations = annotations
        self._rebuild()

    def set_names(self, names: Mapping[str, str]) -> None:
        """Take the names of entities by their ids, for notes on an entity."""
        self._names = names
        self.refresh()

    # What the list is

    @property
    def selected(self) -> Annotation | None:
        """The annotation of the cursor."""
        return self._lines[self.cursor].annotation if self._lines else None

    @property
    def listed(self) -> tuple[Annotation, ...]:
        """What the filter leaves, in the order of the list."""
        return tuple(line.annotation for line in self._lines if line.annotation is not None and not line.second)

    @property
    def count(self) -> str:
        """How many annotations there are; `2/40` when a filter leaves 2 of 40."""
        left = len(self.listed)
        return f"{left}/{len(self._annotations)}" if self.wanted else str(left)

    @property
    def holds_any(self) -> bool:
        """Whether there are annotations, whatever the filter leaves of them."""
        return bool(self._annotations)

    @property
    def remarks(self) -> tuple[str, ...]:
        """How the list is sorted."""
        return (str(self.order),) if self._annotations else ()

    @property
    def empty(self) -> str:
        """Why there is nothing."""
        return "nothing matches" if self.wanted else "none yet"

    @property
    def need(self) -> int:
        """The heading and all annotations, whatever the filter leaves of them."""
        orphans = any(not each.placed for each in self._annotations)
        return 1 + orphans + max(1, sum(1 + bool(each.text) for each in self._annotations))

    def row_count(self) -> int:
        """One row for a highlight, two for a note."""
        return len(self._lines)

    def head_of(self, row: int) -> int:
        """The first row of the annotation that `row` belongs to."""
        line = self._lines[row]
        if line.annotation is None:
            return row + 1
        return row - line.second

    def after(self, row: int) -> int:
        """The first row of the next annotation."""
        return next(
            (
                at
                for at in range(row + 1, len(self._lines))
                if not self._lines[at].second and self._lines[at].annotation
            ),
            len(self._lines),
        )

    def before(self, row: int) -> int:
        """The first row of the annotation before."""
        return next(
            (at for at in range(row - 1, -1, -1) if not self._lines[at].second and self._lines[at].annotation),
            row,
        )

    def _rebuild(self) -> None:
        selected, row = self.selected, self.cursor
        self.fill()
        self.rows_changed()
        wanted = selected.id if selected is not None else ""
        same = (at for at, line in enumerate(self._lines) if line.annotation and line.annotation.id == wanted)
        self.move_to(next(same, row))

    def fill(self) -> None:
        """Choose and sort the annotations anew; what is not placed stands last."""
        wanted = NoteFilter.of(self.wanted)
        matching = [each for each in self._annotations if wanted.matches(each, self.subject(each))]
        placed = [each for each in matching if each.placed]
        orphans = [each for each in matching if not each.placed]
        self._lines = list(_lines_of(self._sorted(placed)))
        if orphans:
            self._lines += [_Line(None), *_lines_of(orphans)]

    @property
    def filter_help(self) -> str:
        """What can be typed besides words."""
        return HELP

    def _sorted(self, annotations: list[Annotation]) -> list[Annotation]:
        if self.order is NoteOrder.LATEST:
            return sorted(annotations, key=lambda each: each.modified, reverse=True)
        if self.order is NoteOrder.COLOUR:
            return sorted(annotations, key=lambda each: (bool(each.text), each.colour or ""))
        return annotations

    def subject(self, annotation: Annotation) -> str:
        """What an annotation is on: its quotation, the entity's name, or the article."""
        if annotation.quote:
            return f"“{one_line(annotation.quote)}”"
        if annotation.entity:
            slug = annotation.entity.partition(":")[2]
            # What was merged or taken off the entities is known by its id alone.
            name = " ".join(word[:1].upper() + word[1:] for word in slug.split("-"))
            return one_line(self._names.get(annotation.entity, name))
        return "the article"

    # Drawing

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """A line of an annotation: what it is on, or the note itself."""
        line = self._lines[row]
        if line.annotation is None:
            return [Segment(pad(f" {ORPHANED}", width), self.piece(row, "quiet"))]
        if line.second:
            return self._draw_note(row, line.annotation, width)
        return self._draw_subject(row, line.annotation, width)

    def _draw_note(self, row: int, annotation: Annotation, width: int) -> list[Segment]:
        look = self.row_look(row)
        looks = {"words": look, "link": self.piece(row, "link"), "tag": self.piece(row, "tag")}
        shown = [Segment(each.text, looks[each.look]) for each in pieces(first_line(annotation.text), width - 2)]
        used = sum(segment.cell_length for segment in shown)
        return [Segment("  ", look), *shown, Segment(" " * max(0, width - 2 - used), look)]

    def _draw_subject(self, row: int, annotation: Annotation, width: int) -> list[Segment]:
        sign = sign_of(annotation)
        swatch = self.piece(row, annotation.colour) if annotation.colour else self.piece(row, "count")
        colour = f" {annotation.colour}" if annotation.colour and self.app.no_color and width >= 20 else ""
        room = max(0, width - 2 - cell_len(colour))
        subject = pad(self.subject(annotation), room)
        look = self.piece(row, "quiet") if annotation.text else self.row_look(row)
        return [
            Segment(f"{sign} ", swatch),
            Segment(subject, look),
            Segment(colour, self.piece(row, "count")),
        ]

    # Keys

    def choose(self) -> None:
        """Go to the annotation in the article."""
        if (annotation := self.selected) is not None:
            self.post_message(AnnotationChosen(annotation.id))

    def preview(self) -> None:
        """Show it in the article while the reader stays here."""
        if (annotation := self.selected) is not None:
            self.post_message(AnnotationPreviewed(annotation.id))

    def action_panel_sort(self) -> None:
        """Sort by the next order."""
        orders = list(NoteOrder)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._rebuild()

    def action_panel_note(self) -> None:
        """Ask to change the note of the cursor."""
        if (annotation := self.selected) is not None:
            self.post_message(AnnotationEditRequested(annotation.id))

    def action_panel_delete(self) -> None:
        """Ask to delete the annotation of the cursor."""
        if (annotation := self.selected) is not None:
            self.post_message(AnnotationDeleteRequested(annotation.id))

    def action_panel_tags(self) -> None:
        """Ask to change the tags of the annotation of the cursor."""
        if (annotation := self.selected) is not None:
            self.post_message(TagsRequested(annotation.id))

    def action_panel_follow_link(self) -> None:
        """Ask to go where a link of the note leads."""
        if (annotation := self.selected) is not None:
            self.post_message(LinkRequested(annotation.id))


def _lines_of(annotations: Iterable[Annotation]) -> Iterable[_Line]:
    for annotation in annotations:
        yield _Line(annotation)
        if annotation.text:
            yield _Line(annotation, second=True)
