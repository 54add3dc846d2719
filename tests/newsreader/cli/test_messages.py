"""Whatever fails around a command, one true sentence says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsreader import paths
from newsreader.cli import main
from newsreader.store.library import FILE_NAME, Library

if TYPE_CHECKING:
    from collections.abc import Callable

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry sank on Monday.\n", encoding="utf-8")
    return str(path)


def run(
    *words: str, before: Callable[[], None] | None = None, unbuffered: bool = False, stdout: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newsreader", *words]
    env = {**os.environ} | {"PYTHONUNBUFFERED": "1" if unbuffered else ""}
    pipe = subprocess.PIPE
    return subprocess.run(command, env=env, stdout=stdout, stderr=pipe, preexec_fn=before, check=False, timeout=120)


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("newsreader: ")
    return line


@needs_full
@pytest.mark.parametrize(
    "words", [("show",), ("annotations", "export"), ("keys",), ("man",), ("--version",), ("--help",)], ids=" ".join
)
def test_a_full_standard_output_is_said(words: tuple[str, ...], article: str) -> None:
    more = [article] if words[0] in ("show", "annotations") else []
    with FULL.open("wb") as full:
        for unbuffered in {False, words[0] == "show"}:
            done = run(*words, *more, stdout=full.fileno(), unbuffered=unbuffered)
            assert "Standard output could not be written: No space left" in said(done)


@pytest.mark.skipif(os.name != "posix", reason="file descriptors are inherited otherwise here")
def test_a_closed_standard_output_is_said(article: str) -> None:
    assert "Standard output is closed" in said(run("show", article, before=lambda: os.close(1)))


@pytest.mark.skipif(os.name != "posix", reason="file descriptors are inherited otherwise here")
@pytest.mark.parametrize("number", [0, 2])
def test_other_closed_streams_are_as_if_they_led_nowhere(number: int, article: str) -> None:
    done = run("show", article, before=lambda: os.close(number), stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"ferry" in done.stdout
    assert run("show", "/nonexistent", before=lambda: os.close(2), stdout=subprocess.PIPE).stdout == b""


def test_names_on_standard_error_are_safe(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = str(tmp_path / "\x1b[31mx" / "y.md")
    assert main(["annotations", "export", article, "--output", hostile]) == 1
    assert main(["annotations", "export", article, "--output", "a\0b"]) == 1
    with pytest.raises(SystemExit):
        main(["show", "--\x1b[31mx"])
    error = capsys.readouterr().err
    assert "cannot be written" in error
    assert "\x1b" not in error


@needs_full
def test_of_an_export_that_fails_nothing_stays(article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Library.open():
        pass
    from newsreader.cli import printing, problems

    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(problems.CommandError, match="File too large"):
            printing.save({str(tmp_path / "new.md"): b"x" * 100})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert not (tmp_path / "new.md").exists()


KINDS = {
    "folder": ("is a folder", lambda path: path.mkdir()),
    "pipe": ("is no file but a pipe", os.mkfifo if hasattr(os, "mkfifo") else lambda _: pytest.skip("no pipes here")),
    "broken link": ("is a link to a file that is not there", lambda path: path.symlink_to("/nonexistent/library")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_no_library(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open():
        pass
    copy = tmp_path / "copy.db"
    assert main(["annotations", "backup", str(copy)]) == 0
    library = paths.data_dir() / FILE_NAME
    for each in library.parent.glob(f"{FILE_NAME}*"):
        each.unlink()
    sentence, make = KINDS[kind]
    make(library)
    capsys.readouterr()
    for words in (("list",), ("restore", str(copy)), ("check",), ("backup",)):
        if kind == "broken link" and words[0] in ("check", "backup"):
            continue  # it is as if there were none
        assert main(["annotations", *words]) == 1
        error = capsys.readouterr().err
        assert sentence in error
        assert len(error.splitlines()) == 1


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_not_restored(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence, make = KINDS[kind]
    make(tmp_path / "copy")
    assert main(["annotations", "restore", str(tmp_path / "copy")]) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits addresses")
@pytest.mark.parametrize(("megabytes", "command"), [(90, "show"), (200, "entities")])
def test_too_little_memory_is_said(megabytes: int, command: str, article: str) -> None:
    import resource

    most = megabytes * 1_000_000
    done = run(
        command, article, before=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)), stdout=subprocess.DEVNULL
    )
    assert "memory" in done.stderr.decode().splitlines()[-1]
    assert "install" not in done.stderr.decode()
