"""The index of a library on a server: it answers as that of the same library in a file, and hears of what others do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from named import named
from shelf import Shelf

from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.exports import moving
from newsreader.index.errors import IndexFileError
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.sources import from_text
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.server_address import ServerAddress

if TYPE_CHECKING:
    from pathlib import Path

    from postgres_server import PostgresServer

TODAY = date(2024, 7, 31)
QUERIES = (
    *("", "quay", "-quay", "person:ahlstrom", "near:(quay ahlstrom)", "tag:harbour", "has:note"),
    *("note:why", "is:starred", "is:unread", "is:read", "title:third", "newer:2w", 'search:"Quay"', "org:nobody"),
)


def answers(index: Index) -> dict[str, list[tuple[object, ...]]]:
    """What each query finds, in order."""
    searches = {"Quay": "quay"}
    found = {
        each: index.search.articles(parse(each, ARTICLES, searches=searches).condition, Order.NEWEST, 9)
        for each in QUERIES
    }
    return {each: [(one.id, one.title, one.published) for one in several] for each, several in found.items()}


WRITTEN = {
    title: f"{{person: Karin Ahlstrom}} spoke of the {word} on 3 March. It is {title}."
    for title, word in (("First", "quay"), ("Second", "ferry"), ("Third", "quay"))
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A library in a file with some articles, read for names, and what somebody did with them."""
    made = Shelf(tmp_path)
    for number, (title, written) in enumerate(WRITTEN.items()):
        made.add(written, date(2024, 7, 20 + number), title)
    with made.library.writing() as unit:
        unit.states.star([1], True)
        unit.states.tag([2], "harbour")
        unit.states.mark([3], True)
        record = unit.articles.latest(1)
    assert record is not None
    Notebook(made.library, record, made.library.stored(record)).note("Why?", start=0, end=5)
    made.index.follow(made.library)
    return made


def read_for_names(library: Library, index: Index) -> None:
    """Take in what is written into the articles, without days."""
    for number in index.unnamed("rules 2", 9):
        record = library.latest(number)
        assert record is not None
        article = library.stored(record)
        _, analysis = named(WRITTEN[article.metadata.title or ""])
        assert index.name(record, article, analysis, "rules 2")


def test_the_same_is_found_as_in_a_file(shelf: Shelf, postgres_database: str, tmp_path: Path) -> None:
    read_for_names(shelf.library, shelf.index)
    wanted = answers(shelf.index)
    assert len(wanted["person:ahlstrom"]) == len(wanted[""]) == 3
    assert len(wanted["near:(quay ahlstrom)"]) == len(wanted["quay"]) == 2
    shelf.close()
    address = ServerAddress.of(postgres_database)
    moving.move(tmp_path / FILE_NAME, address)
    with Library.open(address) as library, Index.open(address, tmp_path / "cache", TODAY) as index:
        assert index.follow(library) == 3
        read_for_names(library, index)
        assert answers(index) == wanted
        assert index.follow(library) == 0


def test_what_others_do_is_heard_and_what_is_theirs_is_not(postgres: PostgresServer, tmp_path: Path) -> None:
    from newsreader.store.postgres.opening import open_server
    from newsreader.store.postgres.people import Role, admit

    address = postgres.database(lambda template: open_server(template).close())
    postgres.add_user("ada")
    admit(ServerAddress.of(address), "ada", Role.WRITER)
    place, hers = ServerAddress.of(address), ServerAddress.of(address.replace("newsroom@", "ada@"))
    with (
        Library.open(place) as library,
        Library.open(hers) as other,
        Index.open(hers, tmp_path, TODAY) as index,
    ):
        article = from_text("Quay to close.", title="Quay", origin=Origin(OriginKind.RECORD, "quay"))
        record = library.remember(article)
        assert index.follow(other) == 1
        notebook = Notebook(library, record, article)
        notebook.note("Mine alone.")
        with library.writing() as unit:
            unit.states.star([record.id], True)
        assert index.follow(other) == 0
        library.shares_notes = True
        notebook.note("For the desk.")
        assert index.follow(other) == 1
        found = answers(index)
        assert [one for one, *_ in found["has:note"]] == [record.id]
        assert found["is:starred"] == []
        assert index.search.totals()["articles with annotations"] == 1
    postgres.drop(address)


def test_a_library_that_is_lost_is_said_and_followed_later(
    postgres: PostgresServer, postgres_database: str, tmp_path: Path
) -> None:
    address = ServerAddress.of(postgres_database)
    with Library.open(address) as library, Index.open(address, tmp_path, TODAY) as index:
        library.remember(from_text("Quay to close.", title="Quay"))
        postgres.stop("immediate")
        try:
            with pytest.raises(IndexFileError, match="cannot be reached"):
                index.follow(library)
            assert answers(index)["quay"] == []
        finally:
            postgres.start()
        assert index.follow(library) == 1
        assert len(answers(index)["quay"]) == 1
