"""Correcting what the machine found: on the name at the cursor, in a panel or card, or on a selection.

The dialogs ask, the notebook keeps, and the screen then shows the findings with the corrections laid over them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.corrections import Scope, occurrences
from newsreader.annotations.corrections.sentences import corrected
from newsreader.entity import Category
from tui.base.text import excerpt
from tui.panels.messages import CorrectionRequested, MergeRequested, RejectionRequested
from tui.reader.context import NO_LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsreader.annotations.corrections import Correction
    from newsreader.annotations.notebook import Notebook
    from newsreader.entity import Entity, Mention
    from tui.dialogs.correction import Wish
    from tui.dialogs.question import Answer
    from tui.reader.context import ReaderContext
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.mentions import MentionController

_TITLE = 60
"""Code points of a name that the title of a dialog shows."""


class CorrectionController:
    """Asks what is wrong with a name or date, and has the answer kept."""

    def __init__(self, context: ReaderContext, mentions: MentionController, annotations: AnnotationController) -> None:
        self._context = context
        self._mentions = mentions
        self._annotations = annotations
        context.commands.register({"article.correct": self.correct_here})
        context.listen(
            {
                CorrectionRequested: lambda message: self.correct(message.entity_id, message.mention),
                RejectionRequested: self.reject,
                MergeRequested: self.merge,
            }
        )

    # Where they are asked for

    def correct_here(self) -> None:
        """Correct the name or date here; with a selection, say that it was missed."""
        span = self._selected_words()
        here = self._mentions.here
        if span is not None:
            self._ask_about_span(*span)
        elif here is None:
            self._context.say("There is no name or date in sight; select one that was missed with v.")
        elif (entity := self._context.entity(here.entity_id)) is not None:
            self._ask_about(entity, mention_at(entity, here.start))

    def correct(self, entity_id: str, index: int | None) -> None:
        """Ask what is wrong with an entity, being at its mention of that index, if at any."""
        if (entity := self._context.entity(entity_id)) is not None:
            self._ask_about(entity, mention_of(entity, index))

    def reject(self, message: RejectionRequested) -> None:
        """Take what the cursor of a panel is on off the entities."""
        if (entity := self._context.entity(message.entity_id)) is not None:
            mention = mention_of(entity, message.mention)
            self._keep(lambda notebook: notebook.reject(entity, mention, scope=_scope(mention)))

    def merge(self, message: MergeRequested) -> None:
        """Ask which other entity it is that the cursor of a panel is on."""
        if (entity := self._context.entity(message.entity_id)) is not None:
            mention = mention_of(entity, message.mention)
            self._ask_other(entity, mention, _scope(mention))

    # What is found

    def _ask_about(self, entity: Entity, mention: Mention | None) -> None:
        if self._context.notebook is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.correction import CorrectionDialog

        scopes = list(Scope) if mention is not None else [Scope.ARTICLE, Scope.EVERYWHERE]
        title = f"{excerpt(entity.name, _TITLE)} ({entity.category})"
        dialog = CorrectionDialog(title, self._answers(entity, mention), scopes)
        self._context.ask(dialog, lambda wish: self._fulfil(wish, entity, mention) if wish else None)

    def _answers(self, entity: Entity, mention: Mention | None) -> list[Answer]:
        """The answers that make sense for an entity."""
        from tui.dialogs.correction import BACK, CATEGORIES, EXTENT, MERGE, NAME, REJECT, SPLIT

        answers = [*CATEGORIES, NAME, REJECT, MERGE]
        if mention is not None:
            answers += [SPLIT, EXTENT] if len(entity.mentions) > 1 else [EXTENT]
        if self._touching(entity):
            answers.append(BACK)
        return answers

    def _fulfil(self, wish: Wish, entity: Entity, mention: Mention | None) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "name": lambda: self._ask_name(entity, mention, wish.scope),
            "merge": lambda: self._ask_other(entity, mention, wish.scope),
            "reject": lambda: self._keep(lambda notebook: notebook.reject(entity, mention, scope=wish.scope)),
            "extent": lambda: self._ask_extent(entity, mention, wish.scope),
            "split": lambda: self._split(entity, mention, wish.scope),
            "back": lambda: self._take_back(entity.name, self._touching(entity)),
        }
        deeds.get(wish.answer, lambda: self._categorise(entity, mention, wish))()

    def _categorise(self, entity: Entity, mention: Mention | None, wish: Wish) -> None:
        category = Category(wish.answer)
        if entity.category is category:
            self._context.say(f"{entity.name} is a {category} already.".replace("a organ", "an organ"))
        else:
            self._keep(lambda notebook: notebook.recategorise(entity, category, mention, scope=wish.scope))

    def _ask_name(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        from tui.dialogs.prompt import Prompt

        def named(name: str | None) -> None:
            if name and name != entity.name:
                self._keep(lambda notebook: notebook.rename(entity, name, mention, scope=scope))

        self._context.ask(Prompt("The right name", value=entity.name), named)

    def _ask_other(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        if self._context.notebook is None or self._context.reading is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.entity_picker import EntityPicker

        def chosen(entity_id: str | None) -> None:
            other = self._context.entity(entity_id)
            if other is not None:
                self._keep(lambda notebook: notebook.merge(entity, other, mention, scope=scope))

        others = (each for each in self._context.reading.entities if each.id != entity.id)
        name = self._context.text[mention.start : mention.end] if mention and scope is Scope.MENTION else entity.name
        self._context.ask(EntityPicker(f"{excerpt(name, _TITLE)} is the same as", others), chosen)

    def _ask_extent(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        """Let the reader move the ends of the mention, and show in the article what is tried."""
        if mention is None:
            return
        from tui.dialogs.boundary import BoundaryDialog

        def settled(span: tuple[int, int] | None) -> None:
            self._context.view.clear_selection()
            self._context.view.go_to(span[0] if span else mention.start)
            if span is not None:
                self._keep(lambda notebook: notebook.bound(entity, mention, *span, scope=scope))

        self._context.view.go_to(mention.start, end=mention.end)
        self._context.ask(BoundaryDialog(self._context.text, mention.start, mention.end, self._show_extent), settled)

    def _show_extent(self, start: int, end: int) -> None:
        self._context.view.select(start, end - 1)

    def _split(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        """Split off all that read as the mention does, or it alone if the whole entity reads so."""
        if mention is None:
            return
        form = self._context.text[mention.start : mention.end].split()
        alike = all(self._context.text[each.start : each.end].split() == form for each in entity.mentions)
        reach = Scope.MENTION if alike else scope
        self._keep(lambda notebook: notebook.split(entity, mention, scope=reach))

    def _touching(self, entity: Entity) -> tuple[str, ...]:
        """The ids of the corrections behind an entity."""
        reading = self._context.reading
        return reading.corrected.touching(entity.id) if reading and reading.corrected else ()

    def _take_back(self, name: str, corrections: Sequence[str]) -> None:
        """Take back corrections of what goes by `name`."""

        def withdraw(notebook: Notebook) -> str:
            notebook.back_to_machine(corrections)
            return f"{name} is as the machine found it; U brings the correction back."

        self._annotations.change(withdraw)

    # What was missed

    def _selected_words(self) -> tuple[int, int] | None:
        """The selection without the white space at its ends; None if there is nothing in it."""
        if self._context.view.selection is None:
            return None
        start, end = self._context.view.selection
        words = self._context.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        return (start, end) if start < end else None

    def _ask_about_span(self, start: int, end: int) -> None:
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
        dialog = CorrectionDialog(f"Missed: “{excerpt(quote, _TITLE)}”{times}", answers, list(Scope))
        self._context.ask(dialog, lambda wish: self._take_in(wish, start, end) if wish else None)

    def _take_in(self, wish: Wish, start: int, end: int) -> None:
        if wish.answer == "extent":
            self._set_extent(start, end, wish.scope)
            return
        if wish.answer == "back":
            self._take_back(f"“{excerpt(self._context.text[start:end], _TITLE)}”", self._rejections(start, end))
            return
        category = Category(wish.answer)
        found = len(occurrences(self._context.text, self._context.text[start:end]))
        count = 1 if wish.scope is Scope.MENTION else max(1, found)
        more = f" at {count} places" if count > 1 else ""
        self._keep(lambda notebook: notebook.add(start, end, category, scope=wish.scope), more)

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
            self._keep(lambda notebook: notebook.bound(entity, mention, start, end, scope=scope))

    def _keep(self, deed: Callable[[Notebook], Correction], more: str = "") -> None:
        """Keep a correction, show what comes of it, and say what was done."""
        self._annotations.change(partial(_carried_out, deed, more))


def mention_of(entity: Entity, index: int | None) -> Mention | None:
    """The mention of that index; None if there is no index, or no such mention."""
    return entity.mentions[index] if index is not None and index < len(entity.mentions) else None


def mention_at(entity: Entity, start: int) -> Mention | None:
    """The mention that starts at that code point; None if there is none."""
    return next((each for each in entity.mentions if each.start == start), None)


def _scope(mention: Mention | None) -> Scope:
    """How far it holds what is said in a panel: a mention's row means the mention, an entity's row the article."""
    return Scope.ARTICLE if mention is None else Scope.MENTION


def _carried_out(deed: Callable[[Notebook], Correction], more: str, notebook: Notebook) -> str:
    sentence = corrected(deed(notebook))
    return f"{sentence[:1].upper()}{sentence[1:]}{more}; U undoes it."
