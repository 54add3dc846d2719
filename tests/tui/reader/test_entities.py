"""Choosing an entity, by key, click or panel, makes its mentions the active matches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsreader.analysis.client import Analysed, AnalysisFailed, AnalysisNotice
from tui.article.active_matches import MatchKind
from tui.article.jump_labels import labels
from tui.article.messages import EntityClicked

SOLHEIM = "person:ingrid-solheim"


async def test_the_panels_fill_and_the_text_stays_where_it_is(app_with, make_analyst, analyse, article):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        before = app.screen.context.view.region, app.screen.context.view.viewport.visible_range()
        analyst.tell(Analysed(analyse(article, paragraphs=3)))
        await pilot.pause()
        counts = [panel.face.count for panel in app.screen.context.sidebar.panels]
        assert counts[:2] == ["1+", "1+"]
        analyst.tell(Analysed(analyse(article)))
        await pilot.pause()
        assert [panel.face.count for panel in app.screen.context.sidebar.panels] == ["2", "2", "2", "3", "0"]
        assert (app.screen.context.view.region, app.screen.context.view.viewport.visible_range()) == before


async def test_what_is_in_sight_is_asked_for_first(app_with, make_analyst):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert analyst.looked[-1] == app.screen.context.view.viewport.visible_range()


async def test_choosing_in_a_panel_walks_the_person_through_the_article(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "enter")
        await pilot.pause()
        reading, view = app.screen.context.reading, app.screen.context.view
        assert reading.entity_id == SOLHEIM
        assert reading.matches.kind is MatchKind.ENTITY
        assert view.has_focus
        assert app.screen.context.status.headline == f"Ingrid Solheim 1/{len(reading.matches)}"
        assert app.screen.context.status.detail == "also “Solheim”"
        await pilot.press("n", "n")
        assert view.text_layers.current == 2
        assert view.viewport.cursor == reading.matches.starts[2]
        start, end = view.viewport.visible_range()
        assert start <= view.viewport.cursor < end
        await pilot.press("N")
        assert view.text_layers.current == 1


async def test_stepping_wraps_round_and_says_so(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "enter", "N")
        await pilot.pause()
        assert app.screen.context.reading.current == len(app.screen.context.reading.matches) - 1
        assert "last" in app.screen.context.status.notice
        await pilot.press("n")
        assert app.screen.context.reading.current == 0


async def test_going_back_makes_the_earlier_mention_the_current_one(app):
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("1", "enter", "n", "n", "ctrl+o")
        assert app.screen.context.reading.current == 1
        await pilot.press("ctrl+o", "ctrl+o")
        assert app.screen.context.reading.current is None
        assert app.screen.context.here.top == 0
        await pilot.press("alt+right")
        assert app.screen.context.reading.current == 0


async def test_previewing_keeps_the_panel(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "space")
        await pilot.pause()
        assert app.screen.context.reading.current == 0
        await pilot.press("space")
        await pilot.pause()
        assert app.screen.context.reading.current == 1
        assert app.screen.context.sidebar.has_focus_within
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.context.view.has_focus


async def test_stepping_works_from_a_panel(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "space", "n")
        await pilot.pause()
        assert app.screen.context.reading.current == 1
        assert app.screen.context.sidebar.has_focus_within


async def test_escape_clears(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "enter", "escape")
        await pilot.pause()
        assert app.screen.context.reading.matches is None
        assert app.screen.context.view.text_layers.matches is None
        assert app.screen.context.status.headline == ""


async def test_a_click_on_a_mention_follows_its_entity(app, article):
    async with app.run_test(size=(120, 40)) as pilot:
        offset = article.text.index("Solheim, who")
        app.screen.context.view.viewport.point_at(offset)  # as the view does
        app.screen.context.view.post_message(EntityClicked(SOLHEIM, offset))
        await pilot.pause()
        assert app.screen.context.reading.entity_id == SOLHEIM
        assert app.screen.context.reading.current == 1
        await pilot.press("n")
        assert app.screen.context.reading.current == 2


async def test_a_real_click_in_the_text_does_the_same(app, article):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        view = app.screen.context.view
        wanted = article.text.index("Solheim, who") + 2
        x, y = next((x, y) for y in range(20) for x in range(80) if view.viewport.offset_at(x, y) == wanted)
        await pilot.click(view, offset=(x, y))
        await pilot.pause()
        assert app.screen.context.reading.entity_id == SOLHEIM
        assert app.screen.context.reading.current == 1


async def test_star_follows_the_entity_at_the_cursor_to_its_next_mention(app, article):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.screen.context.view.viewport.go_to(article.text.index("Solheim, who"))
        await pilot.press("*")
        assert app.screen.context.reading.entity_id == SOLHEIM
        assert app.screen.context.reading.current == 2
        await pilot.press("#")
        assert app.screen.context.reading.current == 1


@pytest.mark.parametrize("key", ["*", "#", "enter", "r"])
async def test_keys_for_names_take_none_that_is_elsewhere_on_the_screen(app, key):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        assert "in this line" in app.screen.context.status.notice
        assert app.screen.context.reading.matches is None
        assert app.screen.context.status.detail == ""


async def test_star_takes_the_nearest_name_in_the_line_which_the_status_line_says(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("j", "l", "l", "l", "l")
        assert app.screen.context.status.detail == "Ingrid Solheim · person in this line · found"
        await pilot.press("*")
        assert app.screen.context.reading.entity_id == SOLHEIM
        assert app.screen.context.reading.current == 0


async def test_brackets_go_from_entity_to_entity(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(3):
            await pilot.press("]")
            seen.append(app.screen.context.reading.entity_id)
        assert seen == [SOLHEIM, "date:tuesday", "place:kalvøy"]
        await pilot.press("[")
        assert app.screen.context.reading.entity_id == "date:tuesday"


async def test_enter_opens_the_card_and_a_mention_there_is_gone_to(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("]", "enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "EntityCard"
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.screen.context.reading.entity_id == SOLHEIM
        assert app.screen.context.reading.current == 1


async def test_a_grown_name_keeps_the_mention_that_is_followed(app_with, make_analyst, analyse, article):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        analyst.tell(Analysed(analyse(article, paragraphs=3)))
        await pilot.pause()
        await pilot.press("1", "enter", "n")
        few = len(app.screen.context.reading.matches)
        assert app.screen.context.status.headline.endswith(f" 2/{few} so far")
        analyst.tell(Analysed(analyse(article)))
        await pilot.pause()
        assert len(app.screen.context.reading.matches) > few
        assert app.screen.context.reading.current == 1
        assert app.screen.context.status.headline.endswith(f"2/{len(app.screen.context.reading.matches)}")


async def test_a_count_is_final_once_all_is_read_though_nothing_more_was_found(
    app_with, make_analyst, analyse, article, picture
):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        whole = analyse(article)
        analyst.tell(Analysed(replace(whole, paragraphs_done=1)))
        await pilot.pause()
        await pilot.press("1", "enter")
        count = len(app.screen.context.reading.matches)
        assert app.screen.context.status.headline.endswith(f" 1/{count} so far")
        await pilot.press("enter")
        await pilot.pause()
        assert "more may come" in picture(app)
        await pilot.press("escape", "escape", "1")
        await pilot.pause()
        assert f"{count} mentions so far" in app.screen.context.status.detail
        analyst.tell(Analysed(whole))
        await pilot.pause()
        assert f"{count} mentions ·" in app.screen.context.status.detail
        await pilot.press("enter")
        assert app.screen.context.status.headline.endswith(f" 1/{count}")
        await pilot.press("enter")
        await pilot.pause()
        assert "more may come" not in picture(app)


async def test_trouble_is_said_in_the_panels_and_a_notice_in_the_status_line(app_with, make_analyst, picture):
    analyst = make_analyst(waits=True)
    app = app_with(client=analyst)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        analyst.tell(AnalysisNotice("The analysis was restarted."))
        await pilot.pause()
        assert app.screen.context.status.notice == "The analysis was restarted."
        analyst.tell(AnalysisFailed("No model: install one."))
        await pilot.pause()
        assert "No model: install one." in picture(app)
        await pilot.press("n")
        assert "choose a name" in app.screen.context.status.notice


async def test_findings_for_an_article_that_was_left_are_kept_for_it(
    app_with, make_analyst, analyse, article, make_article
):
    analyst = make_analyst(waits=True)
    other = make_article("Another title", "Some text.")
    app = app_with(client=analyst, locations=("a", "b"), load=lambda index: (article, other)[index])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        first = analyst.listener
        await pilot.press("J")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen.context.reading.article is other
        first(Analysed(analyse(article)))
        await pilot.pause()
        assert app.screen.context.reading.analysis is None
        assert app.screen.context.readings[0].analysis.complete


async def test_a_letter_stands_before_every_name_in_sight_and_chooses_it(app, picture, article):
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert "MayoraIngrid Solheim said onsTuesday" in picture(app)
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.context.reading.entity_id == "place:kalvøy"
        assert app.screen.context.view.viewport.cursor == article.text.index("Kalvøy")
        here = app.screen.context.here
        await pilot.press("f", "escape")
        await pilot.pause()
        assert app.screen.context.here == here


def test_labels_are_short_and_none_begins_another():
    assert labels(3) == ["a", "s", "d"]
    for count in (26, 52, 53, 60, 400):
        made = labels(count)
        assert len(set(made)) == count
        assert not any(one != other and other.startswith(one) for one in made for other in made)
    assert len([label for label in labels(52) if len(label) == 1]) == 52
    assert len([label for label in labels(60) if len(label) == 1]) == 51
