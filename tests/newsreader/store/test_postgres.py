"""A library on a server: what is kept is what was given, several people at once, and connections that are lost."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from postgres_server import name_in

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.errors import LibraryError
from newsreader.store.feeds import FeedItem, FeedSettings
from newsreader.store.library import Library
from newsreader.store.records import LIBRARY, JournalEntry, ReadingPlace
from newsreader.store.server_address import ServerAddress
from newsreader.store.sqlite.migrate import migrate as sqlite_migrate

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

from newsreader.store.postgres import opening  # noqa: E402
from newsreader.store.postgres.schema import MIGRATIONS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres_server import PostgresServer

ANN, BOB = "ann", "bob"


def article(number: int = 1, text: str = "The ferry was late.") -> Article:
    origin = Origin(OriginKind.URL, f"https://news.example/{number}")
    return Article(text, (Paragraph(0, len(text)),), Metadata(f"Ferry {number}"), origin)


def entry(name: str) -> JournalEntry:
    return JournalEntry(name, "created", "{}", "2024-06-19T10:00:00.000+00:00", "person", "0.1.0")


def opened(address: str) -> Library:
    return Library(opening.open_server(address), lasting=True)


@pytest.fixture
def address(postgres: PostgresServer) -> Iterator[str]:
    """Of a database in which there is a library with nothing in it."""
    made = postgres.database(lambda template: opening.open_server(template).close())
    yield made
    postgres.drop(made)


@pytest.fixture
def library(address: str) -> Iterator[Library]:
    with opened(address) as it:
        yield it


@pytest.fixture
def people(postgres: PostgresServer, address: str) -> Iterator[tuple[Library, Library]]:
    """The library as two people see it."""
    for name in (ANN, BOB):
        postgres.add_user(name)
    with postgres.connected(database=name_in(address), user="newsroom") as owner:
        for what in ("USAGE ON SCHEMA", "ALL ON ALL TABLES IN SCHEMA", "ALL ON ALL SEQUENCES IN SCHEMA"):
            owner.execute(f"GRANT {what} newsreader TO {ANN}, {BOB}")
        for table in ("personal_state", "personal_place", "personal_setting", "shared_event"):
            owner.execute(f"REVOKE ALL ON newsreader.{table} FROM {ANN}, {BOB}")
    with (
        opened(postgres.url(name_in(address), ANN)) as ann,
        opened(postgres.url(name_in(address), BOB)) as bob,
    ):
        yield ann, bob


@pytest.mark.parametrize(
    "text", ["a\0b", "\x1a", "\x1a=41", "\x1a0000", "a\ud800b", "\udcff", "%s ? \\x41 '", "\0" * 3]
)
def test_what_text_of_postgres_cannot_hold_comes_out_as_it_went_in(library: Library, text: str) -> None:
    library.keep_setting("it", text)
    assert library.setting("it") == text


def test_what_another_program_wrote_is_text_where_it_is_no_bytes(library: Library) -> None:
    library.keep_setting("odd", "it")
    store: Any = library._store
    store._connection.ask("UPDATE setting SET value = chr(26) || '=no bytes' RETURNING value")
    assert library.setting("odd") == "\x1a=no bytes"


def test_a_place_that_is_no_text_is_found_again(library: Library) -> None:
    for location, part in ((os.fsdecode(b"/caf\xe9\x1a=.txt"), ""), ("/week.mbox", "a\\b"), ("/" + "x" * 9_000, "")):
        known = library.remember(replace(article(), origin=Origin(OriginKind.FILE, location, part)))
        assert library.stored(known).origin == Origin(OriginKind.FILE, location, part)
        assert library.recent()[0].location == location


def test_keys_of_feeds_are_bytes(library: Library) -> None:
    record = library.remember(article())
    item = FeedItem(record.id, b"\0\xff=")
    with library.writing() as unit:
        feed = unit.feeds.add("https://news.example/feed", FeedSettings())
        unit.feeds.took(feed.id, {b"\x1a=\0": item})
    with library.reading() as unit:
        assert unit.feeds.known(feed.id, [b"\x1a=\0", b"="]) == {b"\x1a=\0": item}


def test_stars_and_places_are_of_each_person_and_tags_of_all(people: tuple[Library, Library]) -> None:
    ann, bob = people
    record = ann.remember(article())
    with ann.writing() as unit:
        unit.states.star([record.id], True)
        unit.states.mark([record.id], True)
        unit.states.tag([record.id], "quay")
        unit.searches.save("Mine", "quay")
    ann.save_place(record, ReadingPlace(4, 4))
    ann.keep_setting("last visit", "now")
    with bob.reading() as unit:
        state = unit.states.of([record.id])[record.id]
        assert (state.starred, state.read, state.tags) == (False, None, ("quay",))
        assert unit.searches.all() == []
    assert (bob.place(record), bob.setting("last visit"), bob.recent()) == (None, None, [])
    with bob.writing() as unit:
        assert unit.searches.save("Mine", "other").name == "Mine"
        assert unit.states.star([record.id], False) == []
    with ann.reading() as unit:
        assert unit.states.of([record.id])[record.id].starred


def test_an_own_change_is_none_of_others(people: tuple[Library, Library]) -> None:
    ann, bob = people
    for number in (1, 2, 3):
        ann.remember(article(number, f"The ferry {number}."))

    def after(library: Library, change: int, limit: int = 10) -> list[int]:
        with library.reading() as unit:
            return [each.record.id for each in unit.articles.changes_after(change, limit)]

    def last(library: Library) -> int:
        with library.reading() as unit:
            return unit.articles.last_change()

    anns, bobs = last(ann), last(bob)
    with ann.writing() as unit:
        unit.states.star([3], True)
        unit.states.star([1], True)
    assert (after(ann, anns), after(ann, anns, 1), after(bob, bobs), last(bob)) == ([3, 1], [3], [], bobs)
    assert after(ann, 0, 2) == [2, 3]
    with bob.writing() as unit:
        unit.states.tag([1], "quay")
    assert (after(ann, anns), after(bob, bobs)) == ([3, 1], [1])
    assert last(ann) == last(bob)


def test_what_anybody_began_stays_in_the_lists_of_its_feed(people: tuple[Library, Library]) -> None:
    ann, bob = people
    records = [ann.remember(article(number, f"Ferry {number}.")) for number in (1, 2, 3)]
    with ann.writing() as unit:
        feed = unit.feeds.add("https://news.example/feed", FeedSettings()).id
        unit.feeds.took(feed, {bytes([each.id]): FeedItem(each.id, b"") for each in records})
        unit.states.star([records[0].id], True)
    bob.save_place(records[1], ReadingPlace(2, 2))
    with bob.reading() as unit:
        assert unit.feeds.beyond(feed, 0, None) == [records[2].id]


def test_no_sql_shows_one_person_what_another_has(
    people: tuple[Library, Library], postgres: PostgresServer, address: str
) -> None:
    people[0].keep_setting("secret", "quay")
    with postgres.connected(database=name_in(address), user=BOB) as bob:
        assert bob.execute("SELECT * FROM newsreader.setting").fetchall() == []
        bob.execute(
            "CREATE FUNCTION pg_temp.tell(text) RETURNS bool LANGUAGE plpgsql COST 0.0001 AS "
            "$$ BEGIN RAISE EXCEPTION 'found %', $1; END $$"
        )
        assert bob.execute("SELECT * FROM newsreader.setting WHERE pg_temp.tell(value)").fetchall() == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            bob.execute("SELECT * FROM newsreader.personal_setting")


def test_a_superuser_who_made_the_library_opens_it_to_nobody(postgres: PostgresServer, postgres_database: str) -> None:
    from newsreader.store.postgres.people import Role, admit

    name = name_in(postgres_database)
    with postgres.connected() as administrator:
        row = administrator.execute("SELECT current_user").fetchone()
    made = postgres.url(name, row[0])
    with opened(made) as library:
        library.keep_setting("secret", "quay")
    postgres.add_user(BOB)
    admit(ServerAddress.of(made), BOB, Role.READER)
    with opening.connected(made) as later:
        opening.migrate(later, "It", (*MIGRATIONS, ("CREATE TABLE printed (article_id bigint)",)))
        later.execute("UPDATE form SET steps = %s", (len(MIGRATIONS),))
    with postgres.connected(database=name, user=BOB) as bob:
        assert bob.execute("SELECT count(*) FROM newsreader.printed").fetchone() == (0,)
        bob.execute(
            "CREATE FUNCTION pg_temp.tell(text) RETURNS bool LANGUAGE plpgsql COST 0.0001 AS "
            "$$ BEGIN RAISE EXCEPTION 'found %', $1; END $$"
        )
        assert bob.execute("SELECT * FROM newsreader.setting WHERE pg_temp.tell(value)").fetchall() == []
        bob.execute("INSERT INTO newsreader.stream (kind) VALUES ('library')")
        for person, private in ((BOB, False), (ANN, True)):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                bob.execute(
                    "INSERT INTO newsreader.event (id, stream_id, kind, body, at, author, app, person, private) "
                    "SELECT 'a', id, '', '', '', '', '', %s, %s FROM newsreader.stream",
                    (person, private),
                )


def test_a_reader_sets_no_numbers_and_makes_nobody_writer(postgres: PostgresServer, address: str) -> None:
    from newsreader.store.postgres.people import Role, admit

    postgres.add_user(BOB)
    admit(ServerAddress.of(address), BOB, Role.READER)
    with postgres.connected(database=name_in(address)) as administrator:
        administrator.execute(f"CREATE SCHEMA bobs AUTHORIZATION {BOB}")
    with postgres.connected(database=name_in(address), user=BOB) as bob:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            bob.execute("SELECT setval('newsreader.change_number', 1)")
        # A function of the same name that is found first is not asked.
        bob.execute("CREATE FUNCTION bobs.has_table_privilege(text, text) RETURNS bool LANGUAGE sql RETURN TRUE")
        bob.execute("SET search_path = bobs, pg_catalog")
        assert bob.execute("SELECT newsreader.is_writer()").fetchone() == (False,)
        with pytest.raises(psycopg.errors.CheckViolation):
            bob.execute("INSERT INTO newsreader.stream (kind) VALUES ('article')")


def test_the_journal_has_the_names_of_those_who_wrote_and_keeps_what_is_private(
    people: tuple[Library, Library], postgres: PostgresServer, address: str
) -> None:
    ann, bob = people
    for library, name in ((ann, "a"), (bob, "b")):
        with library.writing() as unit:
            unit.journal.append(LIBRARY, entry(name))
    with postgres.connected(database=name_in(address), user=ANN) as connected:
        connected.execute(
            "INSERT INTO newsreader.event (id, stream_id, kind, body, at, author, app, private) "
            "SELECT 'c', stream_id, kind, body, at, author, app, TRUE FROM newsreader.event WHERE id = 'a'"
        )
        rows = connected.execute("SELECT id, person FROM newsreader.event ORDER BY seq").fetchall()
        assert rows == [("a", ANN), ("b", BOB), ("c", ANN)]
        with pytest.raises(psycopg.Error):
            connected.execute(
                "INSERT INTO newsreader.event (id, stream_id, kind, body, at, author, app, person) "
                "SELECT 'd', stream_id, kind, body, at, author, app, 'bob' FROM newsreader.event"
            )
    with bob.reading() as unit:
        assert [each.id for _, each in unit.journal.after(LIBRARY)] == ["a", "b"]


def test_many_who_write_at_once_wait_for_each_other(address: str) -> None:
    numbers: list[int] = []

    def write(writer: int) -> None:
        with opened(address) as library:
            for turn in range(5):
                with library.writing() as unit:
                    last = unit.journal.last(LIBRARY)
                    number = unit.journal.append(LIBRARY, entry(f"{writer} {turn} {last}"))
                    numbers.append(number)

    threads = [threading.Thread(target=write, args=(each,)) for each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) == 20
    assert numbers == sorted({*numbers})
    with opened(address) as library, library.reading() as unit:
        found = unit.journal.after(LIBRARY)
    assert [int(each.id.split()[-1]) for _, each in found] == [0, *(number for number, _ in found[:-1])]


def test_readers_wait_for_nobody_and_see_one_state(library: Library, address: str) -> None:
    with opened(address) as other, other.writing() as writing:
        writing.settings.put("it", "new")
        with library.reading() as unit:
            assert unit.settings.find("it") is None
    with library.reading() as unit, opened(address) as other:
        assert unit.settings.find("it") == "new"
        other.keep_setting("it", "newer")
        assert unit.settings.find("it") == "new"
    assert library.setting("it") == "newer"


def test_whoever_holds_it_for_long_is_told_of(library: Library, address: str) -> None:
    with opened(address) as other, other.writing():
        store: Any = library._store
        store._connection.begin("SET lock_timeout = '20ms'")
        with pytest.raises(LibraryError, match="Somebody else is writing"):
            library.keep_setting("it", "new")
    library.keep_setting("it", "new")


def test_whoever_is_stopped_in_the_middle_holds_others_up_for_a_while_only(library: Library, address: str) -> None:
    def stop() -> None:
        with opened(address) as other, other.writing() as unit:
            unit.settings.put("it", "half")
            store: Any = other._store
            store._connection.ask("SELECT set_config('idle_in_transaction_session_timeout', '1ms', TRUE)")
            library.keep_setting("it", "new")

    with pytest.raises(LibraryError, match="othing was changed"):
        stop()
    assert library.setting("it") == "new"


def test_a_connection_that_was_lost_is_made_again(library: Library, postgres: PostgresServer, address: str) -> None:
    library.keep_setting("it", "old")
    postgres.end_connections(address)
    assert library.setting("it") == "old"
    postgres.end_connections(address)
    library.keep_setting("it", "new")
    assert library.setting("it") == "new"


def test_what_was_begun_when_it_was_lost_is_said_and_has_changed_nothing(
    library: Library, postgres: PostgresServer, address: str
) -> None:
    def write() -> None:
        with library.writing() as unit:
            unit.settings.put("it", "half")
            postgres.end_connections(address)
            unit.settings.put("other", "half")

    with pytest.raises(LibraryError, match="Nothing was changed, for the connection"):
        write()
    assert (library.setting("it"), library.setting("other")) == (None, None)


@pytest.mark.parametrize("arrives", [True, False])
def test_a_unit_whose_answer_was_lost_is_asked_for(
    library: Library, arrives: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_commits(library, monkeypatch, arrives=arrives)
    if arrives:
        library.keep_setting("it", "new")
    else:
        with pytest.raises(LibraryError, match="othing was changed"):
            library.keep_setting("it", "new")
    assert library.setting("it") == ("new" if arrives else None)


def test_a_unit_that_nobody_can_be_asked_for_is_said_to_be_unknown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise LibraryError("It cannot be reached.")

    store: Any = library._store
    lose_commits(library, monkeypatch, arrives=True)
    connect = store._connection._connect
    store._connection._connect = gone
    with pytest.raises(LibraryError, match="look whether it is there"):
        library.keep_setting("it", "new")
    store._connection._connect = connect
    assert library.setting("it") == "new"


def lose_commits(library: Library, monkeypatch: pytest.MonkeyPatch, *, arrives: bool) -> None:
    """Have the connection be lost when it is told to commit, before or after that arrives."""
    store: Any = library._store
    lost = store._connection._open

    def execute(statement: bytes, *parameters: Any) -> Any:
        if statement != b"COMMIT":
            return psycopg.Connection.execute(lost, statement, *parameters)
        if arrives:
            psycopg.Connection.execute(lost, statement)
        lost.close()
        raise psycopg.OperationalError("the connection is lost")

    monkeypatch.setattr(lost, "execute", execute)


def test_a_server_that_is_away_is_said_and_used_when_it_is_back(library: Library, postgres: PostgresServer) -> None:
    postgres.stop("immediate")
    try:
        with pytest.raises(LibraryError, match="cannot be reached"):
            library.keep_setting("it", "new")
    finally:
        postgres.start()
    library.keep_setting("it", "new")
    assert library.setting("it") == "new"


def test_a_closed_library_says_so(library: Library) -> None:
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="was closed"):
        library.recent()


def test_all_that_sqlite_keeps_has_its_place_on_a_server(address: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made, opening.connected(address) as connected:
        sqlite_migrate(made, None, "It")
        tables = made.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        for (table,) in tables.fetchall():
            wanted = {name for _, name, *_ in made.execute(f"PRAGMA table_info({table})")}
            found = {column.name for column in connected.execute(f"SELECT * FROM {table}").description}
            assert wanted <= found, table


def test_several_may_make_one_at_once(postgres_database: str) -> None:
    failures: list[Exception] = []

    def make() -> None:
        try:
            opened(postgres_database).close()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_library_of_a_newer_version_is_left_alone(library: Library, address: str) -> None:
    store: Any = library._store
    store._connection.ask("UPDATE form SET steps = 99 RETURNING steps")
    with pytest.raises(LibraryError, match="newer version"):
        opening.open_server(address)


def test_a_step_is_taken_as_a_whole(library: Library, address: str) -> None:
    library.keep_setting("it", "old")
    fails = ("CREATE TABLE printed (article_id bigint)", "CREATE TABLE nowhere.it ()")
    with opening.connected(address) as connected:
        with pytest.raises(psycopg.Error):
            opening.migrate(connected, "It", (*MIGRATIONS, fails))
        assert opening.steps_seen(connected, "It") == len(MIGRATIONS)
        opening.migrate(connected, "It", (*MIGRATIONS, fails[:1]))
        assert connected.execute("SELECT count(*) FROM printed").fetchone() == (0,)
        assert opening.steps_seen(connected, "It", 99) == len(MIGRATIONS) + 1
        connected.execute("UPDATE form SET steps = %s", (len(MIGRATIONS),))
    assert library.setting("it") == "old"


def test_another_programs_tables_are_left_alone(postgres: PostgresServer, postgres_database: str) -> None:
    with postgres.connected(database=name_in(postgres_database), user="newsroom") as other:
        other.execute("CREATE SCHEMA newsreader")
        other.execute("CREATE TABLE newsreader.theirs (x int)")
    with pytest.raises(LibraryError, match="another program"):
        opening.open_server(postgres_database)


def test_a_server_that_cannot_be_reached_is_one_sentence_without_the_password() -> None:
    with pytest.raises(LibraryError) as caught:
        opening.open_server("postgresql://ann:geheim@127.0.0.1:1/news")
    assert "postgresql://ann@127.0.0.1:1/news cannot be reached" in caught.value.sentence
    assert "geheim" not in caught.value.sentence
    assert caught.value.sentence.isprintable()
