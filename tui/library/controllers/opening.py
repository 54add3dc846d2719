"""Opening articles from the list, or by a path or address that is typed, and taking in what is named so."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.addresses import LEFT_OUT, without_password
from newsreader.article import OriginKind
from newsreader.aside import aside
from newsreader.query.fields import READ
from newsreader.sources import SourceError
from newsreader.store.errors import LibraryError
from tui.library.article_list import ArticleList
from tui.library.article_rows import called
from tui.library.context import News
from tui.library.location_line import LocationLine
from tui.reader.lesson import due
from tui.reader.list_walk import ListWalk
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsreader.article import Article
    from newsreader.index.found import FoundArticle
    from newsreader.intake.adding import Added
    from newsreader.store.library import Library
    from newsreader.store.records import RecentArticle
    from tui.library.context import LibraryContext
    from tui.library.controllers.articles import ArticlesController
    from tui.library.controllers.lists import ListsController
    from tui.reader.opened import Opened


@dataclass(frozen=True, slots=True)
class _Ready:
    """Articles of which the first is open."""

    articles: Sequence[Article]
    first: Opened
    lesson: int | None
    """The step of the lesson to begin with, if there is to be one."""


class OpeningController:
    """Opens articles in the reader above the library."""

    def __init__(self, context: LibraryContext, articles: ArticlesController, lists: ListsController) -> None:
        self._context = context
        self._articles = articles
        self._lists = lists
        self.line = LocationLine()
        context.commands.register(
            {
                "library.open": self.open_chosen,
                "library.go_on": self.go_on,
                "library.open_location": partial(self.line.ask, "open"),
                "library.add": partial(self.line.ask, "add"),
            }
        )
        context.listeners.update({ArticleList.Opened: lambda _: self._open_chosen()})

    # From the list

    def open_chosen(self) -> None:
        """Open the article of the cursor; in the column of lists, go to the articles."""
        if self._context.lists.has_focus:
            self._context.lists.enter()
        else:
            self._articles.once_listed(self._open_chosen)()

    def _open_chosen(self) -> None:
        if (article := self._context.articles.chosen) is not None:
            self._lists.settled = True
            if self._context.listing.is_samples:
                self._open(called(article), partial(_at, article.location))
                return
            listed = self._context.listed
            self._articles.kept.add(article.id)
            load = partial(_load, self._context.library, article)
            self._open(called(article), load, ListWalk(listed.condition, listed.order, article))

    def go_on(self) -> None:
        """Open the article that was left last."""
        self._context.keeping.do(partial(self._context.library.recent, 20), self._go_on)

    def _go_on(self, recent: Sequence[RecentArticle]) -> None:
        left = next((each for each in recent if each.progress < READ), None)
        if left is None:
            self._context.say("No article was left before its end.")
            return
        self._articles.kept.add(left.article_id)
        self._open(left.title, lambda: [_newest(self._context.library, left.article_id)])

    # By what is typed

    def take_typed(self) -> None:
        """Open or add what was typed."""
        line = self.line
        typed = line.field.value.strip()
        if not typed:
            self._context.articles.focus()
            line.put_away()
            return
        location = without_password(typed)
        if location != typed:
            self._context.screen.notify(LEFT_OUT)
        if line.purpose == "open":
            self._open(location, partial(_at, location))
        else:
            self._add(location)

    def _open(self, what: str, load: Callable[[], Sequence[Article]], walk: ListWalk | None = None) -> None:
        self._context.say(f"Opening {what}…")
        self._context.work(self._load(load, walk), "open")

    async def _load(self, load: Callable[[], Sequence[Article]], walk: ListWalk | None) -> None:
        library, is_sample = self._context.library, self._context.listing.is_samples
        try:
            ready = await asyncio.wrap_future(aside(lambda: _opened(library, load(), is_sample=is_sample)))
        except (SourceError, LibraryError) as error:
            self._context.say(str(error))
            return
        self._context.status.be_silent()
        self._put_line_away()
        self._read(ready, walk)

    def _put_line_away(self) -> None:
        self.line.put_away()
        self._context.articles.focus()

    def _read(self, ready: _Ready, walk: ListWalk | None) -> None:
        from tui.reader.screen import ReaderScreen

        names, load = [each.origin.name for each in ready.articles], ready.articles.__getitem__
        session = replace(self._context.session, locations=names, load=load, lesson=ready.lesson, unreadable={})
        session = replace(session, first=ready.first, walk=walk, index=self._context.keeping_up.open_index)
        self._context.screen.app.push_screen(ReaderScreen(session), partial(self._come_back, walk))

    def _come_back(self, walk: ListWalk | None, _: None) -> None:
        """Go to the article that was read last, and leave in the list what was read on the way."""
        if walk is not None:
            self._articles.kept |= walk.passed
            self._articles.go_to_article(walk.here)
            if walk.twins:
                self._context.work(self._have_read(walk.twins), "stories", exclusive=False)

    async def _have_read(self, twins: Mapping[int, Sequence[int]]) -> None:
        """Have read, too, what tells the same as an article that was read to its end."""
        try:
            await asyncio.to_thread(_have_read, self._context.library, twins)
        except LibraryError as error:
            self._context.say(str(error))
        else:
            self._context.follow()

    # Adding

    def _add(self, location: str) -> None:
        self._context.say(f"Taking in {location}…")
        self._context.work(self._take_in(location), "add", exclusive=False)

    async def _take_in(self, location: str) -> None:
        failures: list[str] = []
        try:
            said = await asyncio.wrap_future(aside(partial(_other_than_articles, self._context.library, location)))
            if said:
                self._put_line_away()
                self._context.follow()
                self._context.tell(News.CHANGED)
                self._context.say(said)
                return
            added = await asyncio.wrap_future(aside(partial(_taken_in, self._context.library, location, failures)))
        except LibraryError as error:
            self._context.say(str(error))
            return
        if added.new or added.known:
            self._put_line_away()
        more = f" ({len(failures) - 1} more cannot be read.)" if len(failures) > 1 else ""
        self._context.say(" ".join([added.sentence, *failures[:1]]) + more)
        self._context.follow()


def _other_than_articles(library: Library, location: str) -> str:
    """Take in a file of another program, or follow a feed; empty if it is neither. Raises `LibraryError`."""
    return _imported(library, location) or _followed(library, location)


def _imported(library: Library, location: str) -> str:
    """Take in a file of another program, and say what that was; empty if it is none. Raises `LibraryError`."""
    from pathlib import Path

    from newsreader.intake.elsewhere.registry import recognised
    from newsreader.intake.taken_in_words import sentences
    from newsreader.intake.taking import Taken, take_file

    path = Path(location).expanduser()
    if "://" in location or recognised(path) is None:
        return ""
    taken = Taken()
    try:
        take_file(library, path, taken)
    except SourceError as error:
        return " ".join([str(error), *sentences(taken)])
    return " ".join(sentences(taken))


def _followed(library: Library, location: str) -> str:
    """Follow the feed that an address seems to be of, and say so; empty if it is none. Raises `LibraryError`."""
    from newsreader.intake.feeds.adding import add_feed, is_likely_feed
    from newsreader.store.feeds import FeedSettings

    if not is_likely_feed(location):
        return ""
    try:
        outcome = add_feed(library, location, FeedSettings())
    except SourceError:
        return ""
    if outcome is None:
        return "It is one of your feeds already."
    return f"{outcome.feed.called} is followed from now on; {len(outcome.new):,} articles came with it."


def _taken_in(library: Library, location: str, failures: list[str]) -> Added:
    """Take in what is there; why some of it cannot be read is added to `failures`. Raises `LibraryError`."""
    from newsreader.intake.adding import Added, take_in

    *_, added = Added(), *take_in(library, location, failures.append)
    return added


def _opened(library: Library, articles: Sequence[Article], *, is_sample: bool) -> _Ready:
    """Have the first one open, and the lesson if it is the first sample of all. Raises `LibraryError`."""
    is_first = is_sample and len(articles) == 1 and not library.recent(1)
    return _Ready(articles, remember(library, articles[0]), due(library, first=is_first))


def _have_read(library: Library, twins: Mapping[int, Sequence[int]]) -> None:
    read = [each.article_id for each in library.recent(len(twins) + 50) if each.progress >= READ]
    with library.writing() as unit:
        apart = {article for article, state in unit.states.of(twins).items() if state.apart}
        told = {twin for article in read if article not in apart for twin in twins.get(article, ())}
        unit.states.mark(told - apart, True)


def _load(library: Library, article: FoundArticle) -> Sequence[Article]:
    """The article as it is now, or as the library has it. Raises `SourceError`, `LibraryError`."""
    return [_newest(library, article.id)]


def _newest(library: Library, number: int) -> Article:
    """The article of the library, anew from its file if that is there. Raises `LibraryError`."""
    from newsreader import sources

    record = library.latest(number)
    if record is None:
        raise LibraryError("The library has no such article any more.")
    stored = library.stored(record)
    if stored.origin.kind is not OriginKind.FILE:
        return stored
    try:
        return sources.load(stored.origin.location, part=stored.origin.part)
    except SourceError:
        return stored


def _at(location: str) -> Sequence[Article]:
    """The articles at a path or an address; `~` is the home folder. Raises `SourceError`."""
    from pathlib import Path

    from newsreader import sources

    is_path = "://" not in location
    full = str(Path(location).expanduser()) if is_path and location.startswith("~") else location
    return sources.load_readable(full)
