"""Fetches a page from the web: http and https only, within limits of time, size and redirects."""

from __future__ import annotations

import html
import re
import urllib.request
from dataclasses import dataclass
from email.message import Message
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urldefrag, urljoin, urlsplit

from newsreader.addresses import NetrcError, account_of, without_password
from newsreader.aside import aside
from newsreader.sources.errors import SourceError, shown
from newsreader.sources.formats.registry import is_content_type

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

MAX_BYTES = 10 * 1024 * 1024
"""Bytes of a page, unpacked, that are taken; the largest news pages have a tenth of that."""

MAX_REDIRECTS = 5
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 10.0, 20.0, 60.0
_CHUNK = 16_384
"""Packed bytes read at a time: a gzip bomb grows a thousandfold, which stays bearable until the limit is checked."""

_DIGITS = 18
"""Of the longest length that is read as a number."""

_READABLE = ("text/", "application/xml", "application/json", "application/octet-stream")
"""How content types begin that say little; those of formats are taken, too."""

_HEADERS = {
    "User-Agent": "newsreader (terminal reader)",
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

_KINDS = {"application/pdf": "a PDF", "image/": "a picture", "video/": "a video", "audio/": "a sound"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the bytes, unpacked, and what it says they are."""

    data: bytes
    url: str
    """The address at the end of the redirects."""
    content_type: str | None
    """In lower case without parameters; None if the server does not say."""
    charset: str | None


def fetch(url: str) -> Page:
    """Return the page at `url`, an http or https address; raises `SourceError` with one sentence for any failure."""
    from urllib3.exceptions import HTTPError, LocationParseError

    try:
        return aside(partial(_follow, url)).result(TOTAL_SECONDS)
    except TimeoutError as error:
        raise SourceError(f"{shown(url)} took longer than {TOTAL_SECONDS:.0f} seconds: try again later.") from error
    except (LocationParseError, UnicodeError, ValueError) as error:
        raise SourceError(f"“{shown(url)}” is no address of a page: check it.") from error
    except (HTTPError, OSError) as error:
        raise SourceError(_sentence(error, url)) from error


def _follow(url: str) -> Page:
    for _ in range(MAX_REDIRECTS + 1):
        _check_address(url)
        address = urlsplit(url)._replace(fragment="").geturl()
        response = _pool(url).request("GET", address, headers=_headers(url), redirect=False, preload_content=False)
        try:
            target = response.get_redirect_location()
            if not target:
                page = _page(response, url)
                target = _refresh(page)
                if not target:
                    return page
        finally:
            response.release_conn()
            response.close()
        url = without_password(urljoin(url, target))
    raise SourceError(f"{shown(url)} redirects more than {MAX_REDIRECTS} times: open it in a browser.")


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


def _headers(url: str) -> dict[str, str]:
    """Return what is asked for, packed only as can be unpacked here, and who asks for it, if the host wants to know."""
    from urllib3.util.request import ACCEPT_ENCODING, make_headers

    parts = urlsplit(url)
    try:
        account = account_of(parts.hostname or "") if parts.scheme.lower() == "https" or _is_here(parts) else None
    except NetrcError as error:
        raise SourceError(str(error)) from error
    who = make_headers(basic_auth=":".join(account)) if account else {}
    return {**_HEADERS, "Accept-Encoding": ACCEPT_ENCODING, **who}


def _is_here(parts: SplitResult) -> bool:
    """Whether a host is this machine; to others no password goes over a connection that all can read."""
    return parts.hostname in {"localhost", "127.0.0.1", "::1"}


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme.lower() not in {"http", "https"}:
        raise SourceError(f"The page redirects to a {shown(parts.scheme)} address, but only http and https are opened.")
    if not parts.hostname:
        raise SourceError(f"“{shown(url)}” names no host: write it as https://example.org/page.")


def _pool(url: str) -> PoolManager:
    """Return where to send the request: to the host itself, or to the proxy of the environment."""
    from urllib3 import PoolManager, ProxyManager, Timeout
    from urllib3.util.request import make_headers

    timeout = Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
    parts = urlsplit(url)
    proxy = urllib.request.getproxies().get(parts.scheme)
    if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        _check_proxy(proxy, parts.scheme)
        headers = make_headers(proxy_basic_auth=_proxy_account(proxy))
        return ProxyManager(without_password(proxy), timeout=timeout, retries=False, proxy_headers=headers)
    return PoolManager(timeout=timeout, retries=False)


def _check_proxy(proxy: str, scheme: str) -> None:
    try:
        parts = urlsplit(proxy)
        usable = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable:
        raise SourceError(
            f"The proxy of the environment, {shown(proxy)}, cannot be used: "
            f"set {scheme}_proxy to that of an http or https proxy, or to nothing."
        )


def _proxy_account(proxy: str) -> str | None:
    """Return the user name and password that the environment has with the address of a proxy."""
    parts = urlsplit(proxy)
    return f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None


def _page(response: BaseHTTPResponse, url: str) -> Page:
    if response.status != HTTPStatus.OK:
        raise SourceError(_status_sentence(response.status, url))
    content_type, charset = _content_type(response.headers.get("Content-Type", ""))
    _check_type(content_type, url)
    return Page(_body(response, url), url, content_type, charset)


def _check_type(content_type: str | None, url: str) -> None:
    if content_type is None or content_type.startswith(_READABLE) or is_content_type(content_type):
        return
    kind = next((words for start, words in _KINDS.items() if content_type.startswith(start)), shown(content_type))
    raise SourceError(f"{shown(url)} is {kind}, not a page of text: save its text as a file and open that.")


def _content_type(header: str) -> tuple[str | None, str | None]:
    """Return the type in lower case and the charset of a Content-Type header, None for what it lacks."""
    if "/" not in header:
        return None, None
    message = Message()
    message["Content-Type"] = header
    return message.get_content_type(), message.get_content_charset()


def _body(response: BaseHTTPResponse, url: str) -> bytes:
    """Return the unpacked body; its size is limited as the server declares it, as it comes and as it unpacks."""
    too_large = SourceError(f"{shown(url)} is larger than {MAX_BYTES // 1024**2} MB: save its text and open the file.")
    declared = response.headers.get("Content-Length", "")
    if re.fullmatch(r"[0-9]+", declared) and (len(declared) > _DIGITS or int(declared) > MAX_BYTES):
        raise too_large
    if response.headers.get("Content-Encoding", "").strip().lower() in _never_asked_for():
        raise SourceError(_unpacked(url))
    data = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > MAX_BYTES:
            raise too_large
    return bytes(data)


def _never_asked_for() -> set[str]:
    from urllib3.util.request import ACCEPT_ENCODING

    return {"br", "zstd", "compress", "x-compress"} - {*ACCEPT_ENCODING.split(",")}


def _unpacked(url: str) -> str:
    return f"What {shown(urlsplit(url).hostname or url)} sent could not be unpacked: open the page in a browser."


def _status_sentence(status: int, url: str) -> str:
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


def _sentence(error: Exception, url: str) -> str:
    from urllib3 import exceptions

    host = shown(urlsplit(url).hostname or url)
    sentences: tuple[tuple[type[Exception], str], ...] = (
        (exceptions.NameResolutionError, f"{host} was not found: check the address and the network."),
        (exceptions.ProxyError, f"The proxy for {host} did not answer: check the network settings."),
        (exceptions.NewConnectionError, f"{host} could not be reached: check the address and the network."),
        (exceptions.TimeoutError, f"{host} did not answer in time: try again later."),
        (exceptions.SSLError, f"The certificate of {host} is not valid: check the address and this machine’s clock."),
        (exceptions.DecodeError, _unpacked(url)),
    )
    found = (sentence for kind, sentence in sentences if isinstance(error, kind))
    return next(found, f"The connection to {host} failed: check the network and try again.")
