"""What keeps large results from holding up the reader's keys."""

from __future__ import annotations

import gc

import pytest

from newsreader.analysis import pacing
from newsreader.analysis.pacing import MANY, paced, without_collection


def test_a_breath_is_taken_before_each_item_but_the_first_two(monkeypatch: pytest.MonkeyPatch) -> None:
    breaths: list[float] = []
    monkeypatch.setattr(pacing.time, "sleep", breaths.append)
    assert list(paced("abcde")) == list("abcde")
    assert breaths == [pacing.BREATH] * 3


@pytest.fixture
def thawed() -> object:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_many_new_objects_are_left_out_of_collections() -> None:
    before = gc.get_freeze_count()
    with without_collection():
        assert not gc.isenabled()
        kept = [[number] for number in range(MANY * 2)]
    assert gc.isenabled()
    assert gc.get_freeze_count() - before >= len(kept)


@pytest.mark.usefixtures("thawed")
def test_a_collector_that_was_off_stays_off_and_few_objects_are_collected_as_ever() -> None:
    gc.collect()
    before = gc.get_freeze_count()
    gc.disable()
    try:
        with without_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert gc.get_freeze_count() == before


def test_an_exception_passes_and_the_collector_is_on_again() -> None:
    with pytest.raises(ValueError, match="mine"), without_collection():
        raise ValueError("mine")
    assert gc.isenabled()
