"""Two who write into a library on a server, killed in the middle: what they were told is there, and nothing half.

`tests/support/kill_rounds.py` does any number of such rounds.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from kill_rounds import written

if TYPE_CHECKING:
    from postgres_server import PostgresServer


def test_what_was_acknowledged_is_there_and_nobody_has_to_wait(postgres: PostgresServer) -> None:
    from newsreader.store.postgres.opening import open_server

    address = postgres.database(lambda template: open_server(template).close())
    acknowledged, lost = written(address, "round", random.Random(1))
    assert acknowledged > 0
    assert lost == 0
    postgres.drop(address)
