"""What the machine got wrong is put right in the reader, holds when the article is opened again, and can be undone."""

from __future__ import annotations

import pytest

from newsreader.analysis.client import AnalysisFailed
from newsreader.annotations.corrections import Scope, Verdict
from newsreader.annotations.notebook import Notebook
from newsreader.entity import Category
from tui.dialogs.correction import CorrectionDialog
from tui.dialogs.entity_picker import EntityPicker

MAYOR = "person:ingrid-solheim"
NORLED = "organisation:norled"


def found(app, entity_id: str):
    return app.screen.context.reading.entity(entity_id)


def corrections(app, library, article):
    """Read the corrections from the library as another window would."""
    return Notebook(library, app.screen.context.notebook.record, article).corrections.all


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
async def test_a_name_is_given_another_category_with_two_keys_and_undone_with_one(app, size, library, article):
    async with app.run_test(size=size) as pilot:
        await press(pilot, "]", "r")
        assert isinstance(app.screen, CorrectionDialog)
        for button in app.screen.query("Button"):
            assert button.region.bottom <= size[1]
            assert button.region.right <= size[0]
        await press(pilot, "o")
        assert found(app, MAYOR).category is Category.ORGANISATION
        assert app.screen.context.status.notice.startswith("Made Ingrid Solheim an organisation")
        (kept,) = corrections(app, library, article)
        assert (kept.verdict, kept.scope) == (Verdict.IS_A, Scope.ARTICLE)
        assert app.screen.context.view.text_layers.entity_at(article.text.index("Ingrid")) == MAYOR
        await press(pilot, "U")
        assert found(app, MAYOR).category is Category.PERSON
        assert app.screen.context.status.notice.startswith("undo: made Ingrid Solheim an organisation")


async def test_a_correction_holds_when_the_article_is_opened_again_and_is_undone_then(app_with):
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "r", "l", "q")
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert found(app, NORLED).category is Category.PLACE
        assert app.screen.context.reading.analysis.entities != app.screen.context.reading.entities
        await press(pilot, "U")
        assert found(app, NORLED).category is Category.ORGANISATION
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+r")
        assert found(app, NORLED).category is Category.PLACE


async def test_a_person_s_word_is_marked_in_the_panel_and_on_the_card(app, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "1", "r", "n", "ctrl+u", *"Mayor", "enter")
        assert found(app, MAYOR).name == "Mayor"
        assert "Mayor ✓" in picture(app)
        app.screen.controllers.cards.show(found(app, MAYOR))
        await pilot.pause()
        assert "✓ corrected by you" in picture(app)


async def test_what_is_not_an_entity_is_off_the_list_with_one_key_and_no_match_any_more(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "space")
        assert app.screen.context.reading.entity_id == NORLED
        await press(pilot, "x")
        assert found(app, NORLED) is None
        assert app.screen.context.reading.matches is None
        assert [each.id for each in app.screen.context.sidebar.panels[2].rows.entities] == ["organisation:harbour-news"]
        assert app.screen.context.sidebar.panels[2].has_focus
        await press(pilot, "U")
        assert found(app, NORLED) is not None


async def test_one_mention_alone_is_rejected_where_the_cursor_of_the_panel_is_on_it(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        count = len(found(app, NORLED).mentions)
        await press(pilot, "l", "j", "x")
        assert len(found(app, NORLED).mentions) == count - 1
        assert "this mention" in app.screen.context.status.notice


async def test_two_entities_are_made_one_by_typing_a_part_of_a_name(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "1", "j", "space", "M")
        assert isinstance(app.screen, EntityPicker)
        await press(pilot, *"sol", "enter")
        assert found(app, "person:per-dahl").id == MAYOR
        assert app.screen.context.reading.entity_id == MAYOR
        assert app.screen.context.reading.matches.title == "Ingrid Solheim"
        assert app.screen.context.status.notice.startswith("Merged Per Dahl into Ingrid Solheim")
        await press(pilot, "U")
        assert found(app, "person:per-dahl").name == "Per Dahl"


async def test_choosing_none_in_the_list_changes_nothing(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "r", "s", *"zzz", "enter")
        assert isinstance(app.screen, EntityPicker)
        await press(pilot, "escape", "r", "escape")
        assert corrections(app, library, article) == ()


async def test_a_name_is_split_off_the_entity_and_the_followed_mention_goes_with_it(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]")
        app.screen.controllers.mentions.go_to(MAYOR, article.text.index("Solheim, who"))
        await press(pilot, "r", "u")
        split = app.screen.context.reading.entity(app.screen.context.reading.entity_id)
        assert split.name == "Solheim"
        assert split.id != MAYOR
        assert found(app, MAYOR).aliases == ()


async def test_the_scope_is_one_key_and_everywhere_reaches_other_articles_as_a_suggestion(
    app_with, make_article, picture
):
    app = app_with()
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "r", "space", "l")
        assert "everywhere" in app.screen.context.status.notice
    other = make_article("Boats", "Norled bought two boats, and Norled is glad.")
    app = app_with(load=lambda _: other)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert found(app, NORLED).category is Category.PLACE
        assert "Norled ✓?" in picture(app)
        await press(pilot, "]", "r", "b")
        assert found(app, NORLED).category is Category.ORGANISATION
        assert "✓" not in picture(app)


async def test_back_to_the_machine_takes_back_all_corrections_of_an_entity(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "r", "l", "2", "g")
        app.screen.controllers.mentions.go_to(NORLED, found(app, NORLED).mentions[0].start)
        await press(pilot, "0", "r", "b")
        assert found(app, NORLED).category is Category.ORGANISATION
        await press(pilot, "U")
        assert found(app, NORLED).category is Category.PLACE


async def test_what_was_missed_is_selected_and_all_the_same_strings_are_taken_along(app, article, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        start = article.text.index("harbour of")
        app.screen.context.view.viewport.go_to(start)
        await press(pilot, "v", "e", "r")
        assert f"“harbour”, {article.text.count('harbour')} times" in picture(app)
        await press(pilot, "l")
        added = found(app, app.screen.context.reading.mentions.at(start).entity_id)
        assert (added.category, len(added.mentions)) == (Category.PLACE, 12)
        assert "at 12 places" in app.screen.context.status.notice
        assert not app.screen.context.selecting
        await press(pilot, "U")
        assert app.screen.context.reading.mentions.at(start) is None


async def test_marks_at_the_edges_of_the_selection_are_no_part_of_what_was_missed(app, article, picture):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before, _, behind = article.text.partition("harbour")
        app.screen.context.view.selecting.between(len(before) - 1, len(article.text) - len(behind))
        await press(pilot, "r")
        assert "Missed: “harbour”" in picture(app)


async def test_a_mention_gets_the_extent_of_the_selection(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        start = article.text.index("Mayor Ingrid Solheim")
        app.screen.context.view.viewport.go_to(start)
        await press(pilot, "v", "e", "e", "e", "r", "space", "space", "e")
        found = app.screen.context.reading.mentions.at(start)
        assert article.text[found.start : found.end] == "Mayor Ingrid Solheim"
        assert found.entity_id == MAYOR


async def test_the_ends_of_a_mention_are_moved_by_word_and_the_article_shows_it(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "r", "space", "space", "e", "H", "right", "left")
        start = article.text.index("Mayor Ingrid Solheim")
        view = app.screen_stack[-2].context.view
        assert article.text[slice(*view.selecting.span)] == "Mayor Ingrid Solheim"
        await press(pilot, "enter")
        found = app.screen.context.reading.mentions.at(start)
        assert (found.start, found.end, found.entity_id) == (start, start + len("Mayor Ingrid Solheim"), MAYOR)
        assert not app.screen.context.selecting
        await press(pilot, "U")
        assert app.screen.context.reading.mentions.at(start) is None


async def test_an_extent_that_is_given_up_changes_nothing(app, library, article):
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "]", "r", "e", "right", "escape")
        assert not app.screen.context.selecting
        await press(pilot, "r", "e", "enter")
        assert corrections(app, library, article) == ()


async def test_what_was_taken_off_the_entities_is_found_again_by_selecting_it(app, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "x", "j", "r", "p")
        assert found(app, NORLED) is None
        app.screen.context.view.viewport.go_to(article.text.index("Norled"))
        await press(pilot, "0", "v", "e", "r", "b")
        assert found(app, NORLED).category is Category.ORGANISATION
        assert "as it was found" in app.screen.context.status.notice
        await press(pilot, "U")
        assert found(app, NORLED) is None


async def test_a_stray_enter_in_the_dialog_says_nothing(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "r", "enter", "escape")
        assert corrections(app, library, article) == ()


async def test_the_answers_are_buttons_too(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "r", "right", "right", "enter")
        assert found(app, NORLED).category is Category.PLACE
        await press(pilot, "2", "r")
        await pilot.click("#answer-not-an-entity")
        await pilot.pause()
        assert app.screen.context.status.notice.startswith("Took")


async def test_names_that_begin_with_what_is_typed_come_first(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "r", "s", "d", "enter")
        assert app.screen.context.status.notice.startswith("Merged Ingrid Solheim into Per Dahl")


async def test_a_card_leads_to_the_correction(app):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "enter", "r")
        assert isinstance(app.screen, CorrectionDialog)
        await press(pilot, "l")
        assert found(app, MAYOR).category is Category.PLACE


async def test_jumping_to_mentions_never_keeps_anything(app, library, article):
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "n", "N", "*", "1", "space", "enter")
        assert corrections(app, library, article) == ()


async def test_without_a_model_a_name_can_still_be_marked(app_with, make_analyst, article):
    for _ in range(2):
        analyst = make_analyst(waits=True)
        app = app_with(client=analyst)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            analyst.tell(AnalysisFailed("There is no model."))
            await pilot.pause()
            start = article.text.index("Norled")
            if app.screen.context.reading.mentions.at(start) is None:
                app.screen.context.view.viewport.go_to(start)
                await press(pilot, "v", "e", "r", "o")
            found = app.screen.context.reading.mentions.at(start)
            assert (found.start, found.end) == (start, start + 6)
            assert len(app.screen.context.sidebar.panels[2].rows.entities) == 1
            assert app.screen.context.sidebar.panels[0].face.status == "There is no model."


async def test_without_a_library_a_correction_says_that_it_cannot_be_kept(app_with):
    app = app_with(library=None)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "]", "r")
        assert "no library" in app.screen.context.status.notice
        await press(pilot, "3", "x")
        assert "no library" in app.screen.context.status.notice


TUESDAY = "date:tuesday"


def timeline(app) -> list[tuple[str, str]]:
    dates = [each for each in app.screen.context.sidebar.panels[3].rows.entities if each.category is Category.DATE]
    return [(each.name, each.mentions[0].time.start) for each in dates]


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
async def test_a_wrong_date_is_given_its_day_which_moves_the_timeline(app, size, library, article):
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = timeline(app)
        await press(pilot, "4", "g")
        panel = app.screen.context.sidebar.panels[3]
        while panel.target is None or panel.target.id != TUESDAY:
            await press(pilot, "j")
        await press(pilot, "r")
        assert all(button.region.bottom <= size[1] for button in app.screen.query("Button"))
        await press(pilot, "v")
        assert app.screen.query_one("#date-line").value == "2024-09-17"
        await press(pilot, "ctrl+u", *"june 19, 2030")
        assert "Wednesday, 19 June 2030" in str(app.screen.query_one("#date-meaning").render())
        await press(pilot, "enter")
        assert timeline(app) == [each for each in before if each[0] != "Tuesday"] + [("Tuesday", "2030-06-19")]
        (kept,) = corrections(app, library, article)
        assert (kept.verdict, kept.scope, kept.time.value) == (Verdict.IS_DATED, Scope.ARTICLE, "2030-06-19")
        assert app.screen.context.reading.corrected.provenance(TUESDAY) == "person"
        assert app.screen.context.status.notice.startswith("Dated Tuesday 2030-06-19")
        await press(pilot, "U")
        assert timeline(app) == before
        await press(pilot, "r", "v", "ctrl+u", *"no day", "enter")
        assert app.screen.query_one("#date-line").value == "no day"
        await press(pilot, "ctrl+u", *"not a date")
        assert "not a date" in str(app.screen.query_one("#date-meaning").render())
        await press(pilot, "enter")
        assert found(app, TUESDAY) is None


async def show_tuesday(pilot, app) -> None:
    await press(pilot, "4", "g")
    panel = app.screen.context.sidebar.panels[3]
    while panel.target is None or panel.target.id != TUESDAY:
        await press(pilot, "j")


@pytest.mark.parametrize(
    ("typed", "meaning", "start"),
    [
        (
            "monday",
            "Monday, 16 September 2024 – the latest Monday seen from the article’s date, 17 September",
            "2024-09-16",
        ),
        ("+3 days", "Friday, 20 September 2024 – +3 days, counted from 17 September 2024", "2024-09-20"),
        ("q2 2024", "second quarter of 2024", "2024-04-01"),
        ("may to june 2023", "May – June 2023", "2023-05-01"),
    ],
)
async def test_a_date_s_value_may_be_typed_as_it_is_said(app, typed, meaning, start):
    async with app.run_test(size=(120, 30)) as pilot:
        await show_tuesday(pilot, app)
        await press(pilot, "r", "v", "ctrl+u", *typed)
        assert meaning in str(app.screen.query_one("#date-meaning").render())
        await press(pilot, "enter")
        assert ("Tuesday", start) in timeline(app)
        before = timeline(app)
        await press(pilot, "r", "v")
        assert "Type a date" not in str(app.screen.query_one("#date-meaning").render())
        await press(pilot, "enter")
        assert timeline(app) == before


async def test_a_given_value_holds_when_the_article_is_opened_again(app_with):
    app = app_with()
    async with app.run_test(size=(120, 30)) as pilot:
        await show_tuesday(pilot, app)
        await press(pilot, "r", "v", "ctrl+u", *"2024-05", "enter")
        given = timeline(app)
    app = app_with()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert timeline(app) == given
        assert ("Tuesday", "2024-05-01") in given


async def test_saying_that_a_date_is_a_date_is_answered(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await show_tuesday(pilot, app)
        await press(pilot, "r", "d")
        assert app.screen.context.status.notice == "Tuesday is a date already; v gives it its value."
