"""Keeps what the web says from leading to machines of a private network, or to this one."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsreader.sources.errors import SourceError, shown

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool

_HERE = (".localhost", ".local", ".internal", ".home.arpa")
"""How names end that are never those of the public net (RFC 6761, 6762, 8375)."""


def is_private(url: str) -> bool:
    """Whether the host of an address is of a private network, or this machine, by its name or by where that leads."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if _is_address(host):
        return _is_private_address(host)
    if host == "localhost" or host.endswith(_HERE):
        return True
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False  # nobody is asked then
    return any(_is_private_address(str(each[4][0])) for each in found)


def refused(url: str) -> SourceError:
    """The error of an address that leads to a private network without being asked to."""
    return SourceError(
        f"{shown(urlsplit(url).hostname or url)} is on a private network, where the web has no business to lead: "
        "if it is meant, open it by its own address."
    )


def public_pools() -> dict[str, type[HTTPConnectionPool]]:
    """Return the connections to use where none may lead to a private network, for a PoolManager of urllib3."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

    # It is the machine that answers that counts: between two look-ups, a name may come to lead elsewhere.
    class PublicConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn(), self.host)

    class PublicTlsConnection(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn(), self.host)

    class PublicPool(HTTPConnectionPool):
        ConnectionCls = PublicConnection

    class PublicTlsPool(HTTPSConnectionPool):
        ConnectionCls = PublicTlsConnection

    return {"http": PublicPool, "https": PublicTlsPool}


def _checked(connected: socket.socket, host: str) -> socket.socket:
    """Return a connection over which nothing was sent yet, unless it leads to a private network."""
    if _is_private_address(connected.getpeername()[0]):
        connected.close()
        raise refused(f"http://{host}")
    return connected


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_private_address(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return not (inner or found).is_global
