"""The first frame of the library: what is drawn before Textual is there stays where it is."""

from __future__ import annotations

import pyte
import pytest
from library_screen import add, settle, titles, until

from newsreader.config import Config
from tui.library.asked import first_list
from tui.library.regions import LibraryRegions
from tui.start.library_frame import library_frame

SIZES = [(200, 60), (120, 40), (100, 24), (99, 24), (80, 24), (60, 20), (40, 12)]


def drawn(frame: str, size: tuple[int, int]) -> list[str]:
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(frame)
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_drawn_as_the_screen_draws_it(app_with, library, open_index, picture, size):
    add(library, "The ferry is late again", "Quay closes for the winter")
    with open_index() as index:
        index.follow(library)
        first = first_list(index)
    assert first is not None
    frame = library_frame(first, [], Config(), {"TERM": "xterm-256color"}, size)
    app = app_with(locations=())
    app.listed = first
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        await until(pilot, lambda: len(titles(app)) == 2)
        await pilot.pause()
        later = picture(app).splitlines()
    regions = LibraryRegions.fit(*size)
    start = regions.lists + (1 if regions.lists else 0)
    here = [line[start : start + regions.articles].rstrip() for line in drawn(frame, size)[1:-1]]
    there = [line[start : start + regions.articles].rstrip() for line in later[1:-1]]
    assert here[: len(there)] == there
    assert "The ferry is late" in "".join(here) or size[0] < 60
    assert drawn(frame, size)[-1] == later[-1].rstrip()


@pytest.mark.parametrize("size", SIZES)
async def test_the_columns_are_as_wide_as_the_style_sheet_has_them(app_with, size):
    app = app_with(locations=())
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        context, regions = app.screen.context, LibraryRegions.fit(*size)
        assert context.articles.size == (regions.articles, regions.height)
        if regions.lists:
            assert (context.lists.size.width, context.panels.size.width) == (regions.lists, regions.panels)


async def test_a_theme_of_others_is_left_to_textual(library, open_index):
    add(library, "The ferry is late")
    with open_index() as index:
        index.follow(library)
        first = first_list(index)
    assert library_frame(first, [], Config(theme="nord"), {}, (80, 24)) is None


def test_nothing_is_asked_of_an_empty_library(open_index):
    with open_index() as index:
        assert first_list(index) is None
