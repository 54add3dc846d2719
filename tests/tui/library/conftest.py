"""What the tests of the library screen share."""

from __future__ import annotations

import pytest
from library_screen import add, settle, titles, until


@pytest.fixture
def start(app_with):
    """The app with the library screen."""
    return app_with(locations=())


@pytest.fixture
async def three(start, library):
    """The library screen with three unread articles, and a pilot for it."""
    add(library, "One", "Two", "Three")
    async with start.run_test(size=(140, 40)) as pilot:
        await settle(start, pilot)
        await until(pilot, lambda: titles(start) == ["Three", "Two", "One"])
        yield pilot
