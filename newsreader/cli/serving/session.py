"""The process behind a page of the browser: the reader, with the library and nothing else of this machine.

Run as `python -m newsreader.cli.serving.session`, with Textual's driver for browsers in the environment, which speaks
on the standard streams.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

WATCHED = 1.0
"""Seconds between two looks whether the server is still there."""
PATIENCE = 5.0
"""Seconds that the reader has to end, once it is gone."""


def main() -> int:
    """Run the reader until the page is closed."""
    from newsreader import confinement, resources
    from newsreader.cli import arguments, parser, problems
    from newsreader.cli.commands import read

    confinement.confine(resources.samples())
    _, args = parser.parse(["read", *sys.argv[1:]])
    threading.Thread(target=_end_without_server, args=(os.getppid(),), daemon=True).start()
    with problems.all_logged():
        return read.run_served(arguments.config_of(args))


def _end_without_server(server: int) -> None:
    """End the reader when its server was killed, which cannot tell it to."""
    while os.getppid() == server:
        time.sleep(WATCHED)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
