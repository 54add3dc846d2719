"""Large results without a hitch: what a thread of the reader may do so that the next key does not wait for it."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BREATH = 0.0002
"""Seconds of a breath: enough for another thread to get its turn, which it does not get from a thread that is busy."""

MANY = 5_000
"""Objects after which a collection of garbage would be felt."""

_Item = TypeVar("_Item")


def paced(items: Iterable[_Item]) -> Iterator[_Item]:
    """Yield `items` with a breath before each but the first two, so that short work is not held up."""
    for count, item in enumerate(items):
        if count > 1:
            time.sleep(BREATH)
        yield item


@contextmanager
def without_collection() -> Iterator[None]:
    """Make many objects that live long without having the garbage collector go through them.

    With 90,000 mentions it stops all threads for up to 200 ms; without it nothing is felt (measured on two cores).
    The objects are still freed when nobody uses them: they are not part of cycles.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if collecting:
            gc.enable()
