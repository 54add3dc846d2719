"""What systems do differently, asked of this one and of one that seems to be Windows."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from newsreader import paths, system
from newsreader.exports import saving
from newsreader.intake import watched_folders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.store.feeds import Feed

LACKING = ("fcntl", "grp", "msvcrt", "pty", "pwd", "resource", "termios", "tty", "winreg")
"""Modules of the standard library that one system or another lacks."""

IMPORT_ALL = """
import builtins, importlib, pkgutil, sys
import newsreader, tui

found, lacking = builtins.__import__, sys.argv[1].split(",")

def without(name, globals=None, *rest, **named):
    ours = (globals or {}).get("__name__", "").partition(".")[0] in ("newsreader", "tui")
    if ours and name in lacking:
        raise ImportError(f"{globals['__name__']} imports {name}")
    return found(name, globals, *rest, **named)

builtins.__import__ = without
for package in (newsreader, tui):
    for each in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not each.name.endswith("__main__"):
            try:
                importlib.import_module(each.name)
            except ModuleNotFoundError as error:  # a package of an extra, which is not installed
                assert error.name and error.name.partition(".")[0] not in ("newsreader", "tui"), error
"""


def test_everything_is_imported_without_the_modules_that_some_systems_lack() -> None:
    command = [sys.executable, "-c", IMPORT_ALL, ",".join(LACKING)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.stderr == ""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[int]:
    handle = os.open(tmp_path / "locked", os.O_CREAT | os.O_RDWR)
    yield handle
    os.close(handle)


@pytest.mark.parametrize("wait", [True, False])
def test_a_file_is_locked_by_one_at_a_time(tmp_path: Path, opened: int, wait: bool) -> None:
    assert system.lock(opened, wait=wait)
    other = os.open(tmp_path / "locked", os.O_RDWR)
    assert not system.lock(other)
    os.close(other)


class Windows:
    """`msvcrt` and what else there is on Windows alone; `busy` says how often a file is locked by another."""

    LK_LOCK, LK_NBLCK = "waits", "asks"

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.busy = 0
        self.asked: list[tuple[int, str, int]] = []
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setitem(sys.modules, "msvcrt", self)
        for name in ("fcntl", "pwd", "resource", "termios"):
            monkeypatch.setitem(sys.modules, name, None)
        for at, name in enumerate(("BELOW_NORMAL_PRIORITY_CLASS", "CREATE_NO_WINDOW", "CREATE_NEW_PROCESS_GROUP")):
            monkeypatch.setattr(subprocess, name, 1 << at, raising=False)

    def locking(self, handle: int, how: str, length: int) -> None:
        self.asked.append((handle, how, length))
        if self.busy:
            self.busy -= 1
            raise OSError(errno.EDEADLK if how == self.LK_LOCK else errno.EACCES, "busy")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    return Windows(monkeypatch)


def test_on_windows_the_first_byte_is_locked(opened: int, windows: Windows) -> None:
    assert system.lock(opened)
    windows.busy = 1
    assert not system.lock(opened)
    assert windows.asked == [(opened, "asks", 1)] * 2


def test_on_windows_waiting_is_begun_again_after_ten_seconds(opened: int, windows: Windows) -> None:
    windows.busy = 2
    assert system.lock(opened, wait=True)
    assert windows.asked == [(opened, "waits", 1)] * 3


def test_on_windows_a_database_is_refused_its_lock_with_an_error(opened: int, windows: Windows) -> None:
    windows.busy = 1
    with pytest.raises(PermissionError):
        system.lock_as_databases_do(opened)


def test_on_windows_there_is_neither_a_limit_nor_a_niceness(windows: Windows) -> None:
    system.limit(1, 1)
    system.step_back(19)
    assert system.memory_limit() is None


def test_on_windows_a_process_gets_no_window(windows: Windows) -> None:
    assert system.away_from_terminal() == {"creationflags": 0b111}


def test_a_command_line_is_quoted_as_the_shell_of_the_system_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["/my programs/python", "-m", "a&b"]
    assert system.command_line(words) == "'/my programs/python' -m 'a&b'"
    Windows(monkeypatch)
    assert system.command_line(words) == '"/my programs/python" -m a&b'


def test_on_windows_files_are_closed_before_they_get_their_names(
    tmp_path: Path, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: set[int] = set()
    make, close, link = tempfile.mkstemp, os.close, os.link

    def made(*options: object) -> tuple[int, str]:
        handle, name = make(*options)
        held.add(handle)
        return handle, name

    def closed(handle: int) -> None:
        held.discard(handle)
        close(handle)

    def linked(*names: Path) -> None:
        assert not held
        link(*names)

    monkeypatch.setattr("tempfile.mkstemp", made)
    monkeypatch.setattr(os, "close", closed)
    monkeypatch.setattr(os, "link", linked)
    saving.write_whole({tmp_path / "a": b"A", tmp_path / "b": b"B"})
    with saving.new_file(tmp_path / "c") as file:
        file.write(b"C")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"A", "b": b"B", "c": b"C"}
    assert windows.asked == []


def test_on_windows_what_was_left_is_removed_without_a_lock(tmp_path: Path, windows: Windows) -> None:
    left = tmp_path / ".a.abcd1234.part"
    left.touch()
    os.utime(left, (0, 0))
    saving.write_whole({tmp_path / "a": b"A"})
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    ("address", "folder"),
    [("file:///C:/my%20news", "C:/my news"), ("file://machine/news/a", "//machine/news/a")],
)
def test_on_windows_a_watched_folder_is_on_a_drive_or_another_machine(
    windows: Windows, address: str, folder: str
) -> None:
    assert str(watched_folders._folder(feed(address))) == str(Path(folder))


def test_a_watched_folder_is_where_its_address_says(tmp_path: Path) -> None:
    for name in ("plain", "a#b%20c", "caf\udce9"):
        assert watched_folders._folder(feed((tmp_path / name).as_uri())) == tmp_path / name


def feed(address: str) -> Feed:
    return SimpleNamespace(address=address)  # type: ignore[return-value]


def test_our_databases_are_known_where_capitals_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREADER_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(os.path, "samefile", lambda one, other: str(one).casefold() == str(other).casefold())
    assert paths.is_own_database(Path(str(tmp_path).upper()) / "LIBRARY.DB")
    assert not paths.is_own_database(tmp_path / "LIBRARY.TXT")
