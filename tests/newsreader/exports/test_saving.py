"""Files that are exported are there whole or not at all, and nothing else stays."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from limits import no_room, only_read

from newsreader import cli
from newsreader.annotations.notebook import Notebook
from newsreader.exports.saving import write_whole
from newsreader.sources import load
from newsreader.store.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def test_all_are_written_with_the_rights_that_new_files_have(tmp_path: Path) -> None:
    one, other = tmp_path / "one.ann", tmp_path / "one.txt"
    write_whole({one: b"1", other: b"22"})
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"22")
    mask = os.umask(0)
    os.umask(mask)
    assert one.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("overwrite", [True, False])
def test_of_several_all_are_written_or_none(tmp_path: Path, overwrite: bool) -> None:
    one, other = tmp_path / "one.ann", tmp_path / "nowhere" / "one.txt"
    with pytest.raises(OSError, match="No such file"):
        write_whole({one: b"1", other: b"22"}, overwrite=overwrite)
    assert [*tmp_path.iterdir()] == []


def test_what_is_there_is_left_alone_unless_it_is_to_be_overwritten(tmp_path: Path) -> None:
    one, other = tmp_path / "one.ann", tmp_path / "one.txt"
    other.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_whole({one: b"1", other: b"22"})
    assert ([*tmp_path.iterdir()], other.read_bytes()) == ([other], b"mine")
    write_whole({one: b"1", other: b"22"}, overwrite=True)
    assert other.read_bytes() == b"22"


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    there = tmp_path / "one.md"
    there.write_bytes(b"old")
    for overwrite, name in ((True, "one.md"), (False, "two.md")):
        with no_room(4096), pytest.raises(OSError) as caught:  # noqa: PT011
            write_whole({tmp_path / name: bytes(10_000)}, overwrite=overwrite)
        assert caught.value.errno == errno.EFBIG
    assert ([*tmp_path.iterdir()], there.read_bytes()) == ([there], b"old")


def test_a_file_system_without_links_takes_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    write_whole({tmp_path / "one.md": b"1"})
    assert [each.name for each in tmp_path.iterdir()] == ["one.md"]


@pytest.mark.parametrize("form", ["markdown", "brat", "jsonld", "html", "csv"])
def test_a_command_that_cannot_write_says_the_true_reason_and_leaves_nothing(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article_file = tmp_path / "ferry.txt"
    article_file.write_text("The ferry sank off the coast.\n" * 200)
    article = load(str(article_file))
    with Library.open() as library:
        notebook = Notebook(library, library.remember(article), article)
        notebook.note("Who says so? " * 500, start=0, end=20)
    target = tmp_path / "out"
    target.mkdir()
    command = ["annotations", "export", str(article_file), "--no-entities", "--format", form, "--output"]
    with only_read(target):
        assert cli.main([*command, str(target / "new.ann")]) == 1
        assert capsys.readouterr().err.endswith("cannot be written: Permission denied.\n")
    with no_room(512):
        assert cli.main([*command, str(target / "new.ann")]) == 1
        assert capsys.readouterr().err.endswith("new.ann cannot be written: File too large.\n")
    assert [*target.iterdir()] == []
    assert cli.main([*command, str(target / "new.ann")]) == 0
    assert "cannot" not in capsys.readouterr().err


WRITER = """
import sys, time
from pathlib import Path
from newsreader.exports.saving import new_file
with new_file(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


def test_what_a_killed_program_left_goes_with_the_next_file_and_what_one_is_writing_stays(tmp_path: Path) -> None:
    target, other = tmp_path / "all.zip", tmp_path / ".all.zip.mine"
    other.write_bytes(b"mine")
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for each in writers:
            assert each.stdout is not None
            assert each.stdout.readline() == b"writing\n"
        (killed, kept) = [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
        for path in (killed, kept, other):
            os.utime(path, (0, 0))
        writers[0].kill()
        writers[0].wait()
        write_whole({target: b"whole"})
        left = {path.name for path in tmp_path.iterdir()}
        assert len(left) == 3
        assert {"all.zip", ".all.zip.mine"} < left
        assert other.read_bytes() == b"mine"
    finally:
        for each in writers:
            each.kill()
            each.wait()
            assert each.stdout is not None
            each.stdout.close()
