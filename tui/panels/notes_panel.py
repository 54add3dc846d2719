"""The panel of the reader's notes, highlights and bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.panels.list_panel import ListPanel
from tui.panels.messages import (
    AnnotationChosen,
    AnnotationDeleteRequested,
    AnnotationEditRequested,
    AnnotationPreviewed,
    LinkRequested,
    TagsRequested,
)
from tui.panels.note_filter import HELP
from tui.panels.note_listing import LOOK, NoteLine, NoteOrder, listed, note_row, rows_needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.segment import Segment

    from newsreader.annotations.model import Annotation


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
        super().__init__(*LOOK, id="panel-notes", classes="-notes")
        self.order = NoteOrder.PLACE
        self._annotations: Sequence[Annotation] = ()
        self._names: Mapping[str, str] = {}
        self._lines: list[NoteLine] = []

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
        return tuple(line.annotation for line in self._lines if line.annotation is not None and line.heads)

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
        return rows_needed(self._annotations)

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
        below = (at for at in range(row + 1, len(self._lines)) if self._lines[at].heads)
        return next(below, len(self._lines))

    def before(self, row: int) -> int:
        """The first row of the annotation before."""
        above = (at for at in range(row - 1, -1, -1) if self._lines[at].heads)
        return next(above, row)

    def _rebuild(self) -> None:
        selected, row = self.selected, self.cursor
        self.fill()
        self.rows_changed()
        wanted = selected.id if selected is not None else ""
        same = (at for at, line in enumerate(self._lines) if line.annotation and line.annotation.id == wanted)
        self.move_to(next(same, row))

    def fill(self) -> None:
        """Choose and sort the annotations anew; what is not placed stands last."""
        self._lines = listed(self._annotations, self.order, self._names, self.wanted)

    @property
    def filter_help(self) -> str:
        """What can be typed besides words."""
        return HELP

    # Drawing

    def draw_row(self, row: int, width: int) -> list[Segment]:
        """A line of an annotation: what it is on, or the note itself."""
        return self.paint(row, note_row(self._lines[row], self._names, width, colour_words=self.app.no_color))

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
