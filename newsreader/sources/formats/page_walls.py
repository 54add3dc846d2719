"""Says why a page has no article: its text is put there by a script, or stands behind a question for consent.

Words in classes and identifiers are those of people who make pages, whatever language the pages are in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsreader.sanitise import printable
from newsreader.sources.metadata.page_text import is_hidden, line_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNSEEN = ("script", "style", "template")

LONGEST, _LONGEST_BY_SCRIPTS = 700, 150
"""Code points of what may be a wall, and of what pages say that are empty without scripts; others can be read."""

_CONSENT = re.compile(
    r"consent|cookie-?wall|gdpr|privacy-?(?:gate|wall|prompt)|\bcmp\b|onetrust|didomi|sp_message", re.IGNORECASE
)
_CONSENT_ADDRESS = re.compile(r"(?:^|[./])(?:consent|cookiewall|privacy-?gate)s?[./]|collectconsent", re.IGNORECASE)
_ROOT = re.compile(r"(?:react-?)?root|app(?:-root)?|__next|__nuxt|___gatsby|main-app|svelte|ember\d*", re.IGNORECASE)


def wall(tree: HtmlElement, url: str | None, size: int) -> str | None:
    """Return what keeps the text of a page from being read, as the end of a sentence about it; None if nothing does.

    `size` is how many code points were read all the same.
    """
    if size < LONGEST and _asks_for_consent(tree, url):
        return "asks for consent before it shows the article: open it in a browser, agree, and save the page as a file."
    if size < _LONGEST_BY_SCRIPTS and _is_made_by_a_script(tree):
        return "has its text put there by a script: open it in a browser and save the page as a file."
    return None


def _asks_for_consent(tree: HtmlElement, url: str | None) -> bool:
    """Whether most that is written stands in what is about consent, or the address is one that asks for it."""
    if url and _CONSENT_ADDRESS.search(re.sub(r"^\w+:/*|[?#].*", "", url) + "/"):
        return True
    body = tree.find("body")
    if body is None:
        return False
    about = [each for each in body.iter() if isinstance(each.tag, str) and each.tag not in _UNSEEN and _marks(each)]
    outer = [each for each in about if not any(map(_marks, each.iterancestors()))]
    return sum(map(_written, outer)) * 2 > _written(body) > 0


def _marks(element: HtmlElement) -> bool:
    if element.tag in ("body", "html"):
        return False
    names = " ".join(element.get(name) or "" for name in ("id", "class", "action", "name"))
    return _CONSENT.search(names) is not None


def _written(element: HtmlElement) -> int:
    """Return how much of an element is written for readers."""
    unwritten = sum(len(printable(each.text_content())) for each in element.iter(*_UNSEEN))
    return len(line_of(element)) - unwritten


def _is_made_by_a_script(tree: HtmlElement) -> bool:
    """Whether there are scripts, and the place for what they make is empty, or hidden, or readers without are told."""
    if next(tree.iter("script"), None) is None:
        return False
    told = any(line_of(each) for each in tree.iter("noscript") if len(each) == 0 or each.find(".//img") is None)
    empty = any(_ROOT.fullmatch(each.get("id") or "") and _written(each) <= 0 for each in tree.iter("div", "main"))
    return told or empty or any(map(is_hidden, tree.iter("body")))
