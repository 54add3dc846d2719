"""The command line. Nothing but the standard library is loaded before a command runs."""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False  # as in `typing`, which takes longer to load than the version to be said
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


INTERRUPTED = 130
"""The exit code of a program that ctrl+c ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (default: `sys.argv[1:]`) names.

    Returns the exit code: 0 done, 1 could not, with a sentence on standard error. Raises `SystemExit` with 2 for wrong
    usage, as argparse does, and with 0 after `--help` and `--version`.
    """
    try:
        if (sys.argv[1:] if argv is None else argv) == ["--version"] and _has_said_version():
            sys.exit(0)
        from newsreader.cli import parser, problems

        if not problems.can_print():
            return problems.complain("Standard output is closed, so nothing can be printed.")
        with problems.output_written():
            command, arguments = parser.parse(argv)
        return problems.reported(command, arguments)
    except KeyboardInterrupt:  # before the command began, or while its end was reported
        return INTERRUPTED


def _has_said_version() -> bool:
    """Say the version, which needs no parser; False where it cannot be written, which the usual way explains."""
    from newsreader import __version__

    try:
        print(f"newsreader {__version__}", flush=True)
    except OSError:
        return False
    return sys.stdout is not None


def entry() -> NoReturn:
    """`main` as the whole of a process."""
    code = main()
    # All that is left goes with the process; looking for rings among it would take a fifth of a search's time.
    gc.freeze()
    sys.exit(code)
