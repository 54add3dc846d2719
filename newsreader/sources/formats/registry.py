"""All formats of articles, and which of them some bytes are of. The bytes are asked before anybody decodes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.sources.formats import epub, feed, html, mail, markdown, pdf, plain, subtitles, wacz, warc

if TYPE_CHECKING:
    from newsreader.sources.formats.format import Format

FORMATS: tuple[Format, ...] = (
    epub.FORMAT,
    pdf.FORMAT,
    wacz.FORMAT,
    warc.FORMAT,
    feed.FORMAT,
    mail.FORMAT,
    subtitles.FORMAT,
    html.FORMAT,
    markdown.FORMAT,
    plain.FORMAT,
)
"""In the order in which they are asked; the last takes what no other does."""

HEAD = 65_536
"""How many of the first bytes are looked at."""


def format_of(data: bytes, *, suffix: str = "", content_type: str | None = None) -> Format:
    """Return the format of `data`, which has a name with that suffix, or came with that content type.

    Asked are, in this order: a signature in the bytes, since it cannot be there by chance; the content type, since it
    was sent with these very bytes; the suffix, since a person may have given any; and what the bytes look like, since
    a text that explains HTML may begin with it. A content type that several formats have leaves it to the suffix to
    choose among them.
    """
    head, suffix = data[:HEAD], suffix.lower()
    if (signed := signed_format(head)) is not None:
        return signed
    typed = [each for each in FORMATS if content_type in each.types]
    if len(typed) == 1:
        return typed[0]
    named = [each for each in FORMATS if suffix in each.suffixes]
    believed = [each for each in named if not typed or each in typed]
    if believed:
        return believed[0]
    unknown = "" if named else suffix
    return next((each for each in FORMATS if each.looks(head, unknown)), FORMATS[-1])


def signed_format(head: bytes) -> Format | None:
    """Return the format whose signature the first bytes are, None for bytes without one."""
    return next((each for each in FORMATS if each.magic(head)), None)


def is_content_type(content_type: str) -> bool:
    """Whether a content type stands for any of the formats."""
    return any(content_type in each.types for each in FORMATS)
