"""One act of the journal that cannot be read: it is said which, the rest is there, and its bytes are kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newsreader import cli, paths
from newsreader.annotations import gazetteer
from newsreader.annotations.corrections.model import Verdict
from newsreader.annotations.gazetteer import Entry
from newsreader.annotations.journal_check import check_journals
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entity import Category
from newsreader.store.library import FILE_NAME, Library
from newsreader.store.sqlite import safety
from newsreader.store.sqlite.schema import MIGRATIONS
from tui.reader.opened import remember

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The ferry sank off the coast. Divers found it on Monday.\n"
NOTE = "Ask the harbour master"

DAMAGES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "cut off": ("body", lambda body: body[: len(body) // 2].encode()),
    "empty": ("body", lambda _: b""),
    "no UTF-8": ("body", lambda body: body.replace("harbour", "h\udcffrbour").encode("utf-8", "surrogateescape")),
    "half a character": ("body", lambda body: body.replace("harbour", "\\ud800").encode()),
    "a list": ("body", lambda body: f"[{body}]".encode()),
    "a number for the text": ("body", lambda body: body.replace(f'"{NOTE}"', "5").encode()),
    "an unknown kind of annotation": ("body", lambda body: body.replace('"kind":"note"', '"kind":"x"').encode()),
    "no end of nesting": ("body", lambda _: b'{"annotation":' * 100_000),
    "another kind of act": ("kind", lambda _: b"merged"),
    "a kind that is no UTF-8": ("kind", lambda _: b"created\xff"),
    "an id that is no UTF-8": ("id", lambda _: b"\xff\xfe"),
    "whose act it is": ("author", lambda _: b"\xff"),
}


def damage(library: Path, column: str, change: Callable[[str], bytes], where: str = "body LIKE '%harbour%'") -> None:
    """Change the event as only a failing disk or another program does."""
    with closing(sqlite3.connect(library)) as opened, opened:
        opened.execute("DROP TRIGGER event_no_update")
        ((before,),) = opened.execute(f"SELECT {column} FROM event WHERE {where}").fetchall()
        opened.execute(f"UPDATE event SET {column} = CAST(? AS TEXT) WHERE {where}", (change(before),))
        (again,) = (each for step in MIGRATIONS[:1] for each in step if "event_no_update" in each)
        opened.execute(again)


@pytest.fixture
def library() -> Path:
    """Where the library is."""
    return paths.data_dir() / FILE_NAME


@pytest.fixture
def article(tmp_path: Path) -> Article:
    """An article with two notes and a highlight."""
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    made = Article(TEXT, (Paragraph(0, len(TEXT)),), Metadata(title="Ferry sinks"), Origin(OriginKind.FILE, str(path)))
    with Library.open() as opened:
        notebook = Notebook(opened, opened.remember(made), made)
        notebook.highlight(4, 9, "green")
        notebook.note(NOTE, start=4, end=9)
        notebook.note("Who says so?")
    return made


@pytest.mark.parametrize("what", DAMAGES)
def test_the_rest_is_there_and_it_is_said_which_act_is_missing(
    what: str, article: Article, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(library, *DAMAGES[what])
    for action in ("list", "export"):
        assert cli.main(["annotations", action]) == 1
        printed = capsys.readouterr()
        assert ("Who says so?" in printed.out, "harbour" in printed.out) == (True, False)
        assert printed.err.startswith("newsreader: 1 act on “Ferry sinks” cannot be read and is not shown (")
        assert printed.err.count("\n") == 1
    assert cli.main(["annotations", "list", article.origin.location]) == 1


@pytest.mark.parametrize("what", DAMAGES)
def test_check_shows_the_act_and_a_copy_keeps_its_bytes(
    what: str, article: Article, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    column, change = DAMAGES[what]
    damage(library, column, change)
    with closing(sqlite3.connect(library)) as opened:
        kept = opened.execute("SELECT CAST(body AS BLOB), CAST(kind AS BLOB) FROM event WHERE seq = 2").fetchone()
    assert cli.main(["annotations", "check"]) == 1
    said = capsys.readouterr().err
    assert "Article 1, “Ferry sinks”, has an act that cannot be read (" in said
    if column != "body" or what in ("a list", "an unknown kind of annotation"):
        assert NOTE in said
    assert cli.main(["annotations", "backup"]) == 1
    printed = capsys.readouterr()
    assert "cannot be read" in printed.err
    with closing(sqlite3.connect(printed.out.strip())) as opened:
        copied = opened.execute("SELECT CAST(body AS BLOB), CAST(kind AS BLOB) FROM event WHERE seq = 2").fetchone()
    assert copied == kept
    assert cli.main(["annotations", "restore", printed.out.strip()]) == 1
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("what", DAMAGES)
def test_the_reader_opens_it_says_so_and_goes_on(what: str, article: Article, library: Path) -> None:
    damage(library, *DAMAGES[what])
    with Library.open() as opened:
        found = remember(opened, article)
        assert found.troubles[0].startswith("1 act on “Ferry sinks” cannot be read")
        notebook = found.reading.notebook
        assert notebook is not None
        assert [each.text for each in notebook.annotations] == ["Who says so?", ""]
        notebook.note("More")
        assert not notebook.refresh()
        assert [notebook.undo() is not None for _ in range(4)] == [True] * 4
        while notebook.redo():
            pass
        assert [each.text for each in notebook.annotations] == ["Who says so?", "More", ""]
        assert safety.check(library) == []


@pytest.mark.parametrize("moment", [b"yesterday", b"\xff", b"0001-01-01T00:00:00.000+23:59", b"2024-06-19"])
def test_an_act_whose_moment_is_damaged_is_read(moment: bytes, article: Article, library: Path) -> None:
    damage(library, "at", lambda _: moment)
    with Library.open() as opened:
        notebook = Notebook(opened, opened.remember(article), article)
        assert (len(notebook.annotations), notebook.unread) == (3, ())
        (note,) = (each for each in notebook.annotations if each.text == NOTE)
        assert note.created in (datetime(1970, 1, 1, tzinfo=UTC), datetime(2024, 6, 19, tzinfo=UTC))


def test_what_holds_everywhere_and_cannot_be_read_is_said_by_all_that_apply_it(
    article: Article, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open() as opened:
        gazetteer.add(opened, [Entry(Verdict.MISSED, ("Nimbus",), Category.ORGANISATION, "Nimbus")])
        gazetteer.add(opened, [Entry(Verdict.MISSED, ("Divers",), Category.ORGANISATION, "Divers")])
    damage(library, "body", lambda body: body[:-5].encode(), "body LIKE '%Nimbus%'")
    assert cli.main(["gazetteer", "list"]) == 1
    printed = capsys.readouterr()
    assert ("Divers" in printed.out, "Nimbus" in printed.out) == (True, False)
    assert "1 act on all articles cannot be read" in printed.err
    for command in ("entities", "timeline"):
        assert cli.main([command, article.origin.location]) == 1
        printed = capsys.readouterr()
        assert printed.err.count("cannot be read") == 1
        assert cli.main([command, "--no-corrections", article.origin.location]) == 0
        assert capsys.readouterr().err == ""


def test_an_act_on_an_article_of_which_nothing_else_is_left_is_said(
    article: Article, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(library, *DAMAGES["cut off"])
    with Library.open() as opened:
        notebook = Notebook(opened, opened.remember(article), article)
        for each in notebook.annotations:
            notebook.delete(each.id)
        assert opened.annotated() == []
        assert len(check_journals(opened)) == 1
    assert cli.main(["annotations", "list"]) == 1
    assert "cannot be read" in capsys.readouterr().err
