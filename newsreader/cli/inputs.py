"""What a headless command works on: named articles, or the records of JSON Lines."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from newsreader.cli.problems import CommandError, complain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from newsreader.article import Article, Metadata


MOST_IMPORTED = 100 * 1024 * 1024
"""Bytes of a file that is imported, and of a line of JSON Lines: beyond them it is no such file, or has no end."""

IN_LIBRARY = re.compile(r"library:(\d{1,18})")
"""An article by its number in the library, as `search` prints it."""

_MOST = f"{MOST_IMPORTED // 1024**2} MB"


@dataclass(frozen=True, slots=True)
class Input:
    """One article to work on."""

    id: object
    """Its location as it was named, with the part where it is one of several; or the record's own id."""
    article: Article


def locations(named: Sequence[str]) -> list[str]:
    """The named locations, or standard input where something comes from it; empty if there is nothing to read."""
    return list(named) or ([] if sys.stdin.isatty() else ["-"])


def public(location: str) -> str:
    """The location without a user name and password, of which the person is told."""
    from newsreader.addresses import LEFT_OUT, without_password

    clean = without_password(location)
    if clean != location:
        print(f"newsreader: {LEFT_OUT}", file=sys.stderr)
    return clean


def at(location: str) -> Iterator[Input]:
    """The articles at a location. Raises `SourceError`."""
    from newsreader import sources

    if number := IN_LIBRARY.fullmatch(location):
        yield Input(location, _in_library(int(number[1])))
        return
    location = public(location)
    for each in sources.load_all(location, stdin=sys.stdin.buffer):
        part = f"#{each.origin.part}" if each.origin.part else ""
        yield Input(location.removesuffix(part) + part, each)


def _in_library(number: int) -> Article:
    """The article that the library knows by a number, from there alone. Raises `SourceError`."""
    from newsreader.sources.errors import SourceError
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library

    try:
        with Library.open(check=False) as library:
            record = library.latest(number)
            if record is not None:
                return library.stored(record)
    except LibraryError as error:
        raise SourceError(str(error)) from error
    raise SourceError(f"There is no article library:{number} in the library.")


def articles(locations: Iterable[str], failures: list[str]) -> Iterator[Input]:
    """The articles that can be had; the other locations are complained about and added to `failures`."""
    from newsreader.sources.errors import SourceError

    for location in locations:
        try:
            yield from at(location)
        except SourceError as error:
            complain(str(error))
            failures.append(location)


def records(location: str, mistaken: Callable[[str], object] | None = None) -> Iterator[Input]:
    """The records of a JSON Lines file or standard input, each as soon as its line is there.

    Raises `CommandError` for a line that is none, or tells `mistaken` and goes on, if that is given; and `SourceError`
    if there is no such file.
    """
    from newsreader.sanitise import printable
    from newsreader.sources.errors import SourceError

    try:
        with _stream(location) as stream:
            for number, line in enumerate(iter(lambda: stream.readline(MOST_IMPORTED + 1), b""), 1):
                if len(line) > MOST_IMPORTED:
                    raise CommandError(f"Line {number} of {name(location)} has no end within {_MOST}.")
                try:
                    if line.strip():
                        yield _record(line, f"Line {number} of {name(location)}")
                except CommandError as error:
                    if mistaken is None:
                        raise
                    mistaken(str(error))
    except OSError as error:
        raise SourceError(f"{printable(location)} cannot be read: {error.strerror}.") from error


def imported(location: str) -> str:
    """The text of a file, or of standard input, that is to be imported. Raises `CommandError`."""
    where = name(location)
    try:
        with _stream(location) as file:
            return text_of(file, where)
    except OSError as error:
        raise CommandError(f"{where} cannot be read: {error.strerror}.") from error


def text_of(file: IO[bytes], where: str) -> str:
    """The text of a file that is to be imported, which a sentence calls `where`. Raises `CommandError`."""
    data = file.read(MOST_IMPORTED + 1)
    if len(data) > MOST_IMPORTED:
        raise CommandError(f"{where} is larger than {_MOST}: it is no file that can be imported.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{where} is not UTF-8.") from error


@contextmanager
def rereadable(location: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or a copy of those of standard input or a pipe, at their start.

    Raises `CommandError`, also for what cannot be read later on.
    """
    try:
        with _stream(location) as stream:
            if location != "-" and stream.seekable():
                yield stream
            else:
                with tempfile.TemporaryFile() as kept:
                    shutil.copyfileobj(stream, kept)
                    kept.seek(0)
                    yield kept
    except OSError as error:
        raise CommandError(f"{name(location)} cannot be read: {error.strerror}.") from error


def _stream(location: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if location == "-" else Path(location).open("rb")


def name(location: str) -> str:
    """What a sentence calls the location."""
    from newsreader.sanitise import printable

    return "standard input" if location == "-" else printable(location)


def _record(line: bytes, where: str) -> Input:
    from newsreader import sources
    from newsreader.addresses import without_password
    from newsreader.article import Origin, OriginKind

    fields = _fields(line, where)
    loaded = sources.from_text(
        fields["text"],
        title=fields.get("title"),
        published=_published(fields.get("published", fields.get("date")), where),
        origin=Origin(OriginKind.RECORD, str(fields.get("id", ""))),
        known=_known(fields),
    )
    name = fields.get("id")
    return Input(without_password(name) if isinstance(name, str) else name, loaded)


def _fields(line: bytes, where: str) -> dict[str, Any]:
    """The object of one line, checked."""
    import json

    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CommandError(f"{where} is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise CommandError(f"{where} is not JSON: {error}.") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise CommandError(f"{where} must be an object with the article in “text”.")
    if not isinstance(fields.get("title"), str | None):
        raise CommandError(f"{where} has a “title” that is no text.")
    return fields


def _known(fields: Mapping[str, object]) -> Metadata:
    """What else a record says of its article, under the names that files of articles have for it."""
    from newsreader.article import Metadata

    said = {name: value for name in ("byline", "author", "source", "url") if isinstance(value := fields.get(name), str)}
    url = said.get("url", "")
    return Metadata(
        byline=said.get("byline") or said.get("author"),
        source=said.get("source"),
        url=url if url.startswith(("https://", "http://")) else None,
    )


def _published(value: object, where: str) -> date | None:
    """The date of an ISO 8601 date or date and time; what is neither is reported and left to what the text says."""
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        print(
            f"newsreader: {where} has a “published” that is not a date such as 2024-06-19; it is left out.",
            file=sys.stderr,
        )
        return None
