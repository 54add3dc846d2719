"""Addresses without the user names and passwords that may be written in them; accounts come from a netrc file.

What looks like a password goes, even where that costs a part of the path: an address that does not open can be mended.
"""

from __future__ import annotations

import logging
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from netrc import netrc

_LOG = logging.getLogger(__name__)

_SCHEME = re.compile(r"\s*[A-Za-z](?:[A-Za-z0-9+.-]+:/+|://+)")
"""How an address begins; a letter with one slash is a drive of Windows."""

_IN_TEXT = re.compile(r":/\S+")
_AUTHORITY = re.compile(r"[^/?#\\]*")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?(?::\d+)?(?=[/?#\\]|\s*\Z)|\[[\da-fA-F:.]+\]")
_FULL_HOST = re.compile(r"(?:(?:[\w-]+\.)+[\w-]+\.?|localhost)(?::\d+)?(?=[/?#\\]|\s*\Z)|\[[\da-fA-F:.]+\]")
"""A host that cannot be taken for a user name; that of a network at home may be one word."""

LEFT_OUT = "The user name and password in the address are left out and not kept: put them into a netrc file (~/.netrc)."
"""What to tell whoever named an address with one."""


def without_password(address: str) -> str:
    """Return an address without user name and password, also where `/`, `?`, `#` or `@` in it are not encoded."""
    scheme = _SCHEME.match(address)
    if scheme is None or "@" not in address:
        return address
    rest = address[scheme.end() :]
    return address[: scheme.end()] + rest[_host_start(rest) :]


def without_passwords(text: str) -> str:
    """Return a text in which the addresses have no user names and passwords."""
    return _IN_TEXT.sub(lambda found: without_password(f"xx{found[0]}")[2:], text)


def _host_start(rest: str) -> int:
    """Where the host begins in an address without its scheme: of several places that it may, the last."""
    authority = _AUTHORITY.match(rest)
    end = authority.end() if authority else 0
    start = rest.rfind("@", 0, end) + 1
    if ":" not in rest[:end] or _FULL_HOST.match(rest, start):
        return start
    plausible = _HOST.match(rest, start) is not None
    host, otherwise = (_FULL_HOST, start) if plausible else (_HOST, rest.rfind("@") + 1)
    after = (found.end() for found in re.finditer("@", rest) if found.end() > start)
    return max((place for place in after if host.match(rest, place)), default=otherwise)


class NetrcError(Exception):
    """The netrc file has an account for the host but must not be used; the message is a sentence."""


def account_of(host: str) -> tuple[str, str] | None:
    """Return user name and password for a host; None if there are none.

    They are those in the environment (`NEWSREADER_ACCOUNTS`, as `host=user:password`, blanks between), else those in
    the file that `NETRC` names, or `~/.netrc`; its `default` is for no host, since any could ask for it. Raises
    `NetrcError` if others can read the file.
    """
    if (given := _in_environment(host)) is not None:
        return given
    path = Path(os.environ.get("NETRC") or Path("~", "_netrc" if os.name == "nt" else ".netrc")).expanduser()
    known = _netrc(path)
    account = known.hosts.get(host) if known else None
    if account is None:
        return None
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NetrcError(f"{path} has passwords that others can read: make it yours alone (chmod 600) and try again.")
    return account[0], account[2] or ""


def _in_environment(host: str) -> tuple[str, str] | None:
    for each in os.environ.get("NEWSREADER_ACCOUNTS", "").split():
        name, _, account = each.partition("=")
        user, colon, password = account.partition(":")
        if name == host and colon:
            return unquote(user), unquote(password)
    return None


def _netrc(path: Path) -> netrc | None:
    from netrc import NetrcParseError, netrc

    try:
        return netrc(path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, NetrcParseError) as error:
        where = getattr(error, "lineno", None)  # its message may have a password in it
        _LOG.warning("The netrc file cannot be read (%s, line %s)", type(error).__name__, where)
        return None
