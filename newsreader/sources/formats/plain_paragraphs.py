"""The blocks of HTML that has paragraphs, emphasis and nothing else, as most feeds do, without a parser.

What comes of it is what `page_lines` makes of the parser's tree; whatever else is in the HTML is left to these.
"""

from __future__ import annotations

import re
from html import unescape

from newsreader.sanitise import in_one_line
from newsreader.sources.paragraphs.blocks import Block

_LONGEST = 1_000_000
"""Code points of a piece of HTML that is looked at; parsers have limits of their own for what is longer."""
_EMPHASIS = re.compile(r"<(b|em|i|span|strong|u)>([^<>]*)</\1>")
_PARAGRAPH = re.compile(r"<p>([^<>]*)</p>")
_OTHER = re.compile(r"&(?!(?:amp|gt|lt|quot|nbsp|[lr][ds]quo|[mn]dash|hellip|#[1-9][0-9]{1,4});)")
"""A reference about which parsers may differ."""


def plain_paragraphs(html: str) -> list[Block] | None:
    """Return the blocks of safe HTML; None if it is not as plain as that."""
    if len(html) > _LONGEST:
        return None
    if html.count("<") > html.count("<p>") + html.count("</p>"):
        html = _EMPHASIS.sub(r"\2", html)
    parts = _PARAGRAPH.split(html)
    rest = "".join(parts[::2])
    if "<" in rest or ">" in rest or ("&" in html and _OTHER.search(html)):
        return None
    lines = (in_one_line(unescape(part) if "&" in part else part) for part in parts if part)
    return [Block(line) for line in lines if line]
