"""A library where nothing can be written is read all the same; what would change it is refused with the true reason."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from limits import no_locks, no_room, only_read

from newsreader import cli, paths
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.cli.commands import read
from newsreader.store.errors import LibraryError
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.records import ReadingPlace
from newsreader.store.sqlite import opening, safety
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

TEXT = "Divers from Lyon found the ferry on Monday. Angela Merkel was told.\n"
NO_INDEX = "The index of the library cannot be used: File exists."
V3 = Path(__file__).parent / "fixtures" / "library-v3.db"


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """An article with a note, a correction and a place, in the library of the data folder."""
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    made = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(title="Ferry"), Origin(OriginKind.FILE, str(path)))
    with Library.open() as library:
        record = library.remember(made)
        notebook = Notebook(library, record, made)
        notebook.note("Who says so?", start=12, end=16)
        library.save_place(record, ReadingPlace(12, 14))
    return made


def without_rights(file: Path) -> AbstractContextManager[None]:
    return only_read(file.parent)


def without_rights_to_the_file(file: Path) -> AbstractContextManager[None]:
    return only_read(file)


def full(_: Path) -> AbstractContextManager[None]:
    return no_room()


def without_locks(_: Path) -> AbstractContextManager[None]:
    return no_locks()


PLACES: dict[Callable[[Path], AbstractContextManager[None]], str] = {
    without_rights: "Nothing may be changed (Permission denied)",
    without_rights_to_the_file: "Nothing may be changed (Permission denied)",
    full: "Nothing could be written (File too large)",
    without_locks: "The file system has no locks",
}
"""What keeps a library from being written, and how the sentence begins that says so."""


@pytest.fixture(params=PLACES, ids=lambda place: place.__name__)
def place(request: pytest.FixtureRequest) -> Callable[[Path], AbstractContextManager[None]]:
    """Where nothing can be written."""
    return request.param


def file() -> Path:
    return paths.data_dir() / FILE_NAME


def state() -> tuple[bytes, set[str]]:
    return file().read_bytes(), {each.name for each in file().parent.iterdir()}


def test_the_reader_shows_what_was_written_and_refuses_with_the_reason(
    article: Article, place: Callable[[Path], AbstractContextManager[None]]
) -> None:
    before = state()
    with place(file()), Library.open(check=False) as library:
        opened = remember(library, article)
        assert PLACES[place] in opened.troubles[0]
        assert (opened.reading.place.top, opened.reading.place.cursor) == (12, 14)
        notebook = opened.reading.notebook
        assert notebook is not None
        assert [each.text for each in notebook.annotations] == ["Who says so?"]
        for act in (
            lambda: notebook.highlight(0, 5, "green"),
            notebook.undo,
            library.check_writable,
            lambda: library.save_draft("a", "b"),
        ):
            with pytest.raises(LibraryError) as caught:
                act()
            assert caught.value.sentence.startswith(PLACES[place])
        assert [each.title for each in library.recent()] == ["Ferry"]
        with pytest.raises(LibraryError, match=r"Nothing|The file system"):
            Library.open()
    assert state() == before


def test_an_article_that_is_new_there_can_be_read_and_the_reason_is_said(
    article: Article, tmp_path: Path, place: Callable[[Path], AbstractContextManager[None]]
) -> None:
    other = Article("Another.", (Paragraph(0, 8),), Metadata(), Origin(OriginKind.FILE, str(tmp_path / "b.txt")))
    with place(file()), Library.open(check=False) as library:
        opened = remember(library, other)
        assert opened.troubles[0].startswith("Notes and places will not be kept: ")
        notebook = opened.reading.notebook
        assert notebook is not None
        with pytest.raises(LibraryError) as caught:
            notebook.note("no")
        assert caught.value.sentence.startswith(PLACES[place])


def test_commands_read_it_and_those_that_write_say_why_they_cannot(
    article: Article, place: Callable[[Path], AbstractContextManager[None]], capsys: pytest.CaptureFixture[str]
) -> None:
    location = article.origin.location
    assert cli.main(["gazetteer", "add", "Divers", "--category", "organisation"]) == 0
    capsys.readouterr()
    with place(file()):
        for command in (
            ["annotations", "list"],
            ["annotations", "export", location, "--format", "json"],
            ["gazetteer", "list"],
            ["annotations", "check"],
            ["entities", "--format", "json", location],
            ["timeline", location],
        ):
            assert cli.main(command) == 0, command
            printed = capsys.readouterr()
            assert printed.err == ""
            assert printed.out
            if command[0] == "entities":
                assert "Divers" in [each["name"] for each in json.loads(printed.out)["entities"]]
        for command in (["gazetteer", "add", "Lyon", "--not"], ["annotations", "import", location, location]):
            assert cli.main(command) == 1, command
            assert capsys.readouterr().err.startswith(f"newsreader: {PLACES[place]}")


def test_what_only_the_log_has_is_read_too(article: Article, tmp_path: Path) -> None:
    """Another instance was killed: the note is in the write-ahead log alone."""
    script = (
        "import os, sqlite3, sys; opened = sqlite3.connect(sys.argv[1]); "
        "opened.execute(\"UPDATE article SET title = 'Later'\"); opened.commit(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(file())], check=True)
    assert file().with_name(f"{FILE_NAME}-wal").stat().st_size
    file().with_name(f"{FILE_NAME}-shm").unlink()
    with only_read(file().parent), Library.open(check=False) as library:
        assert [each.title for each in library.recent()] == ["Later"]
        copy = safety.backup(file(), tmp_path / "copy.db")
    with Library.open(copy) as library:
        assert [each.title for each in library.recent()] == ["Later"]


def test_what_another_instance_does_meanwhile_is_seen(article: Article) -> None:
    with Library.open() as writing, only_read(file().parent), Library.open(check=False) as library:
        notebook = Notebook(library, record := library.find(article), article)  # type: ignore[arg-type]
        assert record is not None
        Notebook(writing, record, article).note("Later", start=0, end=6)
        assert notebook.refresh()
        assert [each.text for each in notebook.annotations] == ["Later", "Who says so?"]


def test_an_old_library_is_read_in_the_newest_form(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(V3, folder / FILE_NAME)
    before = (folder / FILE_NAME).read_bytes()
    with only_read(folder), Library.open(folder / FILE_NAME, check=False) as library:
        assert len(library.annotated()) == 2
        with pytest.raises(LibraryError, match="Permission denied"):
            library.check_writable()
    assert [each.read_bytes() for each in folder.iterdir()] == [before]


def test_when_there_is_room_again_the_same_reader_writes(article: Article) -> None:
    with Library.open() as library:
        with no_room():
            opened = remember(library, article)
            notebook = opened.reading.notebook
            assert notebook is not None
            with pytest.raises(LibraryError, match="File too large"):
                notebook.note("no")
        notebook.note("yes")
        assert [each.text for each in notebook.annotations] == ["yes", "Who says so?"]


def test_a_library_that_is_no_good_keeps_no_command_from_reading_articles(
    article: Article, capsys: pytest.CaptureFixture[str]
) -> None:
    file().write_bytes(b"not a library at all\n" * 500)
    for command in ("entities", "timeline"):
        assert cli.main([command, article.origin.location]) == 1
        printed = capsys.readouterr()
        assert "Monday" in printed.out
        assert "is damaged" in printed.err
        assert printed.err.count("\n") == 1


def test_a_damaged_text_is_called_damage(article: Article) -> None:
    with closing(sqlite3.connect(file())) as opened, opened:
        opened.execute("UPDATE text SET content = CAST(x'ff' AS TEXT)")
    with Library.open() as library:
        (listed,) = library.recent()
        record = library.latest(listed.article_id)
        assert record is not None
        with pytest.raises(LibraryError, match="is damaged"):
            library.stored(record)
    assert os.listdir(file().parent)


def test_that_there_can_be_no_index_is_said_and_the_library_is_listed_without_its_file(
    article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "no folder"
    folder.write_text("")
    monkeypatch.setenv("NEWSREADER_CACHE_DIR", str(folder))
    with Library.open() as library:
        assert read._first_list(library) == (None, f"{NO_INDEX} It is made in memory this time, and knows no names.")


def test_where_there_are_no_locks_no_library_is_made_and_commands_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    # Far more than a slow machine takes: whoever waits for a lock where there are none is found out.
    monkeypatch.setattr(opening, "BUSY_SECONDS", 300)
    with no_locks():
        begun = time.monotonic()
        with pytest.raises(LibraryError, match=r"has no locks, .* NEWSREADER_DATA_DIR") as caught:
            Library.open(check=False)
        assert time.monotonic() - begun < opening.BUSY_SECONDS
        assert caught.value.sentence.count("\n") == 0
        assert [*file().parent.iterdir()] == []
        for command in (["entities", str(path)], ["show", str(path)], ["timeline", str(path)]):
            assert cli.main(command) == 0
            printed = capsys.readouterr()
            assert ("Monday" in printed.out, printed.err) == (True, "")
