"""Books as EPUB files, made for tests: the least that a book must have, and whatever else a test puts into it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
KNOWN = (
    "<dc:title>Harbours</dc:title><dc:creator>Karin Ahlstrom</dc:creator><dc:language>en</dc:language>"
    "<dc:date>2024-03-15</dc:date><dc:identifier>urn:isbn:1</dc:identifier>"
)


def page(body: str, title: str = "<title/>") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head>{title}</head><body>{body}</body></html>'
    )


def nav(*entries: tuple[str, str]) -> str:
    """The page of contents of EPUB 3: where each chapter is, and its title."""
    links = "".join(f'<li><a href="{where}">{title}</a></li>' for where, title in entries)
    return page(f'<nav epub:type="toc"><ol>{links}</ol></nav>')


def ncx(*entries: tuple[str, str]) -> str:
    """The table of contents of EPUB 2."""
    points = "".join(
        f"<navPoint><navLabel><text>{title}</text></navLabel><content src='{where}'/></navPoint>"
        for where, title in entries
    )
    return f"<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap>{points}</navMap></ncx>"


def book(
    documents: Mapping[str, str | bytes],
    *,
    contents: str = "",
    known: str = KNOWN,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book with these documents in that order, named as the spine has them; `contents` is made by `nav` or `ncx`."""
    items = "".join(f'<item id="i{n}" href="{name}"/>' for n, name in enumerate(documents))
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(documents)))
    files: dict[str, str | bytes] = {f"OEBPS/{name}": text for name, text in documents.items()}
    toc = ""
    if "<navMap>" in contents:
        items, toc = items + '<item id="toc" href="toc.ncx"/>', ' toc="toc"'
        files["OEBPS/toc.ncx"] = contents
    elif contents:
        items += '<item id="toc" href="nav.xhtml" properties="nav"/>'
        files["OEBPS/nav.xhtml"] = contents
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{known}</metadata>'
        f"<manifest>{items}</manifest><spine{toc}>{refs}</spine></package>"
    )
    files |= {"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": package}
    return packed({"mimetype": "application/epub+zip", **files, **(more or {})})


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file, the first of the files in it not packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(files.items()):
            archive.writestr(name, content, None if number else zipfile.ZIP_STORED)
    return made.getvalue()
