"""Controllers need a context and nothing else: what they do can be tried without a terminal."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tui.article.active_matches import Matches, MatchKind
from tui.article.layers import Layers
from tui.base.command_registry import CommandRegistry
from tui.reader.controllers.marks import MarkController
from tui.reader.controllers.matches import MatchController
from tui.reader.controllers.navigation import NavigationController
from tui.reader.controllers.selection import SelectionController
from tui.reader.jumps import Place
from tui.reader.reading import Reading


class FakeViewport:
    """A page of 100 code points that goes wherever it is told."""

    def __init__(self):
        self.top_offset = self.cursor = 0

    def visible_range(self):
        return self.top_offset, self.top_offset + 100

    def go_to(self, offset, **_):
        self.top_offset = self.cursor = offset


class FakeSelecting:
    """Selects one character and remembers how it was to go on."""

    def __init__(self, viewport):
        self.viewport = viewport
        self.span = None
        self.moved = []

    def start(self, mode):
        self.span = (self.viewport.cursor, self.viewport.cursor + 1)

    def clear(self):
        self.span = None

    def move(self, motion):
        self.moved.append(motion)


class FakeView:
    """The parts of a view."""

    def __init__(self):
        self.viewport = FakeViewport()
        self.selecting = FakeSelecting(self.viewport)
        self.text_layers = Layers()


class FakeContext:
    """What controllers ask of a context, for a reader that has read nothing yet."""

    def __init__(self, article):
        self.reading = Reading(0, article)
        self.view = FakeView()
        self.commands = CommandRegistry()
        self.said = []
        self.say = self.said.append
        self.status = SimpleNamespace(be_silent=lambda: None)
        self.sidebar = SimpleNamespace(set_active=lambda _: None)
        self.session = SimpleNamespace(library=None)
        self.notebook = None
        self.listen = lambda _: None

    @property
    def here(self):
        return Place(self.view.viewport.top_offset, self.view.viewport.cursor)

    @property
    def selecting(self):
        return self.view.selecting.span is not None


@pytest.fixture
def context(article):
    return FakeContext(article)


@pytest.fixture
def status():
    return SimpleNamespace(refresh=lambda: None)


@pytest.fixture
def navigation(context, status):
    return NavigationController(context, status)


@pytest.fixture
def matches(context, status, navigation):
    return MatchController(context, status, navigation)


def test_a_jump_can_be_gone_back_from_and_forward_again(context, navigation):
    navigation.jump(300)
    navigation.go_back()
    assert context.here == Place(0, 0)
    navigation.go_forward()
    assert context.here == Place(300, 300)
    navigation.go_forward()
    assert context.said == ["There is nowhere to go forward to."]


async def test_stepping_begins_at_the_cursor_and_goes_round(context, matches):
    matches.show(Matches("Kalvøy", [50, 400], [56, 406], MatchKind.ENTITY))
    for expected in (50, 400, 50):
        await context.commands.run("reader.next_match")
        assert context.view.viewport.cursor == expected
    assert context.said == ["From the last back to the first."]


def test_without_matches_stepping_says_how_to_get_some(context, matches):
    matches.step(1)
    assert "search with <reader.search>" in context.said[0]


def test_the_letter_of_a_mark_is_taken_and_any_other_key_calls_it_off(context, navigation):
    marks = MarkController(context, navigation)
    assert not marks.take(SimpleNamespace(character="a"))
    marks.ask_to_set()
    assert marks.take(SimpleNamespace(character="a"))
    assert context.said[-1] == "Marks cannot be kept without a library."
    marks.ask_to_go()
    assert marks.take(SimpleNamespace(character=None))
    assert not marks.take(SimpleNamespace(character="a"))


async def test_a_selection_is_moved_only_while_there_is_one(context, status, matches):
    panes = SimpleNamespace(zen=False)
    SelectionController(context, status, matches, panes)
    assert not context.commands.available("selection.word_end")
    await context.commands.run("article.select")
    assert context.commands.available("selection.word_end")
    await context.commands.run("selection.word_end")
    assert context.view.selecting.moved == ["word_end"]
    await context.commands.run("reader.clear")
    assert not context.selecting
