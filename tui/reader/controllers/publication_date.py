"""Saying when the article was published, from which its relative dates are counted anew."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from tui.base.captions import day, published
from tui.panels.requests import ArticleDateRequested
from tui.reader.reader_context import NO_LIBRARY

if TYPE_CHECKING:
    from newsreader.annotations.notebook import Notebook
    from newsreader.article import Metadata
    from newsreader.entity import TimeValue
    from tui.dialogs.date_dialog import Said
    from tui.reader.controllers.annotations import AnnotationController
    from tui.reader.reader_context import ReaderContext

EXAMPLES = "19 June 2024, 2024-06-19, yesterday"
"""What the line says that can be typed."""


class PublicationDateController:
    """Asks for the date of the article."""

    def __init__(self, context: ReaderContext, annotations: AnnotationController) -> None:
        self._context = context
        self._annotations = annotations
        context.commands.register({"reader.date_article": self.ask})
        context.listen({ArticleDateRequested: lambda _: self.ask()})

    def ask(self) -> None:
        """Ask when the article was published."""
        reading = self._context.reading
        if reading is None or reading.notebook is None:
            self._context.say(NO_LIBRARY)
            return
        from tui.dialogs.date_dialog import DateDialog, NoDate

        def settled(said: Said | None) -> None:
            if said is not None:
                self._annotations.change(partial(_date, date.fromisoformat(said.time.value) if said.time else None))

        known = reading.dated.metadata.published
        dialog = DateDialog(
            "When was this article published?",
            known.isoformat() if known else "",
            EXAMPLES,
            read=_typed,
            no_date=NoDate("", stated(reading.article.metadata)),
        )
        self._context.ask(dialog, settled)


def _typed(line: str) -> TimeValue:
    from newsreader.languages.english.dates import values
    from newsreader.languages.english.dates.typed import typed_day

    return values.day(typed_day(line, date.today()))


def stated(metadata: Metadata) -> str:
    """What the article says of its date, and where."""
    if metadata.published is not None and metadata.published_doubt:
        return f"The article itself does not say; {published(metadata)} is {printable(metadata.published_doubt)}."
    if metadata.published is None:
        return "The article itself does not say."
    source = f", from {printable(metadata.published_from)}" if metadata.published_from else ""
    return f"The article says {day(metadata.published)}{source}."


def _date(on: date | None, notebook: Notebook) -> str:
    notebook.date_article(on)
    if on is None:
        return "The article has its own date again; <reader.undo> brings yours back."
    return f"The article is now dated {day(on)}; <reader.undo> undoes it."
