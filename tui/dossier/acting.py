"""What the person says of a name in its dossier: that it is watched, who else it is or is not, what it is called.

All of it holds for all articles, those that come later, too; what is said of identities can be undone.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.annotations import identifying
from newsreader.dossier import watching
from newsreader.dossier.gathering import Part
from newsreader.dossier.model import Subject
from newsreader.dossier.windows import GoneError, names_of
from newsreader.index.errors import IndexFileError
from newsreader.store.errors import LibraryError
from tui.base.cell_text import one_line
from tui.dossier.asking import ask_for_thing

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.dossier.windows import Overview
    from newsreader.index.appearing import Thing
    from newsreader.index.index import Index
    from newsreader.store.library import Library
    from tui.base.command_registry import Handler
    from tui.dossier.screen import DossierContext

    Act = Callable[[Index], str]
    """Says something, and returns what was said in words."""


class Acting:
    """Does what keys say, in a thread, and has the index follow.

    Whom an act is about is looked up anew in the index, which may have become another since it was shown.
    """

    def __init__(self, context: DossierContext) -> None:
        self._context = context
        self._screen = context.screen
        self._library = context.library

    @property
    def handlers(self) -> dict[str, Handler]:
        """Who carries out which command."""
        return {
            "dossier.watch": self._with_thing(self._watch),
            "dossier.merge": self._with_thing(self._ask_for_other),
            "dossier.split": self._with_thing(self._split),
            "dossier.rename": self._with_thing(self._ask_for_name),
            "dossier.reject": self._with_thing(self._reject),
            "dossier.confirm": self._with_thing(self._confirm),
            "dossier.undo": lambda: self.do(lambda _: identifying.undo(self._library)),
            "dossier.redo": lambda: self.do(lambda _: identifying.redo(self._library)),
        }

    def _with_thing(self, act: Callable[[Subject], None]) -> Handler:
        def run() -> None:
            overview = self._context.pages.overview
            if overview is not None:
                act(_subject(overview))
            else:
                self._context.say(self._context.pages.why_nothing)

        return run

    def do(self, act: Act) -> None:
        """Carry an act out in a thread, and show what came of it."""
        self._screen.run_worker(self._carry_out(act), group="act")

    async def _carry_out(self, act: Act) -> None:
        # Whoever leaves meanwhile waits for it, and it is done behind what was said before.
        done = self._library.queue.later(partial(_carried_out, self._library, self._context.open_index, act))
        try:
            said = await asyncio.shield(asyncio.wrap_future(done))
        except (GoneError, identifying.NothingToUndoError, IndexFileError, LibraryError) as error:
            self._context.say(str(error))
        else:
            self._context.look_again()
            self._context.say(f"{said[:1].upper()}{said[1:]}.")

    # The acts

    def _watch(self, subject: Subject) -> None:
        self.do(partial(_watched_or_not, self._library, subject))

    def _reject(self, subject: Subject) -> None:
        self.do(lambda index: identifying.reject(self._library, names_of(index, subject)))

    def _split(self, subject: Subject) -> None:
        here = self._context.list.here if self._context.pages.part is Part.MENTIONS else None
        if here is None or here.place is None:
            self._context.say("Go to a mention: in its article it is another one then.")
            return
        article = here.place.article
        self.do(lambda index: identifying.split(self._library, names_of(index, subject), [article]))

    def _confirm(self, subject: Subject) -> None:
        """Confirm it in the article of the entry with the cursor, and whom the entry is about there, too."""
        here = self._context.list.here
        place = here.place if here is not None else None
        if here is None or place is None:
            self._context.say("Go to a mention, a date or somebody of its company, to confirm it in that article.")
            return
        subjects = [subject, *([here.subject] if here.subject is not None else [])]

        def act(index: Index) -> str:
            names = [name for each in subjects for name in names_of(index, each)]
            return identifying.confirm(self._library, names, [place.article])

        self.do(act)

    def _ask_for_name(self, subject: Subject) -> None:
        from tui.dialogs.prompt import Prompt

        def settle(called: str | None) -> None:
            if called:
                self.do(lambda index: identifying.rename(self._library, names_of(index, subject)[0], called))

        prompt = Prompt("What is it called?", value=one_line(subject.name), trouble=identifying.trouble_with)
        self._screen.app.push_screen(prompt, settle)

    def _ask_for_other(self, subject: Subject) -> None:
        ask_for_thing(
            self._screen,
            self._context.open_index,
            f"Which other name is {one_line(subject.name)}?",
            fits=lambda other: other.category is subject.category and other.id != subject.number,
            chosen=partial(self._merge, subject),
            failed=self._context.say,
        )

    def _merge(self, subject: Subject, other: Thing) -> None:
        both = subject, Subject(other.category, other.name, other.id)

        def act(index: Index) -> str:
            return identifying.merge(self._library, [names_of(index, each)[0] for each in both])

        self.do(act)


def _carried_out(library: Library, opened: Callable[[], Index], act: Act) -> str:
    """Do it, and have the index follow. Raises `IndexFileError`, `LibraryError`, `NothingToUndoError`."""
    with opened() as index:
        said = act(index)
        index.follow(library)
    return said


def _subject(overview: Overview) -> Subject:
    thing = overview.thing
    return Subject(thing.category, thing.name, thing.id, overview.names[0])


def _watched_or_not(library: Library, subject: Subject, index: Index) -> str:
    """Watch a thing, or no longer if it is watched."""
    names = names_of(index, subject)
    name = one_line(subject.name)
    if watching.unwatch(library, names):
        return f"{name} is not watched any more"
    watching.watch(library, names[0])
    return f"{name} is watched: “newsreader whatsnew” tells of it"
