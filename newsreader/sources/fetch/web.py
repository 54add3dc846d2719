"""Fetches a page from the web, through redirects of every kind."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from email.message import Message
from functools import partial
from http import HTTPStatus
from urllib.parse import urldefrag, urljoin

from newsreader.addresses import without_password
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.fetch import exchange
from newsreader.sources.fetch.private import is_private

_READABLE = ("text/", "application/xml", "application/json", "application/octet-stream")
"""How content types begin that say little; those of formats are taken, too."""

_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9,*/*;q=0.1",
    "Accept-Language": "en,*;q=0.5",
}
_PAGES = ("text/html", "application/xhtml+xml")
_META = re.compile(rb"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_REFRESHES = re.compile(rb"http-equiv\s*=\s*[\"']?refresh\b", re.IGNORECASE)
_REFRESH_TO = re.compile(
    rb"content\s*=\s*[\"']?\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*url\s*=\s*[\"']?([^\"'>]+)", re.IGNORECASE
)
_REFRESH_WITHIN, _AT_ONCE = 16_384, 5
"""Bytes in which a page says that it is elsewhere, and the seconds after which it sends there at the latest."""

_KINDS = {"image/": "a picture", "video/": "a video", "audio/": "a sound"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, unpacked, and what it says they are."""

    data: bytes
    url: str
    """The address at the end of the redirects."""
    content_type: str | None
    """In lower case without parameters; None if the server does not say."""
    charset: str | None


def fetch(url: str, *, public_only: bool = False) -> Page:
    """Return the page at `url`, an http or https address; raises `SourceError` with one sentence for any failure.

    An address that a person names may be of a private network, one that something on the web names only if
    `public_only` is False.
    """
    return exchange.in_time(partial(_follow, url, public_only=public_only), url)


def _follow(url: str, *, public_only: bool = False) -> Page:
    first = url
    for hop in range(exchange.MAX_REDIRECTS + 1):
        guarded = public_only or (hop > 0 and not is_private(first))
        answer = exchange.ask(url, _HEADERS, check=_check_head, public_only=guarded)
        if not answer.redirect and answer.status != HTTPStatus.OK:
            raise SourceError(status_sentence(answer.status, url))
        page = Page(answer.data, url, *content_type(answer.headers.get("content-type", "")))
        target = answer.redirect or _refresh(page)
        if not target:
            return page
        url = without_password(urljoin(url, target))
    raise SourceError(f"{shown(url)} redirects more than {exchange.MAX_REDIRECTS} times: open it in a browser.")


def _refresh(page: Page) -> str | None:
    """Return where a page sends browsers at once, which says nothing itself; None if it does not."""
    if page.content_type not in _PAGES:
        return None
    for tag in _META.findall(page.data[:_REFRESH_WITHIN]):
        found = _REFRESH_TO.search(tag) if _REFRESHES.search(tag) else None
        if found and int(found[1]) <= _AT_ONCE:
            target = html.unescape(found[2].decode("utf-8", "replace")).strip(" \t\r\n\"'")
            return target if urldefrag(urljoin(page.url, target)).url != urldefrag(page.url).url else None
    return None


def _check_head(answer: exchange.Answer) -> None:
    """Refuse what is no text before it is read."""
    said, _ = content_type(answer.headers.get("content-type", ""))
    if said is None or said.startswith(_READABLE):
        return
    # Of feeds only the words for their answers are wanted, and all formats together take a while to load.
    from newsreader.sources.formats.registry import is_content_type

    if is_content_type(said):
        return
    kind = next((words for start, words in _KINDS.items() if said.startswith(start)), shown(said))
    raise SourceError(f"{shown(answer.url)} is {kind}, not a page of text: save its text as a file and open that.")


def content_type(header: str) -> tuple[str | None, str | None]:
    """Return the type in lower case and the charset of a Content-Type header, None for what it lacks."""
    if "/" not in header:
        return None, None
    message = Message()
    message["Content-Type"] = header
    return message.get_content_type(), message.get_content_charset()


def status_sentence(status: int, url: str) -> str:
    """Return what it means that a server answered with a status other than 200, and what to do."""
    phrase = next((known.phrase for known in HTTPStatus if known == status), "an unknown status")
    advice = {
        404: "check the address",
        410: "look for it in a web archive",
        401: "it needs an account, so put it into ~/.netrc, or open it in a browser and save its text",
        402: "it needs a subscription, so open it in a browser and save its text",
        403: "the site refuses programs, so open it in a browser and save its text",
        451: "it is blocked for legal reasons",
        429: "the site asks to wait, so try again later",
    }.get(status, "try again later" if status >= 500 else "open it in a browser")
    return f"{shown(url)} answered {status} {phrase}: {advice}."
