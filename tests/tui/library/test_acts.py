"""What is done with articles from the list: stars, read, tags, taken out, searches saved; and undoing all that."""

from __future__ import annotations

from library_screen import settle, titles, until


def shown(app, title):
    return next(each for each in app.screen.context.articles.run.articles if each.title == title)


def counts(app):
    return app.screen.context.lists.rows.counts


def states(app):
    return [each.state for each in app.screen.context.articles.run.articles]


async def test_stars_are_given_and_taken_and_counted(three, start):
    await three.press("s")
    await until(three, lambda: shown(start, "Three").starred)
    await until(three, lambda: counts(start)["starred"] == 1)
    assert "A star for “Three”" in start.screen.context.status.notice
    await three.press("s")
    await until(three, lambda: counts(start)["starred"] == 0)
    await until(three, lambda: not shown(start, "Three").starred)


async def test_undoing_leaves_what_another_window_did_since(three, start, library):
    def state():
        with library.reading() as unit:
            return unit.states.of([3])[3]

    with library.writing() as unit:
        unit.states.tag([3], "old")
    await three.press("s")
    await until(three, lambda: state().starred)
    await three.press("D")
    await until(three, lambda: state().taken_out)
    with library.writing() as unit:
        unit.states.tag([3], "new")
        unit.states.untag([3], "old")
        unit.states.mark([3], True)
    await three.press("U")
    await until(three, lambda: not state().taken_out)
    await three.press("U")
    await until(three, lambda: not state().starred)
    assert (state().tags, state().read) == (("new",), True)


async def test_what_is_marked_as_read_stays_in_sight_and_can_be_undone(three, start, library):
    await three.press("u")
    await until(three, lambda: counts(start)["unread"] == 2)
    await until(three, lambda: shown(start, "Three").state == "read")
    assert titles(start) == ["Three", "Two", "One"]
    await three.press("n")
    assert start.screen.context.articles.chosen.title == "Two"
    await three.press("A")
    await until(three, lambda: counts(start)["unread"] == 0)
    await until(three, lambda: states(start) == ["read"] * 3)
    await three.press("U")
    await until(three, lambda: counts(start)["unread"] == 2)
    await until(three, lambda: states(start) == ["read", "unread", "unread"])
    await three.press("U")
    await until(three, lambda: counts(start)["unread"] == 3)
    await three.press("U")
    await until(three, lambda: "Nothing is left to undo" in start.screen.context.status.notice)


async def test_what_stays_in_sight_is_shown_as_it_is_by_now(three, start, library):
    await three.press("u")
    await until(three, lambda: counts(start)["unread"] == 2)
    with library.writing() as unit:
        unit.states.star([3], True)
    start.screen.context.follow()
    await until(three, lambda: shown(start, "Three").starred)
    assert (titles(start), states(start)[0]) == (["Three", "Two", "One"], "read")


async def test_an_article_is_taken_out_and_brought_back_to_where_it_was(three, start):
    await three.press("j", "D")
    await until(three, lambda: titles(start) == ["Three", "One"])
    assert start.screen.context.articles.chosen.title == "One"
    await until(three, lambda: counts(start)["all"] == 2)
    await three.press("U")
    await until(three, lambda: titles(start) == ["Three", "Two", "One"])
    await until(three, lambda: counts(start)["all"] == 3)


async def test_tags_are_typed_and_found(three, start):
    await three.press("t", *"quay, Fish", "enter")
    await until(three, lambda: shown(start, "Three").tags == ("fish", "quay"))
    await settle(start, three)
    await three.press("slash", *"tag:quay", "enter")
    await until(three, lambda: titles(start) == ["Three"])
    await three.press("escape", "t", "ctrl+u", "enter")
    await until(three, lambda: shown(start, "Three").tags == ())


async def test_a_search_is_saved_counted_and_taken_away_again(three, start):
    await three.press("slash", *"two", "enter", "equals_sign")
    await settle(start, three)
    await three.press("ctrl+u", *"Pairs", "enter")
    await until(three, lambda: start.screen.context.listing.title == "Pairs" and titles(start) == ["Two"])
    await until(three, lambda: counts(start).get(start.screen.context.listing.key) == 1)
    assert start.screen.context.listing.query == "is:unread two"
    await three.press("h", "D")
    await until(three, lambda: "Pairs" not in [each.title for each in start.screen.context.lists.listings])
    await three.press("U")
    await until(three, lambda: "Pairs" in [each.title for each in start.screen.context.lists.listings])
