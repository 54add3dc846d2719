"""The panels beside the articles: what is in those that are listed, and narrowing the list by one of these."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.dossier.model import Subject
from newsreader.entity import Category
from newsreader.query.conditions import And, Field, Term, every
from newsreader.query.fields import ARTICLES, FIELD_OF
from newsreader.query.parser import parse
from newsreader.query.printing import written
from newsreader.query.wording import words
from tui.base.library_queries import LISTS, NAMES
from tui.library.context import News
from tui.library.listings import together
from tui.panels.listed import NONE, UNNAMED, UNREAD, Listed, narrowing, of_days, of_name
from tui.panels.requests import DossierRequested, EntityChosen, PanelLeft, PanelMoved, WideningRequested
from tui.reader.elsewhere import DossierWanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.index.index import Index
    from newsreader.query.conditions import Condition
    from tui.library.context import LibraryContext
    from tui.library.controllers.query import QueryController
    from tui.panels.listed import ListedItem

MOST = 300
"""Names of a category, and days, that a panel lists at most; a filter finds those behind them, too."""
NEWEST = 1000
"""Articles that are counted at first where a list is long, which takes some milliseconds however long it is."""


class PanelsController:
    """Has the panels show what is in the articles that are listed."""

    def __init__(self, context: LibraryContext, query: QueryController) -> None:
        self._context = context
        self._query = query
        self._outdated = False
        """Whether what is listed became another while no panel was in sight."""
        self._sought: tuple[str, str] | None = None
        """The category and the filter of which more was asked for."""
        panels = context.panels.panels
        context.commands.register({each.panel.command: partial(self.go, each.panel.key) for each in panels})
        context.commands.register({"library.remarks": self.show_remarks})
        context.listeners.update(
            {
                EntityChosen: lambda message: self.choose(message.entity_id),
                DossierRequested: lambda message: self.show_dossier(message.entity_id),
                WideningRequested: lambda message: self.widen(message.entity_id),
                PanelLeft: lambda _: context.articles.focus(),
                PanelMoved: lambda _: self._moved(),
            }
        )
        context.when(News.SHOWN, partial(context.list_queries.forget, "filter"))
        context.when(News.LISTED, partial(self.look, newest=NEWEST))
        context.when(News.CHANGED, self.look)

    def go(self, key: str) -> None:
        """Go to the panel of that key."""
        self._context.panels.display = True
        if self._outdated:
            self.look()
        self._context.panels.focus_panel(key)

    def show_remarks(self) -> None:
        """List what was written on all articles."""
        from tui.library.remarks_screen import RemarksScreen

        self._context.screen.app.push_screen(RemarksScreen(self._context.session, self._context.library))

    def look(self, newest: int | None = None) -> None:
        """Have what is listed looked through, or only so many articles of it at first; all stays until it is done."""
        panels, condition = self._context.panels, self._context.listed.condition
        self._outdated = not panels.display
        if panels.display:
            self._context.list_queries.ask(
                "panels", partial(_listed, condition, newest, self._unnamed), self._show, urgency=NAMES
            )

    @property
    def _unnamed(self) -> str:
        """What to say of articles that were not read for names."""
        return UNREAD if self._context.session.behind is None else UNNAMED

    def _show(self, listed: Listed) -> None:
        self._context.panels.set_listed(listed)
        if listed.whole:
            # Not before: what is sought while this is on its way is added to what was listed until now.
            self._sought = None
            self._seek()
        else:
            question = partial(_listed, self._context.listed.condition, None, self._unnamed)
            self._context.list_queries.ask("panels", question, self._show, urgency=LISTS)

    # Narrowing, and the dossier of a name

    def choose(self, item_id: str) -> None:
        """Narrow the list by a name or a day; a name by which it is narrowed opens its dossier."""
        category, item = self._found(item_id)
        if category in FIELD_OF and item and item.asks in narrowing(self._context.listed.condition):
            self.show_dossier(item_id)
        elif item:
            self.narrow(item.asks)

    def widen(self, item_id: str) -> None:
        """Narrow the list by a name or a day no longer, if it is."""
        _, item = self._found(item_id)
        if item and item.asks in narrowing(self._context.listed.condition):
            self.narrow(item.asks)

    def show_dossier(self, item_id: str) -> None:
        """Show the dossier of a name."""
        category, item = self._found(item_id)
        if self._context.listing.is_samples:
            self._context.say("Dossiers are of articles in the library; open a sample, and it is in.")
        elif category in FIELD_OF and item:
            self._context.screen.post_message(DossierWanted(Subject(category, item.label, item.number)))

    def _found(self, item_id: str) -> tuple[Category | None, ListedItem | None]:
        """What is listed under an id, and its category; both are None if it is listed no more."""
        listed = self._context.panels.contents.listed
        named = ((category, each) for category, items in (listed.items if listed else {}).items() for each in items)
        return next((found for found in named if found[1].id == item_id), (None, None))

    def narrow(self, asked: str) -> None:
        """Narrow the list by a part of a query, or no longer, if it is."""
        typed = self._query.typed
        condition = parse(typed, ARTICLES).condition
        parts = condition.parts if isinstance(condition, And) else (condition,) if condition else ()
        if asked not in narrowing(self._context.listed.condition):
            self._query.narrow(together(typed, asked))
        elif asked not in narrowing(condition):
            self._context.say(f"The list “{self._context.listing.title}” itself asks for that.")
        elif asked in typed:
            self._query.narrow(" ".join(typed.replace(asked, " ", 1).split()))
        else:
            left = every(tuple(each for each in parts if written(each) != asked))
            self._query.narrow(written(left) if left else "")

    # The filter of a panel that has not all

    def _moved(self) -> None:
        self._seek()
        self._context.tell(News.SAID)

    def _seek(self) -> None:
        """Ask for what a filter wants beyond what is listed, if there is more."""
        panel, listed = self._context.panels.focused, self._context.panels.contents.listed
        category = Category(panel.panel.name) if panel else None
        if panel is None or listed is None or category not in listed.more or category not in FIELD_OF:
            return
        wanted = panel.choices.wanted
        if not words(wanted) or self._sought == (category, wanted):
            return
        self._sought = category, wanted
        question = partial(_more, self._context.listed.condition, category, wanted)
        self._context.list_queries.ask("filter", question, partial(self._add, category), urgency=NAMES)

    def _add(self, category: Category, more: Sequence[ListedItem]) -> None:
        listed = self._context.panels.contents.listed
        if listed is not None:
            known = {each.id for each in listed.items[category]}
            fresh = [each for each in more if each.id not in known]
            items = sorted((*listed.items[category], *fresh), key=lambda each: -each.articles)
            self._context.panels.set_listed(replace(listed, items={**listed.items, category: items}))


# What the index is asked


def _listed(condition: Condition | None, newest: int | None, nothing: str, index: Index) -> Listed:
    found = index.search.panels(condition, MOST, newest=newest)
    items = {each: [of_name(name) for name in names] for each, names in found.names.items()}
    items[Category.DATE] = [of_days(each) for each in found.days]
    more = frozenset(each for each, some in items.items() if len(some) == MOST)
    unnamed = not any(items.values()) and index.count_unnamed() > 0
    return Listed(items, more, narrowing(condition), found.whole, nothing if unnamed else NONE)


def _more(condition: Condition | None, category: Category, wanted: str, index: Index) -> Sequence[ListedItem]:
    """The names that begin with what is wanted, of the articles that have such a name at all."""
    named = Field(FIELD_OF[category], (Term(wanted, begins=True),))
    both = every((named,) if condition is None else (condition, named))
    return [of_name(each) for each in index.search.panels(both, 10 * MOST).names[category]]
