"""A maildir is a place of many articles, which stay the same while its files are read, marked and moved."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from newsreader.cli import main
from newsreader.sources import SourceError, load, load_since
from newsreader.sources.opening import load_all


def message(name: str, subject: str) -> str:
    return (
        f"Message-ID: <{name}>\nFrom: Ana <a@a>\nDate: Wed, 19 Jun 2024 10:00:00 +0000\nSubject: {subject}\n\nRain.\n"
    )


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    folder = tmp_path / "news" / "mail"
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    (folder / "cur" / "1718000001.a.host:2,S").write_text(message("1@a", "One"), "utf-8")
    (folder / "new" / "1718000002.b.host").write_text(message("2@a", "Two"), "utf-8")
    (folder / "tmp" / "1718000003.c.host").write_text(message("3@a", "Three"), "utf-8")
    (folder / "cur" / "1718000004.d.host:2,ST").write_text(message("4@a", "Deleted"), "utf-8")
    return folder


def test_delivered_messages_are_articles(maildir: Path) -> None:
    found = list(load_all(str(maildir)))
    assert [(each.origin.part, each.metadata.title) for each in found] == [("1@a", "One"), ("2@a", "Two")]
    assert {each.origin.location for each in found} == {str(maildir)}


def test_what_was_delivered_before_a_moment_may_be_left_out(maildir: Path) -> None:
    assert len(list(load_since(str(maildir), 0))) == 2
    assert list(load_since(str(maildir), time.time_ns() + 10**12)) == []


def test_a_message_that_was_read_is_the_same(maildir: Path) -> None:
    os.rename(maildir / "new" / "1718000002.b.host", maildir / "cur" / "1718000002.b.host:2,S")
    assert load(f"{maildir}#2@a").metadata.title == "Two"
    assert load(str(maildir), part="2@a").metadata.title == "Two"


def test_it_is_added_as_one_place_wherever_it_is(maildir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (maildir.parent / "story.txt").write_text("The ferry is late.", "utf-8")
    assert main(["add", str(maildir.parent)]) == 0
    assert "3 articles are new" in capsys.readouterr().err
    assert main(["add", str(maildir)]) == 0
    assert "2 were in before" in capsys.readouterr().err


def test_what_cannot_be_read_is_said_at_the_end(maildir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.parent.name == "new":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    found = load_all(str(maildir))
    assert next(found).metadata.title == "One"
    with pytest.raises(SourceError, match="1 message of “mail” cannot be read"):
        next(found)


def test_an_empty_maildir_says_so(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (tmp_path / name).mkdir()
    with pytest.raises(SourceError, match="no text in it"):
        list(load_all(str(tmp_path)))
