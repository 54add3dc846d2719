"""A connection over which nobody waits long for a server that says nothing any more."""

from __future__ import annotations

import socket
import struct
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from psycopg.waiting import Ready

if TYPE_CHECKING:
    from psycopg.abc import PQGen


_Result = TypeVar("_Result")

SILENCE = 2.0
"""Seconds without a word after which the server is asked whether it is there; each time it is, twice as many."""
_TO_ANSWER = 2.0
"""Seconds that it has to answer that."""
_SPEAKS_TLS = struct.pack("!ii", 8, 80877103)
"""The `SSLRequest` of PostgreSQL's protocol."""


class SilentServerError(psycopg.OperationalError):
    """The server answers nobody."""


class PatientConnection(psycopg.Connection[Any]):
    """A connection that is given up once the server answers nobody.

    What takes the server long, such as waiting until others have written, is waited for: it is asked over another
    connection whether it is there. So it is the network that is noticed, however much of it still takes what is sent.
    """

    def wait(self, gen: PQGen[_Result], *rest: Any, **options: Any) -> _Result:
        """Wait for what the server says; raises `SilentServerError`, and then the connection is closed."""
        return super().wait(self._heard(gen), *rest, **options)

    def _heard(self, work: PQGen[_Result]) -> PQGen[_Result]:
        """The same work, which ends where nothing is heard of the server."""
        patience = SILENCE
        since = monotonic()
        try:
            wanted = next(work)
            while True:
                ready = yield wanted
                if ready != Ready.NONE:
                    since, patience = monotonic(), SILENCE
                elif monotonic() - since > patience:
                    self._ask()
                    patience *= 2
                wanted = work.send(ready)
        except StopIteration as done:
            result: _Result = done.value
            return result

    def _ask(self) -> None:
        if not answers(self.info.host, self.info.port):
            self.pgconn.finish()
            raise SilentServerError("the server does not answer")


def answers(host: str, port: int) -> bool:
    """Whether a server says anything to somebody new. `host` may be the folder of a socket.

    It is asked whether it speaks TLS, which each answers at once. (`PQping` of libpq would keep all threads waiting.)
    """
    try:
        with _connected(host, port) as asking:
            asking.sendall(_SPEAKS_TLS)
            return bool(asking.recv(1))
    except TimeoutError:
        return False
    except OSError:
        return True  # it is gone and not silent, which the connection is going to learn


def _connected(host: str, port: int) -> socket.socket:
    if sys.platform != "win32" and host.startswith("/"):
        asking = socket.socket(socket.AF_UNIX)
        asking.settimeout(_TO_ANSWER)
        asking.connect(f"{host}/.s.PGSQL.{port}")
        return asking
    return socket.create_connection((host, port), _TO_ANSWER)
