"""Lists of feeds as OPML (http://opml.org/spec2.opml), in the dialects of the programs that write it, in and out.

Folders are outlines around outlines; a feed in several folders is written in each by some programs. FreshRSS keeps
pages that it takes apart itself, which are no feeds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from newsreader.intake.elsewhere.items import NO_ADDRESS, LeftOut, Subscription, labels, line, web_address
from newsreader.intake.elsewhere.program import Program
from newsreader.sources.decode import beginning
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element  # type: ignore[import-untyped]

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<opml\b", re.IGNORECASE | re.DOTALL)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")

SCRAPED = "page that is no feed, with rules to take it apart", "pages that are no feeds, with rules to take them apart"
"""What FreshRSS writes with the types `HTML+XPath`, `XML+XPath`, `JSON+…`."""
CUT = "list of feeds that is cut or damaged, of which the rest was taken", "lists of feeds that are damaged"
INCLUDED = "other list of feeds that this one points to", "other lists of feeds that this one points to"


def _read(bundle: Bundle) -> Iterator[Item]:
    root, damaged = _tree(bundle)
    body = next((each for each in root if _name(each) == "body"), None)
    if body is None:
        raise SourceError(f"{bundle.called} is cut before its first feed.")
    found: dict[str, Subscription] = {}
    for item in _within(body):
        if not isinstance(item, Subscription):
            yield item
            continue
        found[item.address] = _together(found[item.address], item) if item.address in found else item
    yield from found.values()
    if damaged:
        yield LeftOut(*CUT)


def _together(feed: Subscription, again: Subscription) -> Subscription:
    """A feed that stands in several folders: the first is its folder, and what the others are called are tags."""
    tags = labels((*feed.tags, *again.tags, *([again.folder] if again.folder not in ("", feed.folder) else [])))
    return Subscription(feed.address, feed.title or again.title, feed.site or again.site, feed.folder, tags)


def _tree(bundle: Bundle) -> tuple[_Element, bool]:
    """The root, and whether the file is not well formed; nothing is fetched."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8", huge_tree=False
    )
    text = bundle.text()
    if "<!ENTITY" in text:
        raise SourceError(f"{bundle.called} declares entities of its own, as no list of feeds does.")
    data = _DECLARED.sub("", text).encode("utf-8", "replace")
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None or _name(root) != "opml":
        raise SourceError(f"{bundle.called} is no OPML.")
    return root, bool(len(parser.error_log))


def _name(element: _Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _within(body: _Element) -> Iterator[Item]:
    """All outlines from the outermost on, each with the folders that it is in."""
    waiting: list[tuple[_Element, tuple[str, ...]]] = [(each, ()) for each in reversed(body)]
    while waiting:
        outline, folders = waiting.pop()
        if _name(outline) != "outline":
            continue
        values = {name.lower(): value for name, value in outline.attrib.items()}
        said = line(values.get("title")) or line(values.get("text"))
        if "xmlurl" in values:
            yield _feed(values, said, folders)
        elif values.get("type", "").lower() in ("link", "include") and "url" in values:
            yield LeftOut(*INCLUDED)
        inner = (*folders, said.replace("/", "∕")) if said and "xmlurl" not in values else folders
        waiting += [(each, inner) for each in reversed(outline)]


def _feed(values: dict[str, str], title: str | None, folders: tuple[str, ...]) -> Item:
    if "+" in values.get("type", ""):
        return LeftOut(*SCRAPED)
    address = web_address(values["xmlurl"])
    if address is None:
        return LeftOut(*NO_ADDRESS)
    categories = (each.strip().strip("/") for each in values.get("category", "").split(","))
    return Subscription(
        address,
        None if title == address else title,
        web_address(values.get("htmlurl", "")),
        "/".join(folders),
        labels(categories),
    )


def written(feeds: Iterable[Subscription], title: str = "Feeds of newsreader") -> str:
    """The list as OPML 2.0: a feed stands in its folder, and has its tags as categories."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{_escaped(title)}</title></head>",
        "  <body>",
        *_folder(_by_folder(feeds), "    "),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


class _Folder(dict[str, "_Folder"]):
    """The folders in a folder, and its feeds."""

    def __init__(self) -> None:
        super().__init__()
        self.feeds: list[Subscription] = []


def _by_folder(feeds: Iterable[Subscription]) -> _Folder:
    outermost = _Folder()
    for feed in feeds:
        folder = outermost
        for name in filter(None, feed.folder.split("/")):
            folder = folder.setdefault(name, _Folder())
        folder.feeds.append(feed)
    return outermost


def _folder(folder: _Folder, blanks: str) -> Iterator[str]:
    for feed in folder.feeds:
        yield f"{blanks}<outline {_attributes(feed)}/>"
    for name, inner in folder.items():
        yield f"{blanks}<outline text={_quoted(name)} title={_quoted(name)}>"
        yield from _folder(inner, f"{blanks}  ")
        yield f"{blanks}</outline>"


def _attributes(feed: Subscription) -> str:
    name = feed.title or feed.address
    values = {"type": "rss", "text": name, "title": name, "xmlUrl": feed.address, "htmlUrl": feed.site or ""}
    values["category"] = ",".join(each.replace(",", " ") for each in feed.tags)
    return " ".join(f"{name}={_quoted(value)}" for name, value in values.items() if value)


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\t": "&#9;"})


def _escaped(text: str) -> str:
    return _quoted(text)[1:-1]


def _is_opml(bundle: Bundle) -> bool:
    return bundle.is_single and _START.match(beginning(bundle.head)) is not None


PROGRAM = Program("opml", "a list of feeds", _is_opml, _read)
