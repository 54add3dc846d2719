"""Candidates: nothing that a rule could bring together is left out, and most of the rest is."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from newsreader.entity import Category, Mention
from newsreader.languages.candidates import Candidates, pieces
from newsreader.languages.english.aliases import (
    organisations as aliases_organisations,
)
from newsreader.languages.english.aliases import (
    people as aliases_people,
)
from newsreader.languages.english.aliases import (
    places as aliases_places,
)
from newsreader.languages.groups import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Merge = Callable[[str, list[Group]], list[Group]]

WORDS = "a b jr al bin us uk united nation nations court supreme airport company of jan jane janet johnson jonson nato"


def group(category: Category, name: str, place: int) -> Group:
    return Group(category, name, [name.upper()], [Mention(place, place + 1, "X", category)])


def test_groups_are_found_by_any_clue_in_the_order_in_which_they_came() -> None:
    groups = [group(Category.PERSON, name, 0) for name in ("ann lee", "bob ray", "ann ray")]
    candidates = Candidates()
    for each in groups:
        candidates.add(each, each.words)
    assert candidates.find(("ray", "ann")) == groups
    assert candidates.find(("ann", "ann")) == [groups[0], groups[2]]
    assert candidates.find(("lea",)) == []
    assert candidates.groups == groups


def test_the_pieces_of_a_name_are_its_beginnings_ends_and_what_follows_the_first_word() -> None:
    assert set(pieces("us supreme court".split())) == {"us", "court", "supreme", "us supreme", "supreme court"}
    assert not list(pieces(["us"]))


class Everyone(Candidates):
    """Leaves out nobody."""

    def find(self, clues: Iterable[str]) -> list[Group]:
        return list(self.groups)


@pytest.mark.parametrize(
    ("category", "module", "merge"),
    [
        (Category.PERSON, aliases_people, aliases_people.merge_people),
        (Category.ORGANISATION, aliases_organisations, aliases_organisations.merge_organisations),
        (Category.PLACE, aliases_places, aliases_places.merge_places),
    ],
)
def test_names_are_merged_as_if_each_were_compared_with_all(
    category: Category, module: object, merge: Merge, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)
    for _ in range(400):
        keys = {" ".join(chance.choices(WORDS.split(), k=chance.randint(1, 4))) for _ in range(12)}
        keys |= {"".join(word[0] for word in key.split()) for key in sorted(keys)[:4]}
        made = [(name, place) for place, name in enumerate(sorted(keys, key=lambda _: chance.random()))]
        few = merge(" " * 1000, [group(category, *each) for each in made])
        with monkeypatch.context() as patch:
            patch.setattr(module, "Candidates", Everyone)
            many = merge(" " * 1000, [group(category, *each) for each in made])
        assert [(each.forms, each.reasons) for each in few] == [(each.forms, each.reasons) for each in many]
