"""The reader's side of the worker, against a worker that can be told to misbehave."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.cache import AnalysisCache
from newsreader.analysis.client import Analysed, AnalysisFailed, AnalysisNotice

if TYPE_CHECKING:
    from pathlib import Path

    from newsreader.article import Article
    from newsreader.entity import Analysis


def names(analysis: Analysis) -> set[str]:
    return {entity.name for entity in analysis.entities}


def paragraphs_with_mentions(analysis: Analysis, article: Article) -> set[int]:
    starts = [mention.start for entity in analysis.entities for mention in entity.mentions]
    spans = enumerate(article.paragraphs)
    return {index for index, span in spans if any(span.start <= start < span.end for start in starts)}


def texts(count: int) -> list[str]:
    return [f"There is Alice here, and number {n} is Bob." for n in range(count)]


def test_an_article_is_analysed_visible_part_first_and_then_whole(article_of, client_of, events) -> None:
    article = article_of(*texts(50))
    client_of().open(article, events)
    told = events.until_over()
    assert all(isinstance(event, Analysed) for event in told)
    assert told[0].analysis.paragraphs_done == 8
    assert told[-1].analysis.paragraphs_done == told[-1].analysis.paragraphs_total == 50
    assert paragraphs_with_mentions(told[-1].analysis, article) == {*range(50)}


def test_furniture_is_not_analysed(article_of, client_of, events) -> None:
    client_of().open(article_of("There is Alice here.", "Image of Bob", "And Carol too."), events)
    analysis = events.complete()
    assert names(analysis) == {"Alice", "Carol"}
    assert analysis.paragraphs_total == 2


def test_an_article_with_nothing_to_analyse_is_complete_at_once_and_needs_no_worker(
    article_of, client_of, events
) -> None:
    client = client_of("--dead")
    client.open(article_of("Image"), events)
    assert events.complete().entities == ()
    assert client.worker_pid is None


def test_what_is_looked_at_comes_next(article_of, client_of, events) -> None:
    article = article_of(*texts(8), *["HANG"] * 50, "At last there is Carol.")
    client = client_of()
    last = article.paragraphs[-1]
    client.open(article, events)
    client.look_at(last.start, last.end)
    event = events.next()
    while "Carol" not in names(event.analysis):
        event = events.next()
    assert not event.analysis.complete


def test_a_cached_article_needs_no_worker(article_of, client_of, events, tmp_path: Path) -> None:
    article = article_of("There is Alice here.")
    client_of(cache=AnalysisCache(tmp_path)).open(article, events)
    analysis = events.complete()
    second = client_of("--dead", cache=AnalysisCache(tmp_path))
    second.start(article)
    second.open(article, events)
    assert events.complete() == analysis
    assert second.worker_pid is None


def test_opening_another_article_drops_the_one_before(article_of, client_of, events) -> None:
    client = client_of()
    client.open(article_of("HANG forever"), events)
    client.close()
    client = client_of()
    late: list[object] = []
    client.open(article_of(*texts(2000)), late.append)
    client.open(article_of("There is Bob here."), events)
    told = len(late)
    assert "Bob" in names(events.complete())
    assert len(late) == told


def test_an_article_need_not_wait_for_a_worker_that_cannot_let_go_of_the_one_before(
    article_of, client_of, events, tmp_path: Path
) -> None:
    """Long before the patience with workers is over, and without a word about it."""
    client = client_of(patience=600.0)
    late: list[object] = []
    client.open(article_of(f"HANG-AT {tmp_path / 'hangs'}"), late.append)
    while not (tmp_path / "hangs").exists():
        time.sleep(0.01)
    busy = client.worker_pid
    client.open(article_of("Here is Alice."), late.append)
    client.open(article_of("There is Bob here."), events)
    told = events.until_over()
    assert [type(each) for each in told] == [Analysed] * len(told)
    assert "Bob" in names(told[-1].analysis)
    assert client.worker_pid not in (busy, None)
    assert late == []


def test_a_worker_that_answers_in_time_is_kept(article_of, client_of, events) -> None:
    client = client_of()
    client.open(article_of(*texts(2000)), lambda _: None)
    client.open(article_of("There is Bob here."), events)
    assert "Bob" in names(events.complete())
    first = client.worker_pid
    client.open(article_of("There is Carol here."), events)
    assert "Carol" in names(events.complete())
    assert client.worker_pid == first


def test_one_client_reads_one_article_after_the_other_with_one_worker(article_of, client_of, events) -> None:
    client = client_of()
    pids = set()
    for name in ("Alice", "Bob", "Carol"):
        client.open(article_of(f"Here is {name} now."), events)
        assert name in names(events.complete())
        pids.add(client.worker_pid)
    assert len(pids) == 1


def test_a_paragraph_at_which_the_pipeline_fails_is_skipped_with_a_notice(article_of, client_of, events) -> None:
    client_of().open(article_of("Here is Alice.", "FAIL Bob", "Here is Carol."), events)
    told = events.until_over()
    assert AnalysisNotice("Paragraph 2 could not be analysed and shows no entities.") in told
    assert {"Alice", "Carol"} <= names(told[-1].analysis)
    assert "Bob" not in names(told[-1].analysis)


def test_a_worker_that_dies_is_started_again_and_keeps_what_was_found(
    article_of, client_of, events, tmp_path: Path
) -> None:
    mark = tmp_path / "died"
    article = article_of(*texts(20), f"DIE-ONCE {mark}", *texts(10))
    client_of().open(article, events)
    told = events.until_over()
    assert [type(event) for event in told].count(AnalysisNotice) == 1
    assert told[-1].analysis.complete
    # The path in paragraph 20 may have a number in it that could be a year.
    assert paragraphs_with_mentions(told[-1].analysis, article) - {20} == {*range(31)} - {20}


def test_a_paragraph_that_kills_every_worker_is_left_out(article_of, client_of, events) -> None:
    client_of().open(article_of("Here is Alice.", "DIE Bob", "Here is Carol."), events)
    told = events.until_over()
    assert AnalysisNotice("Paragraph 2 could not be analysed and shows no entities.") in told
    assert {"Alice", "Carol"} <= names(told[-1].analysis)


def test_a_worker_that_always_dies_is_given_up_after_one_restart(article_of, client_of, events) -> None:
    client_of("--dead").open(article_of("Here is Alice."), events)
    told = events.until_over()
    assert [type(event) for event in told] == [AnalysisNotice, AnalysisFailed]


def test_a_worker_that_hangs_is_ended(article_of, client_of, events) -> None:
    client_of(patience=5.0).open(article_of("Here is Alice.", "HANG"), events)
    told = events.until_over()
    assert isinstance(told[-1], Analysed)
    assert "Alice" in names(told[-1].analysis)
    assert AnalysisNotice("Paragraph 2 could not be analysed and shows no entities.") in told


def test_a_worker_that_talks_nonsense_is_ended(article_of, client_of, events) -> None:
    client_of().open(article_of("Here is Alice.", "GARBAGE"), events)
    told = events.until_over()
    assert isinstance(told[0], AnalysisNotice)
    assert "Alice" in names(told[-1].analysis)


def test_what_a_library_prints_does_not_get_between_the_messages(article_of, client_of, events) -> None:
    client_of().open(article_of("PRINT Alice"), events)
    assert "Alice" in names(events.complete())


def test_without_a_usable_pipeline_the_listener_is_told_what_to_do(article_of, client_of, events) -> None:
    client_of("--broken").open(article_of("Here is Alice."), events)
    assert events.until_over() == [AnalysisFailed("The fake language model is broken.")]


def test_a_pipeline_that_is_not_installed_needs_no_worker(article_of, client_of, events) -> None:
    client = client_of(model="no_such_pipeline")
    client.start()
    client.open(article_of("Here is Alice."), events)
    (failure,) = events.until_over()
    assert "no_such_pipeline" in failure.sentence
    assert client.worker_pid is None


def test_a_command_that_cannot_be_run_fails_with_a_sentence(article_of, events, tmp_path: Path) -> None:
    from newsreader.analysis.client import AnalysisClient

    client = AnalysisClient(command=(str(tmp_path / "missing"),))
    client.open(article_of("Here is Alice."), events)
    assert isinstance(events.next(), AnalysisFailed)
    client.close()


def test_a_listener_that_raises_harms_nothing(article_of, client_of, events) -> None:
    def listen(event: object) -> None:
        events(event)
        raise ValueError

    client = client_of()
    client.open(article_of(*texts(20)), listen)
    assert events.complete().complete


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_closing_ends_a_busy_worker_at_once_and_leaves_no_thread(article_of, client_of, events) -> None:
    before = set(threading.enumerate())
    client = client_of()
    client.open(article_of(*texts(8), "HANG"), events)
    events.next()
    pid = client.worker_pid
    client.close()
    client.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=30)
    assert not set(threading.enumerate()) - before
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    client.open(article_of("Here is Alice."), events)
    assert events.none_left()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_idle_worker_that_is_killed_is_replaced_when_needed(article_of, client_of, events) -> None:
    client = client_of()
    client.open(article_of("Here is Alice."), events)
    events.complete()
    first = client.worker_pid
    os.kill(first, signal.SIGKILL)
    client.open(article_of("Here is Bob."), events)
    assert "Bob" in names(events.complete())
    assert client.worker_pid != first


LIGHT = """
import sys
import newsreader.analysis.client, newsreader.analysis.cache
heavy = {"spacy", "thinc", "numpy", "textual", "rich", "platformdirs", "subprocess", "sqlite3"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
"""


def test_the_client_imports_neither_spacy_nor_textual(tmp_path: Path) -> None:
    output = subprocess.run([sys.executable, "-c", LIGHT], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert output.stdout.strip() == "[]"


EXITS = """
import sys
from newsreader.analysis.client import AnalysisClient
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
import threading
client = AnalysisClient(command=(sys.executable, sys.argv[1]))
text = "Here is Alice."
shown = threading.Event()
client.open(Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.STDIN)), lambda event: shown.set())
shown.wait()
print(client.worker_pid)
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waiting for the child of another is Linux's own")
def test_a_program_that_forgets_to_close_leaves_no_worker(tmp_path: Path, fake_worker: Path) -> None:
    command = [sys.executable, "-c", EXITS, str(fake_worker)]
    output = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True, timeout=60).stdout
    assert ends(int(output))


KILLED = """
import sys, threading
from newsreader.analysis.client import AnalysisClient
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
client = AnalysisClient(command=(sys.executable, sys.argv[1]))
text = "Here is Alice.\\n\\n" * 8 + "HANG"
spans = tuple(Paragraph(start, start + 14) for start in range(0, 128, 16)) + (Paragraph(128, 132),)
shown = threading.Event()
client.open(Article(text, spans, Metadata(), Origin(OriginKind.STDIN)), lambda event: shown.set())
shown.wait()
print(client.worker_pid, flush=True)
threading.Event().wait()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waiting for the child of another is Linux's own")
def test_a_reader_that_is_killed_leaves_no_worker_even_if_that_hangs(tmp_path: Path, fake_worker: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(fake_worker)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout
        pid = int(reader.stdout.readline())
        reader.kill()
    assert ends(pid)


def ends(pid: int) -> bool:
    """Wait until a process that is not our child has ended; half a minute is too long."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 30)[0])
    finally:
        os.close(handle)
