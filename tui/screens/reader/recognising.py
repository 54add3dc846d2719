"""Asking, once, whether an article that was opened for the first time is one that was annotated before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.screens.reader.reviewing import Reviewing
from tui.text import excerpt, headline

if TYPE_CHECKING:
    from newsreader.annotations.carried import Carried
    from newsreader.article import Article
    from newsreader.store.records import ArticleRecord
    from tui.reading import Reading

ROOM = 24
"""Cells of the status line that are not for what is said."""


class Recognising(Reviewing):
    """The same article, opened from elsewhere."""

    _question: tuple[Reading, Article, ArticleRecord] | None = None
    """What is to be asked as soon as no dialog is open."""

    def tell_carried(self, carried: Carried) -> None:
        """Say what became of the annotations of an edited article, in as many words as there is room for."""
        fits = len(carried.sentence) <= self.size.width - ROOM
        self.say(carried.sentence if fits else in_short(carried))

    def look_elsewhere(self, reading: Reading) -> None:
        """Look in a thread for an annotated article that this one may be a version of."""
        self.run_worker(self._look_elsewhere(reading), group="likeness")

    async def _look_elsewhere(self, reading: Reading) -> None:
        library = self.session.library
        if library is None or reading.record is None:
            return
        from newsreader.annotations.likeness import known_elsewhere

        try:
            found = await asyncio.to_thread(known_elsewhere, library, reading.article, reading.record)
            if found is not None:
                self._question = reading, library.stored(found), found
                self._ask_whether_same()
        except LibraryError as error:
            self.say(str(error))

    def on_screen_resume(self) -> None:
        """Ask what had to wait."""
        self._ask_whether_same()

    def _ask_whether_same(self) -> None:
        if self._question is None or not self.is_current:
            return
        (reading, other, record), self._question = self._question, None
        if reading is not self.reading:
            return
        from tui.dialogs.question import Answer, Question

        where = excerpt(other.origin.location, 60)
        sentence = f"Is this “{excerpt(headline(other), 60)}” ({where}), on which you have notes?"
        answers = (Answer("same", "y", "Yes, take them"), Answer("other", "n", "No"))
        settle = lambda answer: self._join(reading, record) if answer == "same" else None  # noqa: E731
        self.app.push_screen(Question(sentence, answers), settle)

    def _join(self, reading: Reading, old: ArticleRecord) -> None:
        """Make the article a version of the older one, with all that was written there."""
        library = self.session.library
        if library is None or reading.record is None:
            return
        from newsreader.annotations.notebook import Notebook

        try:
            reading.record = library.join(reading.article, reading.record, old)
            reading.notebook = Notebook(library, reading.record, reading.article)
        except LibraryError as error:
            self.say(str(error))
            return
        self.show_annotations()
        carried = reading.notebook.carried
        if carried:
            self.tell_carried(carried)
        else:
            self.say(f"Your notes are here, too: {len(self.all_annotations)}.")


def in_short(carried: Carried) -> str:
    """What became of the annotations, for a narrow status line."""
    parts = ((carried.moved, "moved"), (carried.edited, "changed"), (carried.orphaned, "orphaned"))
    return f"Edited: {', '.join(f'{count} {what}' for count, what in parts if count)}; 5 lists."
