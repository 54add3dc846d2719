"""`S` writes the annotations into a file: which, in which format and where to are all chosen by keys."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from newsreader.annotations.model import COLOURS
from newsreader.exports.registry import ANNOTATIONS as FORMATS
from tui.dialogs.export_dialog import ExportDialog
from tui.dialogs.question import Question


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Files without a folder go into one of the test's own, which is the home, too."""
    folder = tmp_path / "files"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    return folder


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def settle(app, pilot) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def annotated(app, article):
    """Make a highlight, a tagged note and a bookmark."""

    def annotate() -> None:
        notebook = app.screen.context.notebook
        start = article.text.index("ten more years")
        notebook.highlight(start, start + 14, COLOURS[0])
        notebook.note("Who says so? #check", start=start, end=start + 14)
        notebook.bookmark(start, start + 3)
        notebook.note("On all of it")
        app.screen.controllers.annotations.show()

    return annotate


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_markdown_is_written_into_a_file_named_after_the_title(app, annotated, elsewhere, size, picture):
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S")
        assert isinstance(app.screen, ExportDialog)
        assert "Export 4 of 4 annotations" in picture(app)
        assert "harbour-town-votes-to-keep-its-ferry.md" in picture(app)
        assert "enter writes" in picture(app)
        await press(pilot, "enter")
        await settle(app, pilot)
        written = (elsewhere / "harbour-town-votes-to-keep-its-ferry.md").read_text("utf-8")
        assert written.startswith("# Harbour town votes to keep its ferry\n")
        assert "Who says so?" in written
        notice = app.screen.context.status.notice
        assert notice == "Wrote ~/harbour-town-votes-to-keep-its-ferry.md: 4 annotations."


async def test_what_is_written_is_chosen_by_kind_colour_tag_and_whose_it_is(app, annotated, picture):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S", "j", "l")
        assert "Export 2 of 4" in picture(app)
        await press(pilot, "j", "j", "l")
        assert "#check" in picture(app)
        assert "Export 1 of 4" in picture(app)
        await press(pilot, "j", "l", "l")
        assert "Export 0 of 4" in picture(app)
        await press(pilot, "l", *["k"] * 4, "l", "l", "l", "enter")
        await settle(app, pilot)
        (note,) = json.loads(Path("harbour-town-votes-to-keep-its-ferry.json").read_text("utf-8"))["annotations"]
        assert note["text"] == "Who says so? #check"


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.name != "cas"])
async def test_every_format_is_written_and_what_it_left_out_is_said(app, annotated, form):
    number = [each.name for each in FORMATS].index(form)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S", *["right"] * number, "enter")
        await settle(app, pilot)
        (suffix,) = (each.suffix for each in FORMATS if each.name == form)
        assert Path(f"harbour-town-votes-to-keep-its-ferry{suffix}").stat().st_size > 0
        said = " ".join(each.message for each in app._notifications)
        left = {"conll": "4 of 4", "docbin": "4 of 4", "brat": "1 of 4"}.get(form, "")
        assert left in said
        assert bool(said) == bool(left)
        assert ("names and dates" in app.screen.context.status.notice) == (
            form in ("html", "csv", "brat", "conll", "spacy", "docbin")
        )


async def test_brat_has_the_text_beside_it_and_names_only_if_they_are_wanted(app, annotated, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S", *["right"] * 5, *["down"] * 5, "left", "enter")
        await settle(app, pilot)
        assert Path("harbour-town-votes-to-keep-its-ferry.txt").read_text("utf-8") == article.text
        assert "PERSON" not in Path("harbour-town-votes-to-keep-its-ferry.ann").read_text("utf-8")


async def test_nothing_is_overwritten_unless_the_reader_says_so(app, annotated, elsewhere):
    there = elsewhere / "mine.md"
    there.write_text("precious", "utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S", "up", "ctrl+u", *"~/mine.md", "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, Question)
        await press(pilot, "escape")
        assert app.screen.context.status.notice == "Nothing was written."
        assert there.read_text("utf-8") == "precious"
        await press(pilot, "S", "enter")
        await settle(app, pilot)
        await press(pilot, "n")
        assert app.screen.query_one("#export-file").value == "~/mine.md"
        await press(pilot, "enter")
        await settle(app, pilot)
        await press(pilot, "o")
        await settle(app, pilot)
        assert app.screen.context.status.notice == "Wrote ~/mine.md: 4 annotations."
        assert there.read_text("utf-8").startswith("# Harbour")
        assert [each.name for each in elsewhere.iterdir()] == ["mine.md"]


async def test_what_cannot_be_written_is_said_and_the_name_is_kept_for_another_try(app, annotated):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S", "up", "ctrl+u", *"nowhere/x.md", "enter")
        await settle(app, pilot)
        assert app.screen.context.status.notice == "~/nowhere/x.md cannot be written: No such file or directory."
        await press(pilot, "S")
        assert app.screen.query_one("#export-file").value == "nowhere/x.md"
        await press(pilot, "escape")
        assert app.screen.context.status.notice == ""


async def test_the_name_follows_the_format_also_after_another_name_which_is_forgotten_when_given_up(
    app, annotated, elsewhere
):
    (elsewhere / "mine.html").write_text("precious", "utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S")
        suggested = app.screen.query_one("#export-file").value
        await press(pilot, "up", "ctrl+u", *"~/mine.md", "down", "l")
        assert app.screen.query_one("#export-file").value == "~/mine.html"
        await press(pilot, "enter")
        await settle(app, pilot)
        await press(pilot, "n")
        assert (app.screen.format.name, app.screen.query_one("#export-file").value) == ("html", "~/mine.html")
        await press(pilot, "l")
        assert app.screen.query_one("#export-file").value == "~/mine.csv"
        await press(pilot, "escape", "S")
        assert (app.screen.format.name, app.screen.query_one("#export-file").value) == ("markdown", suggested)


@pytest.mark.parametrize("there", [True, False])
async def test_a_format_whose_extra_is_missing_says_so_before_it_is_chosen(app, annotated, monkeypatch, picture, there):
    monkeypatch.setattr("newsreader.exports.format.find_spec", lambda name: name if there or name == "pip" else None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        annotated()
        await press(pilot, "S", "left")
        assert app.screen.format.name == "cas"
        assert ("needs dkpro-cassis" in picture(app)) is not there
        said = str(app.screen.query_one("#export-remedy").render())
        assert said == ("" if there else f"Install it with: {sys.executable} -m pip install dkpro-cassis")
        assert app.screen.query_one("#export").region.bottom <= 24
