"""What the article view tells the screen around it."""

from __future__ import annotations

from textual.message import Message


class EntityClicked(Message):
    """A mention was clicked."""

    def __init__(self, entity_id: str, offset: int) -> None:
        """Take the id of the entity and the code point that was clicked."""
        super().__init__()
        self.entity_id = entity_id
        self.offset = offset


class AnnotationClicked(Message):
    """A highlight or note was clicked where no mention stands."""

    def __init__(self, id: str, offset: int) -> None:  # noqa: A002
        """Take the id of the annotation and the code point that was clicked."""
        super().__init__()
        self.id = id
        self.offset = offset


class Clicked(Message):
    """A place in the text that is neither a mention nor annotated was clicked."""

    def __init__(self, offset: int) -> None:
        """Take the code point that was clicked."""
        super().__init__()
        self.offset = offset


class GutterClicked(Message):
    """The gutter was clicked; the view has already gone there, and `origin` is where it came from."""

    def __init__(self, offset: int, origin: int, top: int) -> None:
        """Take the code points that were at the cursor after and before, and the one at the top before."""
        super().__init__()
        self.offset = offset
        self.origin = origin
        self.top = top


class SelectionChanged(Message):
    """The selection grew, shrank or went away; start and end are equal when there is none."""

    def __init__(self, start: int, end: int) -> None:
        """Take the code points of the selection, end exclusive."""
        super().__init__()
        self.start = start
        self.end = end

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.start == self.end

    def can_replace(self, message: Message) -> bool:
        """Only the newest one counts."""
        return isinstance(message, SelectionChanged)


class PositionChanged(Message):
    """Another part of the text is in view, or the reader is elsewhere in it."""

    def __init__(self, top: int, bottom: int) -> None:
        """Take the code points in view, end exclusive."""
        super().__init__()
        self.top = top
        self.bottom = bottom

    def can_replace(self, message: Message) -> bool:
        """Only the newest one counts."""
        return isinstance(message, PositionChanged)
