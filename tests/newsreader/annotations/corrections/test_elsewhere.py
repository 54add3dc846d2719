"""What is said everywhere on one article holds in another one, however it gets there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsreader.annotations import gazetteer
from newsreader.annotations.corrections import Provenance, Scope, Verdict, apply, occurrences
from newsreader.annotations.notebook import Notebook
from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.resolve import resolve
from newsreader.entity import Analysis, Category, Entity, Mention
from newsreader.languages import ENGLISH
from newsreader.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ONE = "Vladimir Putin met Ann Lee of the Bank of Japan. Putin left for Paris with Zed."
TWO = "In Paris, the Bank of Japan said that Vladimir\nPutin and Zed left. Putin met Ann Lee."

Found = list[tuple[str, Category, list[str]]]


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as opened:
        yield opened


def article(text: str) -> Article:
    return Article(text, (Paragraph(0, len(text)),), Metadata(), Origin(OriginKind.URL, f"https://x.org/{len(text)}"))


def analysis(text: str) -> Analysis:
    """As a machine has it that cuts the bank short and does not know Zed."""
    names = {"Vladimir Putin": "PERSON", "Putin": "PERSON", "Ann Lee": "PERSON", "Paris": "PERSON", "Bank of": "ORG"}
    taken: dict[int, Mention] = {}
    for name, label in names.items():
        category = Category.ORGANISATION if label == "ORG" else Category.PERSON
        for start, end in occurrences(text, name):
            if not any(start < each.end and each.start < end for each in taken.values()):
                taken[start] = Mention(start, end, label, category)
    return Analysis("0" * 64, "test 1", tuple(resolve(text, taken.values(), ENGLISH)), 1, 1)


def entity(name: str) -> Entity:
    return next(each for each in analysis(ONE).entities if each.name == name)


def open_in(library: Library, text: str) -> Notebook:
    return Notebook(library, library.remember(article(text)), article(text))


def found(library: Library, text: str) -> Found:
    corrected = apply(analysis(text), open_in(library, text).corrections.all, text)
    return [
        (each.name, each.category, [" ".join(text[one.start : one.end].split()) for one in each.mentions])
        for each in corrected.analysis.entities
    ]


def _recategorise(notebook: Notebook) -> None:
    notebook.corrections.recategorise(entity("Paris"), Category.PLACE, scope=Scope.EVERYWHERE)


def _rename(notebook: Notebook) -> None:
    notebook.corrections.rename(entity("Ann Lee"), "Ann B. Lee", scope=Scope.EVERYWHERE)


def _merge(notebook: Notebook) -> None:
    notebook.corrections.merge(entity("Ann Lee"), entity("Vladimir Putin"), scope=Scope.EVERYWHERE)


def _split(notebook: Notebook) -> None:
    putin = entity("Vladimir Putin")
    notebook.corrections.split(putin, putin.mentions[1], scope=Scope.EVERYWHERE)


def _reject(notebook: Notebook) -> None:
    notebook.corrections.reject(entity("Paris"), scope=Scope.EVERYWHERE)


def _bound(notebook: Notebook) -> None:
    bank = entity("Bank of")
    (mention,) = bank.mentions
    notebook.corrections.bound(bank, mention, mention.start, mention.end + len(" Japan"), scope=Scope.EVERYWHERE)


def _add(notebook: Notebook) -> None:
    notebook.corrections.add(*occurrences(ONE, "Zed")[0], Category.PERSON, name="Zed Zedson", scope=Scope.EVERYWHERE)


PERSON, PLACE, FIRM = Category.PERSON, Category.PLACE, Category.ORGANISATION
PARIS, BANK = ("Paris", PERSON, ["Paris"]), ("Bank of", FIRM, ["Bank of"])
PUTIN, LEE = ("Vladimir Putin", PERSON, ["Vladimir Putin", "Putin"]), ("Ann Lee", PERSON, ["Ann Lee"])
EVERY: list[tuple[Callable[[Notebook], None], Found]] = [
    (_recategorise, [("Paris", PLACE, ["Paris"]), BANK, PUTIN, LEE]),
    (_rename, [PARIS, BANK, PUTIN, ("Ann B. Lee", PERSON, ["Ann Lee"])]),
    (_merge, [PARIS, BANK, ("Vladimir Putin", PERSON, ["Vladimir Putin", "Putin", "Ann Lee"])]),
    (_split, [PARIS, BANK, ("Vladimir Putin", PERSON, ["Vladimir Putin"]), ("Putin", PERSON, ["Putin"]), LEE]),
    (_reject, [BANK, PUTIN, LEE]),
    (_bound, [PARIS, ("Bank of Japan", FIRM, ["Bank of Japan"]), PUTIN, LEE]),
    (_add, [PARIS, BANK, PUTIN, ("Zed Zedson", PERSON, ["Zed"]), LEE]),
]


def test_the_machine_alone(library: Library) -> None:
    assert found(library, TWO) == [PARIS, BANK, PUTIN, LEE]


@pytest.mark.parametrize(("act", "wanted"), EVERY)
def test_it_holds_in_another_article_until_it_is_undone(
    act: Callable[[Notebook], None], wanted: Found, library: Library
) -> None:
    act(open_in(library, ONE))
    assert found(library, TWO) == wanted
    assert {each.here for each in open_in(library, TWO).corrections.all} == {False}
    open_in(library, ONE).undo()
    assert found(library, TWO) == [PARIS, BANK, PUTIN, LEE]


@pytest.mark.parametrize(("act", "wanted"), EVERY)
def test_it_holds_in_another_library_that_imports_it(
    act: Callable[[Notebook], None], wanted: Found, library: Library
) -> None:
    act(open_in(library, ONE))
    with Library.in_memory() as other:
        assert gazetteer.add(other, gazetteer.entries(library)) == 1
        assert gazetteer.add(other, gazetteer.entries(library)) == 0
        assert found(other, TWO) == wanted


@pytest.mark.parametrize(("act", "wanted"), EVERY)
def test_it_is_told_from_the_machines_and_can_be_declined_for_one_article(
    act: Callable[[Notebook], None], wanted: Found, library: Library
) -> None:
    act(open_in(library, ONE))
    notebook = open_in(library, TWO)
    corrected = apply(analysis(TWO), notebook.corrections.all, TWO)
    said = {corrected.provenance(each.id) for each in corrected.analysis.entities}
    said |= {corrected.mention_provenance(one.start) for each in corrected.analysis.entities for one in each.mentions}
    assert corrected.rejected or Provenance.GAZETTEER in said
    assert Provenance.PERSON not in said
    notebook.corrections.back_to_machine([each.id for each in notebook.corrections.all])
    assert found(library, TWO) == [PARIS, BANK, PUTIN, LEE]
    assert len(gazetteer.entries(library)) == 1


@pytest.mark.parametrize(
    ("old", "new", "lead"),
    [("Bank of", "Bank of Japan", 0), ("the Bank", "Bank", 4), ("Mr Lee of", "Lee of Acme", 3), ("b c", "a b", -2)],
)
def test_a_boundary_that_is_imported_begins_where_it_did(old: str, new: str, lead: int, library: Library) -> None:
    gazetteer.add(library, [gazetteer.Entry(Verdict.BOUNDARY, (old,), Category.PERSON, new, quote=old)])
    (correction,) = open_in(library, ONE).corrections.all
    assert (correction.quote, correction.new_quote, correction.lead) == (old, new, lead)
