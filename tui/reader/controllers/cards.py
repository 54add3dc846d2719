"""The card of an entity: who or what it is, and what can be done from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.dossier.model import Subject
from newsreader.entity import Category
from tui.article.messages import EntityClicked
from tui.panels.requests import DossierRequested
from tui.reader.controllers.mentions import NOTHING_HERE
from tui.reader.elsewhere import LOOKING, DossierWanted, LibraryWanted, asked_for, knows_things, looking, query_for
from tui.reader.linking import linking
from tui.reader.provenance import about, mention_signs
from tui.reader.reading import matches_of

if TYPE_CHECKING:
    from newsreader.entity import Entity
    from tui.dialogs.entity_card import CardResult, EntityCard
    from tui.reader.controllers.company import CompanyController
    from tui.reader.controllers.corrections import CorrectionController
    from tui.reader.controllers.matches import MatchController
    from tui.reader.controllers.mentions import MentionController
    from tui.reader.controllers.notes import NoteController
    from tui.reader.reader_context import ReaderContext

MORE = "The article is still being read: more may come."
"""What a card says while it may have too little."""


class CardController:
    """Shows cards, and does what is asked for there."""

    def __init__(
        self,
        context: ReaderContext,
        matches: MatchController,
        mentions: MentionController,
        notes: NoteController,
        corrections: CorrectionController,
        company: CompanyController,
    ) -> None:
        self._context = context
        self._matches = matches
        self._mentions = mentions
        self._notes = notes
        self._corrections = corrections
        self._company = company
        self._knows_things = False
        """Whether the library knows things from elsewhere."""
        if (library := context.session.library) is not None:
            context.keeping.do(partial(knows_things, library), self._learn)
        context.commands.register({"article.card": self.show_here})
        context.listen({EntityClicked: self.entity_clicked, DossierRequested: self._dossier_requested})

    def _learn(self, knows_things: bool) -> None:
        self._knows_things = knows_things

    def show_here(self) -> None:
        """Show the card of the entity here."""
        entity = self._mentions.entity_here
        if entity is None:
            self._context.say(NOTHING_HERE)
        else:
            self.show(entity)

    def entity_clicked(self, message: EntityClicked) -> None:
        """Follow the entity; a click on the mention that is current already opens its card."""
        reading, entity = self._context.reading, self._context.entity(message.entity_id)
        if reading is None or entity is None:
            return
        index = matches_of(entity).at(message.offset)
        if reading.entity_id == entity.id and reading.current == index:
            self.show(entity)
        else:
            self._matches.show_mentions(entity, index)

    def _dossier_requested(self, message: DossierRequested) -> None:
        entity = self._context.entity(message.entity_id)
        if entity is not None:
            self.show_dossier(entity)

    def show(self, entity: Entity) -> None:
        """Show the card of an entity, and go to the mention or write the note that is asked for there."""
        reading = self._context.reading
        if reading is None:
            return
        from tui.dialogs.card_facts import company_and_dates
        from tui.dialogs.entity_card import EntityCard

        here = self._mentions.here
        at_hand = matches_of(entity).at(here.start) if here is not None and here.entity_id == entity.id else None
        card = EntityCard(
            reading.article,
            entity,
            notes=list(linking(entity, self._context.annotations, reading.entity)),
            mention=at_hand or 0,
            whose=about(reading.corrected, entity.id),
            signs=mention_signs(reading.corrected),
            beside=[
                *company_and_dates(reading.article, entity, reading.entities),
                *([MORE] if reading.partial else []),
            ],
            elsewhere=LOOKING if self._can_look(entity) else "",
            known=LOOKING if self._can_look(entity) and self._may_be_known(entity) else "",
        )
        self._context.ask(card, lambda result: self._act(entity, result))
        self._look(entity, card)

    def _can_look(self, entity: Entity) -> bool:
        return self._context.session.index is not None and asked_for(entity) is not None

    def _may_be_known(self, entity: Entity) -> bool:
        return entity.category is not Category.DATE and self._knows_things

    def _look(self, entity: Entity, card: EntityCard) -> None:
        """Say on the card in how many other articles the entity is, and what is known of it, once that is found."""
        field, notebook = asked_for(entity), self._context.notebook
        if field is not None and self._can_look(entity):
            library = self._context.session.library if self._may_be_known(entity) else None
            question = looking(field, notebook.number if notebook else 0, self._subject(entity), library)
            self._context.queries.ask("card", question, lambda found: card.tell_elsewhere(found.articles, found.known))

    def _subject(self, entity: Entity) -> Subject:
        notebook = self._context.notebook
        return Subject(entity.category, entity.name, article=notebook.number if notebook else None)

    def _act(self, entity: Entity, result: CardResult) -> None:
        """Do what was asked for on the card of an entity."""
        from tui.dialogs.entity_card import CorrectMention, GoToMention, SeeCompany, SeeDossier, SeeLibrary, WriteNote

        match result:
            case GoToMention(index):
                self._mentions.choose(entity.id, index)
            case WriteNote():
                self._notes.write_on_entity(entity.id)
            case CorrectMention(index):
                self._corrections.correct(entity.id, index)
            case SeeCompany():
                self._company.show(entity)
            case SeeLibrary():
                self._context.screen.post_message(LibraryWanted(query_for(entity)))
            case SeeDossier():
                self.show_dossier(entity)

    def show_dossier(self, entity: Entity) -> None:
        """Show all that the articles of the library say of an entity."""
        if entity.category is Category.DATE:
            self._context.say("Only people, places and organisations have a dossier.")
        elif self._context.session.index is None:
            self._context.say("There is no library to look in.")
        else:
            self._context.screen.post_message(DossierWanted(self._subject(entity)))
