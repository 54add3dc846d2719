"""Small things that feeds of all kinds need: titles without markup, text as HTML, whole addresses."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

from newsreader.addresses import without_password
from newsreader.sanitise import printable

WEB = ("http://", "https://")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|del|em|font|h[1-6]|i|ins|mark|p|q|s|small|span|strong|sub|sup|tt|u)\b[^<>]*+>",
    re.IGNORECASE,
)
"""Tags that titles have; other words in angle brackets are meant as they stand (`List<String>`)."""


def plain_title(markup: str) -> str:
    """Return a title, which may be text or HTML and does not always say so, as one safe line of text."""
    if "<" in markup:
        markup = _INLINE.sub("", markup)
    return printable(unescape(markup) if "&" in markup else markup)


def as_html(text: str) -> str:
    """Return a text as HTML that says the same, line by line."""
    return escape(text, quote=False).replace("\n", "<br>")


def absolute(address: str, base: str) -> str:
    """Return an address of the web as a whole, without a password that is written in it; empty for what is none."""
    if " " in address or not address.isprintable():
        address = "".join(address.split())
    if address.startswith(WEB):
        return without_password(address) if "@" in address else address
    if not address:
        return ""
    try:
        whole = urljoin(base, address)
    except ValueError:
        return ""
    return without_password(whole) if whole.lower().startswith(WEB) else ""
