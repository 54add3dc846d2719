"""What the lines above and below the list say: which list it is, how much it has, what is asked for, the keys."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tui.base.bar_lines import Hint, beside_keys
from tui.base.bars import HeaderLine
from tui.base.keymap import with_keys
from tui.library.article_rows import origin
from tui.library.context import News
from tui.library.offered import offered
from tui.library.panel_words import about_row, panel_hints
from tui.reader.hints import hints_for

if TYPE_CHECKING:
    from newsreader.query.conditions import Query
    from tui.library.context import LibraryContext
    from tui.library.controllers.acts import ActsController
    from tui.library.controllers.feeds import FeedsController
    from tui.library.controllers.lists import ListsController
    from tui.library.controllers.opening import OpeningController
    from tui.library.controllers.query import QueryController

_TYPING_QUERY = (Hint("enter", "to the list"), Hint("tab", "complete"), Hint("escape", "clear"))
_TYPING_LOCATION = {
    "open": (Hint("enter", "open"), Hint("tab", "complete"), Hint("escape", "give up")),
    "add": (Hint("enter", "add"), Hint("tab", "complete"), Hint("escape", "give up")),
}
"""The keys of the lines to type in, which have them from the text fields they are."""

WELCOME = "Samples to begin with; <library.add> adds articles of your own."
COMING = "The articles of the library are being taken into the index. They are listed as they come."


class StatusController:
    """Keeps the header and the status line true."""

    def __init__(
        self,
        context: LibraryContext,
        lists: ListsController,
        query: QueryController,
        opening: OpeningController,
        acts: ActsController,
        feeds: FeedsController,
    ) -> None:
        self._context = context
        self._lists = lists
        self._query = query
        self._opening = opening
        self._acts = acts
        self._feeds = feeds
        self.header = HeaderLine()
        self._found = ""
        """How much the query of the list that stands there finds, and what it asks for; the next may be on its way."""
        self._hints = lru_cache(partial(hints_for, keymap=context.keymap, place="library"))
        """The hints of commands: looked up once, for the line is written at each key."""
        context.when(News.SAID, self.describe)
        if context.session.behind is not None:
            context.session.behind.listener = partial(context.screen.call_later, self.describe)

    def describe(self) -> None:
        """Say what there is to say now, and which keys work."""
        context = self._context
        if context.screen.app.screen is not context.screen:
            return
        self.header.headline = f"Library · {context.listing.title}"
        self.header.about = " · ".join(filter(None, (self._feeds.progress, self._unread(), self._indexing())))
        query = self._query.query
        if not context.articles.run:
            context.articles.empty = self._empty(query)
        context.status.detail = with_keys(self._detail(query), context.keymap)
        context.status.position = self._position()
        if context.line.has_focus:
            context.status.hints = _TYPING_QUERY
        elif self._opening.line.field.has_focus:
            context.status.hints = _TYPING_LOCATION[self._opening.line.purpose]
        elif (panel := context.panels.focused) is not None:
            context.status.hints = panel_hints(panel, context.keymap)
        else:
            context.status.hints = self._hints(self._of_use(query))

    def be_silent(self) -> None:
        """Offer no key while something else takes them."""
        self._context.status.hints = ()

    def _unread(self) -> str:
        return f"{self._lists.unread:,} unread" if self._lists.unread else ""

    def _indexing(self) -> str:
        """How many articles are still to be read for names behind."""
        behind = self._context.session.behind
        return f"indexing {behind.progress.waiting:,}" if behind is not None and behind.progress is not None else ""

    def _detail(self, query: Query) -> str:
        """What is wrong with the query, else how much it finds and what it asks for, else what the cursor is on."""
        context = self._context
        if query.mistakes:
            return query.mistakes[0].sentence
        if (panel := context.panels.focused) is not None and len(panel.rows):
            return self._beside_keys(about_row(panel))
        if query.condition is not None or context.line.has_focus:
            if not context.list_queries.awaits("articles"):
                self._found = f"{self._count()} {self._query.explanation}".strip()
            return self._found
        if context.lists.has_focus and context.listing.problem:
            return context.listing.problem
        chosen = context.articles.chosen
        if chosen is not None and context.listing.is_samples:
            return WELCOME
        return self._beside_keys(origin(chosen.location)) if chosen is not None else ""

    def _beside_keys(self, words: str) -> str:
        return beside_keys(words, self._context.status.size.width or self._context.screen.size.width)

    def _count(self) -> str:
        count = self._context.articles.place.length_said
        return f"{count} article{'s' if count != '1' else ''}"

    def _empty(self, query: Query) -> str:
        if self._lists.are_coming:
            return COMING
        if self._lists.are_unknown:
            return ""
        if query.condition is None:
            return with_keys(self._context.listing.empty, self._context.keymap)
        return with_keys("Nothing is found. <library.clear> clears the query.", self._context.keymap)

    def _position(self) -> str:
        place = self._context.articles.place
        return f"{place.number:,}/{place.length_said}" if place.run and not self._context.line.has_focus else ""

    def _of_use(self, query: Query) -> tuple[str, ...]:
        """The commands that do something now."""
        context = self._context
        return offered(
            context.articles.chosen,
            asks=query.condition is not None,
            of_samples=context.listing.is_samples,
            of_feed=context.listing.feed is not None,
            can_undo=self._acts.can_undo,
        )
