"""What an EPUB says of itself: who wrote it, in which order its documents are read, and where its chapters begin.

EPUB 2 has its table of contents in an NCX file, EPUB 3 in a page. Nothing here is asked of anything outside the book.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsreader.article import Metadata
from newsreader.sanitise import printable
from newsreader.sources.archives import MemberError
from newsreader.sources.errors import SourceError
from newsreader.sources.formats.epub_document import page_of, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element  # type: ignore[import-untyped]

    from newsreader.sources.archives import ZipArchive

FROM = "the book’s own description"
"""What `Metadata.published_from` says of a day from here."""

MOST_BYTES = 16 * 1024 * 1024
"""Of one file in a book that is read."""

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Algorithms that only keep fonts from being taken out of a book."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where a chapter begins: in a document, at the element with that id or at its beginning; and what it is called."""

    document: str
    fragment: str
    title: str


@dataclass(frozen=True, slots=True)
class Book:
    """What a book has in it, all by the names of files in the archive."""

    known: Metadata
    """What is known of each chapter: the book is its source."""
    folder: str
    """Where its documents are."""
    documents: tuple[str, ...]
    """In the order of reading."""
    chapters: tuple[Chapter, ...]
    """In the order of the table of contents."""


def book_in(archive: ZipArchive, called: str) -> Book:
    """Return the book in an archive. Raises `SourceError` for what is no book, or cannot be read."""
    package = _package_name(archive, called)
    root = _xml(archive, package)
    if root is None:
        raise SourceError(f"{called} is damaged: get it anew from where it came from.")
    folder = posixpath.dirname(package)
    items = {each.get("id", ""): each for each in root.iterfind(".//{*}manifest/{*}item")}
    spine = root.find("{*}spine")
    order = [items[ref] for each in root.iterfind(".//{*}spine/{*}itemref") if (ref := each.get("idref", "")) in items]
    contents = _contents_page(folder, items)
    documents = tuple(name for name in dict.fromkeys(_name(folder, each.get("href")) for each in order) if name)
    encrypted = _encrypted(archive)
    if any(archive.is_encrypted(each) or each in encrypted for each in documents):
        raise SourceError(f"{called} is encrypted, so that only the program it was sold for can read it.")
    chapters = _chapters_of_page(archive, contents) if contents else ()
    if not chapters and spine is not None and (ncx := items.get(spine.get("toc", ""))) is not None:
        chapters = _chapters_of_ncx(archive, _name(folder, ncx.get("href")))
    return Book(_known(root), folder, tuple(each for each in documents if each != contents), chapters)


def _package_name(archive: ZipArchive, called: str) -> str:
    root = _xml(archive, _CONTAINER)
    found = root.find(".//{*}rootfile[@full-path]") if root is not None else None
    name = posixpath.normpath(found.get("full-path", "")) if found is not None else ""
    if not archive.size(name):
        raise SourceError(f"{called} is no EPUB book, or a damaged one: get it anew from where it came from.")
    return name


def _xml(archive: ZipArchive, name: str) -> _Element | None:
    """Return the root of an XML file, as far as it can be read; None for none. No entity is ever expanded."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(archive.read(name, MOST_BYTES), parser)
    except (MemberError, etree.XMLSyntaxError, ValueError):
        return None


def _name(folder: str, written: str | None) -> str:
    """Return the name in the archive of what is referred to from a folder; empty for what is not in it."""
    path = unquote((written or "").partition("#")[0]).strip()
    if not path or "://" in path or path.startswith("/"):
        return ""
    name = posixpath.normpath(posixpath.join(folder, path))
    return "" if name.startswith("..") else name


def _encrypted(archive: ZipArchive) -> frozenset[str]:
    """Return the names of what is encrypted, but for fonts."""
    root = _xml(archive, _ENCRYPTION)
    names = set()
    for each in root.iterfind(".//{*}EncryptedData") if root is not None else ():
        method, reference = each.find("{*}EncryptionMethod"), each.find(".//{*}CipherReference")
        if reference is not None and (method is None or method.get("Algorithm") not in _OBFUSCATED):
            names.add(_name("", reference.get("URI")))
    return frozenset(names)


def _known(root: _Element) -> Metadata:
    """Return what the book says of itself that holds for its chapters, too."""
    said: dict[str, list[str]] = {}
    for each in root.iterfind(".//{*}metadata//{http://purl.org/dc/elements/1.1/}*"):
        text = printable("".join(map(str, each.itertext())))
        if text and isinstance(each.tag, str):
            said.setdefault(each.tag.rpartition("}")[2], []).append(text)
    day = next(filter(None, map(_day, said.get("date", ()))), None)
    addresses = [each for each in said.get("source", []) + said.get("identifier", []) if each.startswith("http")]
    return Metadata(
        byline=", ".join(dict.fromkeys(said.get("creator", ()))) or None,
        source=next(iter(said.get("title", ())), None),
        published=day,
        published_from=FROM if day else None,
        url=next(iter(addresses), None),
        language=next(iter(said.get("language", ())), None),
    )


def _day(written: str) -> date | None:
    """Return the day of a date in ISO 8601; of a year alone none is known."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _contents_page(folder: str, items: dict[str, _Element]) -> str:
    pages = (each for each in items.values() if "nav" in each.get("properties", "").split())
    return next((_name(folder, each.get("href")) for each in pages), "")


def _chapters_of_page(archive: ZipArchive, name: str) -> tuple[Chapter, ...]:
    """Return the chapters that the page of contents of EPUB 3 leads to."""
    try:
        tree = tree_of(page_of(archive.read(name, MOST_BYTES), name), name)
    except (MemberError, SourceError):
        return ()
    lists = [each for each in tree.iter("nav") if "toc" in each.get("epub:type", "").split()]
    links = (
        (link.get("href"), link.text_content(), sum(1 for _ in link.iterancestors("ol")))
        for each in lists[:1]
        for link in each.iter("a")
    )
    return tuple(_chapters(posixpath.dirname(name), links))


def _chapters_of_ncx(archive: ZipArchive, name: str) -> tuple[Chapter, ...]:
    """Return the chapters that the NCX file of EPUB 2 leads to."""
    root = _xml(archive, name)
    points = root.iterfind(".//{*}navMap//{*}navPoint") if root is not None else ()
    links = (
        (
            _source(each),
            each.findtext("{*}navLabel/{*}text") or "",
            sum(1 for _ in each.iterancestors("{*}navPoint")) + 1,
        )
        for each in points
    )
    return tuple(_chapters(posixpath.dirname(name), links))


def _source(point: _Element) -> str | None:
    content = point.find("{*}content")
    return content.get("src") if content is not None else None


def _chapters(folder: str, links: Iterator[tuple[str | None, str, int]]) -> Iterator[Chapter]:
    """Yield the chapters, given where each entry leads, its title and how deep it stands.

    What stands under an entry is one of its own if it begins another document, as chapters do under parts; else it is a
    heading inside.
    """
    seen: set[str] = set()
    for reference, title, depth in links:
        name = _name(folder, reference)
        if name and (depth == 1 or name not in seen):
            yield Chapter(name, unquote((reference or "").partition("#")[2]), printable(title))
        seen.add(name)
