"""The article view: an article in rows at a measure, with layers over it, a selection, the mouse and a slim gutter.

It knows nothing of libraries, analysis or keys: the screen around it calls it and its parts and hears its messages.
Offsets are code points into `Article.text`, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from tui.article.layers import Layers
from tui.article.messages import PositionChanged
from tui.article.moving import Moving
from tui.article.painter import Painter
from tui.article.pointer import Pointer
from tui.article.selecting import Selecting
from tui.article.viewport import Viewport

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Region
    from textual.strip import Strip

    from newsreader.article import Article

_WHEEL_ROWS = 3


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one article and everything that is known about it."""

    ALLOW_SELECT = False

    measure: reactive[int] = reactive(72, init=False)
    """The longest line of text, in cells."""

    def __init__(
        self,
        article: Article | None = None,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Show `article` at once if one is given."""
        super().__init__(id=id, classes=classes)
        self._viewport = Viewport(self._follow)
        self.moving = Moving(self._viewport)
        """What moves the place."""
        self._present_row = 0
        """The row that was last drawn as the present one."""
        self.painter = Painter(self)
        """What paints the rows, and labels over them."""
        self.text_layers = Layers(self._repaint)
        """What lies over the text."""
        self.selecting = Selecting(self)
        """What is selected."""
        self._pointer = Pointer(self)
        if article is not None:
            self.show(article)

    def show(
        self, article: Article, *, offset: int = 0, cursor: int | None = None, before: Viewport | None = None
    ) -> None:
        """Show another article, with `offset` in the first row and nothing over the text.

        The cursor is at `cursor`, which is taken to be in sight, or at `offset`. `before` is the viewport that
        showed the article until now, if there was one.
        """
        self.selecting.forget()
        self.painter.set_hints({})
        self.text_layers = Layers(self._repaint, article.links)
        self._viewport.open(article, offset, cursor=cursor, before=before)
        self.viewport.place()
        self._take_top()
        self._repaint()
        self.tell_position()

    # Where it is

    @property
    def viewport(self) -> Viewport:
        """The rows in sight and where the reader is, at the size there is now."""
        width, height = self.size
        if self._viewport.fit(width, height, self.measure):
            self.virtual_size = Size(width, self._viewport.layout.rows if self._viewport.layout else 0)
            self.painter.clear()
            self._take_top()
        return self._viewport

    def _take_top(self) -> None:
        """Have the row at the top that is the first in sight."""
        if self._viewport.top != self.scroll_offset.y:
            self.set_scroll(None, self._viewport.top)
            self.refresh()
        self._present_row = self._viewport.row

    def _follow(self) -> None:
        """Show the rows that have come into sight, or else the caret where it is now."""
        before, self._present_row = self._present_row, self._viewport.row
        if self._viewport.top != self.scroll_offset.y:
            self.scroll_target_y = self.scroll_y = self._viewport.top
        else:
            self.refresh_line(before)
            self.refresh_line(self._present_row)
        self.tell_position()

    def on_resize(self) -> None:
        """Wrap to the new width and keep the first row's offset there."""
        self.viewport.place()
        self._take_top()
        self.refresh()
        self.tell_position()

    def watch_measure(self) -> None:
        """Wrap to the new measure."""
        self.on_resize()

    def tell_position(self) -> None:
        """Say what is in sight now; called whenever that is something else."""
        if self._viewport.layout is not None and self.size and self.is_attached:
            self.post_message(PositionChanged(*self.viewport.visible_range()))

    # Painting

    def notify_style_update(self) -> None:
        """Forget all styles when the theme or the style sheet has changed."""
        super().notify_style_update()
        self.painter.clear(styles=True)

    def _repaint(self) -> None:
        """Paint anew what is in sight, because a layer has changed."""
        self.painter.clear()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows of `crop`, a region of the widget.

        Textual would make new strips of them, for borders and the like that there are none of.
        """
        return self.painter.lines(self.viewport, self.text_layers, crop)

    def render_line(self, y: int) -> Strip:
        """Paint the row at `y`."""
        return self.painter.strip(self.viewport, self.text_layers, y, self.size.width)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag, perhaps."""
        self._pointer.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag."""
        self._pointer.move(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        self._pointer.release()

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        event.stop()
        self._pointer.click(event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        event.prevent_default()
        self.viewport.scroll_lines(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        event.prevent_default()
        self.viewport.scroll_lines(-_WHEEL_ROWS)
