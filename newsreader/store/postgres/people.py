"""Who may read and write a library on a server: roles of the database that its owner lets in."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from newsreader.sanitise import printable
from newsreader.store.errors import LibraryError
from newsreader.store.postgres.errors import explained
from newsreader.store.postgres.opening import as_owner, connected
from newsreader.store.postgres.schema import PERSONAL, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.store.server_address import ServerAddress


class Role(StrEnum):
    """What somebody may do."""

    OWNER = "owner"
    """Everything, and say what others may."""
    WRITER = "writer"
    """Add articles, correct what was found, and share notes."""
    READER = "reader"
    """Read, and keep what nobody else sees: what is read, stars, places, private notes."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the library."""

    name: str
    """The role of the database as whom this person logs in."""
    role: Role


_PEOPLE = """
SELECT rolname, rolsuper OR pg_has_role(rolname, nspowner, 'USAGE'),
       has_table_privilege(rolname, %s, 'INSERT')
FROM pg_roles, pg_namespace
WHERE nspname = %s AND rolcanlogin AND has_schema_privilege(rolname, %s, 'USAGE') ORDER BY rolname
"""
_SEQUENCES = "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {person}"
_READER = (
    "GRANT USAGE ON SCHEMA {schema} TO {person}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {person}",
    _SEQUENCES,
    "GRANT INSERT, UPDATE, DELETE ON {own} TO {person}",
    # What a person has of an article is written by way of the view.
    "GRANT UPDATE ON article TO {person}",
    "GRANT INSERT ON stream, event TO {person}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO {person}",
)
_WRITER = (
    "GRANT USAGE ON SCHEMA {schema} TO {person}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {person}",
    "REVOKE INSERT, UPDATE, DELETE ON form FROM {person}",
    _SEQUENCES,
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {person}",
)
_NOTHING = (
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON TABLES FROM {person}",
    "REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {person}",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {person}",
    "REVOKE ALL ON SCHEMA {schema} FROM {person}",
)


def people(address: ServerAddress) -> list[Person]:
    """Who may use the library, by name. Raises LibraryError."""
    with _connection(address) as connection:
        table = f"{SCHEMA}.shared_article"
        rows = connection.execute(_PEOPLE, (table, SCHEMA, SCHEMA)).fetchall()
    return [Person(name, _role(is_owner, writes)) for name, is_owner, writes in rows]


def admit(address: ServerAddress, person: str, role: Role) -> None:
    """Let somebody read or write from now on, and nothing beyond. Raises LibraryError."""
    _change(address, person, (*_NOTHING, *(_WRITER if role is Role.WRITER else _READER)))


def dismiss(address: ServerAddress, person: str) -> None:
    """Let somebody in no more; what this person wrote stays. Raises LibraryError."""
    _change(address, person, _NOTHING)


def _change(address: ServerAddress, person: str, statements: tuple[str, ...]) -> None:
    with _connection(address) as connection, connection.transaction():
        owner = connection.execute(
            "SELECT pg_has_role(nspowner, 'USAGE'), pg_has_role(%s, nspowner, 'USAGE') FROM pg_namespace "
            "WHERE nspname = %s",
            (person, SCHEMA),
        ).fetchone()
        if owner is None:
            raise LibraryError(f"There is no library at {address} yet: open it once, as its owner.")
        if not owner[0]:
            raise LibraryError("Only the owner of a library says who may use it.")
        if owner[1]:
            raise LibraryError(f"{printable(person)} is the owner of the library, and may do everything.")
        as_owner(connection)
        for each in statements:
            connection.execute(_named(each, person))


def _named(statement: str, person: str) -> Composed:
    own = SQL(", ").join(map(Identifier, PERSONAL))
    return SQL(statement).format(schema=Identifier(SCHEMA), person=Identifier(person), own=own)


def _role(is_owner: bool, writes: bool) -> Role:
    if is_owner:
        return Role.OWNER
    return Role.WRITER if writes else Role.READER


@contextmanager
def _connection(address: ServerAddress) -> Iterator[psycopg.Connection[Any]]:
    name = f"The library {address}"
    with connected(address.url) as connection:
        try:
            yield connection
        except psycopg.errors.UndefinedObject as error:
            raise LibraryError(
                "The database has no role of that name: whoever looks after it makes one (CREATE ROLE … LOGIN)."
            ) from error
        except psycopg.errors.InvalidSchemaName as error:
            raise LibraryError(f"There is no library at {address} yet: open it once, as its owner.") from error
        except psycopg.Error as error:
            raise explained(error, name) from error
