"""`newsreader read`, which is what `newsreader` does without a command: open the reader."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsreader.cli import arguments, inputs, problems, terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from newsreader.analysis.client import AnalysisClient
    from newsreader.article import Article
    from newsreader.config import Config
    from newsreader.entity import Analysis
    from newsreader.index.index import Index
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library
    from tui.library.asked import FirstList
    from tui.reader.opened import Opened
    from tui.reader.reading import Reading
    from tui.reader.session import Session
    from tui.start.early_keys import EarlyKeys
    from tui.start.first_frame import FirstFrame

QUICKLY_READ = 60_000
"""Bytes of a cached analysis up to which it is shown before the interface is up: some 10,000 words."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `read`."""
    parser = subparsers.add_parser(
        "read",
        help="open the articles in the reader (what newsreader does without a command)",
        description="Open the articles in the reader, or the library if there are none.",
        allow_abbrev=False,
    )
    arguments.add_settings(parser, "model", "theme", "measure", "config")
    arguments.add_locations(parser)


def run(args: argparse.Namespace) -> int:
    """Open the reader and return when the reader of news has quit."""
    gc.disable()  # until the interface is up: nothing that is made on the way there is garbage
    locations = args.locations or ([] if sys.stdin.isatty() else ["-"])
    terminal.require()
    articles = NamedArticles(locations)
    terminal.take_keys()
    with terminal.given_back(), problems.all_logged():
        code = _open_reader(articles, arguments.config_of(args))
    if code > 128:
        terminal.say_ended_by(code - 128)
    return code


def run_served(config: Config) -> int:
    """Open the reader behind a page of a browser, with the library alone, and return when it was closed."""
    return _open_reader(NamedArticles([]), config)


class NamedArticles:
    """The articles of one run in the order of the command line, each loaded when it is first asked for."""

    def __init__(self, locations: Sequence[str]) -> None:
        """Load the first article that can be opened, and standard input, at once. Raises `SourceError` if none can."""
        self.locations = [inputs.public(each) for each in locations]
        """By what each article is named; where a location turns out to hold several, they stand in its place."""
        self._loaded: dict[str, Article] = {}
        self.unreadable: dict[str, str] = {}
        """Why some cannot be opened, by their names, a sentence each."""
        self.first = self._find_first()
        """The place of the first article that could be opened."""
        if "-" in self.locations[self.first + 1 :]:
            self._take_standard_input()

    def load(self, index: int) -> Article:
        """The article at a place. Raises `SourceError`; another try later loads it anew."""
        if self.locations[index] not in self._loaded:
            self._load(self.locations[index])
        return self._loaded[self.locations[index]]

    def _take_standard_input(self) -> None:
        from newsreader.sources.errors import SourceError

        with suppress(SourceError):  # said when the article is asked for
            self._load("-")

    def _find_first(self) -> int:
        from newsreader.sources.errors import SourceError

        for index in range(len(self.locations)):
            try:
                self._load(self.locations[index])
            except SourceError as error:
                self.unreadable[self.locations[index]] = str(error)
                continue
            return index
        if not self.unreadable:
            return 0
        *before, last = self.unreadable.values()
        for sentence in before:
            problems.complain(sentence)
        raise SourceError(last)

    def _load(self, location: str) -> None:
        from newsreader.sources.errors import SourceError

        found: dict[str, Article] = {}
        try:
            for each in inputs.at(location):
                found[str(each.id)] = each.article
        except SourceError as error:
            if not found:
                raise
            self.unreadable[location] = str(error)  # a part of it is damaged
        self._loaded |= found
        self.locations[:] = [name for each in self.locations for name in (found if each == location else (each,))]


def _open_reader(articles: NamedArticles, config: Config) -> int:
    """Open what the reader needs, the slowest first, and run it; return its exit code."""
    library, notice = _library()
    frame = _first_frame(articles, config, library)
    listed, no_index = (None, None) if articles.locations else _first_list(library)
    text = frame.text() if frame else _library_text(library, listed, config)
    before = terminal.draw(text) if text else None
    if notice is None:
        library, notice = _checked(library)
    client, analysis = _client(articles, config)
    first = _opened(articles, library, analysis)
    early = None
    if frame is not None and first is not None:
        moved = frame.begin(first.reading)
        early = _go_on(frame, first.reading, config, library, moved) if before is not None else None
    notice = "\n".join((*articles.unreadable.values(), *filter(None, [notice, no_index]))) or None
    from tui.reader.session import Session

    given = articles.locations, articles.load, library, notice, client, config, first, before, early
    session = Session(
        *given,
        unreadable=articles.unreadable,
        known=partial(_known, config),
        index=_index if library.lasting and no_index is None else None,
    )
    session = _with_names_read_behind(session, client)
    is_visit = not articles.locations
    try:
        code = _interface(early)(session, listed)
        if is_visit:
            _keep_visit(library)
        return code
    finally:
        (session.client or client).close()


def _keep_visit(library: Library) -> None:
    """Note when the library was left, so that what comes in from now on is new."""
    from newsreader.store.clock import now
    from newsreader.store.errors import LibraryError
    from newsreader.store.records import LAST_VISIT

    with suppress(LibraryError):
        library.keep_setting(LAST_VISIT, now())


def _with_names_read_behind(session: Session, client: AnalysisClient) -> Session:
    """The session in which the names in the library are read while the reader is open, if that is wanted."""
    if session.index is None or not session.config.index_behind:
        return session
    from newsreader.index.background import BackgroundIndexing, GivingWay
    from newsreader.store.library import library_place

    behind = BackgroundIndexing(library_place(), session.config.model)
    return replace(session, client=GivingWay(client, behind), behind=behind)


def _go_on(frame: FirstFrame, reading: Reading, config: Config, library: Library, moved: bool) -> EarlyKeys:
    """Draw what is known of the article now, and have keys answered there until the interface is up."""
    from tui.start.early_keys import EarlyKeys

    early = EarlyKeys(frame, reading, config, terminal.draw_again, partial(_keep_place, library))
    moved = early.go() or moved
    more = frame.with_names(reading) if reading.findings is not None else frame.text() if moved else None
    if more is not None:
        terminal.draw_again(more)
    return early


def _keep_place(library: Library, reading: Reading) -> None:
    """Keep where one is; that it cannot be kept is said when the interface tries."""
    from newsreader.store.errors import LibraryError
    from newsreader.store.records import ReadingPlace

    if reading.notebook is None:
        return
    place = ReadingPlace(reading.place.top, reading.place.cursor, reading.progress)
    with suppress(LibraryError):
        library.save_place(reading.notebook.record, place)


def _interface(early: EarlyKeys | None) -> Callable[[Session, FirstList | None], int]:
    """What runs the interface, the import of which takes so long that keys are answered in between."""
    answer = early.answer if early is not None else lambda: None
    answer()
    import textual.app  # noqa: F401

    answer()
    from tui.app import run

    return run


def _first_frame(articles: NamedArticles, config: Config, library: Library) -> FirstFrame | None:
    """The first article where reading stopped; None if there is none, or no knowing where."""
    if not articles.locations:
        return None
    from newsreader.store.errors import LibraryError
    from tui.reader import plain_categories
    from tui.reader.jumps import START, Place
    from tui.start.first_frame import FirstFrame

    article = articles.load(articles.first)
    try:
        record = library.find(article)
        place = library.place(record) if record else None
    except LibraryError:
        return None
    start = Place(place.offset, place.cursor) if place else START
    size = shutil.get_terminal_size()
    which = articles.first, len(articles.locations)
    return FirstFrame(article, start, config, os.environ, size, which=which, plain=plain_categories.kept(library))


def _client(articles: NamedArticles, config: Config) -> tuple[AnalysisClient, Analysis | None]:
    """What finds the entities, and what it found in the first article before if that is quickly read.

    Unless that article has been analysed, the client begins to load its model at once.
    """
    from newsreader import paths
    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.client import AnalysisClient

    cache = AnalysisCache(paths.cache_dir())
    client = AnalysisClient(config.model, cache)
    if not articles.locations or (model := _model(config)) is None:
        return client, None
    article = articles.load(articles.first)
    size = cache.size(article, model)
    if size is not None and size > QUICKLY_READ:
        return client, None
    analysis = cache.get(article, model) if size is not None else None
    if analysis is None:
        client.start()
    return client, analysis


def _known(config: Config, article: Article) -> Analysis | None:
    """The whole analysis of an article, if the cache has it."""
    from newsreader.analysis.cache import AnalysisCache

    model = _model(config)
    return AnalysisCache().get(article, model) if model is not None else None


def _first_list(library: Library) -> tuple[FirstList | None, str | None]:
    """The list that the library begins with, None if it has no article; and why there is no index, if there is none."""
    from newsreader.index.errors import IndexFileError
    from tui.library.asked import first_list

    if not library.lasting:
        return None, None
    try:
        with _index() as index:
            return first_list(index), None
    except IndexFileError as error:
        return None, f"{error} It is made in memory this time, and knows no names."


def _library_text(library: Library, listed: FirstList | None, config: Config) -> str | None:
    """The first frame of the library; None if there is nothing to show yet."""
    if listed is None:
        return None
    from newsreader.store.errors import LibraryError
    from tui.start.library_frame import library_frame

    try:
        with library.reading() as unit:
            searches = unit.searches.all()
    except LibraryError:
        return None
    return library_frame(listed, searches, config, os.environ, shutil.get_terminal_size())


def _index() -> Index:
    """Open the index of the library, for one thread. Raises `IndexFileError`."""
    from newsreader.index.index import Index

    return Index.open_default()


def _model(config: Config) -> str | None:
    """The key of the model; None if there is none, so that no worker is needed."""
    from newsreader.entities import pipeline

    try:
        return pipeline.find(config.model).key
    except pipeline.ModelError:
        return None


def _opened(articles: NamedArticles, library: Library, analysis: Analysis | None) -> Opened | None:
    """The first article with what one wrote on it and what has been found in it, if that is at hand."""
    if not articles.locations:
        return None
    from tui.reader.opened import remember, take_in

    opened = remember(library, articles.load(articles.first), articles.first)
    if analysis is not None:
        take_in(opened.reading, analysis)
    return opened


def _library() -> tuple[Library, str | None]:
    """The library; or one in memory, and the sentence that says why notes and places will not be kept."""
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library

    try:
        return Library.open(check=False), None
    except LibraryError as error:
        return _in_memory(error)


def _checked(library: Library) -> tuple[Library, str | None]:
    """The library if it may be written, for which others may have to be waited: the text is there already."""
    from newsreader.store.errors import LibraryError
    from tui.reader.opened import not_kept

    try:
        library.check_writable()
    except LibraryError as error:
        try:
            # What was written can be read all the same, unless the whole file is held.
            library.recent(1)
        except LibraryError:
            library.close()
            return _in_memory(error)
        return library, not_kept(error)
    return library, None


def _in_memory(error: LibraryError) -> tuple[Library, str]:
    from newsreader.store.library import Library
    from tui.reader.opened import not_kept

    return Library.in_memory(), not_kept(error)
