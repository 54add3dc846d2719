"""Whether the names of a category stand out in the text; the choice holds for all articles and is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.entity import Category
from tui.reader import plain_categories

if TYPE_CHECKING:
    from textual import events

    from tui.reader.controllers.findings import FindingsController
    from tui.reader.reader_context import ReaderContext

PLURALS = {
    Category.PERSON: "people",
    Category.PLACE: "places",
    Category.ORGANISATION: "organisations",
    Category.DATE: "dates",
}
"""What the categories are called, in the order of their numbers."""


class StandingOutController:
    """Asks for a category, and has it stand out or not."""

    def __init__(self, context: ReaderContext, findings: FindingsController) -> None:
        self._context = context
        self._findings = findings
        self._awaited = False
        """Whether the next key is the number of a category."""
        context.commands.register(
            {
                "reader.stand_out": self.ask,
                **{f"reader.{plural}_stand_out": partial(self.switch, each) for each, plural in PLURALS.items()},
            }
        )

    def ask(self) -> None:
        """Say what stands out, and wait for the number of what to switch."""
        self._awaited = True
        states = (
            f"{'–' if category in self._context.plain else '✓'} {number} {plural}"
            for number, (category, plural) in enumerate(PLURALS.items(), 1)
        )
        self._context.say(f"{'  '.join(states)}: a number switches")

    def take(self, event: events.Key) -> bool:
        """Take the number; any other key calls it off. Whether one was waited for."""
        awaited, self._awaited = self._awaited, False
        if not awaited:
            return False
        self._context.status.be_silent()
        for number, category in enumerate(PLURALS, 1):
            if event.character == str(number):
                self.switch(category)
        return True

    def switch(self, category: Category) -> None:
        """Have a category stand out that does not, or the other way round."""
        context = self._context
        context.plain ^= {category}
        if context.reading is not None:
            self._findings.show(context.reading)
        what = PLURALS[category].capitalize()
        done = f"{what} no longer stand out in the text" if category in context.plain else f"{what} stand out again"
        context.say(f"{done}.")
        keep = partial(plain_categories.keep, context.session.library, context.plain)
        context.keeping.do(keep, failed=lambda error: context.say(f"{done}. {error}"))
