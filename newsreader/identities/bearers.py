"""Bearers of one name: who is kept apart because articles say of them what cannot be said of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.identities.marks import are_apart

if TYPE_CHECKING:
    from collections.abc import Mapping


SAID = "said="
"""How a mark begins that the person gave: whoever has it is somebody else than all others."""


def bearers(marks: Mapping[str, int]) -> dict[str, str]:
    """Return, for each mark of a name, the mark that stands for its bearer; empty is the one most articles mean.

    `marks` says how many articles have which; the empty mark says nothing, and goes with most. Those of more articles
    are looked at first, so that the order in which articles came does not matter.
    """
    told = [mark for mark in marks if mark.startswith(SAID)]
    order = sorted((mark for mark in marks if mark and mark not in told), key=lambda mark: (-marks[mark], mark))
    found: list[list[str]] = []
    for mark in order:
        fitting = [group for group in found if not any(are_apart(mark, other) for other in group)]
        if fitting:
            fitting[0].append(mark)
        else:
            found.append([mark])
    largest = max(found, key=lambda group: sum(marks[mark] for mark in group), default=[])
    parted = {mark: "" if group is largest else min(group) for group in found for mark in group}
    return {"": ""} | parted | {mark: mark for mark in told}
