"""Takes what a path or an address leads to into the library: an article, or several, or all files of a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.counting import counted
from newsreader.intake.elsewhere import registry
from newsreader.sources.errors import SourceError
from newsreader.sources.maildir import is_maildir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsreader.article import Article
    from newsreader.store.library import Library

BATCH = 100
"""Articles that are kept together; each batch has reached the disk before the next one begins."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was taken in."""

    new: int = 0
    known: int = 0
    """Articles that were in before."""

    @property
    def sentence(self) -> str:
        """How many that are, for the reader."""
        articles = counted(self.new, "article is", "articles are")
        before = f" {counted(self.known, 'was', 'were')} in before." if self.known else ""
        return f"{articles} new in the library.{before}"

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.known + other.known)


def keep(library: Library, articles: Iterable[Article]) -> Iterator[Added]:
    """Keep articles, and tell after each batch what is in by then. Raises `LibraryError`."""
    articles, done = iter(articles), Added()
    while batch := list(islice(articles, BATCH)):
        with library.writing(durable=True) as unit:
            before = unit.articles.count()
            records = [unit.articles.remember(each) for each in batch]
            new = unit.articles.count() - before
            unit.states.bring_back(each.id for each in records)
        done += Added(new, len(batch) - new)
        yield done


def take_in(library: Library, location: str, failed: Callable[[str], object]) -> Iterator[Added]:
    """Take in what is at a path or an address, and tell after each batch what is in by then. Raises `LibraryError`.

    `~` is the home folder. A folder is looked at again by each refresh. What cannot be read is told to `failed`, a
    sentence each.
    """
    path = os.path.expanduser(location) if "://" not in location and location.startswith("~") else location
    return _take_folder(library, Path(path), failed) if is_folder(path) else keep(library, _articles(path, failed))


def is_folder(location: str) -> bool:
    """Whether there is a folder at a location, and no mail that is kept as one."""
    # `os.path`, because to `Path` an empty name is the current folder, and one that is too long an error.
    return "://" not in location and os.path.isdir(location) and not is_maildir(Path(location))


def _take_folder(library: Library, folder: Path, failed: Callable[[str], object]) -> Iterator[Added]:
    from newsreader.intake.watched_folders import Look, look_at, watch

    look = Look()
    for _ in look_at(library, watch(library, folder), look, anew=True, failed=failed):
        yield Added(len(look.new), look.known + look.changed)


def _articles(path: str, failed: Callable[[str], object]) -> Iterator[Article]:
    from newsreader import sources

    try:
        if "://" not in path:
            registry.refuse(Path(path))
        yield from sources.load_all(path)
    except SourceError as error:
        failed(str(error))
