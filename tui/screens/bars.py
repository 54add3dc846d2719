"""The two lines around the article: the title above it, the status and the keys below it.

Both are drawn from plain text; nothing in them is ever parsed as markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.timer import Timer

SEPARATOR = " · "
"""What stands between the parts of the header."""
NOTICE_SECONDS = 6.0
"""How long a notice stays unless another one takes its place."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does, as the footer shows it."""

    key: str
    does: str

    @property
    def cells(self) -> int:
        """How wide it is, in cells."""
        return Content(f"{self.key} {self.does}").cell_length


class HeaderLine(Widget):
    """The title at the left; where the article is from and of which day at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"header--title", "header--about"}
    can_focus = False

    headline: reactive[str] = reactive("")
    about: reactive[str] = reactive("")
    """Parts with ` · ` between them, the one that matters most at the end."""

    def render(self) -> Content:
        """Draw the line; what stands at the right has half of it at most."""
        width = max(self.size.width, 0)
        about = self._about(width // 2)
        title = Content(self.headline).truncate(max(0, width - about.cell_length - 2), ellipsis=True)
        gap = max(0, width - title.cell_length - about.cell_length)
        return Content.assemble(
            title.stylize(self.get_visual_style("header--title")),
            " " * gap,
            about.stylize(self.get_visual_style("header--about")),
        )

    def _about(self, room: int) -> Content:
        """Write as many of the last parts as fit into `room` cells."""
        parts = self.about.split(SEPARATOR)
        while parts and Content(SEPARATOR.join(parts)).cell_length > room:
            del parts[0]
        return Content(SEPARATOR.join(parts))


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
        """Draw the line: what is at the left goes first, hints that do not fit are left out from the end."""
        width = max(self.size.width, 0)
        left = self._left()
        position = Content.styled(self.position, self.get_visual_style("status--detail"))
        room = width - min(left.cell_length, width * 2 // 3) - position.cell_length - 2
        right = self._hints(room)
        if position:
            right = Content.assemble(right, "  " if right else "", position)
        left = left.truncate(max(0, width - right.cell_length - 1), ellipsis=True)
        gap = max(0, width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)

    def _left(self) -> Content:
        if self.notice:
            return Content.styled(self.notice, self.get_visual_style("status--notice"))
        detail = f" · {self.detail}" if self.headline and self.detail else self.detail
        return Content.assemble(
            Content.styled(self.headline, self.get_visual_style("status--title")),
            Content.styled(detail, self.get_visual_style("status--detail")),
        )

    def _hints(self, room: int) -> Content:
        """Write as many hints as fit into `room` cells; the last one, help, is the last to go."""
        shown = list(self.hints)
        while shown and sum(hint.cells + 2 for hint in shown) > room:
            del shown[-2 if len(shown) > 1 else -1]
        key, does = self.get_visual_style("status--key"), self.get_visual_style("status--hint")
        pieces = [
            Content.assemble(Content.styled(hint.key, key), Content.styled(f" {hint.does}", does)) for hint in shown
        ]
        return Content("  ").join(pieces)
