"""What sites let programs fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.intake.feeds.robots import Robots
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from newsreader.sources.fetch.web import Page


def test_a_site_that_cannot_be_reached_is_not_said_to_refuse() -> None:
    def unreachable(url: str) -> Page:
        raise SourceError("ferry.example was not found: check the address and the network.")

    robots = Robots(unreachable)
    assert not robots.allow("https://ferry.example/quay")
    assert robots.refusal("https://ferry.example/quay").startswith("ferry.example was not found")
