"""RSS 0.9 to 2.0, RDF and Atom, by what their elements are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]

from newsreader.sanitise import printable
from newsreader.sources.feeds.markup import WEB, absolute, as_html, plain_title
from newsreader.sources.feeds.model import MOST_ENTRIES, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element  # type: ignore[import-untyped]

    from newsreader.sources.feeds.repair import Pieces

_ATOM = frozenset({"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
}
"""The vocabularies beside the feed's own that have something to say, with their usual prefixes."""
_CORE = frozenset(
    {
        "",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://blogs.law.harvard.edu/tech/rss",
        *_ATOM,
    }
)
_ENTRIES = frozenset({"item", "entry"})
_FEEDS = frozenset({"rss", "feed", "rdf", "channel"})
_ATOM_ROOTS = frozenset({"feed", "entry"})
_ROOTS = 3
"""Elements at the beginning that say what it is; in a piece, there is one around it."""
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_SAYING = {
    "guid": ("guid", "id"),
    "address": ("feedburner:origLink", "link"),
    "title": ("title", "dc:title", "media:title"),
    "content": ("content:encoded", "content", "xhtml:body", "fullitem"),
    "summary": ("description", "summary", "dc:description", "media:description"),
    "author": ("dc:creator", "author", "itunes:author"),
    "published": (
        "pubDate",
        "published",
        "issued",
        "dcterms:issued",
        "dc:date",
        "dcterms:created",
        "updated",
        "modified",
        "dcterms:modified",
        "created",
    ),
    "language": ("language", "dc:language"),
}
"""The elements that say what is known of an entry or of the feed; the first of them that says anything is believed."""
_PLACES = {name: (slot, rank) for slot, names in enumerate(_SAYING.values()) for rank, name in enumerate(names)}
_LAST = 99
_MARKED = frozenset({*_SAYING["title"], *_SAYING["content"], *_SAYING["summary"], "link", "author"})
"""What may have elements or attributes that count; the others are text and nothing else."""
_TYPED = frozenset({"title", "content", "summary", "subtitle"})
"""Of Atom, texts that say themselves what they are."""

_MAIL = re.compile(r"\S+@\S+\s*\((.+)\)\s*")
"""An author of RSS: `ann@news.example (Ann Bell)`."""


class DamagedError(Exception):
    """It is not well-formed; the message says where and why, without a full stop."""


@dataclass(frozen=True, slots=True)
class XmlFeed:
    """A feed in XML."""

    is_feed: bool
    title: str
    site: str
    entries: tuple[Entry, ...]


def read(document: bytes | str, url: str) -> XmlFeed:
    """Return what a document says that came from `url`. Raises `DamagedError`."""
    root = _root(document, recover=False)
    has_bases = b"xml:base" in document if isinstance(document, bytes) else "xml:base" in document
    reader = _Reader(root, url, has_bases=has_bases)
    return reader.feed(islice(_entries(root), MOST_ENTRIES))


def read_pieces(pieces: Pieces, url: str) -> XmlFeed:
    """Return what a document says of which only pieces are whole."""
    head = _recovered(pieces.head, pieces.names)
    reader = _Reader(head, url, has_bases=False)
    found = (_recovered(each, pieces.names) for each in pieces.entries[:MOST_ENTRIES])
    return reader.feed(piece[0] for piece in found if len(piece))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _root(document: bytes | str, *, recover: bool) -> Element:
    try:
        root = etree.fromstring(document, _parser(recover=recover))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedError(_why(error)) from error
    if root is None:
        raise DamagedError("nothing in it is XML")
    return root


def _recovered(piece: str, names: str) -> Element:
    """Return a piece of a document inside an element of its own, whatever can be had of it."""
    try:
        return _root(f"<piece {names}>{piece}</piece>", recover=True)
    except DamagedError:
        return etree.Element("piece")


def _why(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    said = printable(str(error).partition(", line ")[0]).rstrip(".")
    return f"line {line}: {said}" if line else said


def _entries(root: Element) -> Iterator[Element]:
    return (each for each in root.iter("{*}item", "{*}entry") if _name(each.tag) in _ENTRIES)


@lru_cache(maxsize=1024)
def _name(tag: str) -> str:
    """What an element is called here: without its namespace if that is one of feeds, else with the usual prefix."""
    space, _, local = tag.rpartition("}")
    space = space[1:]
    if space in _CORE or local.lower() in _FEEDS:
        return local
    return f"{_PREFIXES.get(space, '?')}:{local}"


@lru_cache(maxsize=1024)
def _place(tag: object) -> tuple[int, int, str] | None:
    """Where what an element says belongs, how little it is believed, and its name if it is more than text.

    The place of a group, in which there are others, is -1; None is what says nothing, such as a reference.
    """
    name = _name(tag) if isinstance(tag, str) else ""
    if name == "media:group":
        return -1, _LAST, name
    slot, rank = _PLACES.get(name, (-1, -1))
    return None if slot < 0 else (slot, rank, name if name in _MARKED else "")


class _Reader:
    """Reads the entries of one feed."""

    def __init__(self, root: Element, url: str, *, has_bases: bool) -> None:
        names = [_name(each.tag).lower() for each in islice(root.iter(etree.Element), _ROOTS)]
        self._is_feed = not _FEEDS.isdisjoint(names)
        self._is_atom = not _ATOM_ROOTS.isdisjoint(names)
        self._has_bases = has_bases
        head = _head(root)
        said = dict(zip(_SAYING, self._values(head), strict=True)) if head is not None else dict.fromkeys(_SAYING, "")
        self._title = plain_title(said["title"])
        self._language = said["language"] or root.get(_LANG) or ""
        self._url = url
        self._site = absolute(said["address"], url)

    def feed(self, elements: Iterable[Element]) -> XmlFeed:
        entries = tuple([entry for entry in map(self._entry, elements) if entry.says_anything])
        return XmlFeed(self._is_feed or bool(entries), self._title, self._site, entries)

    def _entry(self, element: Element) -> Entry:
        guid, address, title, content, summary, author, published, language = self._values(element)
        guid = guid or element.get(_ABOUT) or ""
        base = self._base(element)
        address = absolute(address, base)
        if not address and guid.startswith(WEB) and _is_permanent(element):
            address = absolute(guid, base)
        return Entry(
            guid,
            address,
            title,
            content,
            summary,
            _MAIL.sub(r"\1", author) if "@" in author else author,
            published,
            element.get(_LANG) or language or self._language,
            base if self._has_bases else address or base,
        )

    def _base(self, element: Element) -> str:
        """Return what relative addresses in an element lead from."""
        if self._has_bases and element.base:
            return str(urljoin(self._url, element.base))
        return self._url if self._is_atom else self._site or self._url

    def _values(self, element: Element) -> list[str]:
        """Return what the elements in an element say, in the order of `_SAYING`; empty what none says."""
        said, ranks = [""] * len(_SAYING), [_LAST] * len(_SAYING)
        self._read(element, said, ranks)
        return said

    def _read(self, element: Element, said: list[str], ranks: list[int]) -> None:
        for child in element:
            place = _place(child.tag)
            if place is None:
                continue
            slot, rank, name = place
            if slot < 0:
                self._read(child, said, ranks)
            elif rank < ranks[slot]:
                # Most are text and nothing else, and to ask costs as much as to read it.
                value = self._value(child, name) if name else child.text
                if value and (value := value.strip()):
                    said[slot], ranks[slot] = value, rank

    def _value(self, child: Element, name: str) -> str:
        if name == "link":
            return _link(child)
        if name == "author" and len(child):
            return next((each.text or "" for each in child if _name(each.tag) == "name"), "").strip()
        if self._is_atom and name in _TYPED:
            return _typed(child)
        return _inside(child) if len(child) else (child.text or "").strip()


def _head(root: Element) -> Element | None:
    """Return the element that has what the feed says of itself."""
    named = (each for each in root.iter(etree.Element) if _name(each.tag).lower() in ("channel", "feed"))
    return next(named, None)


def _is_permanent(entry: Element) -> bool:
    """Whether the identifier of an entry is the address of its page."""
    named = (each for each in entry if isinstance(each.tag, str) and _name(each.tag) == "guid")
    return all(each.get("isPermaLink") != "false" for each in named)


def _link(element: Element) -> str:
    """Return where a link leads that leads to the page of the article."""
    target = element.get("href")
    if target is None:
        return (element.text or "").strip()
    return str(target) if element.get("rel", "alternate") == "alternate" else ""


def _typed(element: Element) -> str:
    """Return a text of Atom as HTML (RFC 4287, 3.1; of Atom 0.3, the types are those of MIME)."""
    kind = (element.get("type") or "text").lower()
    if len(element) or kind in ("xhtml", "application/xhtml+xml"):
        return _inside(element)
    text = (element.text or "").strip()
    if kind == "html" or kind == "text/html" or element.get("mode") == "escaped":
        return text
    return as_html(text) if kind in ("text", "text/plain") else ""


def _inside(element: Element) -> str:
    """Return what is in an element, with its markup."""
    parts = [escape(element.text or "", quote=False)]
    parts += [etree.tostring(each, encoding="unicode", method="html") for each in element]
    return "".join(parts).strip()
