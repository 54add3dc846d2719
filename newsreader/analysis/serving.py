"""What the worker does: reads requests beside the loading of the pipeline, answers them, ends with the reader."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import queue
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from newsreader.analysis.jobs import Job
from newsreader.analysis.protocol import (
    Ask,
    Failed,
    Found,
    Message,
    Open,
    Part,
    ProtocolError,
    Ready,
    decode,
    encode,
    read_line,
)
from newsreader.analysis.transfer import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.entities.recogniser import Recogniser

_log = logging.getLogger("newsreader.worker")


class Pipe:
    """Standard input and output as the reader's own: a print of some library cannot get between the messages."""

    def __init__(self) -> None:
        """Take both over; what is printed from now on goes to standard error."""
        self._in: BinaryIO = os.fdopen(os.dup(0), "rb")
        self._out: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=0)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        self._writing = threading.Lock()
        self.messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="newsreader-pipe", daemon=True).start()

    def send(self, message: Message) -> None:
        """Write a message, from any thread; if nobody reads any more, the process ends."""
        line = memoryview(encode(message))
        try:
            with self._writing:
                while line:
                    line = line[self._out.write(line) :]
        except OSError:
            os._exit(0)

    def _read(self) -> None:
        """Queue what is sent. At the end of it the process ends at once, whatever it is doing."""
        try:
            while line := read_line(self._in):
                try:
                    self.messages.put(decode(line))
                except ProtocolError as error:
                    _log.warning("%s", error)
        except (OSError, ProtocolError) as error:
            _log.error("%s", error)
        os._exit(0)


def load(model: str | None) -> Recogniser:
    """Import spaCy and load the pipeline; none of it will ever be garbage. Raises `ModelError`."""
    gc.disable()
    from newsreader.entities.recogniser import Recogniser

    recogniser = Recogniser(model)
    gc.freeze()
    gc.enable()
    return recogniser


def serve(pipe: Pipe, model: str | None, cache: Path | None) -> None:
    """Load the pipeline and answer until the reader is gone; return only if there is no pipeline."""
    from newsreader.entities.pipeline import ModelError

    try:
        recogniser = load(model)
    except ModelError as error:
        pipe.send(Failed(str(error)))
        return
    except Exception as error:
        _log.exception("the pipeline could not be loaded")
        pipe.send(Failed(f"The language model could not be loaded ({type(error).__name__}); the log says more."))
        return
    pipe.send(Ready(recogniser.name))
    answer(pipe, recogniser, cache)


def answer(pipe: Pipe, recogniser: Recogniser, cache: Path | None) -> NoReturn:
    """Answer what the reader asks about the article that it opened last, for ever."""
    draft = Draft()
    job: Job | None = None
    while True:
        message = pipe.messages.get()
        try:
            if isinstance(message, Part):
                draft.add(message)
            elif isinstance(message, Open):
                job = Job(message.job, draft.finish(message), recogniser, pipe.send, cache)
            elif job is not None and isinstance(message, Ask | Found) and message.job == job.number:
                job.hear(message)
        except ProtocolError as error:
            _log.error("%s", error)


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the worker's command line: `model` and the folder of the `cache`."""
    parser = argparse.ArgumentParser(prog="newsreader-worker", description="Answers the reader; not for people.")
    parser.add_argument("--model", help="package or folder of a spaCy pipeline")
    parser.add_argument("--cache", type=Path, help="folder of the analysis cache")
    return parser.parse_args(arguments)


def main() -> None:
    """Run the worker; return only if it cannot work."""
    chosen = options()
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s worker %(levelname)s %(message)s")
    serve(Pipe(), chosen.model, chosen.cache)
