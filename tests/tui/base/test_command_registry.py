"""Who carries a command out is found by its id, once, and only while it can be done."""

from __future__ import annotations

import pytest

from tui.base.command_registry import CommandRegistry


async def test_a_command_is_carried_out_by_its_handler_and_waited_for():
    done = []

    async def later() -> None:
        done.append("zen")

    registry = CommandRegistry()
    registry.register({"reader.search": lambda: done.append("search"), "reader.zen": later})
    await registry.run("reader.search")
    await registry.run("reader.zen")
    assert done == ["search", "zen"]
    assert registry.ids == {"reader.search", "reader.zen"}


def test_a_command_is_available_with_a_handler_and_while_its_condition_holds():
    registry, selecting = CommandRegistry(), []
    registry.register({"reader.zen": list})
    registry.register({"selection.left": list}, available=lambda: bool(selecting))
    assert registry.available("reader.zen")
    assert not registry.available("reader.search")
    assert not registry.available("selection.left")
    assert not registry.allows("run", ("selection.left",))
    assert registry.allows("focus_next", ())
    selecting.append("something")
    assert registry.available("selection.left")


def test_a_handler_for_what_is_not_declared_is_refused():
    with pytest.raises(KeyError, match="zem"):
        CommandRegistry().register({"reader.zem": list})


def test_a_second_handler_is_refused():
    registry = CommandRegistry()
    registry.register({"reader.zen": list})
    with pytest.raises(ValueError, match="zen"):
        registry.register({"reader.zen": list})


async def test_what_nobody_can_do_is_an_error():
    with pytest.raises(KeyError):
        await CommandRegistry().run("reader.zen")
