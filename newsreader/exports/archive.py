"""The library as one zip: JSON lines that `read` makes the same library of, and Markdown for people.

about.json              what wrote it, and when
tables/NAME.jsonl       what the library has, a row a line (docs/library.md)
texts/SHA256.txt        the texts of the articles, by their digests
articles/N-title.md     each article with what was written on it
"""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from newsreader import __version__
from newsreader.annotations.notebook import Notebook
from newsreader.exports.annotations import markdown
from newsreader.sanitise import printable
from newsreader.store.clock import now
from newsreader.store.dump import dumped
from newsreader.store.errors import LibraryError
from newsreader.store.sqlite import archive
from newsreader.store.sqlite.errors import require_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsreader.store.dump import Row
    from newsreader.store.library import Library
    from newsreader.store.server_address import ServerAddress

LONGEST_LINE = 100 * 1024 * 1024
"""Bytes of a line or a text; more is no archive of a library."""
MOST_PACKED = 200
"""How much larger what is in an archive may be than the archive; more is no text."""

_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How what is in an archive may be packed."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, struct.error)
"""What `zipfile` raises for bytes that are no archive, or damaged."""

_TEXTS = "text"
"""The table whose contents are files of their own."""
_TITLE = 60
"""Characters of a title in the name of a file."""


def write(
    file: IO[bytes],
    library: Library,
    place: Path | ServerAddress,
    progress: Callable[[int], object] = lambda _: None,
) -> int:
    """Write the archive of the library, which is in that place, and return how many articles it has.

    `progress` is told after each article. Raises LibraryError.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed, dumped(place) as dump:
        about = {"program": "newsreader", "version": __version__, "form": dump.form, "made": now()}
        packed.writestr("about.json", json.dumps(about) + "\n")
        for table in dump.tables:
            with packed.open(f"tables/{table}.jsonl", "w", force_zip64=True) as lines:
                for row in dump.rows(table):
                    if table == _TEXTS:
                        row = {name: value for name, value in row.items() if name != "content"}
                    lines.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        for row in dump.rows(_TEXTS):
            packed.writestr(f"texts/{row['sha256']}.txt", row["content"].encode())
        count = 0
        for row in dump.rows("article"):
            written = _for_people(library, row["id"])
            if written is not None:
                packed.writestr(f"articles/{row['id']}-{_slug(row['title'])}.md", written)
                count += 1
                progress(1)
        return count


def read(path: Path, made: Path) -> None:
    """Make the library of an archive, in the file `made`. Raises LibraryError, and then `made` may be there, too."""
    with _opened(path) as packed:
        _check_size(packed, path)
        try:
            form = json.loads(packed.read("about.json"))["form"]
        except (KeyError, ValueError, TypeError, RecursionError) as error:
            raise LibraryError("It is no archive of a library.") from error
        if type(form) is not int:
            raise LibraryError("It is no archive of a library.")
        archive.build(made, form, frozenset(_tables(packed)), _rows(packed))


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    require_file(path, f"The archive {printable(str(path))}")
    try:
        with zipfile.ZipFile(path) as packed:
            yield packed
    except _DAMAGED as error:
        raise LibraryError(f"It is no archive of a library, or damaged: {printable(str(error))}.") from error
    except OSError as error:
        raise LibraryError(f"It could not be read: {error.strerror or error}.") from error


def _check_size(packed: zipfile.ZipFile, path: Path) -> None:
    unpacked = sum(each.file_size for each in packed.infolist())
    if unpacked > MOST_PACKED * (path.stat().st_size + 10_000):
        raise LibraryError("It is no archive of a library: far too much is packed in it.")
    if not all(each.compress_type in _PACKED for each in packed.infolist()):
        raise LibraryError("It is packed otherwise than an archive of a library is.")


def _tables(packed: zipfile.ZipFile) -> dict[str, str]:
    """The tables that an archive has, each with the name of its file there."""
    files = (name for name in packed.namelist() if name.startswith("tables/") and name.endswith(".jsonl"))
    return {name.removeprefix("tables/").removesuffix(".jsonl"): name for name in files}


def _rows(packed: zipfile.ZipFile) -> Iterator[tuple[str, Row]]:
    for table, name in _tables(packed).items():
        for row in _lines(packed, name):
            if table == _TEXTS:
                row["content"] = _text(packed, row.get("sha256"))
            yield table, row


def _lines(packed: zipfile.ZipFile, name: str) -> Iterator[Row]:
    with packed.open(name) as lines:
        while line := lines.readline(LONGEST_LINE):
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise LibraryError(f"It is damaged: a line of {printable(name)} cannot be read.") from error
            if not isinstance(row, dict):
                raise LibraryError(f"It is damaged: a line of {printable(name)} cannot be read.")
            yield row


def _text(packed: zipfile.ZipFile, digest: object) -> str:
    try:
        return packed.read(f"texts/{digest}.txt").decode()
    except (KeyError, UnicodeDecodeError) as error:
        raise LibraryError("It is damaged: a text is missing.") from error


def _for_people(library: Library, article: int) -> str | None:
    """An article with what was written on it, and its text; None if it has none."""
    record = library.latest(article)
    if record is None:
        return None
    stored = library.stored(record)
    notebook = Notebook(library, record, stored)
    noted = markdown.export(notebook.overlay.dated(stored), notebook.annotations + notebook.orphans)
    return f"{noted}\n\n---\n\n{stored.text}\n"


def _slug(title: str | None) -> str:
    words = "".join(each if each.isalnum() else " " for each in (title or "untitled").lower()).split()
    return "-".join(words)[:_TITLE].strip("-") or "untitled"
