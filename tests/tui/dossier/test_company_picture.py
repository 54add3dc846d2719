"""The company of a dossier as a picture: the same each time, within its cells, walked by arrows."""

from __future__ import annotations

import pytest
from dossier_screen import in_dossier, read

from newsreader.dossier.gathering import Part
from newsreader.dossier.model import Companion, Link, Sentence, Source
from newsreader.entity import Category
from tui.base.widths import cell_len
from tui.dossier.picture import Drawn, picture

SOURCE = Source(1, "Quay", "", "2024-03-05", "quay.txt")
PROOF = Sentence(SOURCE, "A and B.", "A", 0, 0, 1)


def drawn(count: int, name: str = "Rolf Knowles") -> Drawn:
    company = [Companion(at, Category.PERSON, f"{name} {at}", 40 - at, 1, PROOF) for at in range(count)]
    return Drawn(Category.PERSON, "Karin Ahlström", company, [Link(0, 5, 3, SOURCE), Link(2, 3, 1, SOURCE)])


def text(line) -> str:
    return "".join(piece for piece, _ in line)


@pytest.mark.parametrize("size", [(15, 79), (32, 119), (4, 39), (3, 10)])
@pytest.mark.parametrize("count", [0, 1, 2, 16, 40])
@pytest.mark.parametrize("name", ["Rolf", "Профессор Александр Константинопольский", "安倍晋三"])
def test_every_line_fills_its_cells_whoever_is_drawn(size, count, name):
    rows, width = size
    lines = picture(drawn(count, name), rows, width, 0)
    assert len(lines) == rows
    assert {cell_len(text(line)) for line in lines} == {width}


def test_all_names_stand_apart_and_the_thing_in_the_middle():
    lines = [text(line) for line in picture(drawn(16), 15, 79, None)]
    shown = "\n".join(lines)
    assert all(f"Rolf Knowles {at} {40 - at}" in shown for at in range(16))
    assert "● Karin Ahlström" in lines[7]
    assert any("\u2801" <= letter <= "\u28ff" for letter in shown)
    assert lines == [text(line) for line in picture(drawn(16), 15, 79, None)]


def test_whoever_is_chosen_stands_out_with_all_lines_to_it():
    looks = {look for line in picture(drawn(16), 15, 79, 5) for _, look in line}
    assert ("library--mark",) in looks
    assert ("panel--person", "panel--cursor") in looks


async def test_it_is_walked_by_arrows_and_enter_opens_the_dossier(start):
    async with start.run_test(size=(80, 24)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("v")
        await pilot.pause()
        context = start.screen.context
        picture = context.company.picture
        assert picture.display
        assert picture.has_focus
        assert picture.here.name == "Rolf Knowles"
        assert "Karin" in "".join(text(line) for line in picture._drawing(79))
        await pilot.press("left")
        assert picture.here.name == "Quay Board"
        assert context.list.here.text == "Ahlström left; Quay Board stayed."
        await pilot.press("right", "enter")
        await read(start, pilot)
        assert start.screen.context.header.headline != context.header.headline
        await pilot.press("q")
        await read(start, pilot)
        assert picture.display
        await pilot.press("v")
        assert not picture.display
        assert context.list.has_focus


async def test_other_parts_are_lists(start):
    async with start.run_test(size=(80, 24)) as pilot:
        await in_dossier(start, pilot)
        await pilot.press("v", "1")
        assert start.screen.context.list.display
        assert start.screen.context.list.has_focus
        await pilot.press("3")
        assert start.screen.context.company.picture.has_focus
        await pilot.press("a", "escape")
        await pilot.pause()
        assert start.screen.context.pages.part is Part.TIMELINE
        assert start.screen.context.list.display
