"""Several processes give what one gives, and go on where one of them was killed."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from newsreader import resources, sources
from newsreader.analysis.batch.pool import Pool
from newsreader.analysis.in_process import Analyser
from newsreader.entities.pipeline import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.article import Article


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    texts = [sources.load(str(path)).text for path in resources.samples()]
    paragraphs = [each for text in texts for each in text.split("\n\n") if len(each) > 200]
    short = [sources.from_text(each) for each in paragraphs[:40]]
    return [sources.from_text("\n\n".join(paragraphs[:60])), *short]


def test_the_same_comes_of_two_processes_as_of_one_also_when_they_are_killed(articles: list[Article]) -> None:
    expected = [*Analyser().analyse_all(articles)]
    with Pool(None, 2) as pool:

        def coming() -> Iterator[Article]:
            for number, article in enumerate(articles):
                if number == 30:
                    for process in pool.processes:
                        os.kill(process, signal.SIGKILL)
                yield article

        assert [*pool.analyse_all(coming())] == expected
        assert len(pool.processes) == 4


def test_the_processes_are_gone_when_it_is_closed_in_the_middle(articles: list[Article]) -> None:
    with Pool(None, 2) as pool:
        next(pool.analyse_all(articles))
    for process in pool.processes:
        for _ in range(200):
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                break
            time.sleep(0.05)
        else:
            pytest.fail(f"{process} is still there")


def test_a_pipeline_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(ModelError):
        Pool("no_such_pipeline", 2)
