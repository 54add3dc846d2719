"""The reader's process stays light, and nothing is left running behind it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from pseudo_terminal import PATIENCE, PseudoTerminal, python

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Start

TEXT = "Summit ends\n\nAngela Merkel met Emmanuel Macron in Paris on Wednesday.\n"

READ_AND_REPORT = """
import sys
from newsreader.cli import main
code = main([sys.argv[1]])
with open(sys.argv[2], "w") as report:
    report.write("\\n".join(sys.modules))
sys.exit(code)
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A short article, as a path."""
    path = tmp_path / "summit.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_reader_that_shows_entities_has_never_imported_spacy(article: str, tmp_path: Path) -> None:
    report = tmp_path / "modules"
    with PseudoTerminal([python(), "-c", READ_AND_REPORT, article, str(report)], cwd=tmp_path) as terminal:
        terminal.wait_for("Angela Merkel  ")
        terminal.press("Q")
        assert terminal.wait() == 0
    loaded = {module.partition(".")[0] for module in report.read_text().split()}
    assert "textual" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "trafilatura", "lxml"}


@pytest.mark.parametrize("end", ["quit", signal.SIGKILL, signal.SIGTERM])
def test_nothing_is_left_running(end: str | signal.Signals, article: str, start: Start, tmp_path: Path) -> None:
    if not shutil.which("ps"):
        pytest.skip("ps is not installed")
    terminal = start(article)
    terminal.wait_for("Angela Merkel  ")
    assert str(tmp_path) in _running()
    if isinstance(end, signal.Signals):
        os.kill(terminal.process.pid, end)
    else:
        terminal.press("Q")
    terminal.wait()
    deadline = time.monotonic() + PATIENCE
    while str(tmp_path) in _running():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _running() -> str:
    """The command lines of all processes; the worker's has the folder of its cache, which is this test's own."""
    return subprocess.run(["ps", "-A", "-ww", "-o", "args"], check=True, capture_output=True, text=True).stdout
