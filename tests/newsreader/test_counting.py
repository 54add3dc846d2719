"""How many there are of something in words."""

from __future__ import annotations

import pytest

from newsreader.counting import counted


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (1234, "1,234 articles")]
)
def test_so_many_of_something(count: int, said: str) -> None:
    assert counted(count, "article") == said


def test_another_word_for_several() -> None:
    assert [counted(count, "entry is", "entries are") for count in (1, 2)] == ["1 entry is", "2 entries are"]
