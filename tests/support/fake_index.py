"""The command line with a recogniser that finds Alice, Bob and Carol, for commands that analyse very many articles."""

from __future__ import annotations

import sys

from newsreader import cli
from newsreader.analysis import in_process
from tests.support.fake_behind import FakeRecogniser

in_process.Recogniser = lambda _: FakeRecogniser()

if __name__ == "__main__":
    sys.exit(cli.main())
