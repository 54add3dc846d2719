"""Correcting what the machine found: the name at the cursor, or one in a panel or on a card.

The dialogs ask, the notebook keeps, and the screen then shows the findings with the corrections laid over them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations.corrections import Scope, Verdict
from newsreader.entity import Category
from newsreader.languages.english.time_words import readable
from tui.base.captions import excerpt
from tui.panels.requests import CorrectionRequested, MergeRequested, RejectionRequested
from tui.reader.controllers.missed_mentions import TITLE_LENGTH, mention_at
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from newsreader.entity import Entity, Mention
    from tui.dialogs.correction import Reply
    from tui.dialogs.question import Answer
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.controllers.mentions import MentionController
    from tui.reader.controllers.missed_mentions import MissedMentionController
    from tui.reader.reader_context import ReaderContext


_ARTICLES = {Category.ORGANISATION: "an"}

EXAMPLES = "2024-04-08, tuesday, +3 days, June 2024, Q2 2024"
"""What the line for the value of a date says that can be typed."""


class CorrectionController:
    """Asks what is wrong with a name or date, and has the answer kept."""

    def __init__(
        self,
        context: ReaderContext,
        mentions: MentionController,
        annotations: AnnotationController,
        missed: MissedMentionController,
    ) -> None:
        self._context = context
        self._mentions = mentions
        self._annotations = annotations
        self._missed = missed
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
        span = self._missed.selected
        here = self._mentions.here
        if span is not None:
            self._missed.ask(*span)
        elif here is None:
            self._context.say(
                "There is no name or date in this line; select one that was missed with <article.select>."
            )
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
            self._annotations.correct(lambda corrections: corrections.reject(entity, mention, scope=_scope(mention)))

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
        title = f"{excerpt(entity.name, TITLE_LENGTH)} ({entity.category})"
        dialog = CorrectionDialog(title, self._answers(entity, mention), scopes)
        self._context.ask(dialog, lambda reply: self._act(reply, entity, mention) if reply else None)

    def _answers(self, entity: Entity, mention: Mention | None) -> list[Answer]:
        """The answers that make sense for an entity."""
        from tui.dialogs.correction import BACK, CATEGORIES, EXTENT, MERGE, NAME, REJECT, SPLIT, VALUE

        answers = [*([VALUE] if entity.category is Category.DATE else []), *CATEGORIES, NAME, REJECT, MERGE]
        if mention is not None:
            answers += [SPLIT, EXTENT] if len(entity.mentions) > 1 else [EXTENT]
        if self._touching(entity):
            answers.append(BACK)
        return answers

    def _act(self, reply: Reply, entity: Entity, mention: Mention | None) -> None:
        """Keep what was said, or ask for what is still to be known."""
        scope = reply.scope
        match reply.verdict:
            case Verdict.IS_A:
                self._categorise(entity, mention, reply)
            case Verdict.IS_NAMED:
                self._ask_name(entity, mention, scope)
            case Verdict.IS_DATED:
                self._ask_value(entity, mention, Scope.MENTION if scope is Scope.MENTION else Scope.ARTICLE)
            case Verdict.SAME_AS:
                self._ask_other(entity, mention, scope)
            case Verdict.NOT_SAME_AS:
                self._split(entity, mention, scope)
            case Verdict.BOUNDARY:
                self._ask_extent(entity, mention, scope)
            case Verdict.NOT_AN_ENTITY:
                self._annotations.correct(lambda corrections: corrections.reject(entity, mention, scope=scope))
            case None:
                self._annotations.take_back(entity.name, self._touching(entity))

    def _categorise(self, entity: Entity, mention: Mention | None, reply: Reply) -> None:
        category = reply.category
        if category is None:
            return
        if entity.category is category:
            value = "; v gives it its value" if category is Category.DATE else ""
            self._context.say(f"{entity.name} is {_ARTICLES.get(category, 'a')} {category} already{value}.")
        else:
            self._annotations.correct(
                lambda corrections: corrections.recategorise(entity, category, mention, scope=reply.scope)
            )

    def _ask_name(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        from tui.dialogs.prompt import Prompt

        def named(name: str | None) -> None:
            if name and name != entity.name:
                self._annotations.correct(lambda corrections: corrections.rename(entity, name, mention, scope=scope))

        self._context.ask(Prompt("The right name", value=entity.name), named)

    def _ask_value(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        from newsreader.languages.english.dates.typed import typed_time
        from tui.dialogs.date_dialog import DateDialog, NoDate, Said

        def settled(said: Said | None) -> None:
            if said is None:
                return
            if (time := said.time) is None:
                self._annotations.correct(lambda corrections: corrections.reject(entity, mention, scope=scope))
            else:
                self._annotations.correct(lambda corrections: corrections.date(entity, time, mention, scope=scope))

        reading = self._context.reading
        reach = "here" if scope is Scope.MENTION else "in this article"
        dialog = DateDialog(
            f"When is “{excerpt(entity.name, TITLE_LENGTH)}” {reach}?",
            _value_of(mention or entity.mentions[0]),
            EXAMPLES,
            read=partial(typed_time, published=reading.dated.metadata.published if reading else None),
            no_date=NoDate("not a date", "It is not a date, and leaves the list."),
        )
        self._context.ask(dialog, settled)

    def _ask_other(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        if self._context.notebook is None or self._context.reading is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.entity_picker import EntityPicker

        def chosen(entity_id: str | None) -> None:
            other = self._context.entity(entity_id)
            if other is not None:
                self._annotations.correct(lambda corrections: corrections.merge(entity, other, mention, scope=scope))

        others = (each for each in self._context.reading.entities if each.id != entity.id)
        name = self._context.text[mention.start : mention.end] if mention and scope is Scope.MENTION else entity.name
        self._context.ask(EntityPicker(f"{excerpt(name, TITLE_LENGTH)} is the same as", others), chosen)

    def _ask_extent(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        """Let the reader move the ends of the mention, and show in the article what is tried."""
        if mention is None:
            return
        from tui.dialogs.boundary import BoundaryDialog

        def settled(span: tuple[int, int] | None) -> None:
            self._context.view.selecting.clear()
            self._context.view.viewport.go_to(span[0] if span else mention.start)
            if span is not None:
                self._annotations.correct(lambda corrections: corrections.bound(entity, mention, *span, scope=scope))

        self._context.view.viewport.go_to(mention.start, end=mention.end)
        self._context.ask(BoundaryDialog(self._context.text, mention.start, mention.end, self._show_extent), settled)

    def _show_extent(self, start: int, end: int) -> None:
        self._context.view.selecting.between(start, end - 1)

    def _split(self, entity: Entity, mention: Mention | None, scope: Scope) -> None:
        """Split off all that read as the mention does, or it alone if the whole entity reads so."""
        if mention is None:
            return
        form = self._context.text[mention.start : mention.end].split()
        alike = all(self._context.text[each.start : each.end].split() == form for each in entity.mentions)
        reach = Scope.MENTION if alike else scope
        self._annotations.correct(lambda corrections: corrections.split(entity, mention, scope=reach))

    def _touching(self, entity: Entity) -> tuple[str, ...]:
        """The ids of the corrections behind an entity."""
        reading = self._context.reading
        return reading.corrected.touching(entity.id) if reading and reading.corrected else ()


def mention_of(entity: Entity, index: int | None) -> Mention | None:
    """The mention of that index; None if there is no index, or no such mention."""
    return entity.mentions[index] if index is not None and index < len(entity.mentions) else None


def _scope(mention: Mention | None) -> Scope:
    """How far it holds what is said in a panel: a mention's row means the mention, an entity's row the article."""
    return Scope.ARTICLE if mention is None else Scope.MENTION


def _value_of(mention: Mention) -> str:
    """What a mention stands for on the calendar, as it can be typed; empty if it has no place there."""
    return readable(mention.time) if mention.time and mention.time.start else ""
