"""Saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.store.errors import LibraryError
from newsreader.store.records import SavedSearch

if TYPE_CHECKING:
    from newsreader.store.library import Library


@pytest.fixture
def library(each_library: Library) -> Library:
    with each_library.writing() as unit:
        unit.searches.save("Quay", "quay -election")
        unit.searches.save("Boats", "tag:boats")
    return each_library


def listed(library: Library) -> list[tuple[str, str]]:
    with library.reading() as unit:
        return [(each.name, each.query) for each in unit.searches.all()]


def test_they_are_listed_in_the_order_in_which_they_were_saved(library: Library) -> None:
    assert listed(library) == [("Quay", "quay -election"), ("Boats", "tag:boats")]


def test_one_name_is_one_search(library: Library) -> None:
    with library.writing() as unit:
        first = unit.searches.all()[0]
        assert unit.searches.save(" Quay\n", "quay") == SavedSearch(first.id, "Quay", "quay", first.place)
    assert listed(library) == [("Quay", "quay"), ("Boats", "tag:boats")]


def test_they_are_renamed_changed_moved_and_removed(library: Library) -> None:
    with library.writing() as unit:
        quay, boats = unit.searches.all()
        unit.searches.rename(quay.id, "Harbour")
        unit.searches.change(boats.id, "boat*")
        unit.searches.move(boats.id, 0)
    assert listed(library) == [("Boats", "boat*"), ("Harbour", "quay -election")]
    with library.writing() as unit:
        unit.searches.remove(boats.id)
    assert listed(library) == [("Harbour", "quay -election")]


def test_one_is_put_back_as_it_was(library: Library) -> None:
    with library.writing() as unit:
        quay, boats = unit.searches.all()
        unit.searches.remove(boats.id)
        assert unit.searches.save("Third", "third").id not in (quay.id, boats.id)
        unit.searches.rename(quay.id, "Harbour")
        unit.searches.put_back(quay)
        unit.searches.put_back(boats)
        assert [each for each in unit.searches.all() if each.name != "Third"] == [quay, boats]


def test_two_of_one_name_and_one_without_a_name_are_refused(library: Library) -> None:
    with library.reading() as unit:
        quay, boats = unit.searches.all()
    with pytest.raises(LibraryError, match="Another saved search is called “Quay”"), library.writing() as unit:
        unit.searches.rename(boats.id, "Quay")
    with library.writing() as unit:
        unit.searches.remove(quay.id)
        unit.searches.save("Quay", "other")
    with pytest.raises(LibraryError, match="Another saved search"), library.writing() as unit:
        unit.searches.put_back(quay)
    with pytest.raises(LibraryError, match="has a name"), library.writing() as unit:
        unit.searches.save(" \n", "quay")
