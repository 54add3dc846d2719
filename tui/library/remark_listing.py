"""What the list of all notes has: what was read so far of what is asked for, and what it becomes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.query.fields import NOTES
from newsreader.query.parser import parse
from newsreader.store.errors import LibraryError
from tui.library.remark_reader import RemarkReader
from tui.panels.list_panel import ListPanel
from tui.panels.remark_face import REMARKS, RemarkRows, Remarks, spliced

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.query.conditions import Query
    from newsreader.store.library import Library
    from tui.library.remark_reader import Piece
    from tui.panels.remark_face import ShownRemark


PAGES = 4
"""Screenfuls from the end of what was read at which it is read on."""


class RemarkListing:
    """A list that grows at its end while it is read; nothing that one looks at moves."""

    def __init__(
        self,
        library: Library,
        deliver: Callable[[Callable[[], object]], object],
        changed: Callable[[], object],
        say: Callable[[str], object],
    ) -> None:
        """`deliver` runs what it is given in the thread of the interface; `changed` is told when there is more."""
        self.panel = ListPanel(REMARKS)
        self._reader = RemarkReader(library, deliver, self._take)
        self._changed = changed
        self._say = say
        self._asked: str | None = None
        """The query as it was typed when it was asked last."""

    @property
    def query(self) -> Query:
        """What is typed to find some of them."""
        return parse(self.panel.choices.wanted, NOTES, typing=self.panel.filtering)

    @property
    def mistake(self) -> str:
        """What is wrong with it."""
        return next((each.sentence for each in self.query.mistakes), "")

    @property
    def here(self) -> ShownRemark | None:
        """The remark with the cursor."""
        rows = self._remarks.rows
        return rows.of(self.panel.cursor) if len(rows) else None

    @property
    def _remarks(self) -> Remarks:
        return self.panel.contents.remarks or Remarks(RemarkRows())

    def look(self) -> None:
        """Read what is asked for: from the beginning if something else is typed, and on where little is left."""
        panel = self.panel
        if panel.choices.wanted != self._asked:
            self._asked = panel.choices.wanted
            self._reader.read(self.query.condition)
        elif max(panel.cursor, panel.scroll_offset.y) + PAGES * panel.page >= len(panel.rows):
            self._reader.read_on(len(self._remarks.rows.remarks))

    def stop(self) -> None:
        """Read no further."""
        self._reader.stop()

    async def look_again(self, article: int) -> None:
        """Take in what became of what is written on an article."""
        try:
            now = await asyncio.to_thread(partial(self._reader.of_article, article, self.query.condition))
        except LibraryError:
            return
        remarks = self._remarks
        if now != [each for each in remarks.rows.remarks if each.article == article]:
            self._show(replace(remarks, rows=spliced(remarks.rows.remarks, article, now)))

    def _take(self, piece: Piece) -> None:
        """List what was read, in place of what an earlier query found."""
        rows = RemarkRows() if piece.begins else self._remarks.rows
        rows.extend(piece.remarks)
        self._show(Remarks(rows, piece.ends, self.mistake))
        if piece.trouble:
            self._say(piece.trouble)

    def _show(self, remarks: Remarks) -> None:
        self.panel.show(replace(self.panel.contents, remarks=remarks))
        self._changed()
