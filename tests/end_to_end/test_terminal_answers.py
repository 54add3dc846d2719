"""Answers of the terminal that come late, in pieces or unasked: the reader stays as it is, and the next key works."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from read_before import read_before
from sidebar_app import entity

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start

ARTICLE = "Putin lands\n\nSEOUL: Vladimir Putin met Kim Jong Un on Wednesday.\n\n" + "The council met.\n\n" * 60
PIECES = {
    "background": ("\x1b]11;rgb:", "dddd/rrrr/1111\x1b", "\\"),
    "attributes": ("\x1b[?6", "2;c"),
    "version": ("\x1bP>|r d q", " ?\x1b\\"),
    "graphics": ("\x1b_Gi=1;", "q Q r\x1b\\"),
    "mouse": ("\x1b[<35;1", "0;5M"),
    "keyboard": ("\x1b[?", "1u"),
    "behind its escape": ("j\x1b", "]11;rgb:dddd/rrrr/qqqq\x07"),
    "unknown": ("\x1b[5;3z\x1b]r;d\x07\x1b^q\x1b\\",),
}


@pytest.mark.parametrize("pieces", PIECES.values(), ids=PIECES)
def test_an_answer_runs_no_command(pieces: tuple[str, ...], tmp_path: Path, start: Start) -> None:
    file = tmp_path / "lands.txt"
    read_before(file, ARTICLE, entity("Vladimir Putin", text=ARTICLE), entity("Kim Jong Un", text=ARTICLE))
    terminal = start(str(file))
    terminal.wait_for("enter card")
    terminal.wait_for("Kim Jong Un  ")
    terminal.wait_until_gone("reading…")
    before = terminal.text()
    for piece in pieces:
        terminal.send(piece)
        terminal.pump(0.5)
        time.sleep(0.1)
    terminal.send("G")
    terminal.wait_for("100 %")
    terminal.send("g")
    terminal.wait_for(lambda text: " 0 %" in text)
    assert terminal.text().splitlines()[:-1] == before.splitlines()[:-1]
    terminal.press("q")
    assert terminal.wait() == 0


def test_an_answer_before_the_interface_is_there_runs_no_command(tmp_path: Path, start: Start) -> None:
    file = tmp_path / "lands.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    terminal = start(str(file))
    terminal.wait_for("Putin lands")
    terminal.send("\x1b]11;rgb:dddd/rrrr/1111\x1b\\\x1b[?62;c")
    terminal.wait_for("enter card")
    terminal.press("G")
    terminal.wait_for("100 %")
    terminal.press("q")
    assert terminal.wait() == 0
