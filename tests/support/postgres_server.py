"""A real PostgreSQL for tests: its own folder, a socket and no port, gone with the process that started it.

One server serves a session of tests; each test gets a database of its own, copied from one in which the tables stand.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OWNER = "newsroom"
"""The role that owns the databases."""
_LONGEST = 60
"""Bytes of a folder's name: that of a socket in it has 107 at most."""
_ROOM = 2**31
"""Bytes that must be free in memory for databases to be there."""
_SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "autovacuum": "off",
}
_WATCH = """
read -r _
server=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$server"
while [ -n "$server" ] && kill -0 "$server" 2>/dev/null; do sleep 0.05; done
rm -rf "$1"
"""
"""Ends the server when the pipe to the process that started it does, however that came to its end."""
_SORTED_BY_LANGUAGE = ("--locale-provider=icu", "--icu-locale=en")
"""As servers are set up: what has to stand in the order of its code points must say so."""


class NoServerError(Exception):
    """There is no PostgreSQL here, or none can be started; the message says why."""


class PostgresServer:
    """A server that is running, or was stopped by a test."""

    def __init__(self) -> None:
        """Make a server and start it. Raises `NoServerError`."""
        self._programs = _programs()
        self._user = _user()
        self.folder = _folder(self._user)
        self._watch = self._watched()
        self._numbers = count(1)
        self._template = ""
        try:
            self._initialise()
            self.start()
            self.add_user(OWNER)
        except BaseException:
            self.close()
            raise

    def start(self) -> None:
        """Start it, and return when it takes connections."""
        settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        log = self.folder / "log"
        self._run("pg_ctl", "start", "-w", "-s", "-l", str(log), "-o", f"-k {self.folder} {settings}", "-D", self._data)

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast` ends all connections in order, `immediate` is like a crash."""
        self._run("pg_ctl", "stop", "-w", "-s", "-m", how, "-D", self._data)

    def url(self, database: str, user: str = OWNER) -> str:
        """The address of a database for a role, which must be there."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def add_user(self, user: str) -> None:
        """Have a role that may log in, unless there is one."""
        with self.connected() as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (user,)).fetchone() is None:
                connection.execute(f'CREATE ROLE "{user}" LOGIN')

    def database(self, prepare: Callable[[str], object] | None = None) -> str:
        """The address of a new database. Where the first caller has it prepared, all have a copy of that."""
        if prepare is not None and not self._template:
            made = self._create("template0")
            prepare(self.url(made))
            self._template = made
        return self.url(self._create(self._template if prepare is not None else "template0"))

    def drop(self, address: str) -> None:
        """Remove a database, whoever is still connected to it."""
        with self.connected() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name_in(address)}" WITH (FORCE)')

    def end_connections(self, address: str) -> int:
        """Cut off all who are connected to a database, and return how many were."""
        with self.connected() as connection:
            rows = connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name_in(address),)
            )
            return len(rows.fetchall())

    @contextmanager
    def connected(self, database: str = "postgres", user: str = "") -> Iterator[Any]:
        """A connection of psycopg as the administrator, or another role; each statement stands by itself."""
        import psycopg

        with psycopg.connect(self.url(database, user or self._user), autocommit=True) as connection:
            yield connection

    def close(self) -> None:
        """Stop the server, remove its folder, and return when that is done; safe to call twice."""
        assert self._watch.stdin is not None
        self._watch.stdin.close()
        self._watch.wait()

    def _create(self, template: str) -> str:
        name = f"library_{next(self._numbers)}"
        with self.connected() as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" OWNER "{OWNER}"')
        return name

    def _initialise(self) -> None:
        plain = ("-D", self._data, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-U", self._user)
        try:
            self._run("initdb", *plain, *_SORTED_BY_LANGUAGE)
        except NoServerError:  # older than 15, or built without ICU
            self._run("initdb", *plain)

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        # What is started keeps its output open, so that it goes into a file instead of a pipe.
        with (self.folder / "said").open("wb") as said:
            done = subprocess.run(
                [self._programs / program, *arguments], stdout=said, stderr=said, check=False, **self._as_user()
            )
        if done.returncode:
            words = (self.folder / "said").read_text(errors="replace").split("\n")
            raise NoServerError(f"{program} does not work: {' '.join(words[-3:]).strip()}")

    def _watched(self) -> subprocess.Popen[bytes]:
        command = ["sh", "-c", _WATCH, "watch", str(self.folder)]
        return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)

    def _as_user(self) -> dict[str, Any]:
        """How a process is started that PostgreSQL is content with: not by root."""
        around = {"cwd": self.folder, "env": {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}}
        if os.geteuid() != 0:
            return around
        entry = pwd.getpwnam(self._user)
        return around | {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def name_in(address: str) -> str:
    """The name of the database in an address of `PostgresServer.url`."""
    return address.partition("?")[0].rpartition("/")[2]


def _programs() -> Path:
    """The folder with the programs of the newest PostgreSQL that is installed."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: float(each.parent.name))
    for folder in [*reversed(folders), *([Path(found).resolve().parent] if found else [])]:
        if all(os.access(folder / program, os.X_OK) for program in ("initdb", "pg_ctl", "postgres")):
            return folder
    raise NoServerError("no PostgreSQL is installed (initdb, pg_ctl and postgres)")


def _user() -> str:
    """Who the server runs as: whoever runs the tests, but for root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in known:
            return name
    raise NoServerError("PostgreSQL does not run as root, and there is neither postgres nor nobody to run it as")


def _folder(user: str) -> Path:
    """A new folder of that user, in memory where there is room, with a name short enough for a socket."""
    for place in _places():
        folder = Path(tempfile.mkdtemp(prefix="newsreader-pg-", dir=place))
        if os.geteuid() == 0:
            entry = pwd.getpwnam(user)
            os.chown(folder, entry.pw_uid, entry.pw_gid)
        return folder
    raise NoServerError("there is no folder with a short name for its socket")


def _places() -> Iterator[Path]:
    """Where a folder of its own may be, to which every user gets."""
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        yield memory
    for named in (tempfile.gettempdir(), "/tmp"):
        place = Path(named).resolve()
        is_open = all(each.stat().st_mode & 0o001 for each in (place, *place.parents))
        if is_open and len(os.fsencode(place)) <= _LONGEST:
            yield place
