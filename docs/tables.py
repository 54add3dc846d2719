"""Writes the key tables of the README from the commands themselves: `python docs/tables.py`."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

from newsreader import cli

README = Path(__file__).parent.parent / "README.md"


def key_tables() -> str:
    """What `newsreader keys --format markdown` prints with nobody's settings."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        cli.main(["keys", "--format", "markdown"])
    return printed.getvalue().strip()


def with_tables(readme: str) -> str:
    """The README with today's tables between its marks."""
    return re.sub(
        r"(<!-- keys -->\n).*?(<!-- /keys -->)",
        lambda marks: f"{marks[1]}{key_tables()}\n{marks[2]}",
        readme,
        flags=re.S,
    )


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), encoding="utf-8")
