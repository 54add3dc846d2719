"""The mouse over the article: clicks, dragging a selection (with scrolling at the edges), the gutter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import messages
from tui.article.gutter import Gutter

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Offset
    from textual.timer import Timer

    from tui.article.view import ArticleView

_EDGE_SECONDS = 0.05


class Pointer:
    """What the mouse is doing to one view."""

    def __init__(self, view: ArticleView) -> None:
        """Watch over `view`; its handlers call the methods below."""
        self._view = view
        self._pressed: int | None = None
        self._dragged = False
        self._in_gutter = False
        self._place: Offset | None = None
        self._edge: Timer | None = None

    def press(self, event: events.MouseDown) -> None:
        """Remember where the button went down."""
        if event.button != 1:
            return
        place = event.get_content_offset_capture(self._view)
        self._view.capture_mouse()
        self._dragged = False
        self._in_gutter = self._view.viewport.columns.is_gutter(place.x)
        if self._in_gutter:
            self._follow_gutter(place.y)
        else:
            self._pressed = self._view.viewport.offset_at(place.x, place.y)

    def move(self, event: events.MouseMove) -> None:
        """Drag the selection, or the gutter, to where the mouse is."""
        place = event.get_content_offset_capture(self._view)
        if self._in_gutter:
            self._follow_gutter(place.y)
        elif self._pressed is not None:
            self._place = place
            self._drag_to(place)
            self._scroll_at_edge(place.y)

    def _drag_to(self, place: Offset) -> None:
        if self._pressed is None:
            return
        height = self._view.size.height
        offset = self._view.viewport.offset_at(place.x, max(0, min(place.y, height - 1)))
        if offset != self._pressed or self._dragged:
            self._dragged = True
            self._view.selecting.between(self._pressed, offset)

    def _scroll_at_edge(self, y: int) -> None:
        """Keep scrolling while the mouse is held above or below the view."""
        outside = not 0 <= y < self._view.size.height
        if outside and self._edge is None:
            self._edge = self._view.set_interval(_EDGE_SECONDS, self._scroll_step)
        elif not outside:
            self._stop_scrolling()

    def _scroll_step(self) -> None:
        if self._place is None:
            return
        self._view.viewport.scroll_lines(-1 if self._place.y < 0 else 1)
        self._drag_to(self._place)

    def _stop_scrolling(self) -> None:
        if self._edge is not None:
            self._edge.stop()
            self._edge = None

    def release(self) -> None:
        """Let go; a click follows if the button went up where it had gone down."""
        self._stop_scrolling()
        self._view.release_mouse()
        self._pressed = None
        self._place = None

    def click(self, event: events.Click) -> None:
        """Tell what was clicked; two clicks take the word, three the sentence. The end of a drag is no click."""
        was_gutter, self._in_gutter = self._in_gutter, False
        place = event.get_content_offset(self._view)
        if self._dragged or was_gutter or place is None or event.button != 1:
            return
        offset = self._view.viewport.offset_at(place.x, place.y)
        if event.chain == 1:
            self._click_at(offset)
        else:
            self._view.selecting.around(offset, sentence=event.chain > 2)

    def _click_at(self, offset: int) -> None:
        """Put the cursor at `offset`, drop the selection and tell what is there."""
        view = self._view
        view.selecting.clear()
        view.viewport.point_near(offset)
        entity_id, annotation_id = view.text_layers.entity_at(offset), view.text_layers.annotation_at(offset)
        if entity_id is not None:
            view.post_message(messages.EntityClicked(entity_id, offset))
        elif annotation_id is not None:
            view.post_message(messages.AnnotationClicked(annotation_id, offset))
        else:
            view.post_message(messages.Clicked(offset))

    def _follow_gutter(self, y: int) -> None:
        """Go to the match in gutter cell `y`, else to the part of the article it stands for."""
        viewport = self._view.viewport
        if viewport.layout is None or not viewport.layout.rows:
            return
        origin, top = viewport.cursor, viewport.top_offset
        gutter = Gutter(viewport.layout, viewport.top, viewport.height)
        start = gutter.first_match(y, self._view.text_layers.match_starts)
        if start is None:
            viewport.scroll_rows_to(gutter.top_for(y))
        else:
            viewport.go_to(start)
        self._view.post_message(messages.GutterClicked(viewport.cursor, origin, top))
