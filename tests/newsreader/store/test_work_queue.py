"""What a library is told to do: in order, at once in a file, and behind the back of whoever tells it on a server."""

from __future__ import annotations

import threading

import pytest

from newsreader.store.errors import LibraryError
from newsreader.store.work_queue import WorkQueue

LONGEST = 60.0


def fail() -> None:
    raise LibraryError("It cannot be reached.")


def test_in_a_file_all_is_done_when_it_is_asked_for() -> None:
    queue = WorkQueue(at_once=True)
    assert queue.do(threading.current_thread).result(0) is threading.current_thread()
    with pytest.raises(LibraryError):
        queue.do(fail).result(0)
    assert not queue.busy
    assert queue.later(threading.current_thread).result(LONGEST) is not threading.current_thread()


def test_on_a_server_nobody_waits_and_all_is_done_in_order() -> None:
    queue, answers, done = WorkQueue(at_once=False), threading.Event(), list[int]()
    first = queue.do(lambda: answers.wait(LONGEST))
    others = [queue.do(lambda number=number: done.append(number)) for number in range(20)]
    assert queue.busy
    assert done == []
    answers.set()
    assert first.result(LONGEST)
    others[-1].result(LONGEST)
    assert done == [*range(20)]


def test_at_the_end_it_is_waited_for_what_is_not_done_yet_and_said_what_was_not() -> None:
    queue, answers = WorkQueue(at_once=False), threading.Event()
    queue.do(lambda: answers.wait(LONGEST))
    queue.do(fail)
    kept = queue.do(lambda: "kept")
    assert queue.finish(0.01) == ()
    assert queue.busy
    answers.set()
    assert [str(each) for each in queue.finish(LONGEST)] == ["It cannot be reached."]
    assert (queue.busy, kept.result(0)) == (False, "kept")
    assert queue.finish(LONGEST) == ()


def test_it_works_again_after_a_rest() -> None:
    queue = WorkQueue(at_once=False)
    for number in range(3):
        assert queue.do(lambda number=number: number).result(LONGEST) == number
        queue.finish(LONGEST)


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_done_is_told_in_the_thread_and_in_order(at_once: bool) -> None:
    queue, told = WorkQueue(at_once=at_once), list[tuple[int, str]]()
    for number in range(20):
        queue.later(
            lambda number=number: number,
            lambda future: told.append((future.result(0), threading.current_thread().name)),
        )
    queue.finish(LONGEST)
    assert told == [(number, "newsreader-store") for number in range(20)]
