"""A process of a pool: loads the pipeline once, and analyses the lots that come on its standard input.

Run as `python -m newsreader.analysis.batch.worker [MODEL]` by `pool`, which is the only one that it listens to: lots
and answers are pickled.
"""

from __future__ import annotations

import os
import pickle
import sys


def main() -> None:
    """Answer each lot with its analyses, until the other end is closed."""
    # A paragraph is too small for threads, and as many processes as cores are at work already.
    os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    from newsreader.analysis.in_process import Analyser

    analyser = Analyser(sys.argv[1] if len(sys.argv) > 1 else None)
    while True:
        try:
            articles = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump([analyser.analyse(article) for article in articles], answers)
        answers.flush()


if __name__ == "__main__":
    main()
