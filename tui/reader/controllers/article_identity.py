"""Asking, once, whether an article that was opened for the first time is one that was annotated before."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.store.errors import LibraryError
from tui.base.captions import excerpt, headline

if TYPE_CHECKING:
    from newsreader.annotations.anchor import Reanchored
    from newsreader.annotations.notebook import Notebook
    from newsreader.article import Article
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.reader_context import ReaderContext
    from tui.reader.reading import Reading

RESERVED = 30
"""Cells of the status line that are not for what is said."""


class ArticleIdentityController:
    """Finds the same article opened from elsewhere, and says what became of annotations that came along."""

    def __init__(self, context: ReaderContext, annotations: AnnotationController) -> None:
        self._context = context
        self._annotations = annotations
        self._question: tuple[Reading, Article, ArticleRecord] | None = None
        """What is to be asked as soon as no dialog is open."""

    def tell_reanchored(self, reanchored: Reanchored) -> None:
        """Say what became of the annotations of an edited article, in as many words as there is room for."""
        fits = len(reanchored.sentence) <= self._context.screen.size.width - RESERVED
        self._context.say(reanchored.sentence if fits else in_short(reanchored))

    def look_elsewhere(self, reading: Reading) -> None:
        """Look in a thread for an annotated article that this one may be a version of."""
        self._context.work(self._look_elsewhere(reading), group="likeness", exclusive=False)

    async def _look_elsewhere(self, reading: Reading) -> None:
        library, notebook = self._context.session.library, reading.notebook
        if library is None or notebook is None:
            return
        try:
            found = await asyncio.to_thread(_found, library, notebook, reading.article)
        except LibraryError as error:
            self._context.say(str(error))
            return
        if found is not None:
            self._question = reading, *found
            self.ask_what_waits()

    def ask_what_waits(self) -> None:
        """Ask what has to be asked, unless a dialog is open."""
        if self._question is None or not self._context.screen.is_current:
            return
        (reading, other, record), self._question = self._question, None
        if reading is not self._context.reading:
            return
        from tui.dialogs.question import Answer, Question

        where = excerpt(other.origin.location, 60)
        sentence = f"Is this “{excerpt(headline(other), 60)}” ({where}), on which you have notes? (esc: ask next time)"
        answers = (Answer("same", "y", "Yes, take them"), Answer("other", "n", "No"))
        self._context.ask(Question(sentence, answers), partial(self._settle, reading, other, record))

    def _settle(self, reading: Reading, other: Article, record: ArticleRecord, answer: str | None) -> None:
        """Do what was answered; without an answer it is asked again when the article is opened again."""
        library, notebook = self._context.session.library, reading.notebook
        if answer is None or library is None or notebook is None:
            return

        def settle() -> None:
            if answer == "same":
                notebook.join(record.id, headline(other))
            _settle(library, notebook.record)

        def settled(_: None) -> None:
            if answer == "same":
                self._annotations.show()
                self._tell_joined(notebook)

        self._context.keeping.do(settle, settled)

    def _tell_joined(self, notebook: Notebook) -> None:
        """Say what came along, and what became of it if the texts differ."""
        reanchored = notebook.reanchored
        if reanchored.edited or reanchored.orphaned:
            self.tell_reanchored(reanchored)
        else:
            self._context.say(f"Your notes are here, too: {len(self._context.annotations)}; <reader.undo> undoes it.")


def _found(library: Library, notebook: Notebook, article: Article) -> tuple[Article, ArticleRecord] | None:
    """The article that this one may be a version of; if there is none it is not asked again. Raises `LibraryError`."""
    from newsreader.annotations.identity import known_elsewhere

    record = notebook.record
    found = known_elsewhere(library, article, record)
    if found is None:
        _settle(library, record)
        return None
    return library.stored(found), found


def _settle(library: Library, record: ArticleRecord) -> None:
    """Note that the article need not be asked about any more."""
    with library.writing() as unit:
        unit.joined.settle(record.id)


def in_short(reanchored: Reanchored) -> str:
    """What became of the annotations, for a narrow status line."""
    parts = ((reanchored.moved, "moved"), (reanchored.edited, "changed"), (reanchored.orphaned, "orphaned"))
    return f"Edited: {', '.join(f'{count} {what}' for count, what in parts if count)}; <reader.notes> lists."
