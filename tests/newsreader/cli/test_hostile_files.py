"""Files that change while they are read, and names that nobody would give: articles or one sentence, never a crash."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import pytest
from fuzzing import unsafe

from newsreader import cli
from newsreader.cli import inputs
from newsreader.cli.problems import CommandError
from newsreader.sources import load
from newsreader.sources.errors import SourceError
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Angela Merkel was in Paris on Monday.\n" * 2000
STANDOFF = "T1\tNote 0 6\tAngela\n#1\tAnnotatorNotes T1\tWho?\n"
NAMES = {
    "not UTF-8": b"caf\xe9.txt",
    "a new line": b"a\nb.txt",
    "an escape": b"\x1b]52;c;eA==\x07.txt",
    "bidi": "\u202etxt.exe".encode(),
    "a dash": b"-rf.txt",
    "a part": b"a#b.txt",
    "an address": b"https:.txt",
    "an option": b"--format=json",
    "dots": b"...txt",
    "blanks": b"  .txt",
    "as long as can be": b"x" * 251 + b".txt",
    "braces": b"{}$(id)'\".txt",
}
CHANGES: dict[str, Callable[[Path], None]] = {
    "shrinks": lambda path: os.truncate(path, 5000),
    "is emptied": lambda path: os.truncate(path, 0),
    "vanishes": lambda path: path.unlink(),
    "becomes a folder": lambda path: (path.unlink(), path.mkdir()),  # type: ignore[dict-item, func-returns-value]
    "is another": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100_000)),
    "grows": lambda path: path.write_text(TEXT * 3),
    "may not be read any more": lambda path: path.chmod(0),
}


@pytest.fixture(params=CHANGES)
def changing(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that something becomes of as soon as its beginning has been read."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    opening = Path.open

    class Changing:
        def __init__(self, stream: BinaryIO) -> None:
            self._stream = stream

        def __enter__(self) -> Changing:
            return self

        def __exit__(self, *_: object) -> None:
            self._stream.close()

        def __getattr__(self, name: str) -> Any:
            def read(size: int = -1) -> bytes:
                data = getattr(self._stream, name)(size)
                if path.is_file() and stat.S_IMODE(path.stat().st_mode):
                    CHANGES[request.param](path)
                return data

            return read if name in ("read", "readline") else getattr(self._stream, name)

    def opened(self: Path, *arguments: Any, **named: Any) -> Any:
        stream = opening(self, *arguments, **named)
        return Changing(stream) if self == path and "r" in str(arguments or named) else stream

    monkeypatch.setattr(Path, "open", opened)
    return path


def test_an_article_that_changes_while_it_is_read(changing: Path) -> None:
    try:
        said = load(str(changing)).text
    except SourceError as error:
        said = str(error)
    assert "Angela Merkel was in Paris" in said or said.endswith(".")
    assert not unsafe([said], lines=True)


def test_records_and_imports_that_change_while_they_are_read(changing: Path) -> None:
    with pytest.raises(CommandError, match=r"Line 1 .* is not JSON"):
        list(inputs.records(str(changing)))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_nobody_would_give(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + NAMES[name])
    Path(path).write_text(TEXT[:200])
    notes = f"{tmp_path}/notes.ann"
    Path(notes).write_text(STANDOFF)
    for command in (
        ["entities", path],
        ["entities", "--format", "json", path, path],
        ["annotations", "import", "--format", "brat", path, notes],
        ["annotations", "list", path],
        ["annotations", "list"],
        *(["annotations", "export", "--format", form, "--no-entities"] for form in ("html", "markdown", "json")),
        ["annotations", "export", "--format", "csv", "--no-entities"],
    ):
        assert cli.main(command) == 0, (command, capfd.readouterr().err)
        printed = capfd.readouterr()
        assert not unsafe([printed.err], lines=True)
        assert not unsafe([printed.out.replace("\r\n", "\n")], lines=True)
    with Library.open() as library:
        assert len(library.annotated()) == 1


@pytest.mark.parametrize("where", ["/dev/null", "/dev/full", "/dev/zero", "/proc/self/mem", "/proc/kmsg-not", "."])
def test_what_is_no_file_is_never_imported_without_end(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MOST_IMPORTED", 100_000)
    article = tmp_path / "a.txt"
    article.write_text(TEXT[:200])
    assert cli.main(["annotations", "import", "--format", "brat", str(article), where]) == (where == "/dev/null") ^ 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_pipe_that_ends_while_it_is_read_is_an_article(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(TEXT[:5000]), daemon=True)
    writer.start()
    assert load(str(pipe)).text.startswith("Angela Merkel")
    writer.join()
