"""What the person says of a name in its dossier: that it is watched, who else it is or is not, what it is called.

All of it holds for all articles, those that come later, too; what is said of identities can be undone.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations import identifying
from newsreader.aside import aside
from newsreader.dossier import watching
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.base.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.base.command_registry import Handler

    Act = Callable[[Index], str]
    """Says something, and returns what was said in words."""

MOST_ALIKE = 50
"""So many things of a name are offered at most."""


class Acting:
    """Does what keys say, in a thread, and has the index follow."""

    def __init__(
        self,
        screen: Screen[None],
        library: Library,
        opened: Callable[[], Index],
        *,
        thing: Callable[[], Thing | None],
        article: Callable[[], int | None],
        done: Callable[[str], object],
        failed: Callable[[str], object],
    ) -> None:
        """`opened` opens the index, in whatever thread; `thing` and `article` are what the keys are about.

        `done` is told what was done, once the index has it; `failed` why nothing was.
        """
        self._screen = screen
        self._library = library
        self._opened = opened
        self._thing = thing
        self._article = article
        self._done = done
        self._failed = failed

    @property
    def handlers(self) -> dict[str, Handler]:
        """Who carries out which command."""
        return {
            "dossier.watch": self._with_thing(self._watch),
            "dossier.merge": self._with_thing(self._ask_for_other),
            "dossier.split": self._with_thing(self._split),
            "dossier.rename": self._with_thing(self._ask_for_name),
            "dossier.reject": self._with_thing(self._reject),
            "dossier.undo": lambda: self._do(lambda _: identifying.undo(self._library)),
            "dossier.redo": lambda: self._do(lambda _: identifying.redo(self._library)),
        }

    def _with_thing(self, act: Callable[[Thing], None]) -> Handler:
        def run() -> None:
            thing = self._thing()
            if thing is not None:
                act(thing)

        return run

    def _do(self, act: Act) -> None:
        self._screen.run_worker(self._carry_out(act), group="act")

    async def _carry_out(self, act: Act) -> None:
        try:
            said = await asyncio.wrap_future(aside(partial(_carried_out, self._library, self._opened, act)))
        except (identifying.NothingToUndoError, IndexFileError, LibraryError) as error:
            self._failed(str(error))
        else:
            self._done(f"{said[:1].upper()}{said[1:]}.")

    # The acts

    def _watch(self, thing: Thing) -> None:
        self._do(partial(_watched_or_not, self._library, thing))

    def _reject(self, thing: Thing) -> None:
        self._do(lambda index: identifying.reject(self._library, index.things.names(thing.id)))

    def _split(self, thing: Thing) -> None:
        article = self._article()
        if article is None:
            self._failed("Go to a mention: in its article it is another one then.")
        else:
            self._do(lambda index: identifying.split(self._library, index.things.names(thing.id), [article]))

    def _ask_for_name(self, thing: Thing) -> None:
        from tui.dialogs.prompt import Prompt

        def settle(called: str | None) -> None:
            if called:
                self._do(lambda index: identifying.rename(self._library, index.things.names(thing.id)[0], called))

        self._screen.app.push_screen(Prompt("What is it called?", value=one_line(thing.name)), settle)

    def _ask_for_other(self, thing: Thing) -> None:
        from tui.dialogs.prompt import Prompt

        def settle(name: str | None) -> None:
            if name:
                self._screen.run_worker(self._find_other(thing, name), group="act")

        self._screen.app.push_screen(Prompt(f"Which other name is {one_line(thing.name)}?"), settle)

    async def _find_other(self, thing: Thing, name: str) -> None:
        """Look who has the name: the only one is meant, of several it is asked which."""
        try:
            found = await asyncio.wrap_future(aside(partial(_alike, self._opened, thing, name)))
        except IndexFileError as error:
            self._failed(str(error))
            return
        if len(found) > 1:
            self._ask_which(thing, found)
        elif found:
            self._merge(thing, found[0])
        else:
            self._failed(f"No other {thing.category.value} has that name.")

    def _ask_which(self, thing: Thing, found: Sequence[Thing]) -> None:
        from tui.dialogs.choice import Choice

        def settle(row: int | None) -> None:
            if row is not None:
                self._merge(thing, found[row])

        rows = [f"{one_line(each.name)} · {each.articles:,}" for each in found]
        self._screen.app.push_screen(Choice("Which of them?", rows), settle)

    def _merge(self, thing: Thing, other: Thing) -> None:
        def act(index: Index) -> str:
            return identifying.merge(self._library, [index.things.names(each.id)[0] for each in (thing, other)])

        self._do(act)


def _carried_out(library: Library, opened: Callable[[], Index], act: Act) -> str:
    """Do it, and have the index follow. Raises `IndexFileError`, `LibraryError`, `NothingToUndoError`."""
    with opened() as index:
        said = act(index)
        index.follow(library)
    return said


def _watched_or_not(library: Library, thing: Thing, index: Index) -> str:
    """Watch a thing, or no longer if it is watched."""
    names = index.things.names(thing.id)
    name = one_line(thing.name)
    if watching.unwatch(library, names):
        return f"{name} is not watched any more"
    watching.watch(library, names[0])
    return f"{name} is watched: “newsreader whatsnew” tells of it"


def _alike(opened: Callable[[], Index], thing: Thing, name: str) -> list[Thing]:
    """The other things of that category and name."""
    with opened() as index:
        found = index.things.called(name, MOST_ALIKE)
    return [each for each in found if each.category is thing.category and each.id != thing.id]
