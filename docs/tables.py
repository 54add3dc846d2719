"""Writes the key tables of docs/keys.md from the commands themselves: `python docs/tables.py`."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from newsreader import cli

KEYS = Path(__file__).parent / "keys.md"


def key_tables() -> str:
    """What `newsreader keys --format markdown` prints with nobody's settings."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        cli.main(["keys", "--format", "markdown"])
    return printed.getvalue().strip()


def with_tables(page: str) -> str:
    """The page with today's tables between its marks."""
    return re.sub(
        r"(<!-- keys -->\n).*?(<!-- /keys -->)",
        lambda marks: f"{marks[1]}{key_tables()}\n{marks[2]}",
        page,
        flags=re.S,
    )


if __name__ == "__main__":
    KEYS.write_text(with_tables(KEYS.read_text("utf-8")), encoding="utf-8")
