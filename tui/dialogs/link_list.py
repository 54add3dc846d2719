"""The list of the links of an article, numbered as they are in the text while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList

from newsreader.sanitise import printable
from tui.dialogs.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events


class LinkList(Choice):
    """Returns the index of the link that is to be opened, or None. Typing a number goes to that link."""

    def __init__(self, links: Sequence[tuple[str, str]], here: int, on_row: Callable[[int], None]) -> None:
        """Take the text and the address of each link, the index of the first in sight, and who is told of a row."""
        digits = len(str(len(links)))
        rows = [_row(number, digits, *link) for number, link in enumerate(links, 1)]
        hints = (("enter", "opens it in the browser"), ("1", ""), ("2", "… goes to it"), ("escape", "closes"))
        super().__init__("Links", rows, hints=hints, here=here, on_row=on_row)
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        """Go to the link of the number that is typed; a digit that leads nowhere begins another."""
        digit = event.character or ""
        if not digit.isdecimal():
            self._typed = ""
            super().on_key(event)
            return
        event.stop()
        options = self.query_one(OptionList)
        typed = next((each for each in (self._typed + digit, digit) if 0 < int(each) <= options.option_count), "")
        self._typed = typed
        if typed:
            options.highlighted = int(typed) - 1


def _row(number: int, digits: int, text: str, address: str) -> Content:
    return Content.assemble((f"{number:{digits}}  ", "dim"), printable(text), (f"  {printable(address)}", "dim"))
