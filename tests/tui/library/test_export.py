"""Writing what is listed: one file for all, or a folder with a file for each; with notes, and names where known."""

from __future__ import annotations

from library_screen import add, settle, titles, until

from newsreader.annotations.notebook import Notebook


async def export(pilot, app, path: str) -> None:
    await pilot.press("S")
    await until(pilot, lambda: app.screen.id != "_default" and app.screen.query("#export-file"))
    await pilot.press("up", "ctrl+u", *path, "enter")
    await until(pilot, lambda: not app.screen.query("#export-file"))
    await until(pilot, lambda: app.screen.context.status.notice.startswith("Wrote"))


async def test_what_is_listed_is_written_into_one_file_or_into_a_folder(start, library, tmp_path, picture):
    numbers = add(library, "Ferry one", "Quay", "Ferry two")
    record = library.latest(numbers[0])
    Notebook(library, record, library.stored(record)).highlight(0, 5, "green")
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: len(titles(start)) == 3)
        await pilot.press("slash", *"ferry", "enter")
        await until(pilot, lambda: titles(start) == ["Ferry two", "Ferry one"])
        await settle(start, pilot)
        await export(pilot, start, str(tmp_path / "all.md"))
        written = (tmp_path / "all.md").read_text("utf-8")
        assert written.index("# Ferry two") < written.index("# Ferry one")
        assert "Quay" not in written
        await pilot.press("S")
        await until(pilot, lambda: start.screen.query("#export-file"))
        assert "Export 2 articles with 1 of 1 annotations" in picture(start)
        await pilot.press("up", "ctrl+u", *f"{tmp_path}/one by one/", "enter")
        await until(pilot, lambda: (tmp_path / "one by one" / "ferry-two.md").exists())
        assert "Ferry" in (tmp_path / "one by one" / "ferry-one.md").read_text("utf-8")


async def test_there_may_be_nothing_to_write(start):
    async with start.run_test(size=(120, 40)) as pilot:
        await settle(start, pilot)
        await pilot.press("S")
        assert "Nothing is listed" in start.screen.context.status.notice
