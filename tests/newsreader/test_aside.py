"""Work in a thread that nobody waits for."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from newsreader.aside import aside

NEVER_ENDS = "import threading; from newsreader.aside import aside; aside(threading.Event().wait); print('ended')"


def test_the_result_comes_from_another_thread() -> None:
    assert aside(threading.current_thread).result() is not threading.current_thread()


def test_an_error_is_that_of_the_work() -> None:
    with pytest.raises(ZeroDivisionError):
        aside(lambda: 1 // 0).result()


def test_work_that_is_given_up_ends_quietly() -> None:
    go_on = threading.Event()
    future = aside(go_on.wait)
    assert not future.cancel()
    with pytest.raises(TimeoutError):
        future.result(0)
    go_on.set()
    assert future.result()


def test_the_program_does_not_wait_for_it_at_its_end() -> None:
    done = subprocess.run([sys.executable, "-c", NEVER_ENDS], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("ended\n", "")
