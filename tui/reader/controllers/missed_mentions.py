"""Saying of a selection that it is a name or date which the machine has missed, or has cut otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader import languages
from newsreader.annotations.corrections import Scope, occurrences
from tui.article.name_edges import name_in
from tui.base.captions import excerpt
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from newsreader.entity import Category, Entity, Mention
    from tui.dialogs.correction import Reply
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.reader_context import ReaderContext

TITLE_LENGTH = 60
"""Code points of a name that the title of a dialog shows."""


class MissedMentionController:
    """Asks what a selection is."""

    def __init__(self, context: ReaderContext, annotations: AnnotationController) -> None:
        self._context = context
        self._annotations = annotations

    @property
    def selected(self) -> tuple[int, int] | None:
        """The name in the selection; None if there is none."""
        span, text = self._context.view.selecting.span, self._context.text
        return name_in(text, *span, languages.of_text(text).sentences()) if span is not None else None

    def ask(self, start: int, end: int) -> None:
        """Ask what stands between these code points (end exclusive)."""
        if self._context.notebook is None or self._context.reading is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.correction import BACK, CATEGORIES, EXTENT, CorrectionDialog

        quote = self._context.text[start:end]
        count = len(set(occurrences(self._context.text, quote)) | {(start, end)})
        times = "" if count == 1 else f", {count} times in the article"
        answers = [*CATEGORIES]
        if self._context.reading.mentions.near(start, start, end) is not None:
            answers.append(EXTENT)
        if self._rejections(start, end):
            answers.append(BACK)
        dialog = CorrectionDialog(f"Missed: “{excerpt(quote, TITLE_LENGTH)}”{times}", answers, list(Scope))
        self._context.ask(dialog, lambda reply: self._act(reply, start, end) if reply else None)

    def _act(self, reply: Reply, start: int, end: int) -> None:
        """Keep what was said of it."""
        if reply.verdict is None:
            self._annotations.take_back(
                f"“{excerpt(self._context.text[start:end], TITLE_LENGTH)}”", self._rejections(start, end)
            )
        elif reply.category is None:
            self._set_extent(start, end, reply.scope)
        else:
            self._add(start, end, reply.category, reply.scope)

    def _add(self, start: int, end: int, category: Category, scope: Scope) -> None:
        """Say that something stands there."""
        found = len(occurrences(self._context.text, self._context.text[start:end]))
        count = 1 if scope is Scope.MENTION else max(1, found)
        more = f" at {count} places" if count > 1 else ""
        self._annotations.correct(lambda corrections: corrections.add(start, end, category, scope=scope), more)

    def _rejections(self, start: int, end: int) -> list[str]:
        """The ids of the corrections that took something off the entities between these offsets."""
        reading = self._context.reading
        gone = reading.corrected.rejected if reading and reading.corrected else ()
        return [
            correction
            for each in gone
            if any(mention.start < end and start < mention.end for mention in each.entity.mentions)
            for correction in each.corrections
        ]

    def _set_extent(self, start: int, end: int, scope: Scope) -> None:
        """Let the mention that the selection touches reach just as far as the selection."""
        reading = self._context.reading
        touched = reading.mentions.near(start, start, end) if reading else None
        entity = self._context.entity(touched.entity_id) if touched else None
        mention = mention_at(entity, touched.start) if entity and touched else None
        if entity is not None and mention is not None:
            self._annotations.correct(lambda corrections: corrections.bound(entity, mention, start, end, scope=scope))


def mention_at(entity: Entity, start: int) -> Mention | None:
    """The mention that starts at that code point; None if there is none."""
    return next((each for each in entity.mentions if each.start == start), None)
