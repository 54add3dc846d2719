"""The program in a terminal of its own, as a reader has it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest
from pseudo_terminal import PseudoTerminal, python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Start(Protocol):
    """Starts newsreader with arguments in a new terminal."""

    def __call__(
        self, *arguments: str, columns: int = 120, lines: int = 40, piped: bytes | None = None, **environ: str
    ) -> PseudoTerminal: ...


class Patched(Protocol):
    """Starts newsreader in a new terminal after some Python code has changed it."""

    def __call__(
        self, code: str, *arguments: str, columns: int = 120, lines: int = 40, **environ: str
    ) -> PseudoTerminal: ...


RUN = """
from newsreader.cli import main
sys.exit(main(sys.argv[1:2]))
"""


@pytest.fixture
def patched(tmp_path: Path) -> Iterator[Patched]:
    """Start newsreader with one article after running code, which must import `sys`; further arguments are its own."""
    with ExitStack() as terminals:

        def start(code: str, *arguments: str, columns: int = 120, lines: int = 40, **environ: str) -> PseudoTerminal:
            command = [python(), "-c", code + RUN, *arguments]
            terminal = PseudoTerminal(command, cwd=tmp_path, columns=columns, lines=lines, environ=environ)
            return terminals.enter_context(terminal)

        yield start


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start newsreader in a new terminal; it is ended with the test."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with ExitStack() as terminals:

        def start(
            *arguments: str, columns: int = 120, lines: int = 40, piped: bytes | None = None, **environ: str
        ) -> PseudoTerminal:
            command = [python(), "-m", "newsreader", *arguments]
            terminal = PseudoTerminal(
                command, cwd=elsewhere, columns=columns, lines=lines, piped=piped, environ=environ
            )
            return terminals.enter_context(terminal)

        yield start
