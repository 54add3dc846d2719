"""One question to a server of the web and its answer: http and https only, within limits of time and size."""

from __future__ import annotations

import re
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import SplitResult, unquote, urlsplit

from newsreader.addresses import NetrcError, account_of, without_password
from newsreader.aside import aside
from newsreader.sources.errors import SourceError, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from urllib3 import BaseHTTPResponse, PoolManager

_Result = TypeVar("_Result")

MAX_BYTES = 10 * 1024 * 1024
"""Bytes of a page or a feed, unpacked, that are taken; the largest news pages have a tenth of that."""

MAX_REDIRECTS = 5
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 10.0, 20.0, 60.0
_CHUNK = 16_384
"""Packed bytes read at a time: a gzip bomb grows a thousandfold, which stays bearable until the limit is checked."""

_DIGITS = 18
"""Of the longest length that is read as a number."""

AGENT = "newsreader (terminal reader)"
OK = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    url: str
    """The address that was asked."""
    headers: Mapping[str, str]
    """Their names in lower case."""
    data: bytes = b""
    """The body, unpacked; only of what is there (200)."""
    redirect: str = ""
    """The address that it sends to, as it is written; empty if it sends nowhere."""


def ask(
    url: str,
    headers: Mapping[str, str],
    *,
    check: Callable[[Answer], object] = lambda _: None,
    public_only: bool = False,
    too_large: str = "save its text and open the file",
) -> Answer:
    """Return what the server at an http or https address answers.

    `check` may refuse it by its head alone. `public_only` asks no machine of a private network. `too_large` is what to
    do about more than is taken. Raises `SourceError`, errors of urllib3 and OSError; `in_time` makes sentences of them.
    """
    _check_address(url)
    address = urlsplit(url)._replace(fragment="").geturl()
    response = pool(url, public_only=public_only).request(
        "GET", address, headers=asking(url, headers), redirect=False, preload_content=False
    )
    try:
        said = {name.lower(): value for name, value in response.headers.items()}
        answer = Answer(response.status, url, said, redirect=response.get_redirect_location() or "")
        if answer.redirect or response.status != OK:
            return answer
        check(answer)
        return Answer(response.status, url, said, _body(response, url, too_large))
    finally:
        response.release_conn()
        response.close()


def in_time(work: Callable[[], _Result], url: str) -> _Result:
    """Return the result of `work`, which asks the server at an address. Raises `SourceError` for any failure."""
    from urllib3.exceptions import HTTPError, LocationParseError

    try:
        return aside(work).result(TOTAL_SECONDS)
    except TimeoutError as error:
        raise SourceError(f"{shown(url)} took longer than {TOTAL_SECONDS:.0f} seconds: try again later.") from error
    except (LocationParseError, UnicodeError, ValueError) as error:
        raise SourceError(f"“{shown(url)}” is no address of a page: check it.") from error
    except (HTTPError, OSError) as error:
        raise SourceError(_sentence(error, url)) from error


def asking(url: str, headers: Mapping[str, str]) -> dict[str, str]:
    """Return what is asked for, packed only as can be unpacked here, and who asks for it, if the host wants to know."""
    from urllib3.util.request import ACCEPT_ENCODING, make_headers

    parts = urlsplit(url)
    try:
        account = account_of(parts.hostname or "") if parts.scheme.lower() == "https" or _is_here(parts) else None
    except NetrcError as error:
        raise SourceError(str(error)) from error
    who = make_headers(basic_auth=":".join(account)) if account else {}
    return {"User-Agent": AGENT, **headers, "Accept-Encoding": ACCEPT_ENCODING, **who}


def _is_here(parts: SplitResult) -> bool:
    """Whether a host is this machine; to others no password goes over a connection that all can read."""
    return parts.hostname in {"localhost", "127.0.0.1", "::1"}


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme.lower() not in {"http", "https"}:
        raise SourceError(f"The page redirects to a {shown(parts.scheme)} address, but only http and https are opened.")
    if not parts.hostname:
        raise SourceError(f"“{shown(url)}” names no host: write it as https://example.org/page.")


def pool(url: str, *, public_only: bool = False) -> PoolManager:
    """Return where to send the question: to the host itself, or to the proxy of the environment."""
    from urllib3 import PoolManager, ProxyManager, Timeout
    from urllib3.util.request import make_headers

    from newsreader.sources.fetch import private

    timeout = Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
    parts = urlsplit(url)
    proxy = urllib.request.getproxies().get(parts.scheme)
    if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
        if public_only and private.is_private(url):
            raise private.refused(url)
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        _check_proxy(proxy, parts.scheme)
        headers = make_headers(proxy_basic_auth=_proxy_account(proxy))
        return ProxyManager(without_password(proxy), timeout=timeout, retries=False, proxy_headers=headers)
    manager = PoolManager(timeout=timeout, retries=False)
    if public_only:
        manager.pool_classes_by_scheme = private.public_pools()
    return manager


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


def _body(response: BaseHTTPResponse, url: str, advice: str) -> bytes:
    """Return the unpacked body; its size is limited as the server declares it, as it comes and as it unpacks."""
    too_large = SourceError(f"{shown(url)} is larger than {MAX_BYTES // 1024**2} MB: {advice}.")
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
