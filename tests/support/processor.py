"""How much work something is: time of the processor, which is the same whatever else a machine is busy with."""

from __future__ import annotations

import os


def processor_seconds() -> float:
    """What this process, and those that it started and that have ended, took of the processor so far."""
    took = os.times()
    return took.user + took.system + took.children_user + took.children_system
