"""What of a page is written for its readers and is about its article: neither what is hidden nor what stands around.

Words in classes and identifiers are those of people who make pages, whatever language the pages are in.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from newsreader.sanitise import printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AROUND_TAGS = frozenset({"nav", "aside", "footer", "form", "noscript", "template"})
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|replies|related|recommended|recirc\w*|teasers?|promo|sidebar|"
    r"trending|popular|most-?read|more-?(?:news|stories|from)|newsletter|breadcrumbs?|footer|outbrain|taboola)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words in the class or the identifier of what is about something else than the article."""

_TAG = re.compile(r"<[^<>]*>")


def clean(text: str) -> str | None:
    """Return what is written in an attribute or a value as one safe line; None for nothing."""
    return printable(html.unescape(_TAG.sub("", text))) or None


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element itself says that it is not shown."""
    return element.get("hidden") is not None or bool(_UNSEEN.search(element.get("style") or ""))


def shown(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that are shown and are not, nor stand in, something about anything else than the article."""
    left_out: set[HtmlElement] = set()
    kept = []
    for element in tree.iter():
        if element.getparent() in left_out or (isinstance(element.tag, str) and _is_around(element)):
            left_out.add(element)
        elif isinstance(element.tag, str):
            kept.append(element)
    return kept


def _is_around(element: HtmlElement) -> bool:
    if element.tag in ("html", "body"):
        return False
    marks = f"{element.get('id') or ''} {element.get('class') or ''}"
    return element.tag in _AROUND_TAGS or is_hidden(element) or _AROUND.search(marks) is not None


def line_of(element: HtmlElement) -> str:
    """Return what is written in an element as one safe line."""
    return printable(element.text_content())


def marks_of(element: HtmlElement) -> str:
    """Return what the element says of itself, in lower case: relation, class, identifier and property."""
    return " ".join(element.get(name) or "" for name in ("rel", "class", "id", "itemprop")).lower()
