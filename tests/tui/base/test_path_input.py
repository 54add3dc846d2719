"""A path is completed as it is typed, with `~`, blanks and folders; where several begin so, they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.base.path_input import Completion, completion


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("ferry one.txt", "ferry two.txt", "Über.md", ".hidden", "bad\x1bname"):
        (tmp_path / name).touch()
    (tmp_path / "the week" / "in 10 days").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_one_that_is_clear_is_completed_and_a_folder_ends_with_a_stroke(folder):
    assert completion("the") == Completion("the week/")
    assert completion("the week/in") == Completion("the week/in 10 days/")
    assert completion(f"{folder}/Üb") == Completion(f"{folder}/Über.md")


def test_of_several_the_common_beginning_is_taken_and_they_are_shown(folder):
    assert completion("fe") == Completion("ferry ", ("ferry one.txt", "ferry two.txt"))
    assert completion("") == Completion("", ("ferry one.txt", "ferry two.txt", "the week/", "Über.md"))


def test_the_home_folder_is_kept_as_it_was_typed(folder):
    assert completion("~") == Completion("~/")
    assert completion("~/the") == Completion("~/the week/")


def test_case_is_passed_over_where_no_name_has_it_as_typed(folder):
    assert completion("FERRY O") == Completion("ferry one.txt")
    assert completion("üb") == Completion("Über.md")


def test_a_name_with_a_dot_is_found_by_the_dot_and_one_that_cannot_be_shown_is_not(folder):
    assert completion(".") == Completion(".hidden")
    assert completion("bad") is None


@pytest.mark.parametrize("typed", ["https://example.org/a", "no/x", "zzz", "ferry one.txt/x", "a\x00b", "~nobody/x"])
def test_what_nothing_begins_like_is_left_alone(folder, typed):
    assert completion(typed) is None


async def settle(app, pilot):
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_start_screen_completes_a_path_and_shows_how_it_may_go_on(app_with, folder):
    app = app_with(locations=())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        await pilot.press("o", *"fer", "tab")
        await settle(app, pilot)
        line = app.screen.controllers.opening.line.field
        assert (line.value, line.has_focus) == ("ferry ", True)
        assert app.screen.context.status.notice == "ferry one.txt  ferry two.txt"
        await pilot.press("t", "tab")
        await settle(app, pilot)
        assert line.value == "ferry two.txt"
        assert app.screen.context.status.notice == ""
        await pilot.press("escape")
        assert not line.display


async def test_the_export_completes_the_name_of_its_file(app, folder):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("}", "H", "S", "up", "ctrl+u", *"~/th", "tab")
        await settle(app, pilot)
        file, hints = app.screen.query_one("#export-file"), app.screen.query_one("HintLine")
        assert file.value == "~/the week/"
        assert "Tab completes a path" in hints.render().plain
        await pilot.press("ctrl+u", *"f", "tab")
        await settle(app, pilot)
        assert hints.render().plain == "ferry one.txt  ferry two.txt"
        await pilot.press("o")
        assert "Tab completes a path" in hints.render().plain
