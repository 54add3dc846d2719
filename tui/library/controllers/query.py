"""The query that is typed: what is listed while it is typed, what it asks for in words, and keeping it under a name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Input

from newsreader.index.found import Order
from newsreader.query.conditions import Query
from newsreader.query.explaining import explain
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sanitise import sanitise
from tui.base.keeping import ON_SERVER
from tui.base.typed_line import TypedLine
from tui.library.context import News
from tui.library.listings import key_of

if TYPE_CHECKING:
    from newsreader.store.library import Library
    from newsreader.store.records import SavedSearch
    from tui.library.context import LibraryContext
    from tui.library.controllers.lists import ListsController
    from tui.library.listings import ListedQuery

ORDERS = (Order.NEWEST, Order.OLDEST, Order.ADDED, Order.TITLE, Order.RELEVANCE)
"""In the order in which a key goes through them."""


class QueryController:
    """What is typed to find articles, and in which order they are listed."""

    def __init__(self, context: LibraryContext, lists: ListsController) -> None:
        self._context = context
        self._lists = lists
        self._order: Order | None = None
        """The order that was chosen; None leaves it to the list."""
        context.commands.register(
            {
                "library.filter": self.begin,
                "library.save_search": self.save,
                "library.sort": self.sort,
            }
        )
        self._list = context.listing.key
        """The list that the query is about."""
        context.when(News.SHOWN, self._another_list)

    def begin(self) -> None:
        """Have it typed, about the list that is shown."""
        self._lists.settled = True
        self._context.line.begin()

    @property
    def typed(self) -> str:
        """The query, as it is typed, without what no text has."""
        return sanitise(self._context.line.value).text

    @property
    def query(self) -> Query:
        """What it asks for, and what is wrong with it."""
        searches = self._context.searches
        return parse(self.typed, ARTICLES, typing=self._context.line.has_focus, searches=searches)

    def list(self) -> None:
        """List what is asked for now."""
        if self._listed != self._context.listed:
            self._context.list_now(self._listed)
        self._context.tell(News.SAID)

    @property
    def _listed(self) -> ListedQuery:
        """What is asked for, of the list that is shown."""
        return self._context.listing.narrowed(self.query, self.typed, self._order, self._context.searches)

    def changed(self, event: Input.Changed) -> None:
        """List what is found while it is typed."""
        if isinstance(event.input, TypedLine):
            self.list()

    def submitted(self) -> None:
        """Go to what was found; the last word is whole now."""
        self._context.articles.focus()
        self.list()

    def narrow(self, text: str) -> None:
        """Have this be the query."""
        self._context.line.write(text)
        self.list()

    def clear(self) -> bool:
        """Take the query away; False if there is none."""
        had = self._context.line.clear_away()
        if had:
            self._context.articles.focus()
            self.list()
        return had

    def _another_list(self) -> None:
        """Begin a list, without what was typed for another one."""
        if self._list != self._context.listing.key:
            self._list, self._order = self._context.listing.key, None
            # A list that comes by itself, as at the start, comes while somebody types already.
            if not self._context.line.has_focus:
                with self._context.line.prevent(Input.Changed):
                    self._context.line.write("")
        self._context.list_now(self._listed)

    def sort(self) -> None:
        """List in the next order."""
        at = ORDERS.index(self._context.listed.order)
        self._order = ORDERS[(at + 1) % len(ORDERS)]
        self.list()
        self._context.say(f"Sorted by: {self._order}.")

    @property
    def explanation(self) -> str:
        """What the query asks for, in words that go on behind “articles”."""
        if self.query.condition is None:
            return ""
        return explain(Query(self.query.condition)).removeprefix("Articles ").removesuffix(".")

    # Keeping it

    def save(self) -> None:
        """Ask for a name, and keep what is listed as a list of its own."""
        if not self._context.listed.text:
            self._context.say("There is no query to keep: <library.filter> asks for something.")
            return
        from tui.dialogs.prompt import Prompt

        text = self._context.listed.text
        self._context.ask(Prompt("Save this search as", value=self.typed, words=text), self._save)

    def _save(self, name: str | None) -> None:
        if name is None:
            return
        work = partial(_saved, self._context.library, name, self._context.listed.text)
        self._context.keeping.do(work, lambda saved: self._lists.look(partial(self._show, saved)), meanwhile=ON_SERVER)

    def _show(self, saved: SavedSearch) -> None:
        shown = next((each for each in self._lists.all_listed if each.key == key_of(saved.id)), None)
        if shown is not None:
            self._lists.show(shown)
        self._context.say(f"“{saved.name}” is among the lists now.")


def _saved(library: Library, name: str, query: str) -> SavedSearch:
    with library.writing() as unit:
        return unit.searches.save(name, query)
