"""A folder that was added is looked at again: what is new or has changed comes in, and nothing is read without need."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader.cli import main
from newsreader.intake import watched_folders
from newsreader.intake.feed_lists import as_opml
from newsreader.intake.watched_folders import is_watched, look_again, watch
from newsreader.store.feeds import FeedSettings
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article
    from newsreader.intake.feeds.fetching import FeedOutcome


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "näws #1 @home%41"
    (made / "deep").mkdir(parents=True)
    (made / "quay.txt").write_text("Quay\n\nThe quay closed on Monday.\n", "utf-8")
    (made / "deep" / "mill.txt").write_text("Mill\n\nThe mill is open.\n", "utf-8")
    (made / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (made / ".hidden.txt").write_text("Hidden", "utf-8")
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is read."""
    names: list[str] = []
    load_since = watched_folders.load_since

    def noted(location: str, since: int) -> Iterator[Article]:
        names.append(Path(location).name)
        return load_since(location, since)

    monkeypatch.setattr(watched_folders, "load_since", noted)
    return names


def looked(library: Library, folder: Path) -> FeedOutcome:
    return look_again(library, watch(library, folder))


def kept(library: Library) -> int:
    with library.reading() as unit:
        return unit.articles.count()


def later(file: Path) -> None:
    """Have a file be changed at another moment, whatever the clock of the file system does."""
    os.utime(file, ns=(time.time_ns(), file.stat().st_mtime_ns + 1))


def test_what_is_new_comes_in_and_nothing_is_read_twice(library: Library, folder: Path, read: list[str]) -> None:
    assert len(looked(library, folder).new) == 2
    assert sorted(read) == ["mill.txt", "picture.png", "quay.txt"]
    read.clear()
    assert looked(library, folder).new == ()
    assert read == []
    (folder / "ferry.txt").write_text("Ferry\n\nIt left.\n", "utf-8")
    assert len(looked(library, folder).new) == 1
    assert read == ["ferry.txt"]


def test_what_has_changed_is_another_version_of_the_same_article(
    library: Library, folder: Path, read: list[str]
) -> None:
    looked(library, folder)
    (folder / "quay.txt").write_text("Quay\n\nThe quay is open again.\n", "utf-8")
    outcome = looked(library, folder)
    assert (outcome.new, outcome.changed) == ((), 1)
    assert kept(library) == 2


def test_what_only_has_another_moment_is_not_read(library: Library, folder: Path, read: list[str]) -> None:
    looked(library, folder)
    read.clear()
    later(folder / "quay.txt")
    for _ in range(2):
        assert looked(library, folder).changed == 0
    assert read == []


def test_what_had_no_article_in_it_is_read_when_it_changes(library: Library, folder: Path, read: list[str]) -> None:
    looked(library, folder)
    (folder / "picture.png").write_text("It is a text by now.", "utf-8")
    assert len(looked(library, folder).new) == 1


def test_what_is_gone_stays_in_the_library(library: Library, folder: Path) -> None:
    looked(library, folder)
    (folder / "quay.txt").unlink()
    outcome = looked(library, folder)
    assert (outcome.new, outcome.feed.state.problem) == ((), "")
    assert kept(library) == 2
    for each in (folder / "deep" / "mill.txt", folder / "picture.png", folder / ".hidden.txt"):
        each.unlink()
    (folder / "deep").rmdir()
    folder.rmdir()
    outcome = look_again(library, outcome.feed)
    assert "There is no folder" in outcome.feed.state.problem
    assert kept(library) == 2


def test_a_mailbox_that_grows_is_all_of_its_articles(library: Library, folder: Path) -> None:
    def message(number: int) -> str:
        return f"From a@a Wed Jun 19 23:58:01 2024\nMessage-ID: <{number}@a>\nFrom: a@a\nSubject: {number}\n\nRain.\n\n"

    box = folder / "box.mbox"
    box.write_text(message(1) + message(2), "utf-8")
    feed = looked(library, folder).feed
    box.write_text(message(1) + message(2) + message(3), "utf-8")
    outcome = looked(library, folder)
    assert (len(outcome.new), outcome.changed) == (1, 0)
    with library.reading() as unit:
        assert len(unit.feeds.articles(feed.id)) == 5


def test_of_a_maildir_only_what_came_since_is_read(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deliver(number: int) -> None:
        head = f"Message-ID: <{number}@a>\nFrom: a@a\nDate: Wed, 19 Jun 2024 10:00:00 +0000\nSubject: {number}"
        (folder / "mail" / "new" / f"{number}.a").write_text(f"{head}\n\nRain.\n", "utf-8")

    def noted(location: str, since: int) -> Iterator[Article]:
        if location.endswith("mail"):
            moments.append(since)
        return load_since(location, since)

    moments: list[int] = []
    load_since = watched_folders.load_since
    monkeypatch.setattr(watched_folders, "load_since", noted)
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / name).mkdir(parents=True)
    deliver(1)
    before = time.time_ns()
    assert len(looked(library, folder).new) == 3
    deliver(2)
    later(folder / "mail" / "new")
    assert len(looked(library, folder).new) == 1
    (folder / "mail" / "new" / "1.a").unlink()
    later(folder / "mail" / "new")
    assert looked(library, folder).new == ()
    assert moments[0] == 0
    assert before - 10**11 < moments[1] < moments[2] < time.time_ns()
    feed = watch(library, folder)
    with library.reading() as unit:
        assert len(unit.feeds.articles(feed.id)) == 4


def test_links_that_lead_back_and_pipes_are_left_alone(library: Library, folder: Path) -> None:
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere").symlink_to(folder / "none")
    os.mkfifo(folder / "pipe")
    assert len(looked(library, folder).new) == 2


def test_only_what_the_person_added_is_looked_at(library: Library, folder: Path) -> None:
    with library.writing() as unit:
        feed = unit.feeds.add(folder.absolute().as_uri(), FeedSettings())
    assert not is_watched(library, feed)
    assert is_watched(library, watch(library, folder))


def test_where_folders_are_is_told_to_nobody(library: Library, folder: Path) -> None:
    watch(library, folder)
    document, count = as_opml(library)
    assert (count, folder.name in document) == (0, False)


def test_ended_in_between_it_goes_on_where_it_was(
    library: Library, folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched_folders, "BATCH", 1)
    assert len(look_again(library, watch(library, folder), stopped=lambda: True).new) == 1
    assert len(looked(library, folder).new) == 1
    assert sorted(name for name in read if name.endswith(".txt")) == ["mill.txt", "quay.txt"]


def test_a_folder_that_is_added_is_refreshed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(folder)]) == 1  # a picture is no article
    assert "2 articles are new" in capsys.readouterr().err
    (folder / "ferry.txt").write_text("Ferry\n\nIt left.\n", "utf-8")
    assert main(["refresh"]) == 0
    assert "1 new article from 1 feed" in capsys.readouterr().err
    assert main(["add", str(folder)]) == 1
    assert "3 were in before" in capsys.readouterr().err
