"""The sidebar: the panels stacked, or one of them under a line of tabs where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from newsreader.entity import Category
from tui.panels.dates_panel import DatesPanel
from tui.panels.entity_panel import EntityPanel
from tui.panels.notes_panel import NotesPanel
from tui.panels.rooms import share, tabbed
from tui.panels.tab_row import Tab
from tui.panels.tabs import TabLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from tui.panels.list_panel import ListPanel
    from tui.panels.messages import PanelChanged

Form = Literal["auto", "stacked", "tabbed"]


class Sidebar(Widget):
    """All panels of one article. It holds no state of its own but which panel is in front."""

    def __init__(self, *, form: Form = "auto", id: str = "sidebar") -> None:  # noqa: A002
        super().__init__(id=id)
        self._form: Form = form
        self._status = Static(id="panel-status", markup=False)
        self._tabs = TabLine()
        self._dates = DatesPanel()
        self._entity_panels = [
            self._dates if category is Category.DATE else EntityPanel(category) for category in Category
        ]
        self.notes = NotesPanel()
        """The panel of the annotations."""
        self._front: ListPanel = self._entity_panels[0]
        self._expected = Size(0, 0)
        """The room there will be, until there is one."""
        self._complete = False
        """Whether all is read, so that no more rows will come."""
        self._settled = False
        """Whether the panels have their rows by need; until then they are alike, so that nothing moves."""

    def compose(self) -> ComposeResult:
        """Put the status above the tabs, and those above the panels."""
        yield self._status
        yield self._tabs
        yield from self.panels

    # What the screen tells

    def set_article(self, article: Article) -> None:
        """Start with another article, of which nothing is known yet."""
        self._complete = self._settled = False
        self.set_status("")
        for panel in self._entity_panels:
            panel.set_text(article.text)
        self.set_published(article.metadata.published)
        self.notes.set_annotations(())

    def set_analysis(
        self,
        analysis: Analysis,
        signs: Mapping[str, str] | None = None,
        mention_signs: Mapping[int, str] | None = None,
    ) -> None:
        """Show what is known so far; nothing that the reader looks at moves.

        `signs` maps ids of entities, and `mention_signs` starts of mentions, to what their rows say of whose word they
        are.
        """
        for panel in self._entity_panels:
            found = [entity for entity in analysis.entities if entity.category is panel.category]
            panel.mention_signs = mention_signs or {}
            panel.set_entities(found, done=analysis.paragraphs_done, total=analysis.paragraphs_total, signs=signs)
        self.notes.set_names({entity.id: entity.name for entity in analysis.entities})
        self._complete = analysis.complete
        self._arrange()

    def set_published(self, published: date | None, sign: str = "") -> None:
        """Show when the article was published, and by a sign whose word that is if it is not the article's own."""
        self._dates.set_published(published, sign)

    def set_status(self, sentence: str) -> None:
        """Say something about the analysis, such as why there is none; an empty sentence takes it back.

        It stands in the place of the lists, so that nothing moves; above them, if they have something to show.
        """
        for panel in self._entity_panels:
            panel.set_status(sentence)
        self._status.update(sentence)
        self._arrange()

    def set_active(self, entity_id: str | None) -> None:
        """Mark the entity whose mentions are the active matches."""
        for panel in self._entity_panels:
            panel.set_active(entity_id)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List the notes and highlights."""
        self.notes.set_annotations(annotations)

    def expect(self, width: int, height: int) -> None:
        """Share out a room of that size until the real one is known, so that nothing moves then."""
        self._expected = Size(width, height)

    def set_form(self, form: Form) -> None:
        """Stack the panels, show one under tabs, or let the room decide."""
        self._form = form
        self._arrange()

    # Which panel

    @property
    def panels(self) -> tuple[ListPanel, ...]:
        """All panels in the order of their keys."""
        return (*self._entity_panels, self.notes)

    @property
    def front(self) -> ListPanel:
        """The panel that has or had the focus last; in the tabbed form the one in sight."""
        return self._front

    @property
    def _room(self) -> Size:
        return self.size or self._expected

    @property
    def tabbed(self) -> bool:
        """Whether one panel is shown under tabs."""
        if self._form != "auto":
            return self._form == "tabbed"
        return tabbed(*self._room, len(self.panels))

    def focus_panel(self, key: str) -> None:
        """Give the focus to the panel of that key (`1` to `5`); KeyError if there is none."""
        panel = {panel.key: panel for panel in self.panels}[key]
        self._bring_to_front(panel)
        panel.display = True
        panel.focus()

    def on_tab_line_chosen(self, event: TabLine.Chosen) -> None:
        """Go to the panel whose tab was clicked."""
        event.stop()
        self.focus_panel(next(panel.key for panel in self.panels if panel.id == event.panel_id))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the panel with the focus in front."""
        for panel in self.panels:
            if panel is event.widget:
                self._bring_to_front(panel)

    # Room

    def on_descendant_blur(self) -> None:
        """Share the room by need, if that had to wait until nobody was in a panel."""
        if self._complete and not self._settled:
            self.call_later(self._arrange)

    def on_resize(self) -> None:
        """Share the new room."""
        self._arrange()

    def on_panel_changed(self, event: PanelChanged) -> None:
        """Share the room anew once all is read; until then nobody's room changes."""
        event.stop()
        self._arrange()

    def _bring_to_front(self, panel: ListPanel) -> None:
        if panel is not self._front:
            self._front = panel
            self._arrange()

    def _arrange(self) -> None:
        self._settled = self._complete and (self._settled or not self.has_focus_within)
        if not self._room:
            return
        under_tabs = self.tabbed
        self._tabs.display = under_tabs
        first = self._entity_panels[0]
        self._status.display = bool(first.status) and first.known
        for entity_panel in self._entity_panels:
            entity_panel.speaks = under_tabs or entity_panel is first
        for panel in self.panels:
            panel.display = panel is self._front if under_tabs else panel is not self.notes or self._notes_shown
            panel.show_heading(not under_tabs)
        if under_tabs:
            self._front.styles.height = "1fr"
            self._tabs.show(list(self._tab_row()))
        else:
            self._stack()

    @property
    def _notes_shown(self) -> bool:
        return self.notes.holds_any or self.notes is self._front

    def _tab_row(self) -> Iterator[Tab]:
        for panel in self.panels:
            chosen = panel is self._front
            yield Tab(str(panel.id), panel.key, panel.sign, panel.title, panel.count, panel.remarks, chosen)

    def _stack(self) -> None:
        """Give the panels their rows as fractions, so that the status above them may take what it needs."""
        height = self._room.height
        panels = [panel for panel in self.panels if panel.display]
        needs = [panel.need if self._settled or panel is self.notes else height for panel in panels]
        for panel, rows in zip(panels, share(height, needs), strict=True):
            panel.styles.height = f"{max(1, rows)}fr"
