"""A document between passes: frozen, in order, with one answer to what of its text is taken."""

from __future__ import annotations

from copy import deepcopy

import pytest

from newsreader import resources
from newsreader.entity import Category, Mention
from newsreader.languages import ENGLISH
from newsreader.languages.document import Document, Name, Taken

TEXT = "Jane Roe met John Doe of the Labour Party in Leeds on Monday."


def mention(words: str, label: str, category: Category) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), label, category)


JANE = mention("Jane Roe", "PERSON", Category.PERSON)
LEEDS = mention("Leeds", "GPE", Category.PLACE)
MONDAY = mention("Monday", "DATE", Category.DATE)


def test_names_come_in_order_and_without_the_dates_of_the_recogniser() -> None:
    document = Document.of(TEXT, [(0, len(TEXT))], [MONDAY, LEEDS, JANE])
    assert [(name.form, name.key, name.category) for name in document.names] == [
        ("Jane Roe", "jane roe", Category.PERSON),
        ("Leeds", "leeds", Category.PLACE),
    ]
    assert document.with_names(reversed(document.names)) == document


def test_the_words_around_a_name_end_with_its_paragraph() -> None:
    text = "First.\n\nIn Leeds it rained.\n\nLast."
    document = Document.of(text, [(0, len(text))], [Mention(11, 16, "GPE", Category.PLACE)])
    (leeds,) = document.names
    assert document.before(leeds) == "In "
    assert document.after(leeds) == " it rained."


def taken() -> Taken:
    names = [Name.of(TEXT, JANE), Name.of(TEXT, LEEDS)]
    return Taken(len(TEXT), names, [MONDAY])


def test_names_and_times_take_what_they_cover() -> None:
    mask = taken()
    assert not mask.is_free(JANE.end - 1, JANE.end + 4)
    assert mask.is_free(JANE.end, LEEDS.start)
    assert mask.inside(0, len(TEXT)) == {JANE.start, LEEDS.start, MONDAY.start}
    assert mask.name_at(MONDAY.start) is None


def test_a_name_that_is_put_in_replaces_what_it_covers() -> None:
    mask = taken()
    whole = Name(LEEDS.start - 3, LEEDS.end, "GPE", "in Leeds", "in leeds")
    mask.put(whole)
    assert [name.form for name in mask.names()] == ["Jane Roe", "in Leeds"]
    assert mask.name_at(LEEDS.start) is None
    assert mask.inside(LEEDS.start, LEEDS.end) == {whole.start}


def test_what_is_put_into_a_mask_is_not_in_the_document() -> None:
    document = Document.of(TEXT, [(0, len(TEXT))], [JANE])
    document.taken().put(Name.of(TEXT, LEEDS))
    assert document.taken().is_free(LEEDS.start, LEEDS.end)
    assert len(document.names) == 1


@pytest.mark.parametrize("article", resources.samples(), ids=lambda path: path.stem)
def test_no_pass_changes_the_document_it_gets(article) -> None:
    text = article.read_text(encoding="utf-8")
    words = [(i, i + len(word)) for word in set(text.split()) if word.istitle() for i in [text.index(word)]]
    labels = (("PERSON", Category.PERSON), ("ORG", Category.ORGANISATION), ("GPE", Category.PLACE))
    mentions = [Mention(*span, *labels[span[0] % 3]) for span in words]
    document = Document.of(text, [(0, len(text))], mentions)
    for look in ENGLISH.passes():
        before = deepcopy(document)
        result = look(document)
        assert document == before
        assert [name.start for name in result.names] == sorted(name.start for name in result.names)
        document = result
