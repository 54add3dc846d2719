"""The real worker process with the real pipeline."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis import analyse
from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.client import AnalysisClient, AnalysisFailed, AnalysisNotice
from newsreader.analysis.in_process import Analyser
from newsreader.analysis.process import WORKER
from newsreader.analysis.protocol import Ask, Failed, Found, Message, Ready, decode, encode
from newsreader.analysis.transfer import parts
from newsreader.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = (
    "SEOUL (Reuters) - President Vladimir Putin met Kim Jong Un in Pyongyang on Wednesday.",
    "Putin flew to Hanoi on Thursday, the Foreign Ministry said.",
    "Image",
    "The United Nations called for restraint.",
)


class Worker:
    """The process, spoken to by hand."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            (*WORKER, *options), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def say(self, line: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def hear(self) -> Message:
        assert self.process.stdout
        return decode(self.process.stdout.readline())


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.process.kill()
    worker.process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="signals and priorities of POSIX")
def test_it_steps_back_ignores_garbage_and_ctrl_c_answers_and_ends_with_its_input(worker: Worker, article_of) -> None:
    for line in (b"garbage\n", b"\xff\x00\n", b"[]\n", b'{"v":1,"type":"ask","job":9,"paragraphs":[0],"show":true}\n'):
        worker.say(line)
    assert worker.hear() == Ready("en_core_web_md 3.7.1")
    niceness = os.getpriority(os.PRIO_PROCESS, worker.process.pid)
    assert niceness == min(os.getpriority(os.PRIO_PROCESS, 0) + 10, 19)
    worker.process.send_signal(signal.SIGINT)
    for message in parts(1, article_of(*STORY)):
        worker.say(encode(message))
    worker.say(encode(Ask(1, (0,))))
    found = worker.hear()
    assert isinstance(found, Found)
    assert len(found.mentions[0]) >= 4
    worker.process.communicate()
    assert worker.process.returncode == 0


def test_without_a_pipeline_it_says_what_to_do_and_ends() -> None:
    worker = Worker("--model", "no_such_pipeline")
    failure = worker.hear()
    assert isinstance(failure, Failed)
    assert "no_such_pipeline" in failure.sentence
    assert worker.process.wait() == 1
    worker.process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_reader_goes_on_when_its_worker_is_killed(article_of, events, tmp_path: Path) -> None:
    article = article_of(*STORY, metadata=Metadata(title="A story"))
    client = AnalysisClient(cache=AnalysisCache(tmp_path))
    client.start(article)
    client.open(article_of(*STORY[:1]), events)
    events.complete()
    os.kill(client.worker_pid, signal.SIGSTOP)
    client.open(article, events)
    os.kill(client.worker_pid, signal.SIGKILL)
    told = events.until_over()
    client.close()
    assert [type(event) for event in told].count(AnalysisNotice) <= 1
    assert not any(isinstance(event, AnalysisFailed) for event in told)
    assert told[-1].analysis == analyse(article)


def test_a_folder_with_a_module_called_like_a_library_is_harmless(
    article_of, events, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("spacy", "json", "newsreader"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    client = AnalysisClient()
    client.open(article_of(*STORY), events)
    assert events.complete().entities
    client.close()


def test_a_stream_of_articles_is_analysed_in_order_with_one_pipeline(article_of) -> None:
    analyser = Analyser()
    articles = [article_of(f"{name} Smith lives in London.") for name in ("Alice", "Robert", "Carol")]
    analyses = list(analyser.analyse_all(iter(articles)))
    assert [analysis.text_sha256 for analysis in analyses] == [article.sha256 for article in articles]
    assert analyser.model == "en_core_web_md 3.7.1"
    assert all(analysis.complete for analysis in analyses)
    assert analyses == list(analyser.analyse_all(articles))
