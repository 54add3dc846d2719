"""The sidebar: the panels stacked, or one of them under a line of tabs where there is little room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from tui.panels.all_panels import PANELS
from tui.panels.face import Contents, Published
from tui.panels.list_panel import ListPanel
from tui.panels.sidebar_layout import arrange
from tui.panels.tabs import TabLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from tui.panels.face import Panel
    from tui.panels.listed import Listed, NewsMarks
    from tui.panels.requests import PanelChanged


class Sidebar(Widget):
    """All panels of one article, what there is to show in them, and which of them is in front."""

    def __init__(self, *, panels: Sequence[Panel] = PANELS, id: str = "sidebar") -> None:  # noqa: A002
        super().__init__(id=id)
        self.panels = tuple(map(ListPanel, panels))
        """All panels in the order of their keys."""
        self.contents = Contents()
        self._status = Static(id="panel-status", markup=False)
        self._tabs = TabLine()
        self.front = self.panels[0]
        """The panel that has or had the focus last; in the tabbed form the one in sight."""
        self._expected = Size(0, 0)
        """The room there will be, until there is one."""
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
        self._settled = False
        self.contents = Contents(
            article.text,
            published=Published(article.metadata.published, guessed=bool(article.metadata.published_doubt)),
        )
        for panel in self.panels:
            panel.begin(self.contents)
        self._status.update("")
        self._arrange()

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
        contents = replace(self.contents, analysis=analysis, signs=signs or {}, mention_signs=mention_signs or {})
        self._show(contents)
        self._arrange()

    def set_listed(self, listed: Listed) -> None:
        """Show what is in the articles of a list; nothing that the reader looks at moves."""
        self._show(replace(self.contents, listed=listed, status=""))
        self._arrange()

    def set_news(self, news: NewsMarks) -> None:
        """Mark which of the names in a list are new, risen or watched; nothing moves."""
        self._show(replace(self.contents, news=news))

    def set_published(self, published: date | None, sign: str = "", *, guessed: bool = False) -> None:
        """Show when the article was published, and by a sign whose word that is if it is not the article's own."""
        self._show(replace(self.contents, published=Published(published, sign, guessed)))

    def set_status(self, sentence: str) -> None:
        """Say something about the analysis, such as why there is none; an empty sentence takes it back.

        It stands in the place of the lists, so that nothing moves; above them, if they have something to show.
        """
        self._show(replace(self.contents, status=sentence))
        self._status.update(sentence)
        self._arrange()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List the notes and highlights."""
        self._show(replace(self.contents, annotations=annotations))

    def set_active(self, entity_id: str | None) -> None:
        """Mark the entity whose mentions are the active matches."""
        self.contents = replace(self.contents, active=entity_id)
        for panel in self.panels:
            panel.mark(entity_id)

    def expect(self, width: int, height: int) -> None:
        """Share out a room of that size until the real one is known, so that nothing moves then."""
        self._expected = Size(width, height)

    def _show(self, contents: Contents) -> None:
        self.contents = replace(contents, colour_words=self.app.no_color)
        for panel in self.panels:
            panel.show(self.contents)

    # Which panel

    @property
    def notes(self) -> ListPanel:
        """The panel of the annotations."""
        return next(panel for panel in self.panels if panel.panel.name == "notes")

    @property
    def focused(self) -> ListPanel | None:
        """The panel with the focus."""
        return next((panel for panel in self.panels if panel.has_focus), None)

    def focus_panel(self, key: str) -> None:
        """Give the focus to the panel of that key (`1` to `5`); KeyError if there is none."""
        panel = {each.panel.key: each for each in self.panels}[key]
        self._bring_to_front(panel)
        panel.display = True
        panel.focus()

    def on_tab_line_chosen(self, event: TabLine.Chosen) -> None:
        """Go to the panel whose tab was clicked."""
        event.stop()
        self.focus_panel(event.panel.key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the panel with the focus in front."""
        if isinstance(event.widget, ListPanel):
            self._bring_to_front(event.widget)

    def _bring_to_front(self, panel: ListPanel) -> None:
        if panel is not self.front:
            self.front = panel
            self._arrange()

    # Room

    def on_descendant_blur(self) -> None:
        """Share the room by need, if that had to wait until nobody was in a panel."""
        if self.contents.complete and not self._settled:
            self.call_later(self._arrange)

    def on_resize(self) -> None:
        """Share the new room."""
        self._arrange()

    def on_panel_changed(self, event: PanelChanged) -> None:
        """Share the room anew once all is read; until then nobody's room changes."""
        event.stop()
        self._arrange()

    def _arrange(self) -> None:
        """Give the panels their rows as fractions, so that the status above them may take what it needs."""
        self._settled = self.contents.complete and (self._settled or not self.has_focus_within)
        room = self.size or self._expected
        if not room:
            return
        faces = [panel.face for panel in self.panels]
        front = self.panels.index(self.front)
        under_tabs, rows = arrange(faces, room, front=front, settled=self._settled)
        self._tabs.display = under_tabs
        self._status.display = bool(self.contents.status) and self.contents.analysis is not None
        for at, (panel, height) in enumerate(zip(self.panels, rows, strict=True)):
            panel.show_as(speaks=under_tabs or at == 0, headed=not under_tabs)
            panel.display = bool(height)
            if height:
                panel.styles.height = "1fr" if under_tabs else f"{height}fr"
        if under_tabs:
            self._tabs.show([panel.face for panel in self.panels], front)
