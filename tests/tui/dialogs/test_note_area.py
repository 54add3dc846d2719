"""Names are offered behind `[[` as they are typed."""

from __future__ import annotations

import pytest
from textual.app import App

from tui.dialogs.note_editor import NoteArea, completion

NAMES = ["Kim Jong Un", "Kimchi House", "Émile Zola"]


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("Ask [[Kim", " Jong Un]]"),
        ("Ask [[kimc", "hi House]]"),
        ("[[emile z", "ola]]"),
        ("[[Kim Jong Un", "]]"),
        ("Ask Kim", ""),
        ("[[Kim Jong Un]] and", ""),
        ("[[", ""),
        ("[[nobody", ""),
    ],
)
def test_the_rest_of_the_first_name_that_begins_so(before: str, rest: str) -> None:
    assert completion(before, NAMES) == rest


async def test_right_takes_what_is_offered_and_only_at_the_end_of_a_line() -> None:
    app: App[None] = App()
    area = NoteArea("", names=NAMES)
    app.compose = lambda: [area]  # type: ignore[method-assign]
    async with app.run_test() as pilot:
        area.focus()
        await pilot.press(*"[[ki")
        assert area.suggestion == "m Jong Un]]"
        await pilot.press("right")
        assert area.text == "[[kim Jong Un]]"
        await pilot.press("home")
        assert area.suggestion == ""
