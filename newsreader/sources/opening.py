"""Opens what a person names: tells path, standard input and address apart, and has their bytes read by their format."""

from __future__ import annotations

import logging
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urldefrag

from newsreader import confinement
from newsreader.addresses import without_password
from newsreader.article import Article, Metadata, Origin, OriginKind
from newsreader.sources import apart, maildir
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.fetch.files import is_large, opened, read_path, read_stdin
from newsreader.sources.formats.format import Given
from newsreader.sources.formats.plain import plain_article
from newsreader.sources.formats.registry import HEAD, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from newsreader.sources.formats.format import Format

_LOG = logging.getLogger(__name__)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/?/")


def load(location: str, *, part: str = "", stdin: BinaryIO | None = None) -> Article:
    """Return the article at `location`; of several, that which is called `part`, or else the first.

    What a location is, and what is raised, is as for `load_all`.
    """
    found = next((each for each in _at(location, part, stdin) if part in ("", each.origin.part)), None)
    if found is None:
        raise SourceError(f"There is no article “{shown(part)}” in “{shown(location)}”: open all that is in it.")
    return found


def load_all(location: str, *, stdin: BinaryIO | None = None) -> Iterator[Article]:
    """Yield the articles at `location`: a path, `-` for standard input (or `stdin`), or an http or https address.

    Behind a path or an address, `#` and the part name one of several articles. Raises `SourceError` for
    whatever keeps them from being read; for what keeps some of several, when the others have come.
    """
    return _at(location, "", stdin)


def load_since(location: str, since: int) -> Iterator[Article]:
    """Yield the articles at `location`; of a maildir only those that were delivered since a moment, in nanoseconds.

    Raises `SourceError`, but for a maildir without any.
    """
    path = Path(location)
    if not maildir.is_maildir(path):
        return load_all(location)
    return maildir.articles(path, _given(path), since)


def load_readable(location: str) -> list[Article]:
    """Return the articles at `location` that can be read, and log why others cannot. Raises `SourceError` for none."""
    articles: list[Article] = []
    try:
        for each in load_all(location):
            articles.append(each)
    except SourceError as error:
        if not articles:
            raise
        _LOG.warning("%s", error)
    return articles


def _at(location: str, wanted: str, stdin: BinaryIO | None) -> Iterator[Article]:
    """Yield the articles at a location, or at least the one that is called `wanted`."""
    if location == "-":
        return articles_in(read_stdin(stdin), Given("Standard input", Origin(OriginKind.STDIN), wanted=wanted))
    if scheme := _SCHEME.match(location):
        return _at_address(without_password(location), scheme[1].lower())
    return _in_file(location, wanted)


def from_bytes(
    data: bytes,
    *,
    name: str,
    origin: Origin | None = None,
    content_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article in `data`, of several the first.

    What `data` is, its first bytes tell, or `content_type` (`text/html`), or the suffix of `name`. `charset` is what
    the HTTP header declares, `url` where the data came from after all redirects. Raises `SourceError`.
    """
    address = without_password(url) if url else None
    origin = origin or Origin(OriginKind.FILE, name)
    origin = replace(origin, location=without_password(origin.location))
    given = Given(name, origin, content_type, charset, address)
    return next(articles_in(data, given))


def articles_in(data: bytes, given: Given) -> Iterator[Article]:
    """Yield the articles in `data`, of which there is at least one. Raises `SourceError`."""
    found = iter(apart.read(format_of(data, suffix=given.suffix, content_type=given.content_type), data, given))
    del data  # or a long text would be held twice
    return _at_least_one(found, given)


def _at_least_one(articles: Iterable[Article], given: Given) -> Iterator[Article]:
    empty = True
    for article in articles:
        if article.paragraphs:
            empty = False
            yield article
    if empty:
        raise SourceError(f"{given.called} has no text in it that can be shown: open something else.")


def from_text(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    origin: Origin | None = None,
    known: Metadata | None = None,
) -> Article:
    """Return the article in `text` by the rules of plain text.

    What `title`, `published` and `known` say is not looked for.

    `Article.original` leads from its offsets to those of `text`. An empty text makes an article without paragraphs.
    """
    origin = origin or Origin(OriginKind.RECORD)
    origin = replace(origin, location=without_password(origin.location))
    known = known or Metadata()
    given = replace(
        known,
        title=title,
        published=published,
        published_from="the record" if published else None,
        url=origin.location if origin.kind is OriginKind.URL else known.url,
    )
    return plain_article(text, given, origin)


def _in_file(location: str, wanted: str) -> Iterator[Article]:
    file, part = _file_and_part(os.path.expanduser(location))
    path = Path(file)
    if not confinement.may_read(path):
        raise SourceError(f"“{shown(str(path))}” cannot be opened: {confinement.WHY}.")
    articles = _of_path(path, _given(path, part or wanted))
    return _only(part, file, articles) if part else articles


def _given(path: Path, wanted: str = "") -> Given:
    return Given(path.name, Origin(OriginKind.FILE, str(path.absolute())), wanted=wanted)


def _of_path(path: Path, given: Given) -> Iterator[Article]:
    if maildir.is_maildir(path):
        return _at_least_one(maildir.articles(path, given), given)
    if is_large(path) and (form := _form_of(path, given)).read_file is not None:
        return _at_least_one(_in_large_file(form.read_file, path, given), given)
    return articles_in(read_path(path), given)


def _form_of(path: Path, given: Given) -> Format:
    with opened(path) as stream:
        return format_of(stream.read(HEAD), suffix=given.suffix)


def _in_large_file(read: Callable[[BinaryIO, Given], Iterable[Article]], path: Path, given: Given) -> Iterator[Article]:
    with opened(path) as stream:
        yield from read(stream, given)


def _only(part: str, file: str, articles: Iterator[Article]) -> Iterator[Article]:
    found = next((each for each in articles if each.origin.part == part), None)
    if found is None:
        raise SourceError(f"There is no article “{shown(part)}” in “{shown(file)}”: name the file alone to open it.")
    yield found


def _file_and_part(location: str) -> tuple[str, str]:
    """Divide `FILE#PART`; the name of a file may have a `#`, so what exists as it was named is not divided."""
    file, _, part = location.rpartition("#")
    return (file, part) if part and os.path.exists(file) and not os.path.lexists(location) else (location, "")


def _at_address(location: str, scheme: str) -> Iterator[Article]:
    if scheme not in {"http", "https"}:
        raise SourceError(
            f"Only http and https addresses can be opened, not {shown(scheme)}: save the text and open its file."
        )
    from newsreader.sources.fetch.web import fetch

    page = fetch(location)
    given = Given(location, Origin(OriginKind.URL, location), page.content_type, page.charset, page.url)
    return _meant(articles_in(page.data, given), urldefrag(location).fragment)


def _meant(articles: Iterator[Article], fragment: str) -> Iterator[Article]:
    """The article of that part; all where there is none, as most fragments name a place on a page."""
    if not fragment:
        return articles
    found = list(articles)
    return iter([each for each in found if each.origin.part == fragment] or found)
