"""The widget of the list of articles: draws what is at hand of it, two lines each, and asks for more near an end."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.base.style_book import WidgetStyles, paint
from tui.library.article_rows import LINES, NONE_GREW, article_line, line_key
from tui.library.list_place import ListPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual import events

    from newsreader.index.found import FoundArticle
    from tui.library.listed_run import Run

MOST_KEPT = 2000
"""Lines that are kept as they were drawn."""
WHEEL = 2
"""Articles that the wheel turns by."""


class ArticleList(Widget, can_focus=True):
    """Articles with a cursor. The last column of cells belongs to the scroll thumb."""

    class MoreWanted(Message):
        """There is little left at hand in one direction."""

        def __init__(self, *, backwards: bool) -> None:
            super().__init__()
            self.backwards = backwards

    class Opened(Message):
        """The article of the cursor was double-clicked."""

    def __init__(self) -> None:
        super().__init__(id="library-articles")
        self.place = ListPlace()
        """What is at hand of the list, and where one is in it."""
        self.moved: Callable[[], object] = lambda: None
        """Called when the cursor is on another article, or the article there has changed: no message, so that all that
        comes of it is drawn in one frame."""
        self.empty = ""
        """The words in place of an empty list."""
        self._grown: Mapping[int, int] = NONE_GREW
        self._styles = WidgetStyles(self)
        self._strips: dict[tuple[object, ...], Strip] = {}
        """Lines as they were drawn, by what they show."""

    @property
    def run(self) -> Run:
        """What is at hand of the list."""
        return self.place.run

    @property
    def chosen(self) -> FoundArticle | None:
        """The article with the cursor."""
        return self.place.chosen

    # What it shows

    def show(self, run: Run, *, at: int = 0) -> None:
        """Show another list, with the cursor on the article of that index."""
        self.place.show(run, at)
        self._strips.clear()
        self._moved()

    def renew(self, run: Run) -> None:
        """Show what the list has become, as `ListPlace.renew` has it."""
        self.place.renew(run)
        self._strips.clear()
        self._moved()

    def extend(self, found: Sequence[FoundArticle], *, complete: bool, backwards: bool) -> None:
        """Take in more of the list, as `ListPlace.extend` has it."""
        self.place.extend(found, complete=complete, backwards=backwards)
        self._moved()

    def change(self, articles: Mapping[int, FoundArticle]) -> None:
        """Draw some articles as they are now."""
        self.place.run = self.run.changed(articles)
        self._strips.clear()
        self._moved()

    def mark_grown(self, stories: Mapping[int, int]) -> None:
        """Mark the stories to which articles came: how many, by the number of their fullest article."""
        self._grown = stories
        self._strips.clear()
        self.refresh()

    def count(self, *, before: int, total: int) -> None:
        """Take note of how much of the list there is around what is at hand."""
        self.place.before, self.place.total = before, total
        self.refresh()

    def go_to(self, at: int) -> None:
        """Put the cursor on the article of that index, as near as there is one."""
        before, top = self.place.cursor, self.place.top
        self.place.put(at)
        if top == self.place.top:
            self._redraw(before)
            self._redraw(self.place.cursor)
        else:
            self.refresh()
        self._tell()

    def _moved(self) -> None:
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        for backwards in self.place.lacking():
            self.post_message(self.MoreWanted(backwards=backwards))
        self.moved()

    # Drawing

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the room changes."""
        self.place.page = max(1, self.size.height // LINES)
        self.place.put(self.place.cursor)
        self._strips.clear()
        self._moved()

    def on_focus(self) -> None:
        """Draw the cursor as that of where the keys go."""
        self._redraw(self.place.cursor)

    def on_blur(self) -> None:
        """Draw it as one that waits."""
        self._redraw(self.place.cursor)

    def _redraw(self, at: int) -> None:
        self.refresh(Region(0, (at - self.place.top) * LINES, self.size.width, LINES))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of `crop`, a region of the widget.

        Textual would make new strips of them, for borders and the like that there are none of.
        """
        now, (width, height), focused = datetime.now().astimezone(), self.size, self.has_focus
        lines = []
        for y in crop.line_range:
            key = (now.date(), now.hour, now.minute, *line_key(self.place, y, height, focused=focused))
            if (strip := self._strips.get(key)) is None:
                line = article_line(
                    self.place, y, width, height, now, focused=focused, empty=self.empty, grown=self._grown
                )
                strip = self._keep(key, Strip(paint(line, self._styles), width))
            lines.append(strip)
        return lines if crop.column_span == (0, width) else [each.crop(*crop.column_span) for each in lines]

    def _keep(self, key: tuple[object, ...], strip: Strip) -> Strip:
        """Keep a line as it is drawn, but for those of an empty list, whose words may change."""
        if len(self._strips) >= MOST_KEPT:
            self._strips.clear()
        if self.run:
            self._strips[key] = strip
        return strip

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Choose the article that was clicked, and open it at the second click."""
        at = self.place.top + event.y // LINES
        if at >= len(self.run):
            return
        event.stop()
        self.go_to(at)
        if event.chain == 2:
            self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.place.scroll(WHEEL)
        self._moved()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.place.scroll(-WHEEL)
        self._moved()
