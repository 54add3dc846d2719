"""Moving the ends of a mention word by word, with its words in sight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.base.bars import HintLine
from tui.panels.snippets import snippet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

Step = Literal["end_out", "end_in", "start_out", "start_in"]

KEYS = (("left", ""), ("right", "end"), ("H", ""), ("L", "start"), ("enter", "takes it"), ("escape", "gives up"))

REACH = 200
"""Code points on each side of the mention within which its ends can go in one step."""
CONTEXT = 24
"""Code points of the text that are shown on each side."""

# A word, the ’s behind it, a sign; of scripts without blanks, each character.
_PIECE = re.compile(r"['’]\w+|[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[^\W\u0e00-\uffff]+|\w|[^\w\s]")


def moved(text: str, start: int, end: int, step: Step) -> tuple[int, int]:
    """The span with one end moved by a word; as it was if it would leave the paragraph or become empty."""
    break_before = text.rfind("\n\n", max(0, start - REACH), start)
    first = max(start - REACH, 0) if break_before < 0 else break_before + 2
    stop = text.find("\n\n", end, end + REACH)
    last = min(end + REACH, len(text)) if stop < 0 else stop
    pieces = [match.span() for match in _PIECE.finditer(text, first, last)]
    match step:
        case "end_out":
            return start, min((b for _, b in pieces if b > end), default=end)
        case "end_in":
            return start, max((b for a, b in pieces if start <= a and b < end), default=end)
        case "start_out":
            return max((a for a, _ in pieces if a < start), default=start), end
        case "start_in":
            return min((a for a, b in pieces if a > start and b <= end), default=start), end


class BoundaryDialog(ModalScreen[tuple[int, int] | None]):
    """Lets the reader move both ends of a mention; returns its start and end (exclusive), or None for no change."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "step('end_out')", "End further"),
        Binding("h,left", "step('end_in')", "End nearer"),
        Binding("H,shift+left", "step('start_out')", "Start further"),
        Binding("L,shift+right", "step('start_in')", "Start nearer"),
        Binding("enter", "keep", "Keep"),
        Binding("escape,q", "cancel", "Cancel"),
    ]

    def __init__(self, text: str, start: int, end: int, show: Callable[[int, int], None]) -> None:
        """Start with the mention at `start` to `end` of `text`; `show` is told each extent that is tried."""
        super().__init__()
        self._text = text
        self._before = self._span = (start, end)
        self._show = show

    def compose(self) -> ComposeResult:
        """Put the words above the keys."""
        with Vertical(id="boundary", classes="dialog"):
            yield Static(id="boundary-words", markup=False)
            yield HintLine(*KEYS)

    def on_mount(self) -> None:
        """Show the mention as it is."""
        self._draw()

    def action_step(self, step: Step) -> None:
        """Move one end by a word."""
        self._span = moved(self._text, *self._span, step)
        self._draw()

    def action_keep(self) -> None:
        """Return the extent if it is another one than before."""
        self.dismiss(self._span if self._span != self._before else None)

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _draw(self) -> None:
        part = snippet(self._text, *self._span, CONTEXT)
        words = Content.assemble(part.before, (part.mention, "bold reverse"), part.after)
        self.query_one("#boundary-words", Static).update(words)
        self._show(*self._span)
