"""An article that was annotated before and is opened from elsewhere is asked about once."""

from __future__ import annotations

import pytest

from newsreader.annotations.model import COLOURS
from newsreader.annotations.notebook import Notebook
from newsreader.article import Origin, OriginKind
from tui.dialogs.question import Question

WORDS = (
    "The ferry between the island and the mainland was late again on Monday morning, the harbour master said.",
    "The mayor promised two more boats by spring, and free coffee for everyone who has to wait for them.",
    "Nobody on the quay believed her, but all of them took the coffee and went home to tell the others.",
)


@pytest.fixture
def elsewhere(library, make_article):
    """An annotated article, and the same one edited at another address."""
    before = make_article("Ferry late", *WORDS)
    notebook = Notebook(library, library.remember(before), before)
    start = before.text.index("promised two more boats")
    notebook.highlight(start, start + 8, COLOURS[0])
    notebook.note("On all of it")
    after = make_article("Ferry late", "An hour ago.", *WORDS, location="https://example.org/ferry")
    return before, after


async def settle(app, pilot) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
async def test_yes_takes_the_notes_along_and_both_places_lead_to_one_article(
    app_with, elsewhere, library, size, picture
):
    before, after = elsewhere
    app = app_with(load=lambda _: after)
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        assert isinstance(app.screen, Question)
        assert "Is this “Ferry late”" in picture(app)
        await pilot.press("y")
        await pilot.pause()
        placed = [
            after.text[each.start : each.end]
            for each in app.screen.context.notebook.annotations
            if each.start is not None
        ]
        assert placed == ["promised"]
        assert len(app.screen.context.annotations) == 2
        app.screen.context.notebook.note("Written here")
    assert len(library.recent()) == 1
    assert len(Notebook(library, library.remember(before), before).annotations) == 3
    app = app_with(load=lambda _: after)
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        assert not isinstance(app.screen, Question)
        assert len(app.screen.context.annotations) == 3


async def test_no_is_remembered(app_with, elsewhere):
    _, after = elsewhere
    for answered in (False, True):
        app = app_with(load=lambda _: after)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(app, pilot)
            assert isinstance(app.screen, Question) is not answered
            if not answered:
                await pilot.press("n")
                await pilot.pause()
            assert app.screen.context.annotations == ()


async def test_another_article_is_not_asked_about(app_with, elsewhere, make_article):
    other = make_article("Ferry late", "Something else altogether was said about the boats, and by other people, too.")
    app = app_with(load=lambda _: other)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert not isinstance(app.screen, Question)


async def test_what_was_said_of_an_edited_article_is_not_said_again(app_with, elsewhere, make_article):
    before, _ = elsewhere
    after = make_article("Ferry late", WORDS[0], location=before.origin.location)
    said = []
    for _ in range(2):
        app = app_with(load=lambda _: after)
        async with app.run_test(size=(60, 20)) as pilot:
            await settle(app, pilot)
            said.append(app.screen.context.status.notice)
    assert said == ["Edited: 1 orphaned; 5 lists.", ""]


async def test_yes_is_undone_and_done_again_with_a_named_step_also_after_a_restart(app_with, elsewhere, library):
    before, after = elsewhere
    app = app_with(load=lambda _: after)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("y")
        await pilot.pause()
        assert app.screen.context.status.notice.endswith("U undoes it.")
    app = app_with(load=lambda _: after)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        await pilot.press("U")
        assert app.screen.context.status.notice == "undo: took in “Ferry late” with 2 annotations"
        assert app.screen.context.annotations == ()
        assert len(Notebook(library, library.find(before), before).annotations) == 2
        await pilot.press("ctrl+r")
        assert app.screen.context.status.notice == "redo: took in “Ferry late” with 2 annotations"
        assert len(app.screen.context.annotations) == 2


@pytest.mark.parametrize("left_by", ["escape", "quitting"])
async def test_without_an_answer_it_is_asked_again_when_it_is_opened_again(app_with, elsewhere, left_by):
    _, after = elsewhere
    for _ in range(2):
        app = app_with(load=lambda _: after)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(app, pilot)
            assert isinstance(app.screen, Question)
            if left_by == "escape":
                await pilot.press("escape")


def test_the_same_text_from_a_pipe_is_found(library, elsewhere):
    from newsreader.annotations.identity import known_elsewhere

    before, _ = elsewhere
    piped = before.__class__(before.text, before.paragraphs, before.metadata, Origin(OriginKind.STDIN, "-"))
    found = known_elsewhere(library, piped, library.remember(piped))
    assert found == library.find(before)
