"""Only what the person confirmed: by saying so, by correcting, by writing on it; for company as well."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from shelf import Shelf

from newsreader.annotations import identifying
from newsreader.annotations.notebook import Notebook
from newsreader.dossier.confirming import Confirmations
from newsreader.dossier.gather import Wanted, gather
from newsreader.index.numbering import article_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsreader.annotations.events import NameKnown
    from newsreader.dossier.model import Dossier


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    for day in (1, 2, 3):
        made.add(
            f"{{person: Karin Ahlström}} met {{person: Rolf Knowles}} on 3 March. It rained {day} times.",
            date(2024, 3, day),
            f"Day {day}",
        )
    yield made
    made.close()


def names(shelf: Shelf, name: str) -> list[NameKnown]:
    return shelf.index.things.names(shelf.index.things.called(name, 1)[0].id)


def dossier(shelf: Shelf) -> Dossier:
    return gather(shelf.library, shelf.index, Wanted(shelf.index.things.called("Karin Ahlström", 1)[0], confirmed=True))


def notebook(shelf: Shelf, number: int) -> tuple[Notebook, str]:
    record = shelf.library.latest(number)
    assert record is not None
    article = shelf.library.stored(record)
    return Notebook(shelf.library, record, article), article.text


def test_nothing_is_confirmed_at_first(shelf: Shelf) -> None:
    found = dossier(shelf)
    assert (found.mentions, found.timeline, found.company, found.confirmed) == ((), (), (), True)


def test_what_was_confirmed_is_there_until_that_is_undone(shelf: Shelf) -> None:
    said = identifying.confirm(shelf.library, names(shelf, "Karin Ahlström"), [2])
    assert said == "confirmed “Karin Ahlström” in 1 article"
    shelf.index.follow(shelf.library)
    found = dossier(shelf)
    assert [each.title for each in found.sources] == ["Day 2"]
    assert len(found.timeline) == 1
    identifying.undo(shelf.library)
    assert dossier(shelf).sources == ()


def test_company_has_to_be_confirmed_there_as_well(shelf: Shelf) -> None:
    identifying.confirm(shelf.library, names(shelf, "Karin Ahlström"), [1, 2])
    identifying.confirm(shelf.library, names(shelf, "Rolf Knowles"), [2, 3])
    (rolf,) = dossier(shelf).company
    assert (rolf.name, rolf.paragraphs, rolf.proof.source.title) == ("Rolf Knowles", 1, "Day 2")


def test_who_writes_on_it_or_its_sentence_or_corrects_it_confirms_it(shelf: Shelf) -> None:
    (first, text), (second, _), (third, _) = (notebook(shelf, number) for number in (1, 2, 3))
    rained = text.index("rained")
    first.highlight(rained, rained + 6, "yellow")
    second.note("My mayor.", entity="person:karin-ahlstrom")
    met = text.index("met")
    third.highlight(met, met + 3, "yellow")
    assert [each.title for each in dossier(shelf).sources] == ["Day 3", "Day 2"]


def test_documents_are_told_without_going_through_all_of_them(shelf: Shelf) -> None:
    identifying.confirm(shelf.library, names(shelf, "Karin Ahlström"), [3, 1])
    (karin,) = shelf.index.things.called("Karin Ahlström", 1)
    documents = shelf.index.standings.documents(karin.id)
    found = Confirmations(shelf.library, shelf.index).documents(karin, documents)
    assert [article_of(each) for each in found] == [3, 1]


def test_whoever_is_split_off_in_an_article_is_confirmed_there(shelf: Shelf) -> None:
    identifying.split(shelf.library, names(shelf, "Karin Ahlström"), [2])
    shelf.index.follow(shelf.library)
    other = min(shelf.index.things.called("Karin Ahlström", 5), key=lambda each: each.articles)
    found = gather(shelf.library, shelf.index, Wanted(other, confirmed=True))
    assert [each.title for each in found.sources] == ["Day 2"]
