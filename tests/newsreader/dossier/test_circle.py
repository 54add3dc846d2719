"""The places of company in a picture: always the same, none on another, neighbours side by side."""

from __future__ import annotations

from newsreader.dossier.circle import around
from newsreader.dossier.model import Companion, Link, Sentence, Source
from newsreader.entity import Category

SOURCE = Source(1, "Quay", "", "2024-03-05", "quay.txt")
PROOF = Sentence(SOURCE, "A and B.", "A", 0, 0, 1)


def companion(number: int) -> Companion:
    return Companion(number, Category.PERSON, f"No. {number}", 20 - number, 1, PROOF)


def test_each_has_a_height_of_its_own_on_its_side() -> None:
    placed = around([companion(number) for number in range(9)], [])
    for side in (True, False):
        heights = [each.y for each in placed if (each.x > 0) is side]
        assert len(heights) == len(set(heights))
        assert all(-1 < each < 1 for each in heights)
    assert all(abs(each.x**2 + each.y**2 - 1) < 1e-9 for each in placed)


def test_who_shares_most_paragraphs_stands_side_by_side() -> None:
    links = [Link(1, 4, 5, SOURCE), Link(4, 2, 3, SOURCE)]
    placed = around([companion(number) for number in (1, 2, 3, 4)], links)
    assert [each.companion.id for each in placed] == [1, 4, 2, 3]


def test_there_may_be_one_or_none() -> None:
    assert around([], []) == []
    (only,) = around([companion(1)], [])
    assert (only.x, only.y) == (1, 0)
