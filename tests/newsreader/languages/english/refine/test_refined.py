"""All refinements at once do what they do one after the other."""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING

import pytest
import spacy

from newsreader import resources
from newsreader.languages.english import refine
from newsreader.languages.english.refine import COMPONENTS, RULES, refined
from newsreader.languages.english.refine.tokens import names_of, put_names, settled

if TYPE_CHECKING:
    from spacy.tokens import Doc


def test_names_are_settled_in_order_without_overlaps() -> None:
    assert settled([(3, 4, "A"), (0, 2, "B"), (1, 3, "C"), (5, 5, "D")], 6) == [(0, 2, "B"), (3, 4, "A")]


def test_no_refinement_is_missing_and_they_keep_their_order() -> None:
    assert [f"newsreader_{rule.__name__}" for rule in RULES] == list(COMPONENTS)
    modules = {module.name for module in pkgutil.iter_modules(refine.__path__)} - {"tokens"}
    assert {rule.__name__ for rule in RULES} == modules


def guessed(doc: Doc) -> Doc:
    """Take words with a capital, now and then with their neighbours, for names of all kinds."""
    labels = ("PERSON", "ORG", "GPE", "FAC", "EVENT", "NORP", "DATE")
    starts = [token.i for token in doc if token.text[:1].isupper() or token.text.isdigit()]
    return put_names(doc, [(i, min(i + 1 + i % 3, len(doc)), labels[(i + len(doc)) % 7]) for i in starts])


@pytest.mark.parametrize("article", resources.samples(), ids=lambda path: path.stem)
def test_together_they_find_what_they_find_one_by_one(article) -> None:
    one_by_one, blank = spacy.blank("en"), spacy.blank("en")
    for name in COMPONENTS:
        one_by_one.add_pipe(name)
    for paragraph in article.read_text(encoding="utf-8").split("\n\n"):
        first, second = (
            one_by_one(guessed(one_by_one.make_doc(paragraph))),
            refined(guessed(blank.make_doc(paragraph))),
        )
        assert names_of(first) == names_of(second)
