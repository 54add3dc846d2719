"""`newsreader read`, which is what `newsreader` does without a command: open the reader."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from newsreader.cli import arguments, problems, terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.client import AnalysisClient
    from newsreader.article import Article
    from newsreader.config import Config
    from newsreader.store.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `read`."""
    parser = subparsers.add_parser(
        "read",
        help="open the articles in the reader (what newsreader does without a command)",
        description="Open the articles in the reader, or the start screen if there are none.",
        allow_abbrev=False,
    )
    arguments.add_settings(parser, "model", "theme", "measure", "config")
    arguments.add_locations(parser)


def run(args: argparse.Namespace) -> int:
    """Open the reader and return when the reader of news has quit."""
    gc.disable()  # until the interface is up: nothing that is made on the way there is garbage
    locations = args.locations or ([] if sys.stdin.isatty() else ["-"])
    terminal.require()
    articles = Articles(locations)
    terminal.take_keys()
    with terminal.given_back(), problems.all_logged():
        code = _open_reader(articles, arguments.config_of(args))
    if code > 128:
        terminal.say_ended_by(code - 128)
    return code


class Articles:
    """The articles of one run by their place on the command line, each loaded when it is first asked for."""

    def __init__(self, locations: Sequence[str]) -> None:
        """Load the first article and standard input at once. Raises `SourceError`."""
        self.locations = tuple(locations)
        self._loaded: dict[str, Article] = {}
        for location in {*self.locations[:1], *({"-"} & {*self.locations})}:
            self._load(location)

    def load(self, index: int) -> Article:
        """The article at a place. Raises `SourceError`; another try later loads it anew."""
        location = self.locations[index]
        return self._loaded.get(location) or self._load(location)

    def _load(self, location: str) -> Article:
        from newsreader import sources

        self._loaded[location] = sources.load(location, stdin=sys.stdin.buffer)
        return self._loaded[location]


def _open_reader(articles: Articles, config: Config) -> int:
    """Open what the reader needs, the slowest first, and run it; return its exit code."""
    library, notice = _library()
    before = _draw_first_frame(articles, config, library)
    client = _client(articles, config)
    from tui import app
    from tui.session import Session

    try:
        return app.run(Session(articles.locations, articles.load, library, notice, client, config, before))
    finally:
        client.close()


def _draw_first_frame(articles: Articles, config: Config, library: Library) -> list[Any] | None:
    """Draw the first article where reading stopped; return what the terminal was like, None if nothing is drawn."""
    if not articles.locations:
        return None
    from newsreader.store.errors import LibraryError
    from tui.first_frame import first_frame

    article = articles.load(0)
    try:
        record = library.find(article)
        place = library.place(record) if record else None
    except LibraryError:
        return None
    offset = place.offset if place else 0
    size = shutil.get_terminal_size()
    frame = first_frame(article, offset, config, os.environ, size, articles=len(articles.locations))
    return terminal.draw(frame) if frame else None


def _client(articles: Articles, config: Config) -> AnalysisClient:
    """What finds the entities; it begins to load its model at once unless the first article has been analysed."""
    from newsreader import paths
    from newsreader.analysis.cache import AnalysisCache
    from newsreader.analysis.client import AnalysisClient

    cache = AnalysisCache(paths.cache_dir())
    client = AnalysisClient(config.model, cache)
    if articles.locations and not _is_known(articles.load(0), cache, config.model):
        client.start()
    return client


def _is_known(article: Article, cache: AnalysisCache, model: str | None) -> bool:
    """Whether no worker is needed for an article: it has been analysed, or there is no model to do it."""
    from newsreader.entities import pipeline

    try:
        return cache.has(article, pipeline.find(model).key)
    except pipeline.ModelError:
        return True


def _library() -> tuple[Library, str | None]:
    """The library; or one in memory, and the sentence that says why notes and places will not be kept."""
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library

    try:
        return Library.open(), None
    except LibraryError as error:
        return Library.in_memory(), f"Notes and places will not be kept: {error}"
