"""Which articles are listed: asks the index for the stretch that is wanted, and moves in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.base.library_queries import ARTICLES, COUNT
from tui.library.ahead import AheadOfIndex
from tui.library.article_list import ArticleList
from tui.library.asked import WINDOW, anew, beyond, from_end, from_start, run_with, standing, unread_beyond
from tui.library.context import News
from tui.library.listed_run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsreader.index.found import FoundArticle
    from tui.library.context import LibraryContext


class ArticlesController:
    """The list of articles, and where one is in it."""

    def __init__(self, context: LibraryContext) -> None:
        self._context = context
        self._list = context.articles
        self._wanted: set[bool] = set()
        """In which directions more has been asked for: whether backwards."""
        self.ahead = AheadOfIndex()
        self._total: int | None = None
        """How many articles the list has, if they were counted since it is what it is."""
        self.kept: set[int] = set()
        """Articles that stay in the list though they are no more what it is for, since one did something with them."""
        self._typed_ahead: list[Callable[[], object]] = []
        """What is done with the list that was asked for, once it is there."""
        context.commands.register(
            {
                "library.next_unread": self.once_listed(partial(self.go_to_unread, backwards=False)),
                "library.previous_unread": self.once_listed(partial(self.go_to_unread, backwards=True)),
            }
        )
        context.when(News.LISTED, self.begin)
        context.when(News.CHANGED, self.renew)
        context.listeners.update({ArticleList.MoreWanted: self._more_wanted})

    # The list

    def begin(self) -> None:
        """List what is wanted now, from its beginning."""
        self._wanted.clear()
        self.kept.clear()
        self._total = None
        for topic in ("articles", "renew", "count", "more True", "more False"):
            self._context.list_queries.forget(topic)
        run, self._context.at_hand = self._context.at_hand, None
        # What is at hand is the list alone, without what was typed or chosen besides.
        if run is not None and self._context.listed == self._context.listing.narrowed():
            self._take(run)
            return
        # What was typed ahead was meant for a list that does not come any more.
        self._typed_ahead.clear()
        self._ask(partial(from_start, self._context.listed))

    def renew(self) -> None:
        """Look what the list has become; nothing that one looks at moves."""
        # What is counted may be another list by then.
        self._total = None
        self._context.list_queries.forget("count")
        chosen = self._list.chosen
        if chosen is None:
            self._ask(partial(from_start, self._context.listed))
            return
        question = partial(anew, self._context.listed, chosen, frozenset(self.kept))
        self._context.list_queries.ask("renew", question, partial(self._take_anew, chosen), urgency=ARTICLES)

    def _ask(self, question: partial[Run], *, at_end: bool = False) -> None:
        self._context.list_queries.forget("renew")
        self._context.list_queries.ask("articles", question, partial(self._take, at_end=at_end), urgency=ARTICLES)

    def _take(self, run: Run, *, at_end: bool = False) -> None:
        self._show(run, len(run) - 1 if at_end else 0)

    def _show(self, run: Run, at: int) -> None:
        """Show what the index gave, with the cursor on the article of that index, and do what was typed ahead."""
        before = self._as_they_are(Run(run.articles[:at]))
        self._list.show(self._as_they_are(run), at=len(before))
        self._count()
        typed, self._typed_ahead = self._typed_ahead, []
        for act in typed:
            self.once_listed(act)()

    def once_listed(self, act: Callable[[], object]) -> Callable[[], None]:
        """The same act, done once the list is there that was asked for: keys that are typed ahead mean its articles."""

        def do() -> None:
            if self._context.list_queries.awaits("articles"):
                self._typed_ahead.append(act)
            else:
                act()

        return do

    def _take_anew(self, asked: FoundArticle, found: tuple[Run, Mapping[int, FoundArticle]]) -> None:
        run, kept = found
        chosen = self._list.chosen
        run = run.keeping(self._list.run.changed(kept), frozenset(self.kept))
        if chosen is not None and chosen.id != asked.id and run.place_of(chosen.id) is None:
            # Who went on meanwhile is not taken back to where this was asked.
            self.renew()
            return
        self._list.renew(self._as_they_are(run))
        self._count()

    def _as_they_are(self, run: Run) -> Run:
        """What an index gave, with what it does not know yet of articles of the library."""
        return run if self._context.listing.is_samples else self.ahead.over(run)

    def know(self, act: int) -> None:
        """Leave it to the index what became of articles by an act; it knows that now."""
        self.ahead.forget(act)
        # What was asked before that may be answered only now.
        self.renew()

    # How many there are

    def _count(self) -> None:
        """Count the list, and how many articles stand before the run, which may take a while."""
        run = self._list.run
        if run.begins and run.ends:
            self._context.list_queries.forget("count")
            self._counted(run.articles[:1], (0, len(run)))
            return
        first = run.articles[:1]
        if self._total is not None and (run.begins or run.ends):
            self._counted(first, (0 if run.begins else self._total - len(run), self._total))
            return
        question = partial(standing, self._context.listed, None if run.begins else first[0])
        self._context.list_queries.ask("count", question, partial(self._counted, first), urgency=COUNT)

    def _counted(self, first: tuple[FoundArticle, ...], standing: tuple[int, int]) -> None:
        before, total = standing
        self._total = total
        place = self._list.run.place_of(first[0].id) if first else 0
        self._list.count(before=max(0, before - (place or 0)), total=total)
        self._context.tell(News.SAID)

    # More of it

    def _more_wanted(self, message: ArticleList.MoreWanted) -> None:
        run, backwards = self._list.run, message.backwards
        if backwards in self._wanted or not run:
            return
        self._wanted.add(backwards)
        edge = run.articles[0 if backwards else -1]
        question = partial(beyond, self._context.listed, edge, backwards=backwards)
        answer = partial(self._take_more, edge, backwards=backwards)
        self._context.list_queries.ask(f"more {backwards}", question, answer, urgency=ARTICLES)

    def _take_more(self, edge: FoundArticle, found: list[FoundArticle], *, backwards: bool) -> None:
        self._wanted.discard(backwards)
        run = self._list.run
        if run and run.articles[0 if backwards else -1].id == edge.id:
            more = self._as_they_are(Run(tuple(found))).articles
            self._list.extend(more, complete=len(found) < WINDOW, backwards=backwards)

    # Moving

    def step(self, articles: int) -> None:
        """Go so many articles down or, for a negative number, up."""
        self.once_listed(lambda: self._list.go_to(self._list.place.cursor + articles))()

    def turn(self, pages: int) -> None:
        """Go so many pages down or up."""
        self.step(pages * self._list.place.page)

    def to_edge(self, *, end: bool) -> None:
        """Go to the first article of the whole list, or to the last one."""
        self.once_listed(partial(self._to_edge, end=end))()

    def _to_edge(self, *, end: bool) -> None:
        run = self._list.run
        if run.ends if end else run.begins:
            self._list.go_to(len(run) - 1 if end else 0)
        else:
            self._ask(partial(from_end if end else from_start, self._context.listed), at_end=end)

    def go_to_article(self, article: FoundArticle) -> None:
        """Go to an article of the list, which need not be at hand."""
        place = self._list.run.place_of(article.id)
        if place is not None:
            self._list.go_to(place)
        else:
            question = partial(run_with, self._context.listed, article)
            self._context.list_queries.ask("articles", question, self._take_at, urgency=ARTICLES)

    def _take_at(self, found: tuple[Run, int]) -> None:
        self._show(*found)

    def go_to_unread(self, *, backwards: bool) -> None:
        """Go to the next article that is not read, or to the one before."""
        run, at = self._list.run, self._list.place.cursor
        places = range(at - 1, -1, -1) if backwards else range(at + 1, len(run))
        place = next((each for each in places if run.articles[each].state == "unread"), None)
        if place is not None:
            self._list.go_to(place)
        elif not run or (run.begins if backwards else run.ends):
            self._context.say(f"No article {'above' if backwards else 'below'} is unread.")
        else:
            question = partial(unread_beyond, self._context.listed, run.articles[at], backwards=backwards)
            answer = partial(self._take_unread, backwards=backwards)
            self._context.list_queries.ask("articles", question, answer, urgency=ARTICLES)

    def _take_unread(self, found: tuple[Run, int] | None, *, backwards: bool) -> None:
        if found is None:
            self._context.say(f"No article {'above' if backwards else 'below'} is unread.")
            return
        self._take_at(found)
