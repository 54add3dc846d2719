"""Text that other programs and terminals can take, whatever was in the articles: JSON, cells and rows of tables."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What JSON leaves as it is and a terminal may obey, or UTF-8 cannot hold: DEL, C1, separators, bidi, surrogates."""

_FORMULA = re.compile("'*[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")
"""How cells begin that spreadsheets compute (OWASP, “CSV injection”); behind an apostrophe they are text."""

_STANDARD_INPUT = "-"
"""What standard input is called; a minus alone is no formula."""


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON in which no character can command a terminal, and which is valid UTF-8 whatever the text holds."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def cell(value: object) -> object:
    """A value that is one safe line if it is a text."""
    return printable(value) if isinstance(value, str) else value


def rows(values: Iterable[Iterable[object]]) -> str:
    """Rows of CSV, each with a newline, in which no spreadsheet finds a formula; `given_cell` is the way back."""
    return "".join(map(_row, values))


def _row(values: Iterable[object]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(map(_inactive, values))  # or a carriage return would not be quoted
    return f"{out.getvalue()[:-2]}\n"


def _inactive(value: object) -> object:
    """A cell; an apostrophe goes before what begins like a formula, or would after one apostrophe less."""
    active = isinstance(value, str) and value != _STANDARD_INPUT and _FORMULA.match(value)
    return f"'{value}" if active else value


def given_cell(value: str) -> str:
    """The text that a cell was made of; a cell that others made, as it is."""
    return value[1:] if value.startswith("'") and _FORMULA.match(value) else value
