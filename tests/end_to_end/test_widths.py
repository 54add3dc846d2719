"""Rows with letters and pictures of which terminals think otherwise than we do move nothing beside them, in tmux."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pseudo_terminal import python
from tmux import Tmux

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "A plain headline\n\n" + "The council spoke about the bridge and heard what it would cost. " * 20
DOUBTFUL = {
    "Sinhala": "ශ්\u200dරී ලංකා\n\n" + "ශ්\u200dරී ලංකාවේ ප්\u200dරධාන නගරය වන කොළඹ ප්\u200dරදේශයේ ජනතාව සතුටු වූහ. " * 20,
    "Bengali": "র\u200d্যাব\n\n" + "র\u200d্যাব বলেছে যে ক্ষমতা হস্তান্তর হবে বলে জানিয়েছেন। " * 20,
    "Tamil": "கோவை\n\n" + "கோவை மாநகராட்சி மேயர் கூட்டத்தில் கலந்து கொண்டார். " * 20,
    "pictures": "Live\n\n" + "The \u2764\ufe0f heart, the \u260e\ufe0f phone, the \U0001f44d\U0001f3fd hand. " * 30,
}


def panels(folder: Path, text: str) -> list[str]:
    """What stands beside the article, row by row, which is the same whatever the article is: it is not analysed."""
    folder.mkdir()
    article = folder / "article.txt"
    article.write_text(text, encoding="utf-8")
    command = [python(), "-m", "newsreader", "--model", "none_there", str(article)]
    environ = {f"NEWSREADER_{each}_DIR": str(folder / each) for each in ("DATA", "CACHE", "CONFIG")}
    with Tmux(command, folder, columns=110, lines=30, environ=environ) as terminal:
        terminal.until(lambda: "4 ◆ Dates" in terminal.text() and "none_there" in terminal.text())
        terminal.until(lambda: all("▏" in line for line in rows(terminal)))
        return [line.rpartition("▏")[2].rstrip() for line in rows(terminal)]


def rows(terminal: Tmux) -> list[str]:
    """The rows of the article and of the panels."""
    return terminal.text().splitlines()[1:29]


@pytest.mark.parametrize("name", DOUBTFUL)
def test_the_panels_are_where_they_are_beside_plain_text(tmp_path: Path, name: str) -> None:
    assert panels(tmp_path / "other", DOUBTFUL[name]) == panels(tmp_path / "plain", PLAIN)
