"""The address of a library on a server of PostgreSQL, as libpq reads it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from newsreader.store.errors import LibraryError

SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a library is on a server. As text it names server, database and person, and never has a password."""

    url: str = field(repr=False)
    """As it was given, perhaps with a password: for connecting, and for nobody's eyes."""
    person: str
    """The role that whoever reads connects as."""
    server: str
    """The host or the folder of the socket, and the port if one is named."""
    database: str

    @classmethod
    def of(cls, named: str) -> Self:
        """Read an address; what it leaves out is where libpq takes it from. Raises LibraryError."""
        if not named.startswith(SCHEMES):
            raise LibraryError(NO_ADDRESS)
        try:
            parts = urlsplit(named)
            given = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query), keep_blank_values=True))
        except ValueError as error:
            raise LibraryError(NO_ADDRESS) from error
        account, _, host = parts.netloc.rpartition("@")
        # Of what libpq reads in another way it would say parts of a password that are no host and no database.
        if "@" in account or "@" in parts.path or parts.fragment or _NO_CODE.search(named) or _NO_PORT.search(host):
            raise LibraryError(UNCLEAR)
        person = given.get("user") or unquote(account.partition(":")[0]) or os.environ.get("PGUSER") or _own_name()
        return cls(
            url=named,
            person=person,
            server=_server(unquote(host), given),
            database=_database(parts, given) or os.environ.get("PGDATABASE") or person,
        )

    @property
    def shown(self) -> str:
        """With all that was given, for writing down; without its options where there is a password."""
        parts = urlsplit(self.url)
        secret = parts.password is not None or any("password" in name for name, _ in parse_qsl(parts.query))
        return str(self) if secret else self.url

    def __str__(self) -> str:
        if not self.server.startswith("/"):
            return f"postgresql://{self.person}@{self.server}/{self.database}"
        folder, _, port = self.server.partition(":")
        return f"postgresql://{self.person}@/{self.database}?host={folder}{f'&port={port}' if port else ''}"


NO_ADDRESS = (
    "The library that “library” in config.toml or NEWSREADER_LIBRARY names is no address of a database, such as "
    "postgresql://newsroom.example/news."
)

UNCLEAR = (
    "The address of the library is not clear: within a name or a password, signs such as @ : / ? # % are written "
    "%40 %3A %2F %3F %23 %25."
)
_NO_CODE = re.compile("%(?![0-9A-Fa-f]{2})|%00|[\0\ud800-\udfff]")
_NO_PORT = re.compile(r":[0-9]*[^0-9,:\]][^:\]]*(,|$)")
"""Behind the colon of a host, what is no number; an address of IPv6 has colons within brackets."""


def _server(host: str, given: dict[str, str]) -> str:
    named = given.get("host") or given.get("hostaddr") or host
    # What a service stands for is in a file of libpq; each has an index of its own.
    service = given.get("service") or os.environ.get("PGSERVICE")
    named = named or (f"service-{service}" if service else os.environ.get("PGHOST") or "localhost")
    port = given.get("port") or os.environ.get("PGPORT")
    return f"{named}:{port}" if port and named != host else named


def _database(parts: SplitResult, given: dict[str, str]) -> str:
    return given.get("dbname") or unquote(parts.path.removeprefix("/"))


def _own_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # nobody has this number
        return "nobody"
