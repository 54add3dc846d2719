"""A worker whose recogniser finds Alice, Bob and Carol and misbehaves when a paragraph tells it to.

A paragraph that starts with one of these words: `DIE` ends the process, `HANG` never answers, `HANG-AT path` neither
and makes the file, `FAIL` makes the
pipeline fail, `PRINT` prints to standard output, `GARBAGE` writes what is no message, `DIE-ONCE path` ends the process
unless the file exists, and makes it. Options: `--broken` has no pipeline, `--dead` ends before it says anything.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from pathlib import Path

from newsreader.analysis import serving
from newsreader.entities.pipeline import ModelError
from newsreader.entity import Category, Mention


class FakeRecogniser:
    """Stands in for `newsreader.entities.recogniser.Recogniser`."""

    name = "fake 1.0"
    key = "en_core_web_md 3.7.1"
    language = "en"

    def recognise(self, texts, failed, progress, *, language=None):
        found = []
        for index, text in enumerate(texts):
            command, _, rest = text.partition(" ")
            if command == "FAIL":
                failed(index, ValueError("told to"))
                found.append([])
                continue
            misbehave(command, rest)
            found.append([Mention(m.start(), m.end(), "PERSON", Category.PERSON) for m in NAME.finditer(text)])
        return found


NAME = re.compile(r"\b(?:Alice|Bob|Carol)[a-z]*\b")


def misbehave(command: str, rest: str) -> None:
    if command == "DIE":
        os._exit(1)
    elif command == "DIE-ONCE" and not Path(rest).exists():
        Path(rest).touch()
        os._exit(1)
    elif command == "HANG":
        threading.Event().wait()
    elif command == "HANG-AT":
        Path(rest).touch()
        threading.Event().wait()
    elif command == "PRINT":
        print("a library says hello")
        os.write(1, b'{"v": 1, "type": "failed", "sentence": "not me"}\n')
    elif command == "GARBAGE":
        pipe.garbage()


class FakePipe(serving.Pipe):
    """A pipe that can be told to write nonsense."""

    def garbage(self) -> None:
        self._out.write(b"\x00 no message \xff\n")


def load(model: str | None) -> FakeRecogniser:
    if "--broken" in sys.argv:
        raise ModelError("The fake language model is broken.")
    return FakeRecogniser()


if "--dead" in sys.argv:
    sys.exit(1)
arguments = [argument for argument in sys.argv[1:] if argument not in ("--broken", "--dead")]
serving.load = load
pipe = FakePipe()
options = serving.options(arguments)
serving.serve(pipe, options.model, options.cache)
os._exit(1)
