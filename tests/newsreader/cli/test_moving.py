"""`newsreader library move` and `people`: from a file to a server and back, the same; who may use it."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader import cli, paths
from newsreader.annotations import gazetteer, identifying
from newsreader.annotations.corrections.model import Verdict
from newsreader.annotations.events import NameKnown
from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from newsreader.entity import Category
from newsreader.exports import moving
from newsreader.sources import from_text
from newsreader.store.dump import dumped, fingerprint
from newsreader.store.errors import LibraryError
from newsreader.store.feeds import FeedItem, FeedSettings, PageState
from newsreader.store.known import KnownThing
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.records import ReadingPlace
from newsreader.store.server_address import ServerAddress
from newsreader.store.sqlite import safety

if TYPE_CHECKING:
    from postgres_server import PostgresServer

    from newsreader.store.dump import Row


@pytest.fixture
def full() -> Path:
    """A library that has something of everything, and what a server could not hold as it is."""
    with Library.open() as library:
        records = []
        for number in range(4):
            origin = Origin(OriginKind.URL, f"https://host/{number}", "chapter\x1a 1" if number == 2 else "")
            article = from_text(f"Quay {number}\0 Łódź 𝔸", title=f"T{number}", origin=origin)
            records.append(library.remember(article))
        odd = from_text("A text.", origin=Origin(OriginKind.FILE, "/news/b\udce5t.txt"))
        records.append(library.remember(odd))
        _say(library, records)
        with library.writing() as unit:
            _take_in(unit, records)
    return paths.data_dir() / FILE_NAME


def _say(library: Library, records: list) -> None:  # type: ignore[type-arg]
    article = library.stored(records[0])
    notebook = Notebook(library, records[0], article)
    notebook.highlight(0, 4, "green")
    made = notebook.note("Why? #quay", start=0, end=4)
    notebook.edit(made.id, "Who?")
    notebook.undo()
    notebook.date_article(date(2024, 6, 1))
    notebook.join(records[1].id, "T1")
    gazetteer.add(library, [gazetteer.Entry(Verdict.IS_NAMED, ("Quay",), Category.PLACE, "The Quay")])
    quay = NameKnown(Category.PLACE, "quay", "", "Quay")
    identifying.rename(library, quay, "The Quay")
    identifying.confirm(library, [quay], [records[0].id])
    library.save_place(records[0], ReadingPlace(1, 2, 0.1 + 0.2))
    library.set_mark(records[0], "a", 3)
    library.save_draft("somewhere", "half a")
    library.keep_setting("last visit", "2024-01-01T00:00:00+00:00")


def _take_in(unit, records: list) -> None:  # type: ignore[no-untyped-def, type-arg]
    numbers = [each.id for each in records]
    unit.states.star(numbers[:2], True)
    unit.states.mark(numbers[1:3], False)
    unit.states.mark(numbers[:1], True)
    unit.states.tag(numbers[:3], "harbour")
    unit.states.take_out(numbers[3:4])
    unit.states.set_apart(numbers[2:3], True)
    unit.searches.remove(unit.searches.save("Gone", "gone").id)
    unit.searches.save("Quay", "quay -election")
    feed = unit.feeds.add("https://host/feed", FeedSettings(tags=("a", "b"), muted=True))
    unit.feeds.took(feed.id, {b"\x00key": FeedItem(numbers[0], b"\xffdigest", PageState.WANTED)})
    source = unit.known.begin("things.jsonl", "digest")
    thing = KnownThing("Q1", Category.PERSON, "Karin", ("K.",), ("se",), "1970", "", "")
    unit.known.add(source.id, [(thing, ("karin",))], 1)
    unit.known.finish(source.id)


def rows(place: Path | ServerAddress) -> dict[str, list[Row]]:
    with dumped(place) as dump:
        return {table: [*dump.rows(table)] for table in dump.tables}


def use(monkeypatch: pytest.MonkeyPatch, address: str) -> ServerAddress:
    monkeypatch.setenv("NEWSREADER_LIBRARY", address)
    return ServerAddress.of(address)


def test_to_a_server_and_back_it_is_the_same_to_the_last_row(
    full: Path,
    postgres_database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before, content = rows(full), full.read_bytes()
    assert all(before.values()), "there is something of everything"
    assert cli.main(["library", "move", postgres_database]) == 0
    address = use(monkeypatch, postgres_database)
    assert f"5 articles are in {address}, all as before.\n{full} is left as it was." in capsys.readouterr().err
    assert full.read_bytes() == content
    assert rows(address) == before
    with Library.open() as library, Library.open(full) as old:
        assert [library.stored(each) for each in old.annotated()] == [old.stored(each) for each in library.annotated()]
        assert [each.title for each in library.recent()] == [each.title for each in old.recent()]
    assert cli.main(["library", "move", str(tmp_path / "back.db")]) == 0
    assert rows(tmp_path / "back.db") == before
    assert not safety.check(tmp_path / "back.db")


def test_what_comes_next_on_the_server_gets_numbers_of_its_own(full: Path, postgres_database: str) -> None:
    address = ServerAddress.of(postgres_database)
    moving.move(full, address)
    with Library.open(address) as library:
        with library.reading() as unit:
            before = unit.articles.last(), unit.articles.last_change()
        record = library.remember(from_text("New.", title="New"))
        Notebook(library, record, library.stored(record)).note("New.")
        with library.writing() as unit:
            assert unit.searches.save("Other", "other").id > 2
            assert unit.articles.last_change() > before[1]
    assert record.id == before[0] + 1


def test_notes_stay_private_on_the_way_unless_they_are_to_be_shared(
    full: Path, postgres: PostgresServer, postgres_database: str
) -> None:
    from newsreader.store.postgres.people import Role, admit

    address = ServerAddress.of(postgres_database)
    moving.move(full, address)
    postgres.add_user("ada")
    admit(address, "ada", Role.WRITER)
    seen = rows(ServerAddress.of(postgres_database.replace("newsroom@", "ada@")))
    assert {each["kind"] for each in seen["event"]} == {"dated", "corrected", "identified"}
    assert not any('"confirmed"' in each["body"] for each in seen["event"])
    assert not any(seen[each] for each in ("place", "draft", "setting", "joined"))
    assert len(seen["article"]) == 5


def test_what_was_private_on_one_server_is_so_on_the_next(
    full: Path, postgres: PostgresServer, postgres_database: str
) -> None:
    moving.move(full, ServerAddress.of(postgres_database))
    other = postgres.database()
    moving.move(ServerAddress.of(postgres_database), ServerAddress.of(other), shares_notes=True)
    for address in (postgres_database, other):
        with dumped(ServerAddress.of(address)) as dump:
            kinds = [each["kind"] for each in dump.rows("event") if each["id"] in dump.private_acts()]
        assert kinds == ["created", "created", "edited", "undone", "joined", "identified"]
    postgres.drop(other)


def test_lists_say_whose_notes_and_corrections_others_are(
    full: Path,
    postgres: PostgresServer,
    postgres_database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from newsreader.store.postgres.people import Role, admit

    address = ServerAddress.of(postgres_database)
    moving.move(full, address, shares_notes=True)
    postgres.add_user("ada")
    admit(address, "ada", Role.READER)
    for person, by in (("newsroom", ""), ("ada", "newsroom: ")):
        use(monkeypatch, postgres_database.replace("newsroom@", f"{person}@"))
        assert cli.main(["annotations", "list"]) == 0
        assert f"\n  {by}green  0–4" in capsys.readouterr().out
        assert cli.main(["identity", "list"]) == 0
        assert f"  {by}named “Quay”" in capsys.readouterr().out
        assert cli.main(["annotations", "export"]) == 0
        assert ("by newsroom" in capsys.readouterr().out) == bool(by)


def test_nothing_is_moved_where_no_library_could_be_opened(full: Path, postgres: PostgresServer) -> None:
    with postgres.connected() as administrator:
        administrator.execute(
            "CREATE DATABASE latin TEMPLATE template0 ENCODING latin1 LC_COLLATE 'C' LC_CTYPE 'C' OWNER newsroom"
        )
    latin = postgres.url("latin")
    with pytest.raises(LibraryError, match="name one that is in UTF8"):
        moving.move(full, ServerAddress.of(latin))
    postgres.drop(latin)


def test_what_no_file_holds_keeps_nobody_from_moving_back(full: Path, postgres_database: str, tmp_path: Path) -> None:
    address = ServerAddress.of(postgres_database)
    moving.move(full, address)
    with Library.open(address) as library:
        library.keep_setting("odd", "a\ud800b")
    assert moving.move(address, tmp_path / "back.db") == 5
    with Library.open(tmp_path / "back.db") as back:
        assert back.setting("odd") == "a?b"


def test_nothing_is_moved_onto_something(full: Path, postgres_database: str, tmp_path: Path) -> None:
    address = ServerAddress.of(postgres_database)
    moving.move(full, address)
    with pytest.raises(LibraryError, match="something in it already"):
        moving.move(full, address)
    with pytest.raises(LibraryError, match="exists already"):
        moving.move(address, full)


def test_what_differs_is_not_said_to_be_moved(
    full: Path, postgres_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = ServerAddress.of(postgres_database)
    said = fingerprint

    def wrong(dump: object) -> object:
        found = said(dump)  # type: ignore[arg-type]
        return found if type(dump).__name__ == "Dump" else found | {"text": (0, 0)}

    monkeypatch.setattr(moving, "fingerprint", wrong)
    with pytest.raises(LibraryError, match="was not moved"):
        moving.move(full, address)
    with Library.open(address) as library:
        assert library.recent() == []
    monkeypatch.setattr(moving, "fingerprint", said)
    assert moving.move(full, address) == 5


_KILLED = """
import os, signal, sys
from pathlib import Path
from newsreader.exports import moving
from newsreader.store.server_address import ServerAddress
left = [3]
def killed(_):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
places = [ServerAddress.of(each) if "://" in each else Path(each) for each in sys.argv[1:]]
moving.move(*places, progress=killed)
"""


@pytest.mark.parametrize("way", ["there", "back"])
def test_killed_on_the_way_it_is_not_there_and_can_be_moved_anew(
    full: Path, postgres_database: str, tmp_path: Path, way: str
) -> None:
    address, before = ServerAddress.of(postgres_database), rows(full)
    source, target = str(full), postgres_database
    if way == "back":
        moving.move(full, address)
        source, target = postgres_database, str(tmp_path / "back.db")
    done = subprocess.run([sys.executable, "-c", _KILLED, source, target], check=False)
    assert done.returncode == -signal.SIGKILL
    if way == "there":
        moving.move(full, address)
        assert rows(address) == before
    else:
        assert not Path(target).exists()
        moving.move(address, Path(target))
        assert rows(Path(target)) == before


def test_the_archive_of_a_library_on_a_server_is_that_of_the_file(
    full: Path, postgres_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import zipfile

    def files(archive: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(archive) as packed:
            return {each: packed.read(each) for each in packed.namelist() if each != "about.json"}

    assert cli.main(["library", "export", str(tmp_path / "one.zip")]) == 0
    moving.move(full, ServerAddress.of(postgres_database))
    use(monkeypatch, postgres_database)
    assert cli.main(["library", "export", str(tmp_path / "other.zip")]) == 0
    assert files(tmp_path / "one.zip") == files(tmp_path / "other.zip")


def test_people_are_let_in_and_listed(
    postgres: PostgresServer,
    postgres_database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for each in ("ada", "rao"):
        postgres.add_user(each)
    use(monkeypatch, postgres_database)
    Library.open().close()
    assert cli.main(["library", "people", "ada", "writer"]) == 0
    assert cli.main(["library", "people", "rao", "reader"]) == 0
    capsys.readouterr()
    assert cli.main(["library", "people"]) == 0
    listed = dict(line.split() for line in capsys.readouterr().out.splitlines()[1:])
    assert (listed["newsroom"], listed["ada"], listed["rao"]) == ("owner", "writer", "reader")
    assert cli.main(["library", "people", "ada", "none"]) == 0
    capsys.readouterr()
    assert cli.main(["library", "people"]) == 0
    assert "ada" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody-here", "reader"], "The database has no role of that name"),
        (["newsroom", "reader"], "newsroom is the owner of the library"),
        (["ada", "boss"], "Say what ada may be: reader, writer or none."),
        (["ada"], "Say what ada may be: reader, writer or none."),
    ],
)
def test_what_cannot_be_let_in_is_said(
    words: list[str],
    said: str,
    postgres_database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    use(monkeypatch, postgres_database)
    Library.open().close()
    assert cli.main(["library", "people", *words]) == 1
    assert said in capsys.readouterr().err


def test_a_file_has_no_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["library", "people"]) == 1
    assert "The library is a file, and yours alone" in capsys.readouterr().err
