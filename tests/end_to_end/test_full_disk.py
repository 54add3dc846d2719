"""Real file systems that are full or may only be read, where the tests may mount them."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest

from newsreader.annotations.notebook import Notebook
from newsreader.sources import load
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Start

ARTICLE = "Council votes for a new bridge\n\nThe council of Lyon heard Angela Merkel. THE END\n"


class Mount(Protocol):
    """Mounts with the options of `mount` on a path; skips the test where that is not permitted."""

    def __call__(self, *options: str, on: Path) -> None: ...


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mount something for the length of the test."""
    if not shutil.which("mount"):
        pytest.skip("mount is not installed")
    with ExitStack() as mounted:

        def mount(*options: str, on: Path) -> None:
            done = subprocess.run(["mount", *options, str(on)], capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.skip(f"nothing may be mounted here: {done.stderr.strip()}")
            mounted.callback(subprocess.run, ["umount", "--lazy", str(on)], check=True)

        yield mount


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A short article, as a path."""
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def small_disk(mount: Mount, on: Path) -> None:
    """Put a file system of a megabyte there."""
    on.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", on=on)


def fill(folder: Path) -> Path:
    """Fill the file system to the last byte; return the file to delete for room."""
    filler = folder / "filler"
    with pytest.raises(OSError, match="No space left"), filler.open("wb", buffering=0) as file:  # noqa: PT012
        while True:
            file.write(bytes(4096))
    return filler


def test_a_full_disk_loses_no_word(article: str, mount: Mount, start: Start, tmp_path: Path) -> None:
    data = tmp_path / "newsreader-data"
    small_disk(mount, data)
    terminal = start(article)
    terminal.wait_for("People")
    filler = fill(data)
    terminal.press("H")
    terminal.wait_for("The disk is full")
    terminal.press("A")
    terminal.wait_for("ctrl+s")
    terminal.send("Ask about the ferry")
    terminal.wait_for("the ferry")
    terminal.press("ctrl+s")
    terminal.wait_for(lambda text: "ctrl+s" not in text and "The disk is full" in text)
    filler.unlink()
    terminal.press("A")
    terminal.wait_for("the ferry")
    terminal.press("ctrl+s")
    terminal.wait_for("The note is kept")
    terminal.press("Q")
    assert terminal.wait() == 0
    with Library.open(data / "library.db") as library:
        assert len(library.recent(5)) == 1


def test_a_disk_without_room_for_a_library(article: str, mount: Mount, start: Start, tmp_path: Path) -> None:
    data = tmp_path / "newsreader-data"
    small_disk(mount, data)
    fill(data)
    terminal = start(article)
    terminal.wait_for("THE END")
    terminal.wait_for("will not be kept")
    terminal.press("Q")
    assert terminal.wait() == 0


def test_a_disk_without_room_for_analyses(article: str, mount: Mount, start: Start, tmp_path: Path) -> None:
    cache = tmp_path / "newsreader-cache"
    small_disk(mount, cache)
    fill(cache)
    terminal = start(article)
    terminal.wait_for("Angela Merkel  ")
    terminal.press("H")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.text()


def write_a_note(article: str, library: Path) -> None:
    """As an earlier reading did."""
    opened = load(article)
    with Library.open(library) as known:
        Notebook(known, known.remember(opened), opened).note("Written before", start=0, end=7)


def test_what_was_written_is_shown_on_a_full_disk(article: str, mount: Mount, start: Start, tmp_path: Path) -> None:
    data = tmp_path / "newsreader-data"
    small_disk(mount, data)
    write_a_note(article, data / "library.db")
    fill(data)
    terminal = start(article)
    terminal.wait_for("Written before")
    terminal.wait_for("will not be kept: The disk is full")
    terminal.press("H")
    terminal.wait_for(lambda text: text.count("The disk is full") > 1 or "will not be kept" not in text)
    terminal.press("Q")
    assert terminal.wait() == 0
    assert sorted(each.name for each in data.iterdir()) == ["filler", "library.db"]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_library_that_may_only_be_read(what: str, article: str, mount: Mount, start: Start, tmp_path: Path) -> None:
    """By a mount, which holds for the administrator, too."""
    file = tmp_path / "newsreader-data" / "library.db"
    write_a_note(article, file)
    before = file.read_bytes()
    place = file if what == "file" else file.parent
    mount("--bind", str(place), on=place)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=True)
    terminal = start(article)
    terminal.wait_for("THE END")
    terminal.wait_for("Written before")
    terminal.wait_for("will not be kept: The disk may only")
    terminal.press("H")
    terminal.press("Q")
    assert terminal.wait() == 0
    assert file.read_bytes() == before
