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
