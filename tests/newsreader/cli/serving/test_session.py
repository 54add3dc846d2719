"""The reader behind a page: it shows a library that has articles, and ends with its server."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from newsreader.cli import parser
from newsreader.cli.serving import server

READY = b"__GANGLION__\n"
"""What Textual's driver for browsers begins with."""

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes and signals of Unix")


def session() -> subprocess.Popen[bytes]:
    command = ["sh", "-c", server.command()]
    driver = {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver", "COLUMNS": "80", "ROWS": "24"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env={**os.environ, **driver})


def test_a_page_shows_a_library_that_has_articles(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text("Quay to close\n\nThe fish quay closes.\n")
    run, args = parser.parse(["add", str(tmp_path / "quay.txt")])
    assert run(args) == 0
    with session() as reader:
        assert reader.stdout is not None
        assert reader.stderr is not None
        first = reader.stdout.readline()
        reader.send_signal(signal.SIGTERM)
        _, said = reader.communicate(timeout=60)
    assert (first, b"Traceback" in said) == (READY, False), said


OUTER = """
import subprocess, sys
from newsreader.cli.serving import server
pipe = subprocess.PIPE
page = subprocess.Popen(["sh", "-c", server.command()], stdin=sys.stdin, stdout=pipe, stderr=pipe)
page.stdout.readline()
print(page.pid, flush=True)
page.wait()
"""


def test_it_ends_when_its_server_was_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", OUTER], stdin=pipe, stdout=pipe) as outer:
        assert outer.stdout is not None
        page = int(outer.stdout.readline())
        outer.kill()  # its input stays open, so that nothing but its end says so
        outer.wait()
        try:
            until(lambda: not is_there(page))
        finally:
            with suppress(ProcessLookupError):
                os.kill(page, signal.SIGKILL)


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1200):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it never came")


def is_there(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False
