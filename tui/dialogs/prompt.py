"""A question that is answered with one line: which file or page to open, which command to pipe to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui.base.bars import HintLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class LastOf(Suggester):
    """Suggests how the last of several words with commas between them may go on."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        """What the whole line may become, None if nothing fits."""
        *_, last = value.rpartition(",")
        begun = last.strip().casefold()
        fitting = next((each for each in self._words if begun and each.startswith(begun) and each != begun), None)
        return value + fitting[len(begun) :] if fitting is not None else None


class Prompt(ModalScreen[str | None]):
    """Asks for one line; returns it without blanks around it, or None if it is empty or the reader gave up."""

    AUTO_FOCUS = "#prompt-line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        words: str = "",
        chips: Sequence[str] = (),
        suggestions: Sequence[str] = (),
        may_be_empty: bool = False,
        trouble: Callable[[str], str] = lambda _: "",
    ) -> None:
        """Ask for `title`, with `value` typed already; `words` say below the line what it may be.

        `chips` are words that are shown one by one above them; the right arrow key takes over one of `suggestions`
        that goes on as the last of several with commas between. With `may_be_empty` an emptied line is an answer,
        too. `trouble` says what is wrong with a line, which then stays to be mended; it is empty for a good one.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._words = words
        self._chips = chips
        self._suggester = LastOf(suggestions) if suggestions else None
        self._may_be_empty = may_be_empty
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Put the line below its title."""
        with Vertical(id="prompt", classes="dialog"):
            yield Static(self._title, classes="dialog--title", markup=False)
            yield Input(self._value, id="prompt-line", compact=True, select_on_focus=False, suggester=self._suggester)
            if self._chips:
                yield Static(_apart(self._chips), id="prompt-chips")
            yield HintLine(("enter", "takes it"), ("escape", "gives up"), words=self._words)

    def on_input_changed(self) -> None:
        """Take away what was wrong with the line before."""
        self.query_one(HintLine).notice = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the line; if something is wrong with it, say so and go on."""
        event.stop()
        line = event.value.strip()
        if trouble := self._trouble(line):
            self.query_one(HintLine).notice = trouble
            self.app.bell()
            return
        self.dismiss(line if line or self._may_be_empty else None)

    def action_cancel(self) -> None:
        """Return nothing."""
        self.dismiss(None)


def _apart(words: Sequence[str]) -> Content:
    """The words as chips, which no blank within or between them runs together."""
    return Content(" ").join(Content.styled(f" {word} ", "reverse") for word in words)
