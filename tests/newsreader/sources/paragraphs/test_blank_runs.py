"""Long runs of blanks are read in time that grows with their length alone (processor time, whatever else runs)."""

from __future__ import annotations

from time import process_time

import pytest

from newsreader.sources import from_text


@pytest.mark.parametrize("run", [" ", "\n", "\t", "\n ", " \n", "   1\n", "- "])
@pytest.mark.parametrize("around", ["{}", "The ferry sank.\n\n{}\n\nDivers found it.", "1\n{}x\n2\n"])
def test_a_run_of_blanks_costs_nothing(run: str, around: str) -> None:
    text = around.format(run * (40_000 // len(run)))
    began = process_time()
    from_text(text)
    assert process_time() - began < 5
