"""The card of an entity: its names, what is known about it, and every mention in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from newsreader.entity import Category
from tui.base.bars import HintLine
from tui.base.cell_text import one_line
from tui.dialogs.card_list import Card, CardList
from tui.panels.entity_rows import SIGNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.entity import Entity


@dataclass(frozen=True, slots=True)
class GoToMention:
    """The reader chose the mention with this index in `Entity.mentions`."""

    index: int


@dataclass(frozen=True, slots=True)
class WriteNote:
    """The reader wants to write a note on the entity."""


@dataclass(frozen=True, slots=True)
class CorrectMention:
    """The reader wants to correct the entity, being at the mention with this index."""

    index: int


@dataclass(frozen=True, slots=True)
class SeeCompany:
    """The reader wants to see with whom the entity appears."""


@dataclass(frozen=True, slots=True)
class SeeLibrary:
    """The reader wants to see the articles of the library with the entity."""


@dataclass(frozen=True, slots=True)
class SeeDossier:
    """The reader wants to see all that the articles of the library say of the entity."""


CardResult = GoToMention | WriteNote | CorrectMention | SeeCompany | SeeLibrary | SeeDossier | None


KEYS = (("enter", "goes there"), ("r", "corrects"), ("a", "notes"), ("c", "company"), ("escape", "closes"))
LIBRARY_KEY = ("l", "library")
DOSSIER_KEY = ("d", "dossier")


class EntityCard(ModalScreen[CardResult]):
    """Shows an entity; returns what the reader wants next, or None when the card was only read."""

    AUTO_FOCUS = "#card-list"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Close")]

    def __init__(
        self,
        article: Article,
        entity: Entity,
        *,
        notes: Sequence[Annotation] = (),
        mention: int = 0,
        whose: str = "",
        signs: Mapping[int, str] | None = None,
        beside: Sequence[str] = (),
        elsewhere: str = "",
        known: str = "",
    ) -> None:
        """Show `entity` of `article` with the reader's `notes` on it; the cursor starts on `mention` (an index).

        `whose` says whose word the entity is, if it is not the machine's alone; `signs` the same of mentions, by their
        starts. `beside` are the lines about whom and which dates it appears with, `elsewhere` is the one about other
        articles, and `known` the one about what is known from elsewhere, as long as `tell_elsewhere` has not said more;
        both are empty where there is nothing to ask.
        """
        super().__init__()
        self._whose = f"{SIGNS[entity.category]} {one_line(entity.name)}"
        card = Card(article, entity, [note.text for note in notes], whose, signs or {}, beside, elsewhere, known)
        more = [LIBRARY_KEY] if elsewhere else []
        if elsewhere and entity.category is not Category.DATE:
            more.append(DOSSIER_KEY)
        self._keys = (*KEYS[:-1], *more, KEYS[-1])
        self._list = CardList(card, mention)

    def compose(self) -> ComposeResult:
        """Put the keys below the card."""
        with Vertical(id="card", classes="dialog"):
            yield self._list
            yield HintLine(*self._keys)

    def on_mount(self) -> None:
        """Keep the name in sight."""
        self.watch(self._list, "scroll_y", self._show_name)

    def _show_name(self, scrolled: float) -> None:
        """Write whose card it is on the border once the row that says so is scrolled away."""
        self.query_one("#card").border_title = Text(self._whose) if scrolled >= 1 else None

    def on_card_list_chosen(self, event: CardList.Chosen) -> None:
        """Return the mention."""
        event.stop()
        self.dismiss(GoToMention(event.index))

    def on_card_list_note_requested(self, event: CardList.NoteRequested) -> None:
        """Return the wish for a note."""
        event.stop()
        self.dismiss(WriteNote())

    def on_card_list_company_requested(self, event: CardList.CompanyRequested) -> None:
        """Return the wish to see the company."""
        event.stop()
        self.dismiss(SeeCompany())

    def on_card_list_library_requested(self, event: CardList.LibraryRequested) -> None:
        """Return the wish to see it in the library."""
        event.stop()
        self.dismiss(SeeLibrary())

    def on_card_list_dossier_requested(self, event: CardList.DossierRequested) -> None:
        """Return the wish to see its dossier."""
        event.stop()
        self.dismiss(SeeDossier())

    def tell_elsewhere(self, words: str, known: str) -> None:
        """Say in how many other articles the entity is, and what is known of it from elsewhere; nothing moves."""
        self._list.tell_elsewhere(words, known)

    def on_card_list_correction_requested(self, event: CardList.CorrectionRequested) -> None:
        """Return the wish to correct."""
        event.stop()
        self.dismiss(CorrectMention(event.index))

    def action_close(self) -> None:
        """Return nothing."""
        self.dismiss(None)
