"""Annotations on many pages in one file of Web Annotations, as Hypothesis and others write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsreader.exports.annotations.jsonld import about, annotations_in, as_imported
from newsreader.exports.format import FormatError
from newsreader.intake.elsewhere.items import LeftOut, SavedArticle, line, web_address
from newsreader.intake.elsewhere.program import Program
from newsreader.sources.decode import beginning
from newsreader.sources.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.intake.elsewhere.bundle import Bundle
    from newsreader.intake.elsewhere.items import Item

_START = re.compile(r"\s*[\[{]")
_SELECTOR = '"TextQuoteSelector"'

_NO_ADDRESS = "annotation on what has no address of the web", "annotations on what has no address of the web"


def _read(bundle: Bundle) -> Iterator[Item]:
    try:
        annotations = annotations_in(bundle.text())
    except FormatError as error:
        raise SourceError(f"{bundle.called} cannot be imported: {error}.") from error
    pages: dict[str, list[dict[str, Any]]] = {}
    for each in annotations:
        address = web_address(about(each))
        if address is None:
            yield LeftOut(*_NO_ADDRESS)
        else:
            pages.setdefault(address.partition("#")[0], []).append(each)
    for address, its in pages.items():
        yield SavedArticle(address=address, title=_title(its), annotations=tuple(as_imported(each) for each in its))


def _title(annotations: list[dict[str, Any]]) -> str:
    """What Hypothesis says that the page is called; empty in other files."""
    for each in annotations:
        document = each.get("document")
        titles = document.get("title") if isinstance(document, dict) else None
        if isinstance(titles, list) and titles and (title := line(titles[0])):
            return title
    return ""


def _has_annotations(bundle: Bundle) -> bool:
    head = beginning(bundle.head)
    return bundle.is_single and _START.match(head) is not None and _SELECTOR in head


PROGRAM = Program("web-annotations", "annotations on pages of the web", _has_annotations, _read)
