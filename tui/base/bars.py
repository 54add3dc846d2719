"""The two lines around the article: the title above it, the status and the keys below it.

Both are drawn from plain text; nothing in them is ever parsed as markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.base import lines
from tui.base.lines import Hint

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.base.lines import Piece

NOTICE_SECONDS = 6.0
"""How long a notice stays unless another one takes its place."""


class HeaderLine(Widget):
    """The title at the left; where the article is from and of which day at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"header--title", "header--about"}
    can_focus = False

    headline: reactive[str] = reactive("")
    about: reactive[str] = reactive("")
    """Parts with ` · ` between them, the one that matters most at the end."""

    def render(self) -> Content:
        """Draw the line."""
        return _content(self, lines.header(self.headline, self.about, self.size.width))


class StatusLine(Widget):
    """The active match or a notice at the left; the keys that help now and how far one has read at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--title",
        "status--detail",
        "status--notice",
        "status--key",
        "status--hint",
    }
    can_focus = False

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

    def render(self) -> Content:
        """Draw the line."""
        return _content(self, lines.status(self._left(), self.hints, self.position, self.size.width))

    def _left(self) -> list[Piece]:
        if self.notice:
            notice: Piece = (self.notice, "status--notice")
            both: list[Piece] = [(self.headline, "status--title"), (" · ", "status--detail"), notice]
            return both if self.headline and lines.cells(both) <= self.size.width * 2 // 3 else [notice]
        detail = f" · {self.detail}" if self.headline and self.detail else self.detail
        return [(self.headline, "status--title"), (detail, "status--detail")]


def _content(widget: Widget, pieces: Sequence[Piece]) -> Content:
    """Give each piece the style of its component class."""
    styled = [Content.styled(text, widget.get_visual_style(name) if name else "") for text, name in pieces]
    return Content.assemble(*styled)
