"""Lines of one row: the title above the article, the status and the keys below it, and the keys of a dialog.

All are drawn from plain text; nothing in them is ever parsed as markup. A key that is shown can be clicked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tui.base import bar_lines
from tui.base.bar_lines import NOTICE, SEPARATOR, Hint
from tui.base.cell_text import cut_line
from tui.base.key_names import textual_name
from tui.base.style_book import WidgetStyles, paint

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

    from tui.base.style_book import Line, Piece

NOTICE_SECONDS = 6.0
"""How long a notice stays unless another one takes its place."""


def press(app: App[object], key: str) -> None:
    """Have the same happen as if the reader had pressed a key, by the name that `commands` has for it."""
    character = key if len(key) == 1 else " " if key == "space" else None
    app.post_message(events.Key(textual_name(key), character))


class _Bar(Widget):
    """A line of pieces of text."""

    can_focus = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Begin with an empty line."""
        super().__init__(id=id, classes=classes)
        self._styles = WidgetStyles(self)

    def notify_style_update(self) -> None:
        """Take the styles of the theme there is now."""
        super().notify_style_update()
        self._styles.clear()

    def line(self) -> Line:
        """What it shows now, in as many cells as it has."""
        raise NotImplementedError

    def render(self) -> Content:
        """The line as Textual measures it."""
        return Content.assemble(*((text, Style.from_rich_style(self._styles[names])) for text, names in self.line()))

    def render_line(self, y: int) -> Strip:
        """Draw the line: it is written at nearly every key, and as a content that takes several times as long."""
        return Strip(paint(self.line() if y == 0 else [], self._styles))


class HeaderLine(_Bar):
    """The title at the left; where the article is from and of which day at the right."""

    headline: reactive[str] = reactive("")
    about: reactive[str] = reactive("")
    """Parts with ` · ` between them, the one that matters most at the end."""
    repeats: reactive[bool] = reactive(False)
    """Whether the title stands below in the text, and need not be here."""

    def line(self) -> Line:
        """See `_Bar`."""
        return bar_lines.header("" if self.repeats else self.headline, self.about, self.size.width)


class StatusLine(_Bar):
    """The active match or a notice at the left; the keys that help now and how far one has read at the right."""

    headline: reactive[str] = reactive("")
    """`Vladimir Putin 3/11`."""
    detail: reactive[str] = reactive("")
    """`also “Putin”, “Mr Putin”`, or what is being waited for."""
    notice: reactive[str] = reactive("")
    """What just happened; shown in place of the other two."""
    hints: reactive[Sequence[Hint]] = reactive[Sequence[Hint]](())
    position: reactive[str] = reactive("")
    """How far the article has been read."""
    _timer: Timer | None = None

    def say(self, sentence: str) -> None:
        """Show a notice for a while."""
        if self._timer is not None:
            self._timer.stop()
        self.notice = sentence
        self._timer = self.set_timer(NOTICE_SECONDS, self.be_silent) if sentence else None

    def be_silent(self) -> None:
        """Take the notice away."""
        self.notice = ""

    def line(self) -> Line:
        """See `_Bar`."""
        return bar_lines.status(self._left(), self.hints, self.position, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what the key does whose hint was clicked."""
        at = event.get_content_offset(self)
        if at is not None:
            width = self.size.width
            _press_hint(self, bar_lines.hint_in_status(self._left(), self.hints, self.position, width, at.x), event)

    def _left(self) -> Line:
        if self.notice:
            notice: Piece = (self.notice, NOTICE)
            both: Line = [(self.headline, ("status--title",)), (" · ", ("status--detail",)), notice]
            return both if self.headline and bar_lines.cells(both) <= self.size.width * 2 // 3 else [notice]
        detail = f" · {self.detail}" if self.headline and self.detail else self.detail
        return [(self.headline, ("status--title",)), (detail, ("status--detail",))]


class HintLine(_Bar):
    """The keys of a dialog, below it."""

    hints: reactive[Sequence[Hint]] = reactive[Sequence[Hint]](())
    notice: reactive[str] = reactive("")
    """What is wrong with what was typed; shown in place of the keys."""

    def __init__(self, *keys: tuple[str, str], words: str = "", id: str | None = None) -> None:  # noqa: A002
        """Show these keys, each with what it does, and `words` behind them."""
        super().__init__(id=id, classes="dialog--hint")
        self._words = words
        self.show(*keys)

    def show(self, *keys: tuple[str, str]) -> None:
        """Show these keys; one that is said to do nothing does the same as the next."""
        self.hints = [Hint(*each) for each in keys]

    def line(self) -> Line:
        """See `_Bar`."""
        words = f"{SEPARATOR if self.hints else ''}{self._words}" if self._words else ""
        line = [*bar_lines.hint_line(self._fitting(), SEPARATOR), (words, _PLAIN)]
        return cut_line([(self.notice, _PLAIN)] if self.notice else line, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what the key does whose hint was clicked."""
        at = event.get_content_offset(self)
        if at is not None and not self.notice:
            _press_hint(self, bar_lines.hint_in_line(self._fitting(), SEPARATOR, at.x), event)

    def _fitting(self) -> list[Hint]:
        return bar_lines.fitting(self.hints, SEPARATOR, self.size.width)


_PLAIN = ("status--hint",)


def _press_hint(bar: Widget, hint: Hint | None, event: events.Click) -> None:
    if hint is not None:
        event.stop()
        press(bar.app, hint.key)
