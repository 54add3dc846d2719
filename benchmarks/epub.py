"""An article as an EPUB of one chapter, for readers that take nothing else."""

from __future__ import annotations

import zipfile
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
BOOK = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Article</dc:title><dc:language>en</dc:language><dc:identifier id="id">article</dc:identifier>
</metadata><manifest>
<item id="contents" href="contents.ncx" media-type="application/x-dtbncx+xml"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine toc="contents"><itemref idref="text"/></spine></package>
"""
CONTENTS = """<?xml version="1.0"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>Article</text></docTitle>
<navMap><navPoint id="text" playOrder="1"><navLabel><text>Article</text></navLabel><content src="text.xhtml"/>
</navPoint></navMap></ncx>
"""
TEXT = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Article</title></head><body>{}</body></html>
"""


def write(file: Path, text: str) -> None:
    """Write `text`, whose paragraphs have empty lines between them, into an EPUB."""
    paragraphs = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))
    parts = {"book.opf": BOOK, "contents.ncx": CONTENTS, "text.xhtml": TEXT.format(paragraphs)}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", CONTAINER)
        for name, content in parts.items():
            book.writestr(name, content)
