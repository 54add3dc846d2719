"""Finds the feeds of a site from what its page says about itself, and where feeds usually are."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

from newsreader.sources.feeds.markup import absolute

_LINK = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json"}
)
_COMMENTS = re.compile(r"comments?\b", re.IGNORECASE)
_WITHIN = 500_000
"""Code points of a page in which its feeds are named."""
_USUAL = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json")


def linked_feeds(page: str, url: str) -> list[str]:
    """Return the addresses of the feeds that a page names that came from `url`; those of comments last."""
    found: dict[str, str] = {}
    for tag in _LINK.findall(page[:_WITHIN]):
        said = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
        is_feed = "alternate" in said.get("rel", "").lower().split() and said.get("type", "").lower() in _TYPES
        address = absolute(said.get("href", ""), url)
        if is_feed and address:
            found.setdefault(address, said.get("title", ""))
    return sorted(found, key=lambda address: bool(_COMMENTS.search(f"{found[address]} {address}")))


def usual_places(url: str) -> list[str]:
    """Return the addresses at which sites usually have their feeds, for a page that names none."""
    return [urljoin(url, f"/{name}") for name in _USUAL]
