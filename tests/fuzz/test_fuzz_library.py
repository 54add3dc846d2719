"""Whatever is in an archive of a library, or asked of one: a library that can be read, or the one declared error."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fuzzing import assert_printable, fuzzed, mutated, raw
from hypothesis import given
from hypothesis import strategies as st
from sidebar_app import article

from newsreader.annotations.notebook import Notebook
from newsreader.exports import archive
from newsreader.index.found import Order
from newsreader.index.index import Index
from newsreader.query.fields import ARTICLES
from newsreader.query.parser import parse
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.sqlite import safety

ARTICLE = article()


def exported() -> dict[str, list[Any] | str]:
    """What is in the archive of a library with a note, table by table, and the texts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library.open(path) as library:
            Notebook(library, library.remember(ARTICLE), ARTICLE).note("Ask #now", start=19, end=30)
            archive.write(file := io.BytesIO(), library, path)
    with zipfile.ZipFile(file) as packed:
        names = [each for each in packed.namelist() if not each.startswith("articles/")]
        texts = {each: packed.read(each).decode() for each in names}
    return {
        name: text if name.endswith(".txt") else [json.loads(line) for line in text.splitlines()]
        for name, text in texts.items()
    }


FILES = exported()


def packed(files: dict[str, Any]) -> bytes:
    """An archive of these files."""
    with zipfile.ZipFile(file := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            lines = content if isinstance(content, list) else [content]
            text = content if isinstance(content, str) else "\n".join(map(json.dumps, lines))
            made.writestr(f"{name}".encode("utf-8", "replace").decode() or "x", text.encode("utf-8", "surrogatepass"))
    return file.getvalue()


def taken(data: bytes) -> None:
    """Make a library of an archive, as `newsreader library import` does; one that is called sound can be read."""
    with TemporaryDirectory() as folder:
        source, made = Path(folder) / "all.zip", Path(folder) / "library.db"
        source.write_bytes(data)
        try:
            archive.read(source, made)
        except LibraryError as error:
            assert_printable(error)
            return
        if safety.check(made):
            return
        with Library.open(made) as library, Index.open(made, Path(folder)) as index:
            index.follow(library)
            for found in index.search.articles(None, Order.NEWEST, 10):
                record = library.latest(found.id)
                assert record is not None
                assert library.stored(record).text


@fuzzed
@given(mutated(FILES))
def test_archives_with_other_values(files: Any) -> None:
    if isinstance(files, dict):
        taken(packed(files))


WHOLE = packed(FILES)


@fuzzed
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=30))
def test_archives_with_damaged_bytes(at: int, damage: bytes) -> None:
    taken(WHOLE[:at] + damage + WHOLE[at + len(damage) :])


@fuzzed
@given(raw("(", ")", "-", "NOT ", '"', "*", "person:", "org:=", "on:2020", "older:1d", "#", ",", "quay", "é", "near:("))
def test_queries(query: bytes) -> None:
    asked = parse(query.decode("utf-8", "surrogateescape"), ARTICLES)
    for mistake in asked.mistakes:
        assert mistake.sentence
    INDEX.search.articles(asked.condition, Order.RELEVANCE, 5)
    INDEX.search.names(asked.condition, 5)


_FOLDER = TemporaryDirectory()
INDEX = Index.open(Path(_FOLDER.name) / "library.db", Path(_FOLDER.name))
