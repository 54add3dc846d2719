"""The reader screen, put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from tui.article.matches import MatchKind
from tui.article.view import ArticleView
from tui.base.commands import bindings
from tui.base.keymap import resolve
from tui.panels.note_text import describe
from tui.reader import under_cursor
from tui.reader.areas import Areas
from tui.reader.articles import Articles
from tui.reader.company import Company
from tui.reader.dating import Dating
from tui.reader.exporting import Exporting
from tui.reader.hints import OFFERED, SEARCHING, Situation, hints_for
from tui.reader.layout import PanelLayout
from tui.reader.lettering import Lettering
from tui.reader.linking import linking
from tui.reader.navigation import Navigation
from tui.reader.outside import Outside
from tui.reader.provenance import about, about_mention, mention_signs
from tui.reader.reading import matches_of
from tui.reader.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newsreader.annotations.model import Annotation
    from newsreader.entity import Entity
    from tui.base.lines import Hint
    from tui.session import Session

LOOK_EVERY = 3.0
"""Seconds between two looks at what other windows did to the annotations."""


class ReaderArticle(ArticleView, inherit_bindings=False):
    """The article with the keys that move a selection; without one they fall through to `ArticlePane`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("selection")]

    def tell_position(self) -> None:
        """Have the status line show it in the same frame as the text; what is told comes a frame later."""
        super().tell_position()
        if self.is_attached and isinstance(self.screen, ReaderScreen):
            self.screen.show_position()


class ArticlePane(Container):
    """The room of the article, with the keys for reading it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article")]


class ReaderScreen(Navigation, Lettering, Searching, Outside, Exporting, Articles, Dating, Company, PanelLayout):
    """One article with its panels. Closing it keeps the reader's place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]

    def __init__(self, session: Session) -> None:
        """Open the first of the session's articles, which `session.load` has at hand."""
        super().__init__(session, ReaderArticle())
        self.take_form(self.app.size.width, update=False)
        self.sidebar.display = self.panels_shown
        areas = Areas.fit(*self.app.size)
        self.sidebar.expect(areas.panels_width, areas.panels_height)
        self._keymap = resolve(session.config.keys)
        self.readings[0] = self.reading = self.remember(0, session.load(0))

    def compose(self) -> ComposeResult:
        """Lay out the screen with the text in it, so that the first frame has all of its room."""
        yield self.header
        with Container(id="body"):
            with ArticlePane():
                yield self.view
            yield self.sidebar
        yield self.status

    def on_mount(self) -> None:
        """Show the article where the reader was."""
        self.view.measure = self.session.config.measure
        if self.reading is not None:
            self.show_text(self.reading)
        self.settle()
        self.status.hints = self._hints()
        self.show_position()
        self.view.focus()
        self.bindings_updated_signal.subscribe(self, lambda _: self.refresh_status())
        self.app.app_suspend_signal.subscribe(self, lambda _: self.save_place())
        self.set_interval(LOOK_EVERY, self.look_for_news)

    def on_unmount(self) -> None:
        """Keep the place as it was last noted; the widgets have no size any more."""
        self.save_place()

    # What applies when

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys of a selection through only while there is one."""
        if action.startswith("selection_"):
            return self.selecting
        return True

    def action_reader_clear(self) -> None:
        """End the selection; without one, clear the matches; without any, leave zen."""
        if self.selecting:
            self.view.clear_selection()
        elif self.reading is not None and self.reading.matches is not None:
            self.clear_matches()
        elif self.has_class("-zen"):
            self.action_reader_zen()
        self.refresh_status()

    def action_reader_leave(self) -> None:
        """Go back to the start screen if there is one, else quit."""
        self.keep()
        if len(self.app.screen_stack) > 1:
            self.dismiss()
        else:
            self.app.exit()

    def show_card(self, entity: Entity) -> None:
        """Show the card of an entity, and go to the mention or write the note that is asked for there."""
        reading = self.reading
        if reading is None:
            return
        from tui.dialogs.card_facts import company_and_dates
        from tui.dialogs.entity_card import CardResult, CorrectMention, EntityCard, GoToMention, SeeCompany, WriteNote

        def act(result: CardResult) -> None:
            if isinstance(result, GoToMention):
                self.choose_mention(entity.id, result.index)
            elif isinstance(result, WriteNote):
                self.write_on_entity(entity.id)
            elif isinstance(result, CorrectMention):
                self.correct(entity.id, result.index)
            elif isinstance(result, SeeCompany):
                self.show_company(entity)

        spot = self.spot_here()
        at_hand = matches_of(entity).at(spot.start) if spot is not None and spot.entity_id == entity.id else None
        card = EntityCard(
            reading.article,
            entity,
            notes=list(linking(entity, self.all_annotations, reading.entity)),
            mention=at_hand or 0,
            whose=about(reading.corrected, entity.id),
            signs=mention_signs(reading.corrected),
            beside=list(company_and_dates(reading.article, entity, reading.entities)),
        )
        self.app.push_screen(card, act)

    # The status line

    def refresh_status(self) -> None:
        """Show the active matches and the keys that help now."""
        if not self.is_mounted:
            return
        status = self.status
        status.hints = self._hints()
        self.show_position()

    def show_position(self) -> None:
        """Show how far the article has been read, and what the cursor is on."""
        articles = len(self.session.locations)
        which = f"{self.reading.index + 1} of {articles} · " if self.reading and articles > 1 else ""
        progress = self.view.progress if self.view.size or self.reading is None else self.reading.progress
        self.status.position = f"{which}{round(progress * 100)} %"
        self.status.headline, self.status.detail = self._counter()

    def _counter(self) -> tuple[str, str]:
        matches = self.reading.matches if self.reading else None
        if matches is None or self.reading is None:
            return "", self._under_cursor()
        current = self.reading.current
        count = f"{current + 1}/{len(matches)}" if current is not None else str(len(matches))
        count = count if matches.counted else "…"
        details = [matches.detail]
        if matches.kind is MatchKind.ANNOTATION:
            here = self._annotation_at_hand()
            details.append(describe(here) if here else "")
        elif current is not None and self.reading.entity_id is not None and self.reading.corrected is not None:
            details.insert(0, about_mention(self.reading.corrected, self.reading.entity_id, matches.starts[current]))
        return f"{matches.title} {count}", " · ".join(filter(None, details))

    def _under_cursor(self) -> str:
        """What the cursor is on: a name with whose word it is, an annotation, or both."""
        return under_cursor.words(self.reading, self.view.cursor, self._annotation_at_hand()) if self.reading else ""

    def _annotation_at_hand(self) -> Annotation | None:
        """The annotation at the cursor. The view is asked first, which is quick: this runs at every step."""
        return self.annotation_here() if self.view.annotation_at(self.view.cursor) else None

    def _hints(self) -> Sequence[Hint]:
        if self.has_class("-zen"):
            return ()
        return SEARCHING if self.searching else hints_for(OFFERED[self._situation], self._keymap)

    @property
    def _situation(self) -> Situation:
        if self.selecting:
            return "selection"
        if self.sidebar.has_focus_within:
            return "notes" if self.sidebar.notes.has_focus else "panel"
        return "matches" if self.reading is not None and self.reading.matches is not None else "reading"
