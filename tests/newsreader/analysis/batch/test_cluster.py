"""A Dask cluster gives what one process gives, when its workers are killed and its scheduler is started anew, too."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from dask_cluster import running

from newsreader import resources, sources
from newsreader.analysis.batch import remote
from newsreader.analysis.batch.dispatch import BatchError
from newsreader.analysis.batch.engine import Hands, opened
from newsreader.analysis.in_process import Analyser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.article import Article

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    texts = [sources.load(str(path)).text for path in resources.samples()]
    paragraphs = [each for text in texts for each in text.split("\n\n") if len(each) > 200]
    return [sources.from_text("\n\n".join(paragraphs[at : at + 12])) for at in range(48)]


def test_the_same_comes_of_a_cluster_whose_workers_are_killed_and_whose_scheduler_is_started_anew(
    tmp_path: Path, articles: list[Article]
) -> None:
    expected = [*Analyser().analyse_all(articles)]
    with running(tmp_path) as cluster, opened(None, Hands(scheduler=cluster.address)) as engine:

        def coming() -> Iterator[Article]:
            for number, article in enumerate(articles):
                if number == 20:
                    cluster.kill([1])
                if number == 36:
                    cluster.kill([0, 2])
                    cluster.start()
                yield article

        assert [*engine.analyse_all(coming())] == expected


def test_no_answer_is_taken_from_another_version(articles: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(remote.OtherVersionError, match="another model or other rules"):
        remote.analyse(articles[:1], None, "another")
    with pytest.raises(remote.OtherVersionError, match="no usable model"):
        remote.analyse(articles[:1], "no_such_model", "another")


def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsreader.analysis.batch import cluster

    monkeypatch.setattr(cluster, "CONNECTING", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(BatchError, match="No Dask scheduler answers"), opened(None, Hands(scheduler=address)):
            pass


@pytest.mark.parametrize("address", ["bogus", "tcp://", "tls://a:b"])
def test_no_client_is_made_for_what_is_no_address(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsreader.analysis.batch import cluster

    monkeypatch.setattr(cluster, "Client", lambda *_, **__: pytest.fail("it ends with a traceback, 20 seconds later"))
    with pytest.raises(BatchError, match="No Dask scheduler answers"), opened(None, Hands(scheduler=address)):
        pass


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "newsreader.analysis.batch.cluster", None)
    with pytest.raises(BatchError, match="pip install"), opened(None, Hands(scheduler="tcp://127.0.0.1:9")):
        pass
