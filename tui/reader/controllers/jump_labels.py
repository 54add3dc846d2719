"""A letter on every mention in sight: typing it chooses the mention, without the mouse and without counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.jump_labels import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

    from tui.article.mention_index import PlacedMention
    from tui.reader.controllers.mentions import MentionController
    from tui.reader.reader_context import ReaderContext


class JumpLabelController:
    """Lets the reader choose a mention in sight by the label that is put on it."""

    def __init__(self, context: ReaderContext, mentions: MentionController) -> None:
        self._context = context
        self._mentions = mentions
        self._labelled: Mapping[str, PlacedMention] | None = None
        """The mentions by the labels that can still be meant; None while there are none on the screen."""
        self._typed = ""
        context.commands.register({"article.letters": self.show})

    def show(self) -> None:
        """Put a label on every mention in sight."""
        view = self._context.view
        mentions = list(view.text_layers.mentions_between(*view.viewport.visible_range()))
        if not mentions:
            self._context.say("There is no name or date in sight.")
            return
        self._typed = ""
        self._draw(dict(zip(labels(len(mentions)), mentions, strict=False)))
        self._context.say("Type the letter of a name; any other key gives up.")

    def take(self, event: events.Key) -> bool:
        """Take a letter; anything else, or a letter that leads nowhere, gives up. Whether one was waited for."""
        if self._labelled is None:
            return False
        self._typed += event.character or "?"
        left = {label: mention for label, mention in self._labelled.items() if label.startswith(self._typed)}
        chosen = left.get(self._typed)
        self._draw(None if chosen is not None else left or None)
        if chosen is not None:
            self._mentions.go_to(chosen.entity_id, chosen.start)
        return True

    def give_up(self) -> None:
        """Take the labels away."""
        if self._labelled is not None:
            self._draw(None)

    def _draw(self, labelled: Mapping[str, PlacedMention] | None) -> None:
        self._labelled = labelled
        if labelled is None:
            self._context.status.be_silent()
        self._context.view.painter.set_hints({each.start: label for label, each in (labelled or {}).items()})
