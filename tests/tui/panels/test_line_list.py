"""Lists of rows, whatever their rows are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.dossier.entries import EntryRows
from tui.panels.line_list import LineList
from tui.panels.note_face import NoteRows
from tui.panels.remark_face import RemarkRows

if TYPE_CHECKING:
    from tui.panels.list_rows import Rows


@pytest.mark.parametrize("rows", [RemarkRows(), EntryRows((), 40), NoteRows((), {})])
@pytest.mark.parametrize("command", ["down", "up", "page_down", "page_up", "top", "bottom"])
async def test_an_empty_list_stays_where_it_is(rows: Rows, command: str) -> None:
    shown = LineList(rows, {}, id="list")
    await shown.commands.run(f"panel.{command}")
    assert shown.cursor == 0
