"""A line to type a path in: tab completes it, and tells what it may go on with where that is not clear."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from newsreader import confinement
from newsreader.aside import aside
from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

MOST = 5000
"""Entries of a folder that are looked at."""
NOTHING = "nothing there begins like this"


@dataclass(frozen=True, slots=True)
class Completion:
    """What a path can be completed to."""

    text: str
    """As far as it is clear."""
    candidates: tuple[str, ...] = ()
    """What it may go on with, if there are several, in order; a folder ends with `/`."""


def completion(typed: str) -> Completion | None:
    """Complete a path as shells do, with blanks in it as they are; None for an address, or if nothing begins so.

    `~` is the home folder and is kept. Names that begin with a dot are found only by the dot; case is passed over where
    no name has it as it was typed.
    """
    if "://" in typed or confinement.is_confined():
        return None
    if typed == "~":
        return Completion("~/")
    head, slash, name = typed.rpartition("/")
    try:
        names = [*_names(Path(head + slash).expanduser())]
    except (OSError, RuntimeError, ValueError):
        return None
    shown = [each for each in names if name.startswith(".") or not each.startswith(".")]
    exact = [each for each in shown if each.startswith(name)]
    found = sorted(exact or [each for each in shown if each.casefold().startswith(name.casefold())])
    if not found:
        return None
    common = os.path.commonprefix(found)  # noqa: RUF071 - character by character is what is wanted
    longer = common if len(common) >= len(name) else name
    return Completion(head + slash + longer, tuple(found) if len(found) > 1 else ())


def _names(folder: Path) -> Iterator[str]:
    """The names in a folder that can be shown, those of folders with a `/` at their end."""
    with os.scandir(folder) as entries:
        for entry in islice(entries, MOST):
            if entry.name == printable(entry.name):
                yield f"{entry.name}/" if entry.is_dir() else entry.name


class PathInput(Input):
    """Completes what is typed at tab, while `completes` says so; else tab goes on to what is next."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]
    completes = True

    class Candidates(Message):
        """There are several ways to go on, or none; `words` are to be shown."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take tab only for a path."""
        return action != "complete" or self.completes

    def action_complete(self) -> None:
        """Complete what stands before the cursor; the folder is looked into while keys are taken."""
        self.run_worker(self._complete(self.value[: self.cursor_position]), group="complete", exclusive=True)

    async def _complete(self, before: str) -> None:
        found = await asyncio.wrap_future(aside(partial(completion, before)))
        if self.value[: self.cursor_position] != before:
            return
        if found is None:
            self.post_message(self.Candidates(NOTHING))
            return
        if found.text != before:
            rest = self.value[self.cursor_position :]
            self.value, self.cursor_position = found.text + rest, len(found.text)
        if found.candidates:
            self.post_message(self.Candidates("  ".join(found.candidates)))
