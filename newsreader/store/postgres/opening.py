"""Opening a library on a server: its tables are made if there are none, and brought up if they are old."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import conninfo

from newsreader.store.errors import LibraryError
from newsreader.store.postgres.database import LOCK, Server
from newsreader.store.postgres.errors import called, explained, unreachable
from newsreader.store.postgres.patience import PatientConnection
from newsreader.store.postgres.schema import MIGRATIONS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.store.postgres.schema import Migration

OLDEST_SERVER = 14
_OWNER = "newsreader_owner"
"""The role that owns the library where a superuser makes it, as whom nobody logs in."""
_OF_OWNER = "{name} is of an older version: its owner has to open it once with this version of newsreader."
_NOT_MADE = "{name} is not there yet, and you may not make it: ask whoever looks after the database."
_DEFAULTS = {
    "application_name": "newsreader",
    # A server that is gone without a word is noticed within five seconds (`patience` has those of what is asked).
    "connect_timeout": "4",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "5000",
}
"""What an address says otherwise holds."""
_SETTINGS = (
    f"SET search_path = {SCHEMA}, pg_temp",
    "SET lock_timeout = '10s'",
    # What was told to be kept survives a power cut.
    "SET synchronous_commit = on",
    "SET client_min_messages = warning",
    # A reader that is gone without a word holds nobody up for longer than about ten seconds.
    "SET tcp_keepalives_idle = 5",
    "SET tcp_keepalives_interval = 2",
    "SET tcp_keepalives_count = 3",
    "SET tcp_user_timeout = 10000",
)


def open_server(address: str) -> Server:
    """Open the library in a database, making it there if there is none.

    Raises LibraryError, with one sentence for the reader, when the address is none, the server cannot be reached or is
    too old, or the library is of a newer version.
    """
    name = called(address)

    def connect() -> psycopg.Connection[Any]:
        return _connected(address, name)

    connection = connect()
    try:
        check(connection, name)
        migrate(connection, name)
    except psycopg.Error as error:
        raise explained(error, name, lost=connection.closed) from error
    return Server(connect, name, connection)


def connected(address: str) -> psycopg.Connection[Any]:
    """A connection to look at a library by, of which each statement stands by itself. Raises LibraryError."""
    return _connected(address, called(address))


def check(connection: psycopg.Connection[Any], name: str) -> None:
    """Raise LibraryError for a server or a database that cannot hold a library."""
    version = connection.info.server_version // 10_000
    if version < OLDEST_SERVER:
        raise LibraryError(f"{name} is on PostgreSQL {version}: a library needs {OLDEST_SERVER} or later.")
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise LibraryError(f"{name} is in a database in the encoding {encoding}: name one that is in UTF8.")


def migrate(connection: psycopg.Connection[Any], name: str, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Take the database through the steps it has not seen, in one transaction, while nobody writes.

    Raises LibraryError for another program's tables and for those that a newer version of this program made, both
    untouched, and psycopg.Error.
    """
    seen = steps_seen(connection, name, len(migrations))
    if seen == len(migrations):
        return
    try:
        _take(connection, name, migrations)
    except psycopg.errors.InsufficientPrivilege as error:
        raise LibraryError((_OF_OWNER if seen else _NOT_MADE).format(name=name)) from error


def _take(connection: psycopg.Connection[Any], name: str, migrations: Sequence[Migration]) -> None:
    """Take the steps that the database has not seen."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        # Somebody else may have been quicker.
        seen = steps_seen(connection, name, len(migrations))
        if not seen:
            _make_schema(connection)
        as_owner(connection)
        if not seen:
            connection.execute("CREATE TABLE form (steps integer NOT NULL)")
            connection.execute("INSERT INTO form VALUES (0)")
        for step in migrations[seen:]:
            for statement in step:
                connection.execute(statement.encode())
        connection.execute("UPDATE form SET steps = %s", (len(migrations),))


def _make_schema(connection: psycopg.Connection[Any]) -> None:
    """Make the schema, of an owner whom row level security binds.

    It binds no superuser, and nobody by way of the views that a superuser owns.
    """
    row = connection.execute(
        "SELECT rolsuper OR rolbypassrls, EXISTS (SELECT FROM pg_roles WHERE rolname = %s) "
        "FROM pg_roles WHERE rolname = current_user",
        (_OWNER,),
    ).fetchone()
    is_unbound, has_owner = row or (False, False)
    if is_unbound and not has_owner:
        connection.execute(f"CREATE ROLE {_OWNER} NOLOGIN".encode())
    owner = _OWNER if is_unbound else "CURRENT_USER"
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {owner}".encode())


def as_owner(connection: psycopg.Connection[Any]) -> None:
    """Have what follows in the transaction be done by the owner of the library, whichever superuser it is done for."""
    connection.execute(
        "SELECT set_config('role', pg_get_userbyid(nspowner), TRUE) FROM pg_namespace WHERE nspname = %s", (SCHEMA,)
    )


def steps_seen(connection: psycopg.Connection[Any], name: str, newest: int = len(MIGRATIONS)) -> int:
    """How many steps the database has seen, 0 for one without a library; changes nothing.

    Raises LibraryError for another program's schema, for one that has seen more steps than the `newest` form, and
    psycopg.Error.
    """
    found = connection.execute(
        "SELECT to_regclass(%s) IS NOT NULL, (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace(%s))",
        (f"{SCHEMA}.form", SCHEMA),
    ).fetchone()
    has_form, tables = found or (False, 0)
    if not has_form and tables:
        raise LibraryError(f"{name} is another program's: name another database.")
    if not has_form:
        return 0
    row = connection.execute(f"SELECT steps FROM {SCHEMA}.form".encode()).fetchone()
    steps = int(row[0]) if row else 0
    if steps > newest:
        raise LibraryError(f"{name} was written by a newer version of newsreader: update newsreader to use it.")
    return steps


def _connected(address: str, name: str) -> psycopg.Connection[Any]:
    """A connection of which each statement stands by itself. Raises LibraryError."""
    try:
        given = {**_DEFAULTS, **conninfo.conninfo_to_dict(address)}
        connection = PatientConnection.connect(**given, client_encoding="utf8", autocommit=True)  # type: ignore[arg-type]
        connection.execute("; ".join(_SETTINGS).encode())
    except psycopg.Error as error:
        raise unreachable(error, name) from error
    return connection
