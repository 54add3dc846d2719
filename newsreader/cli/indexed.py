"""The library with its index, for the commands that fill and ask it."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from newsreader import paths
from newsreader.cli.problems import CommandError, start_log
from newsreader.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.index.found import FoundArticle
    from newsreader.index.index import Index
    from newsreader.query.conditions import Query
    from newsreader.store.library import Library
    from newsreader.store.records import ArticleRecord

OF_NAMES = frozenset(("person", "place", "org", "name", "on"))
"""Fields that find an article only once it has been read for names."""


class NoIndexError(CommandError):
    """There can be no index; the message says why."""


@contextmanager
def opened(*, check: bool = True, lasting: bool = True) -> Iterator[tuple[Library, Index]]:
    """The library and its index, which knows all articles in it when this returns. Raises `CommandError`.

    Where there can be no index and it need not be `lasting`, one is made in memory, and that is said.
    """
    from newsreader.cli.progress import Progress
    from newsreader.index.errors import IndexFileError
    from newsreader.store.library import Library

    start_log()
    try:
        with Library.open(check=check) as library, _index(library, lasting=lasting) as index:
            with Progress("articles taken into the index") as progress:
                index.follow(library, progress.advance)
            yield library, index
    except IndexFileError as error:
        raise NoIndexError(str(error)) from error


@contextmanager
def opened_in_any_case() -> Iterator[tuple[Library, Index | None]]:
    """The library with its index, and without where there can be none, which is said. Raises `CommandError`."""
    from newsreader.store.library import Library

    with ExitStack() as stack:
        index: Index | None = None
        try:
            library, index = stack.enter_context(opened())
        except NoIndexError as error:
            told(f"{error} What comes in is found, and rules hold for it, as soon as there is one.")
            library = stack.enter_context(Library.open())
        yield library, index


@contextmanager
def asked() -> Iterator[Index]:
    """The index alone, to be asked. Raises `CommandError`.

    The library is opened only if the index does not know all that it has, which takes longer than most answers.
    """
    from newsreader.index.errors import IndexFileError

    index = _current()
    if index is None:
        with opened(check=False, lasting=False) as (_, index):
            yield index
        return
    try:
        with index:
            yield index
    except IndexFileError as error:
        raise CommandError(str(error)) from error


def _current() -> Index | None:
    """The index, if it knows all that the library has."""
    from newsreader.index.errors import IndexFileError
    from newsreader.index.index import Index
    from newsreader.store.standing import local_file, standing

    try:
        file = local_file()
        found = None if file is None else standing(file)
        index = None if file is None or found is None else Index.open(file)
    except (IndexFileError, paths.NoHomeError):
        return None
    if index is None or found is None or index.is_current(found):
        return index
    index.close()
    return None


def _index(library: Library, *, lasting: bool) -> Index:
    from newsreader.index.errors import IndexFileError
    from newsreader.index.index import Index

    try:
        return Index.open_default()
    except IndexFileError as error:
        if lasting:
            raise
        told(f"{error} It is made in memory this time, and knows no names.")
        return Index.in_memory(library)


def name(found: FoundArticle) -> str:
    """What the article can be opened by."""
    return f"library:{found.id}"


def known(library: Library, article: int) -> ArticleRecord:
    """The newest version of an article of the index. Raises `CommandError` if the library has no such article."""
    record = library.latest(article)
    if record is None:
        raise CommandError("The index is of another library: “newsreader index --rebuild” makes a new one.")
    return record


def query(text: str) -> Query:
    """What a query about articles asks for; what is wrong with it is said, and the rest holds."""
    from newsreader.cli.problems import complain
    from newsreader.query.fields import ARTICLES
    from newsreader.query.parser import parse
    from newsreader.sanitise import sanitise

    # Texts have passed the same gate, so what it takes away is in none of them.
    read = parse(sanitise(text).text, ARTICLES, searches=_searches() if "search:" in text.casefold() else {})
    for sentence in dict.fromkeys(mistake.sentence for mistake in read.mistakes):
        complain(sentence)
    return read


def _searches() -> dict[str, str]:
    from newsreader.store.library import Library

    with Library.open(check=False) as library, library.reading() as unit:
        return {each.name: each.query for each in unit.searches.all()}


def tell_unnamed(index: Index) -> None:
    """Say how many articles the names and days are not known of, if there are any."""
    if sentence := unnamed_in_words(index):
        told(sentence)


def unnamed_in_words(index: Index) -> str:
    """How many articles the names and days are not known of, in a sentence; empty if there are none."""
    missing = index.count_unnamed()
    articles = counted(missing, "article has", "articles have")
    return f"{articles} not been read for names yet: “newsreader index” does it." if missing else ""


def told(what: str) -> None:
    """Say how it went, apart from what is printed for programs."""
    print(what, file=sys.stderr)
