"""What pages say about themselves in JSON-LD, also where it is wrapped, or is not quite JSON.

Of several descriptions of articles that is chosen which is about the one on the page; references inside a graph are
followed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from newsreader.sources.metadata.page_text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE_TYPE = re.compile(r"(?:https?://schema\.org/)?(?:\w*Article|\w*BlogPosting|Report\w*|Review)")
_WRAPPING = re.compile(r"(?:/\*|//)?\s*(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?|<!--|(?://\s*)?-->")
_REMARK = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
_BEGINNING = re.compile(r"[{\[]")
_LINE_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
_DECODER = json.JSONDecoder(strict=False)
_MOST_DOCUMENTS = 20
"""In one block; there should be one."""

_MOST_REFERENCES = 3
"""Steps from a reference to what it stands for."""


def article_data(tree: HtmlElement, agrees: Callable[[str], bool]) -> dict[str, Any]:
    """Return the JSON-LD object that describes the article of the page, or an empty one.

    `agrees` says of a headline whether the page has it; where none does, the first article counts.
    """
    things = [thing for script in _scripts(tree) for thing in _things_in(script)]
    articles = [thing for thing in things if _is_article(thing)]
    agreeing = (each for each in articles if agrees(clean(str(each.get("headline") or each.get("name") or "")) or ""))
    found = next(agreeing, articles[0] if articles else {})
    names = {str(thing["@id"]): thing for thing in things if thing.get("@id") and len(thing) > 1}
    return {key: _resolved(value, names) for key, value in found.items()}


def article_body(tree: HtmlElement) -> str | None:
    """Return the text of the longest article that the data of the page have in full, with its line breaks."""
    articles = (thing for script in _scripts(tree) for thing in _things_in(script) if _is_article(thing))
    bodies = [str(body) for each in articles if (body := each.get("articleBody"))]
    return max((_LINE_TAG.sub("\n", body) for body in bodies), key=len, default=None)


def names_in(value: Any) -> list[str]:
    """Return the names in a value of JSON-LD: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        name = None if value.startswith(("http://", "https://")) else clean(value)
        return [name] if name else []
    if isinstance(value, dict):
        return names_in(value.get("name"))
    if isinstance(value, list):
        return [name for each in value for name in names_in(each)]
    return []


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield script.text_content()


def _things_in(script: str) -> list[dict[str, Any]]:
    """Return the objects that a block describes; none if it is broken or nested without end."""
    bare = _WRAPPING.sub(" ", script)
    for text in (script, bare, _LAST_COMMA.sub("", _REMARK.sub(" ", bare))):
        try:
            return [thing for document in _documents(text) for thing in _things(document)]
        except (ValueError, RecursionError):
            continue
    return []


def _documents(text: str) -> Iterator[Any]:
    """Yield the JSON documents of a text, whatever stands between and behind them. Raises `ValueError`."""
    place = 0
    for _ in range(_MOST_DOCUMENTS):
        if (beginning := _BEGINNING.search(text, place)) is None:
            return
        document, place = _DECODER.raw_decode(text, beginning.start())
        yield document


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """Return the objects of a JSON-LD document: itself, those of a list, those of its graph and its main entity."""
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(data.get(key))


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(_ARTICLE_TYPE.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _resolved(value: Any, names: dict[str, dict[str, Any]], steps: int = _MOST_REFERENCES) -> Any:
    """Return a value with what its references stand for: `{"@id": "#anna"}` is the object of that name."""
    if isinstance(value, list):
        return [_resolved(each, names, steps) for each in value]
    if isinstance(value, dict) and set(value) == {"@id"} and steps:
        return _resolved(names.get(str(value["@id"]), {}), names, steps - 1)
    return value
