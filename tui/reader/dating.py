"""Saying when the article was published, from which its relative dates are counted anew."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from newsreader.analysis.gently import breathing
from newsreader.annotations.corrections.model import Provenance
from newsreader.sanitise import printable
from tui.base.text import about, day
from tui.reader.annotating import NO_LIBRARY, Annotating
from tui.reader.provenance import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.annotations.notebook import Notebook
    from newsreader.article import Metadata
    from tui.article.spots import Pace
    from tui.dialogs.article_date import ArticleDate
    from tui.panels.messages import ArticleDateRequested
    from tui.reader.reading import Findings, Reading


class Dating(Annotating):
    """The date of the article."""

    def show_annotations(self) -> None:
        """Show the annotations, and the date, which may have changed with them."""
        super().show_annotations()
        if self.reading is not None:
            article = self.reading.dated
            self.header.about = about(article)
            given = article is not self.reading.article
            self.sidebar.set_published(article.metadata.published, SIGNS[Provenance.PERSON] if given else "")

    def correct_findings(self, reading: Reading) -> None:
        """Have a thread count the dates of a long article from another day, so that no key waits for it."""
        work = reading.to_count()
        if work is None:
            super().correct_findings(reading)
        else:
            self.run_worker(self._count(reading, work), group="dates", exclusive=True)

    async def _count(self, reading: Reading, work: Callable[[Pace], Findings]) -> None:
        findings = await asyncio.to_thread(work, breathing)
        if findings.machine is not reading.analysis or findings.said != reading.said:
            self.correct_findings(reading)
            return
        reading.accept(findings)
        if reading is self.reading:
            self._show_corrections(reading)

    def action_reader_date_article(self) -> None:
        """Ask when the article was published."""
        if self.reading is None or self.notebook is None:
            self.say(NO_LIBRARY)
            return
        from tui.dialogs.article_date import ArticleDateDialog

        def settled(said: ArticleDate | None) -> None:
            if said is not None:
                self.change(partial(_date, said))

        dialog = ArticleDateDialog(self.reading.dated.metadata.published, stated(self.reading.article.metadata))
        self.app.push_screen(dialog, settled)

    def on_article_date_requested(self, event: ArticleDateRequested) -> None:
        """Ask the same from the timeline."""
        event.stop()
        self.action_reader_date_article()


def stated(metadata: Metadata) -> str:
    """What the article says of its date, and where."""
    if metadata.published is None:
        return "The article itself does not say."
    source = f", from {printable(metadata.published_from)}" if metadata.published_from else ""
    return f"The article says {day(metadata.published)}{source}."


def _date(said: ArticleDate, notebook: Notebook) -> str:
    notebook.date_article(said.published)
    if said.published is None:
        return "The article has its own date again; U brings yours back."
    return f"The article is of {day(said.published)} now; U undoes it."
