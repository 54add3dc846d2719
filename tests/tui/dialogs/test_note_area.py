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


@pytest.mark.parametrize("key", ["right", "tab"])
async def test_right_and_tab_take_what_is_offered_and_only_at_the_end_of_a_line(key: str) -> None:
    app: App[None] = App()
    area = NoteArea("", names=NAMES)
    app.compose = lambda: [area]  # type: ignore[method-assign]
    async with app.run_test() as pilot:
        area.focus()
        await pilot.press(*"[[ki")
        assert area.suggestion == "m Jong Un]]"
        await pilot.press(key)
        assert area.has_focus
        assert area.text == "[[kim Jong Un]]"
        await pilot.press("home")
        assert area.suggestion == ""


async def test_the_editor_says_that_tab_takes_the_name_while_one_is_offered(app) -> None:  # type: ignore[no-untyped-def]
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("A", *"See [[Ingr")
        hint = app.screen.query_one("#note-hint")
        assert str(hint.render()) == "Tab takes the name"
        await pilot.press("tab")
        assert app.screen.text == "See [[Ingrid Solheim]]"
        assert str(hint.render()) == "ctrl+s F2 saves · esc closes"
        await pilot.press("tab")
        assert app.focused.id == "note-save"


async def test_the_other_names_of_an_entity_are_offered_behind_the_whole_ones(app) -> None:  # type: ignore[no-untyped-def]
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("A", *"[[Solh", "tab", *" [[In", "tab")
        assert app.screen.text == "[[Solheim]] [[Ingrid Solheim]]"
