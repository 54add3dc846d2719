"""Rules hold for what is added in the library screen, and for nothing that was there before."""

from __future__ import annotations

from library_screen import add, settle, titles, until

from newsreader.config import Config, RuleSetting
from newsreader.entity import Analysis, Category, Entity, Mention


async def test_rules_hold_for_what_is_added(app_with, library, tmp_path):
    add(library, "The quay of old")
    config = Config(rules=(RuleSetting("quay", ("star",)), RuleSetting("titel:quay", ("star",), "config.toml, line 9")))
    app = app_with(locations=(), config=config)
    (tmp_path / "new.txt").write_text("The quay is new\n\nIt is text.\n", "utf-8")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(app, pilot)
        await until(pilot, lambda: "config.toml, line 9: the rule" in app.screen.context.status.notice)
        await pilot.press("a", *str(tmp_path / "new.txt"), "enter")
        await until(pilot, lambda: "The quay is new" in titles(app))
        await until(pilot, lambda: _starred(library) == [2])
        await until(pilot, lambda: [each.starred for each in app.screen.context.articles.run.articles] == [True, False])


async def test_a_rule_about_names_holds_once_they_are_known(app_with, library, open_index, tmp_path):
    app = app_with(locations=(), config=Config(rules=(RuleSetting("person:ahlstrom", ("star",)),)))
    (tmp_path / "new.txt").write_text("The quay is new\n\nKarin Ahlstrom is there.\n", "utf-8")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(app, pilot)
        await pilot.press("a", *str(tmp_path / "new.txt"), "enter")
        await until(pilot, lambda: titles(app) == ["The quay is new"])
        record = library.latest(1)
        article = library.stored(record)
        start = article.text.index("Karin Ahlstrom")
        mention = Mention(start, start + len("Karin Ahlstrom"), "PERSON", Category.PERSON)
        found = Entity("person:karin-ahlstrom", Category.PERSON, "Karin Ahlstrom", (), (mention,))
        with open_index() as index:
            assert index.name(record, article, Analysis(article.sha256, "none", (found,), 1, 1), "rules")
        await until(pilot, lambda: _starred(library) == [1])


def _starred(library):
    with library.reading() as unit:
        return [number for number, state in unit.states.of([1, 2]).items() if state.starred]
