"""The lesson of the first start: five things to do, one after the other, in the reader itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.base.commands import COMMANDS
from tui.base.keymap import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.store.library import Library
    from tui.base.keymap import KeyMap
    from tui.reader.reader_context import ReaderContext

SETTING = "lesson"
"""The setting of the library that has the number of the step to go on with, from 0, or `OVER`."""
OVER = "over"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    words: str
    """What to do, with the ids of commands in angle brackets for their keys."""
    done_by: frozenset[str]
    """The ids of the commands of which one has to be carried out."""
    done: Callable[[ReaderContext], bool] = lambda _: True
    """Whether that had the effect that it was to have; it may have been said why not."""

    def sentence(self, keymap: KeyMap) -> str:
        """What to do, with the keys that are in force."""
        return with_keys(self.words, keymap)


STEPS = (
    Step(
        "<article.line_down> and <article.line_up> go by lines, <article.page_down> and <article.page_up> by pages.",
        frozenset(each.id for each in COMMANDS if each.group == "Reading"),
    ),
    Step(
        "<reader.people> goes to the people: choose one with <panel.choose>, then <reader.next_match> goes to the next"
        " place that names them.",
        frozenset({"reader.next_match", "reader.previous_match"}),
        lambda context: context.reading is not None and context.reading.matches is not None,
    ),
    Step(
        "<article.card> opens the card of the name or date here: its other names, what it stands for, every mention.",
        frozenset({"article.card"}),
        lambda context: context.app.screen is not context.screen,
    ),
    Step(
        "<article.highlight> highlights this sentence, and <article.note> writes a note on it. <reader.undo> undoes.",
        frozenset({"article.highlight", "article.note", "reader.note_article", "article.bookmark"}),
    ),
    Step(
        "<reader.leave> leaves; when you come back, your place and your notes are there. <app.help> shows all keys.",
        frozenset({"reader.leave", "app.help", "app.quit"}),
    ),
)

END = Step("<reader.lesson> ends the lesson.", frozenset({"reader.lesson"}))
"""What can be done at every step."""


def due(library: Library | None, *, first: bool) -> int | None:
    """The step with which the lesson is to begin or to go on; None if there is to be none.

    It begins with the `first` article that is ever read, and is over for ever when it was done or ended.
    """
    try:
        kept = library.setting(SETTING) if library is not None else OVER
    except LibraryError:
        return None
    if kept is None:
        return 0 if first else None
    return int(kept) if kept.isdecimal() and int(kept) < len(STEPS) else None


def keep(library: Library | None, step: int | None) -> None:
    """Note the step to go on with, None if the lesson is over; what cannot be kept is asked again."""
    if library is not None:
        library.queue.do(partial(library.keep_setting, SETTING, OVER if step is None else str(step)))
