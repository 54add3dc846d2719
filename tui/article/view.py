"""The article view: a page with entities, matches, annotations, a selection and the mouse.

It knows nothing of libraries, analysis or keys: the screen around it calls it and hears its messages. Offsets are code
points into `Article.text`, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article import messages
from tui.article.gutter import Gutter
from tui.article.page import ArticlePage
from tui.article.pointer import Pointer
from tui.article.selection import Mode, Selection, sentence_around
from tui.article.units import word_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal

    from textual import events

    from newsreader.annotations.model import Annotation
    from newsreader.article import Article
    from tui.article.layout import Layout
    from tui.article.matches import Matches
    from tui.article.selection import Motion
    from tui.article.spots import Spot, Spots

_WHEEL_ROWS = 3


class ArticleView(ArticlePage):
    """Shows one article and everything that is known about it."""

    EntityClicked = messages.EntityClicked
    AnnotationClicked = messages.AnnotationClicked
    Clicked = messages.Clicked
    GutterClicked = messages.GutterClicked
    SelectionChanged = messages.SelectionChanged
    PositionChanged = messages.PositionChanged

    def __init__(
        self,
        article: Article | None = None,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Show `article` at once if one is given."""
        super().__init__(id=id, classes=classes)
        self._matches: Matches | None = None
        self._current: int | None = None
        self._selection: Selection | None = None
        self._pointer = Pointer(self)
        if article is not None:
            self.show(article)

    # What is shown

    def show(
        self, article: Article, *, offset: int = 0, cursor: int | None = None, layout: Layout | None = None
    ) -> None:
        """Show another article, with `offset` in the first row and nothing over the text.

        The cursor is at `cursor`, which is taken to be in sight, or at `offset`. `layout` are the article's rows if it
        has been laid out already.
        """
        self._matches = self._current = self._selection = None
        self._tick_starts, self._hints = (), {}
        self._open(article, offset, cursor, layout)
        self.tell_position()

    def set_entities(self, spots: Spots) -> None:
        """Colour the mentions of entities; the text stays where it is."""
        self._layers.set_entities(spots)
        self._restyle()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Draw highlights and notes; those without a place in the text are left out."""
        self._layers.set_annotations(annotations)
        self._restyle()

    # Matches

    @property
    def matches(self) -> Matches | None:
        """The active matches."""
        return self._matches

    def set_matches(self, matches: Matches | None, *, current: int | None = None) -> None:
        """Make these the active matches, the one of index `current` the current one; None clears them."""
        self._matches = matches
        self._tick_starts = matches.starts if matches is not None else ()
        self._layers.set_matches(matches)
        self.current = current

    @property
    def current(self) -> int | None:
        """Index of the current match, which is drawn loudest."""
        return self._current

    @current.setter
    def current(self, index: int | None) -> None:
        matches = self._matches
        self._current = index if matches is not None and index is not None and 0 <= index < len(matches) else None
        self._layers.set_current(self._current_span)
        self._restyle()

    @property
    def _current_span(self) -> tuple[int, int] | None:
        if self._matches is None or self._current is None:
            return None
        return self._matches.starts[self._current], self._matches.ends[self._current]

    @property
    def _current_start(self) -> int | None:
        return self._current_span[0] if self._current_span else None

    def go_to_match(self, index: int) -> None:
        """Make the match of that index the current one and bring it into view."""
        self.current = index
        if self._current_span is not None:
            start, end = self._current_span
            self.go_to(start, end=end)

    def set_hints(self, hints: Mapping[int, str] | None) -> None:
        """Draw a short label of plain letters over the text at each of these offsets; None takes them away."""
        self._hints = dict(hints or {})
        self._restyle()

    # What is where

    def entity_at(self, offset: int) -> str | None:
        """Id of the entity mentioned at `offset`."""
        return self._layers.entity_at(offset)

    def annotation_at(self, offset: int) -> str | None:
        """Id of the annotation at `offset`, the one that starts last if there are several."""
        return self._layers.annotation_at(offset)

    def visible_mentions(self) -> list[Spot]:
        """The mentions in view."""
        return list(self._layers.mentions_between(*self.visible_range()))

    def word_at(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the word at `offset`."""
        return word_at(self._shape.text, offset) if self._shape is not None else None

    def sentence_at(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the sentence at `offset`."""
        layout = self.rows
        return sentence_around(layout, offset) if layout is not None and layout.text else None

    # Selection

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected."""
        layout = self.rows
        return self._selection.span(layout) if self._selection is not None and layout is not None else None

    def start_selection(self, mode: Literal["character", "sentence"] = "character") -> None:
        """Begin to select at the cursor, or go on with what is selected in another mode."""
        anchor, head = (self._selection.anchor, self._selection.head) if self._selection else (self._cursor,) * 2
        self._select(Selection(anchor, head, Mode(mode)))

    def move_selection(self, motion: Motion) -> None:
        """Move the head of the selection and keep it in view; begins one at the cursor if there is none."""
        layout = self.rows
        if layout is None or not layout.rows:
            return
        selection = self._selection or Selection(self._cursor, self._cursor)
        self._select(selection.moved(layout, motion))
        self.go_to(self._cursor)

    def select(self, anchor: int, head: int) -> None:
        """Select from `anchor` to `head`, in either order, the clusters at both ends included."""
        self._select(Selection(anchor, head))

    def select_around(self, offset: int, *, sentence: bool = False) -> None:
        """Select the word at `offset`, or its sentence."""
        found = self.sentence_at(offset) if sentence else self.word_at(offset)
        if found is not None:
            self.select(found[0], found[1] - 1)

    def clear_selection(self) -> None:
        """Select nothing; the cursor stays."""
        if self._selection is not None:
            self._select(None)

    def _select(self, selection: Selection | None) -> None:
        layout = self.rows
        if layout is None or not layout.rows or selection == self._selection:
            return
        self._selection = selection
        if selection is not None:
            self._cursor, self._pointed = selection.head, True
        self._layers.set_selection(self.selection)
        self._layers.set_cursor(layout.cluster(selection.head) if selection else None)
        self._restyle()
        self.post_message(messages.SelectionChanged(*(self.selection or (self._cursor, self._cursor))))

    # The mouse

    def in_gutter(self, x: int) -> bool:
        """Whether column `x` of the view is the gutter."""
        return self._columns.gutter and x == self._columns.total - 1

    def follow_gutter(self, y: int) -> None:
        """Go to the match in gutter cell `y`, else to the part of the article it stands for."""
        layout = self.rows
        if layout is None or not layout.rows:
            return
        origin = self._cursor
        gutter = Gutter(layout, self._top, self.size.height)
        start = gutter.first_match(y, self._tick_starts)
        if start is None:
            self.scroll_rows_to(gutter.top_for(y))
        else:
            self.go_to(start)
        self.post_message(messages.GutterClicked(self._cursor, origin))

    def click_at(self, offset: int) -> None:
        """Put the cursor at `offset`, drop the selection and tell what is there."""
        self.clear_selection()
        self._cursor, self._pointed = offset, True
        entity_id, annotation_id = self.entity_at(offset), self.annotation_at(offset)
        if entity_id is not None:
            self.post_message(messages.EntityClicked(entity_id, offset))
        elif annotation_id is not None:
            self.post_message(messages.AnnotationClicked(annotation_id, offset))
        else:
            self.post_message(messages.Clicked(offset))

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
        self.scroll_lines(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        event.prevent_default()
        self.scroll_lines(-_WHEEL_ROWS)
