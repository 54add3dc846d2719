"""What the status line of the start screen says, and which keys it offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.query.fields import RECENT
from newsreader.query.parser import parse
from newsreader.sanitise import printable
from tui.base.bar_lines import Hint
from tui.library.shelf import origin
from tui.reader.hints import hints_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.base.keymap import KeyMap
    from tui.library.article_list import ArticleList, Purpose, TypedLine
    from tui.library.shelves import Shelves

OFFERED = (
    "library.open",
    "library.open_location",
    "library.filter",
    "library.take_off",
    "library.undo",
    "library.quit",
    "app.help",
)
_TYPING: dict[Purpose, tuple[Hint, ...]] = {
    "filter": (Hint("enter", "to the list"), Hint("escape", "clear")),
    "location": (Hint("enter", "open"), Hint("tab", "complete"), Hint("escape", "give up")),
}
"""The keys of the line to type in, which has them from the text field it is."""

WELCOME = "Nothing read yet. Choose a sample article, or press <library.open_location> to open a file or a web address."
EMPTY = "Nothing on the list. Press <library.open_location> to open a file or a web address."


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What it says, and what it offers."""

    detail: str
    typing: Purpose | None
    """What is typed, if anything is."""
    commands: tuple[str, ...]

    def hints(self, keymap: KeyMap) -> Sequence[Hint]:
        """The keys that work now."""
        return _TYPING[self.typing] if self.typing else hints_for(self.commands, keymap, "library")


def of(articles: ArticleList, line: TypedLine, shelves: Shelves) -> LibraryStatus:
    """Describe the line while it is typed in, else the article of the cursor; what is wrong with the filter first."""
    mistake = next((each.sentence for each in parse(line.wanted, RECENT, typing=True).mistakes), "")
    if line.field.has_focus:
        count = len(articles.entries)
        found = f"{count} article{'s' if count != 1 else ''}" if line.purpose == "filter" else ""
        return LibraryStatus(mistake or found, line.purpose, ())
    detail = mistake or _of_list(articles, shelves, filtered=bool(line.wanted))
    return LibraryStatus(detail, None, _of_use(articles, shelves))


def _of_list(articles: ArticleList, shelves: Shelves, *, filtered: bool) -> str:
    if not filtered and not shelves.recent:
        return WELCOME if shelves.samples else EMPTY if shelves.read else ""
    return printable(origin(articles.chosen.location)) if articles.chosen else ""


def _of_use(articles: ArticleList, shelves: Shelves) -> tuple[str, ...]:
    """The commands that do something now."""
    idle = {
        *(["library.open", "library.take_off"] if articles.chosen is None else []),
        *(["library.filter"] if not articles.entries else []),
        *(["library.undo"] if not shelves.any_taken_off else []),
    }
    return tuple(each for each in OFFERED if each not in idle)
