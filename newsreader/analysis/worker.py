"""The worker process: loads the pipeline, answers what the reader asks, ends when the reader is gone.

Run as `python -m newsreader.analysis.worker`; `protocol` says what is spoken on standard input and output, `serving`
does the work. This module only steps back behind everything else on the machine before it imports anything heavy, so
that the reader's first text and keys never wait for it.
"""

from __future__ import annotations

import os
import signal

from newsreader import system

NICENESS = 10


def step_back() -> None:
    """Lower this process's priority, where the platform has that notion, and leave ctrl+c to the reader."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    system.step_back(NICENESS)


def main() -> None:
    """Run the worker with the arguments of the command line; return only if it cannot work."""
    step_back()
    from newsreader.analysis import serving

    serving.main()


if __name__ == "__main__":
    main()
    # Not `sys.exit`: a thread is reading standard input, which the interpreter would wait for or trip over.
    os._exit(1)
