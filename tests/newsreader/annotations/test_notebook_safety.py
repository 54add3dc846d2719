"""What was acknowledged is there, whatever happened to the program that wrote it."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.records import ReadingPlace
from newsreader.store.sqlite import opening, safety

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = Article("The text of the article.", (Paragraph(0, 24),), Metadata(), Origin(OriginKind.FILE, "/news/a.txt"))

# Writes notes and edits them without end, and says after each act what is now on disk. Two that never pause can keep
# each other waiting for longer than the library does; then the act is done again.
WRITER = """
import sys, json
from pathlib import Path
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.records import ReadingPlace

def done(act):
    while True:
        try:
            return act()
        except LibraryError as error:
            assert "Another program is holding" in error.sentence

article = Article("The text of the article.", (Paragraph(0, 24),), Metadata(), Origin(OriginKind.FILE, "/news/a.txt"))
library = done(lambda: Library.open(Path(sys.argv[1])))
notebook = done(lambda: Notebook(library, library.remember(article), article))
for number in range(int(sys.argv[2])):
    note = done(lambda: notebook.note(f"{number}", start=number % 20, end=number % 20 + 3))
    print(json.dumps([note.id, note.text]), flush=True)
    note = done(lambda: notebook.edit(note.id, f"{number} edited"))
    print(json.dumps([note.id, note.text]), flush=True)
"""


def start(path: Path, notes: int = 1_000_000) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(notes)], stdout=subprocess.PIPE, text=True)


def killed_after(writer: subprocess.Popen[str], lines: int) -> dict[str, str]:
    """Read so many acknowledgements, kill the writer wherever it then is, and return all it had acknowledged."""
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline() for _ in range(lines)]
    writer.send_signal(signal.SIGKILL)
    acknowledged += [line for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    writer.wait()
    return dict(json.loads(line) for line in acknowledged)


def lost(path: Path, acknowledged: dict[str, str]) -> set[str]:
    """The ids of what was acknowledged and is not there, or not with the text it had (or a later one)."""
    with Library.open(path) as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        texts = {note.id: note.text for note in notebook.annotations}
    return {name for name, text in acknowledged.items() if not texts.get(name, "").startswith(text)}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    path, chance, acknowledged = tmp_path / "library.db", random.Random(20240619), {}
    for _ in range(60):
        acknowledged |= killed_after(start(path), chance.randint(1, 12))
    assert len(acknowledged) >= 60
    assert lost(path, acknowledged) == set()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_two_killed_writers_lose_nothing_either(tmp_path: Path) -> None:
    path, chance, acknowledged = tmp_path / "library.db", random.Random(7), {}
    for _ in range(10):
        one, other = start(path), start(path)
        acknowledged |= killed_after(one, chance.randint(1, 12))
        acknowledged |= killed_after(other, chance.randint(1, 12))
    assert lost(path, acknowledged) == set()


def test_two_processes_writing_at_once_keep_all_of_both(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    writers = [start(path, 40), start(path, 40)]
    acknowledged = [json.loads(line) for writer in writers for line in writer.communicate()[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert len(acknowledged) == 160
    assert lost(path, dict(acknowledged)) == set()
    with Library.open(path) as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        assert len(notebook.annotations) == 80
        while notebook.undo():
            pass
        assert notebook.annotations == ()


def test_a_notebook_goes_on_in_the_copy_that_took_the_place_of_its_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        notebook.note("kept", start=0, end=3)
        copy = safety.backup(path)
        notebook.note("written after the copy", start=4, end=8)
        safety.restore(path, copy)
        assert notebook.refresh()
        assert [each.text for each in notebook.annotations] == ["kept"]
        notebook.note("after", start=9, end=11)
        assert notebook.undo() == "undo: wrote note “after”"
        assert check_journals(library) == []


def test_a_notebook_goes_on_where_the_copy_does_not_know_its_article(tmp_path: Path) -> None:
    path, other = tmp_path / "library.db", Article("Another.", (Paragraph(0, 8),), Metadata(), ARTICLE.origin)
    with Library.open(path) as library:
        copy = safety.backup(path)
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        safety.restore(path, copy)
        # This other one has the number that the article had.
        library.remember(replace(other, origin=Origin(OriginKind.FILE, "/news/b.txt")))
        notebook.note("after", start=4, end=8)
        record = library.find(ARTICLE)
        assert record is not None
        assert [each.text for each in Notebook(library, record, ARTICLE).annotations] == ["after"]
        assert [each.id for each in library.annotated()] == [record.id]


def test_a_place_and_a_mark_never_go_to_another_article_that_has_the_number_now(tmp_path: Path) -> None:
    path, other = tmp_path / "library.db", Article("Another.", (Paragraph(0, 8),), Metadata(), ARTICLE.origin)
    with Library.open(path) as library:
        copy = safety.backup(path)
        stale = library.remember(ARTICLE)
        notebook = Notebook(library, stale, ARTICLE)
        safety.restore(path, copy)
        stranger = library.remember(replace(other, origin=Origin(OriginKind.FILE, "/news/b.txt")))
        assert stranger.id == stale.id
        for act in (
            lambda: library.save_place(stale, ReadingPlace(3, 3)),
            lambda: library.set_mark(stale, "a", 3),
            lambda: library.marks(stale),
            lambda: library.place(stale),
        ):
            with pytest.raises(LibraryError, match="open the article again"):
                act()
        library.save_place(notebook.record, ReadingPlace(3, 3))
        library.set_mark(notebook.record, "a", 3)
        assert (library.place(stranger), library.marks(stranger)) == (None, {})
        assert library.marks(notebook.record) == {"a": 3}


def test_a_library_that_another_program_holds_refuses_in_a_sentence_and_goes_on_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    path = tmp_path / "library.db"
    with Library.open(path) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        notebook = Notebook(library, library.remember(ARTICLE), ARTICLE)
        other.execute("BEGIN IMMEDIATE")
        for act in (lambda: notebook.highlight(0, 3, "green"), lambda: library.save_draft("note", "half a")):
            with pytest.raises(LibraryError, match="Another program is holding"):
                act()
        assert (notebook.annotations, library.draft("note")) == ((), None)
        other.execute("ROLLBACK")
        notebook.highlight(0, 3, "green")
        assert [each.quote for each in notebook.annotations] == ["The"]
