"""`newsreader index`: reads the articles of the library for the names and days in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli import arguments

if TYPE_CHECKING:
    import argparse

    from newsreader.analysis.in_process import Analyser
    from newsreader.article import Article
    from newsreader.entity import Analysis
    from newsreader.index.index import Index
    from newsreader.store.library import Library

BATCH = 20
"""Articles whose numbers are asked for at once; others may have been taken in meanwhile, and the newest go first."""
INTERRUPTED = 130
"""The exit code of a program that ctrl+c ended."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `index`."""
    parser = subparsers.add_parser(
        "index",
        help="read the articles of the library for names and days",
        description="Read all articles of the library that have not been read for the names and days in them, the "
        "newest first. It can be stopped at any time and goes on where it was. The index is made of the library alone "
        "and may be deleted.",
        allow_abbrev=False,
    )
    parser.add_argument("--rebuild", action="store_true", help="begin anew, with an empty index")
    arguments.add_settings(parser, "model", "config")


def run(args: argparse.Namespace) -> int:
    """Read them."""
    from newsreader.cli import indexed, ruled
    from newsreader.index import file

    if args.rebuild:
        file.drop()
    with indexed.opened() as (library, index):
        reader = _Reader(arguments.config_of(args).model)
        total = index.count_unnamed(reader.rules)
        done = 0
        try:
            _fold(library, index)
            done = reader.read_all(library, index, total)
            ruled.apply(library, index, args)
        except KeyboardInterrupt:
            left = index.count_unnamed(reader.rules)
            indexed.told(f"Stopped with {left} of {total} articles left: the same command goes on with them.")
            return INTERRUPTED
    indexed.told(f"{done} {'article was' if done == 1 else 'articles were'} read for names.")
    return 0


def _fold(library: Library, index: Index) -> None:
    """Find out which articles tell the same story."""
    from newsreader.cli.progress import Progress

    with Progress("articles compared", index.count_unfolded()) as progress:
        index.fold(library, progress.advance)


class _Reader:
    """Reads articles by one pipeline, or takes what the reader found in them already."""

    def __init__(self, model: str | None) -> None:
        from newsreader.analysis.cache import AnalysisCache
        from newsreader.analysis.rules import rules_version
        from newsreader.entities import pipeline

        self._model = model
        self._pipeline = pipeline.find(model).key
        self._cache = AnalysisCache()
        self._analyser: Analyser | None = None
        self.rules = f"{self._pipeline} {rules_version()}"
        """What names depend on besides the text."""

    def read_all(self, library: Library, index: Index, total: int) -> int:
        """Read all that is unread, and return how many articles that were."""
        from newsreader.cli.progress import Progress

        done = 0
        with Progress("articles read", total) as progress:
            while numbers := index.unnamed(self.rules, BATCH):
                for number in numbers:
                    if self._read(library, index, number):
                        done += 1
                        progress.advance()
                    else:
                        index.follow(library)  # it came in anew, meanwhile, with another text
        return done

    def _read(self, library: Library, index: Index, number: int) -> bool:
        from newsreader.annotations.notebook import overlay_of
        from newsreader.cli import indexed

        record = indexed.known(library, number)
        article = library.stored(record)
        found = overlay_of(library, article).over(self._analysis(article), article).analysis
        return index.name(record, article, found, self.rules)

    def _analysis(self, article: Article) -> Analysis:
        from newsreader.analysis.in_process import Analyser

        if (known := self._cache.get(article, self._pipeline)) is not None:
            return known
        if self._analyser is None:
            self._analyser = Analyser(self._model)
        return self._analyser.analyse(article)
