"""The PostgreSQL that other tests use: databases of their own, a server that can be cut off, stopped and started."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from postgres_server import name_in

if TYPE_CHECKING:
    from postgres_server import PostgresServer


def test_databases_know_nothing_of_each_other(postgres: PostgresServer) -> None:
    one, other = postgres.database(), postgres.database()
    with postgres.connected(name_in(one)) as connection:
        connection.execute("CREATE TABLE only_here (it text)")
    with postgres.connected(name_in(other)) as connection:
        assert connection.execute("SELECT to_regclass('only_here')").fetchone() == (None,)
    postgres.drop(one)
    postgres.drop(other)


def test_connections_are_cut_off(postgres: PostgresServer, postgres_database: str) -> None:
    import psycopg

    with psycopg.connect(postgres_database) as connection:
        assert postgres.end_connections(postgres_database) == 1
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")


def test_it_crashes_and_comes_back(postgres: PostgresServer, postgres_database: str) -> None:
    postgres.stop("immediate")
    postgres.start()
    with postgres.connected(name_in(postgres_database)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
