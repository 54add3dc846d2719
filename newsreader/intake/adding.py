"""Takes what a path or an address leads to into the library: an article, or several, or all files of a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.sources.errors import SourceError

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
        articles = "1 article is" if self.new == 1 else f"{self.new:,} articles are"
        before = f" {self.known:,} {'was' if self.known == 1 else 'were'} in before." if self.known else ""
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


def articles_at(location: str, failed: Callable[[str], object]) -> Iterator[Article]:
    """The articles at a path or an address; of a folder those of all files but hidden ones, by their names.

    `~` is the home folder. What cannot be read is told to `failed`, a sentence each.
    """
    from newsreader import sources

    path = os.path.expanduser(location) if "://" not in location and location.startswith("~") else location
    # `os.path`, because to `Path` an empty name is the current folder, and one that is too long an error.
    if "://" not in path and os.path.isdir(path):
        for each in files_in(Path(path), failed):
            yield from articles_at(str(each), failed)
        return
    try:
        yield from sources.load_all(path)
    except SourceError as error:
        failed(str(error))


def files_in(folder: Path, failed: Callable[[str], object]) -> Iterator[Path]:
    """All files of a folder and those in it, but for hidden ones, in the order of their names."""
    waiting = _visible(folder, failed)
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            if not _is_special(path):
                yield path
        elif not path.is_symlink():  # which may lead back to where it is
            waiting += _visible(path, failed)


def _visible(folder: Path, failed: Callable[[str], object]) -> list[Path]:
    """What is in a folder and not hidden, the last name first."""
    try:
        return sorted((each for each in folder.iterdir() if not each.name.startswith(".")), reverse=True)
    except OSError as error:
        failed(f"The folder {printable(str(folder))} cannot be read: {error.strerror}.")
        return []


def _is_special(path: Path) -> bool:
    """Whether there is no file to read: a pipe, a device, or a link that leads nowhere."""
    try:
        return not path.is_file()
    except OSError:
        return False  # reading it says why not
