"""Nothing acknowledged is lost, and nothing is half done, wherever a write is the last or fails.

`NEWSREADER_KILL_ROUNDS` is the number of rounds for each fault and scenario; `tests/support/write_points.py` tells how
they work, and does one for every point.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from acts import SCENARIOS
from tracing import can_trace
from write_points import FAULTS, Rounds

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = int(os.environ.get("NEWSREADER_KILL_ROUNDS", "6"))

pytestmark = pytest.mark.skipif(not can_trace(), reason="no tracing of child processes on this system")


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_point_of_writing_loses_nothing(fault: str, scenario: str, tmp_path: Path) -> None:
    report = Rounds(tmp_path, scenario, fault).run(ROUNDS)
    assert report.losses == []
    assert report.rounds == ROUNDS


@pytest.mark.parametrize("fault", ["kill", "broken"])
def test_nor_does_it_while_another_instance_writes(fault: str, tmp_path: Path) -> None:
    report = Rounds(tmp_path, "acts", fault, second=True).run(max(2, ROUNDS // 3))
    assert report.losses == []
    assert report.by_second > 0
