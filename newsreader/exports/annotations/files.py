"""Articles with what was written on them as files: all in one, or in a folder each in one of its own."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader.exports.format import Written
from newsreader.exports.saving import file_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsreader.exports.annotations.annotated_article import AnnotatedArticle
    from newsreader.exports.format import AnnotationFormat


def is_folder(typed: str) -> bool:
    """Whether a path is a folder, or was written as one."""
    return typed.endswith((os.sep, os.altsep or os.sep)) or Path(typed).expanduser().is_dir()


def files_of(
    form: AnnotationFormat, documents: Sequence[AnnotatedArticle], typed: str
) -> tuple[Written, dict[Path, bytes]]:
    """What is to be written as which file at a path, in which `~` is understood; a folder is made.

    Raises `FormatError`, and OSError or RuntimeError where no folder can be made, or there is no home.
    """
    path = Path(typed).expanduser().absolute()
    if is_folder(typed):
        path.mkdir(parents=True, exist_ok=True)
        return _one_by_one(form, documents, path)
    written = form.write(documents)
    return written, _files(written, path)


def _files(written: Written, path: Path) -> dict[Path, bytes]:
    text = {} if written.text is None else {path.with_suffix(".txt"): written.text.encode("utf-8", "surrogatepass")}
    return {path: written.data, **text}


def _one_by_one(
    form: AnnotationFormat, documents: Sequence[AnnotatedArticle], folder: Path
) -> tuple[Written, dict[Path, bytes]]:
    """Each article in a file that is named after it; what all of them leave out is said once."""
    files: dict[Path, bytes] = {}
    left_out: dict[str, None] = {}
    count = 0
    for each in documents:
        written = form.write([each])
        files |= _files(written, _free(folder / file_name(each.article.called, form.suffix), files))
        left_out |= dict.fromkeys(written.left_out)
        count += written.annotations
    return Written(b"", tuple(left_out), count), files


def _free(path: Path, taken: Mapping[Path, object]) -> Path:
    """The path, or with a number behind its name the first that is not taken."""
    free = (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2))
    return path if path not in taken else next(each for each in free if each not in taken)
