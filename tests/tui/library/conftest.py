"""What the tests of the library screen share."""

from __future__ import annotations

import pytest


@pytest.fixture
def start(app_with):
    """The app with the library screen."""
    return app_with(locations=())
