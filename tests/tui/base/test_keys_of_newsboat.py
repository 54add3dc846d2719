"""The keys that the documentation puts beside those of newsboat are ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.base.commands import command

DOCUMENT = Path(__file__).parents[3] / "docs" / "coming.md"
ROWS = DOCUMENT.read_text(encoding="utf-8").partition("<!-- newsboat's keys -->\n")[2].partition("\n\n")[0]
CELLS = [re.split(r" (?<!\\)\| ", row.strip("| ")) for row in ROWS.splitlines()[2:]]


def codes(cell: str) -> list[str]:
    return [each.replace("\\|", "|") for each in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize(("ours", "ids"), [(codes(row[1]), codes(row[3])) for row in CELLS])
def test_each_is_a_key_of_its_command(ours: list[str], ids: list[str]) -> None:
    known = {key for each in ids for key in command(each).keys}
    assert ids
    assert set(ours) <= known
