"""A program in a tmux of its own, as far as there is tmux: what it makes of what is written to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING, Self

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

PATIENCE = 60.0


class Tmux:
    """Runs `command` in a window of that size; a context manager that ends it. Skips the test without tmux."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        *,
        columns: int,
        lines: int,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        if shutil.which("tmux") is None:
            pytest.skip("there is no tmux")
        self._environ = {
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "TERM": "xterm-256color",
            "TMUX_TMPDIR": str(folder),
            **(environ or {}),
        }
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(lines), *command)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._run("kill-server", check=False)

    def text(self) -> str:
        """The screen."""
        return self._run("capture-pane", "-p").stdout

    def until(self, holds: Callable[[], object]) -> None:
        """Return as soon as something is true."""
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, "It never happens."
            time.sleep(0.05)

    def _run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["tmux", "-u", "-L", "test", *arguments],
            env=self._environ,
            check=check,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
