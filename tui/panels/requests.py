"""What the panels tell the screen: one message for each thing the reader can ask of a row.

All of them bubble, so that the screen handles a panel's messages without knowing which panel it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.panels.list_rows import Target


class EntityChosen(Message):
    """The reader wants to read about this entity: go to its first mention and give the article the focus."""

    def __init__(self, entity_id: str) -> None:
        super().__init__()
        self.entity_id = entity_id


class EntityPreviewed(Message):
    """The reader wants to see a mention of this entity while staying in the panel; the next one each time."""

    def __init__(self, entity_id: str) -> None:
        super().__init__()
        self.entity_id = entity_id


class MentionChosen(Message):
    """The reader wants to go to one mention: `index` counts in `Entity.mentions`, from 0."""

    def __init__(self, entity_id: str, index: int) -> None:
        super().__init__()
        self.entity_id = entity_id
        self.index = index


class MentionPreviewed(Message):
    """The same while staying in the panel."""

    def __init__(self, entity_id: str, index: int) -> None:
        super().__init__()
        self.entity_id = entity_id
        self.index = index


class NoteRequested(Message):
    """The reader wants to write a note on this entity."""

    def __init__(self, entity_id: str) -> None:
        super().__init__()
        self.entity_id = entity_id


class CorrectionRequested(Message):
    """The reader wants to say what this entity is; `mention` is the index of the mention the cursor is on, if any."""

    def __init__(self, entity_id: str, mention: int | None) -> None:
        super().__init__()
        self.entity_id = entity_id
        self.mention = mention


class RejectionRequested(Message):
    """The reader says that this, or this mention of it, is not an entity."""

    def __init__(self, entity_id: str, mention: int | None) -> None:
        super().__init__()
        self.entity_id = entity_id
        self.mention = mention


class MergeRequested(Message):
    """The reader wants to say which other entity this, or this mention of it, is."""

    def __init__(self, entity_id: str, mention: int | None) -> None:
        super().__init__()
        self.entity_id = entity_id
        self.mention = mention


class DossierRequested(Message):
    """The reader wants to see what all articles say of this entity."""

    def __init__(self, entity_id: str) -> None:
        super().__init__()
        self.entity_id = entity_id


class WideningRequested(Message):
    """The reader wants the list of articles to be narrowed by this no longer."""

    def __init__(self, entity_id: str) -> None:
        super().__init__()
        self.entity_id = entity_id


class ArticleDateRequested(Message):
    """The reader wants to say when the article was published."""


class AnnotationChosen(Message):
    """The reader wants to go to where this annotation is in the article."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__()
        self.annotation_id = annotation_id


class AnnotationPreviewed(Message):
    """The same while staying in the panel."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__()
        self.annotation_id = annotation_id


class AnnotationEditRequested(Message):
    """The reader wants to change the text of this annotation."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__()
        self.annotation_id = annotation_id


class AnnotationDeleteRequested(Message):
    """The reader wants this annotation deleted."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__()
        self.annotation_id = annotation_id


class TagsRequested(Message):
    """The reader wants to change the tags of this annotation."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__()
        self.annotation_id = annotation_id


class LinkRequested(Message):
    """The reader wants to go where a link in this annotation leads."""

    def __init__(self, annotation_id: str) -> None:
        super().__init__()
        self.annotation_id = annotation_id


class PanelLeft(Message):
    """The reader is done with the panels and wants to be back in the article."""


class PanelMoved(Message):
    """The cursor of the panel with the focus is on another row, or its filter is another."""

    def can_replace(self, message: Message) -> bool:
        """One of them says as much as several."""
        return isinstance(message, PanelMoved)


class PanelChanged(Message):
    """A panel's rows, heading or need of room changed; for the sidebar alone."""


_OF_ENTITY: dict[str, Callable[[Target], Message]] = {
    "choose": lambda to: EntityChosen(to.id) if to.mention is None else MentionChosen(to.id, to.mention),
    "preview": lambda to: EntityPreviewed(to.id) if to.mention is None else MentionPreviewed(to.id, to.mention),
    "note": lambda to: NoteRequested(to.id),
    "correct": lambda to: CorrectionRequested(to.id, to.mention),
    "reject": lambda to: RejectionRequested(to.id, to.mention),
    "merge": lambda to: MergeRequested(to.id, to.mention),
    "dossier": lambda to: DossierRequested(to.id),
    "widen": lambda to: WideningRequested(to.id),
}
_OF_ANNOTATION: dict[str, Callable[[str], Message]] = {
    "choose": AnnotationChosen,
    "preview": AnnotationPreviewed,
    "note": AnnotationEditRequested,
    "delete": AnnotationDeleteRequested,
    "tags": TagsRequested,
    "follow_link": LinkRequested,
}


def request(command: str, target: Target | None) -> Message | None:
    """What a command asks of the screen for what a row stands for; None if it has no meaning there."""
    if target is None:
        return None
    if target.kind == "entity" and command in _OF_ENTITY:
        return _OF_ENTITY[command](target)
    if target.kind == "annotation" and command in _OF_ANNOTATION:
        return _OF_ANNOTATION[command](target.id)
    return ArticleDateRequested() if target.kind == "article date" and command == "choose" else None
