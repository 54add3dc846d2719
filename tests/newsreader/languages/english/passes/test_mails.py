"""Mails, letters and reviews: who greets and signs, whose address it is, and houses that go by a genitive."""

from __future__ import annotations

import pytest

from newsreader.entity import LABELS, Mention
from newsreader.languages.document import Document
from newsreader.languages.english.passes.genitives import with_houses
from newsreader.languages.english.passes.mails import with_mail_names
from newsreader.languages.english.passes.propagation import propagated


def document(text: str, **labels: str) -> Document:
    """A document of one paragraph in which each name (`_` for a blank) is marked where it stands first."""
    mentions = []
    for form, label in labels.items():
        start = text.index(form.replace("_", " "))
        mentions.append(Mention(start, start + len(form), label, LABELS[label]))
    return Document.of(text, [(0, len(text))], mentions)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is here. Thanks, Vince Vince, I saw it.", ["Vince", "Vince"]),
        ("That looks better. Phillip Jim, Take a look. a@b.org", ["Phillip", "Jim"]),
        ("Send it today. Regards, Kevin A. Boone Zorp Partners", ["Kevin A. Boone"]),
        ("Copy it. Thanks, Sean Here you go.", ["Sean"]),
        ("Dear Nina, here is a tip.", ["Nina"]),
        ('Email: "Andre" <andre@example.org>', ["Andre"]),
        ('From: "Okafor, Ngozi" <n.okafor@example.org>', ["Okafor, Ngozi"]),
        ("Dear Sir, we met. Regards, The Board", []),
        ("Thanks to Roe it rained. Ann Lee, Doe and Poe left.", []),
    ],
)
def test_who_greets_and_signs_is_a_person(text: str, wanted: list[str]) -> None:
    assert [name.form for name in with_mail_names(document(text)).names] == wanted


def test_a_greeting_is_no_part_of_a_signature_that_is_known() -> None:
    text = "Debra Perling wrote. Dp Debra Perling Tammi, Attached is it. a@b.org"
    whole = with_mail_names(document(text, Debra_Perling_Tammi="PERSON"))
    assert [name.form for name in whole.names] == ["Debra Perling", "Tammi"]


def test_no_name_is_found_inside_of_an_address() -> None:
    text = "Ann Zorp wrote. Write to ann.zorp@example.org or Zorp@example.org. Zorp waits."
    found = propagated(document(text, Ann_Zorp="PERSON"))
    assert [name.start for name in found.names] == [0, text.rindex("Zorp")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We had lunch at Lucia's on Friday.", [("Lucia's", "FAC")]),
        ("We went to Lucia 's all the time.", [("Lucia 's", "FAC")]),
        ("We slept at Lucia's house.", [("Lucia", "PERSON")]),
        ("It is like Lucia's.", [("Lucia", "PERSON")]),
    ],
)
def test_a_genitive_that_no_noun_follows_is_a_house(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(name.form, name.label) for name in with_houses(document(text, Lucia="PERSON")).names] == wanted


def test_a_genitive_of_somebody_in_the_news_is_no_house() -> None:
    text = "Ann Zorp sang. Fans looked at Zorp's, and left."
    names = with_houses(propagated(document(text, Ann_Zorp="PERSON"))).names
    assert [name.label for name in names] == ["PERSON", "PERSON"]
