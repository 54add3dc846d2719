"""Organisations that an article introduces and the recogniser missed, and makers that are parts of their models."""

from __future__ import annotations

import pytest

from newsreader.entities.understand import understand
from newsreader.entity import LABELS, Category, Mention
from newsreader.sources import from_text


def found(text: str, **labels: str) -> dict[str, str]:
    """The names of a text and what they are, when each word of `labels` (blanks as `_`) is recognised by its label."""
    article = from_text(f"{text}\n")
    mentions = []
    for word, label in labels.items():
        name = word.replace("_", " ")
        start = article.text.index(name)
        mentions.append(Mention(start, start + len(name), label, LABELS[label]))
    analysis = understand(article, {0: sorted(mentions, key=lambda mention: mention.start)}, model="test 1")
    return {
        article.text[mention.start : mention.end]: entity.category.value
        for entity in analysis.entities
        if entity.category is not Category.DATE
        for mention in entity.mentions
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They sold the Korean chain HomeQuip last year.", "HomeQuip"),
        ("He owns the newspaper Zorp Daily, they said.", "Zorp Daily"),
        ("It will close its Quippo stores in May.", "Quippo"),
        ("It was bought by the retailer Zorp.", "Zorp"),
    ],
)
def test_the_noun_beside_a_name_tells_of_a_company(text: str, name: str) -> None:
    assert found(text) == {name: "organisation"}


@pytest.mark.parametrize(
    "text",
    [
        "The company Friday said so.",
        "The airline Captain Roe left.",
        "The firm British buyers like.",
        "A new brand The",
    ],
)
def test_a_noun_before_an_ordinary_word_tells_nothing(text: str) -> None:
    assert "organisation" not in found(text).values()


def test_the_short_form_in_brackets_is_a_name_wherever_it_stands() -> None:
    text = "The Forest Department for Fires (ForFire) came. Later ForFire left."
    assert found(text, Forest_Department_for_Fires="ORG") == {
        "Forest Department for Fires": "organisation",
        "ForFire": "organisation",
    }


def test_a_force_is_called_by_its_short_name_later() -> None:
    text = "The U.S. Navy sent a ship. It was not where the Navy's records said."
    assert found(text, **{"U.S._Navy": "ORG"})["Navy"] == "organisation"
    assert found("They were in the Navy's way.") == {}


def test_the_house_is_the_one_of_representatives() -> None:
    text = "The House of Representatives met. Until the full House votes, the House’s committees wait."
    assert found(text, House_of_Representatives="ORG")["House"] == "organisation"


def test_a_company_goes_by_its_name_without_the_legal_form() -> None:
    text = "Quippo-Zorp Corporation is large. The franchise of Quippo-Zorp expired."
    assert found(text, **{"Quippo-Zorp_Corporation": "ORG"})["Quippo-Zorp"] == "organisation"


@pytest.mark.parametrize("text", ["A Quippo 707 landed.", "The Quippo A350 is new.", "The Quippo 206 came down."])
def test_a_maker_before_the_number_of_a_model_is_a_part_of_its_name(text: str) -> None:
    assert found(text, Quippo="ORG") == {}


@pytest.mark.parametrize("text", ["Quippo 2019 results rose.", "Quippo 500 fell.", "Quippo 300 million offer failed."])
def test_other_numbers_are_no_models(text: str) -> None:
    assert found(text, Quippo="ORG") == {"Quippo": "organisation"}


def test_an_acronym_before_its_law_is_no_organisation() -> None:
    text = "She said that ZERB (Zorp Emergency Response Benefit) helped. ZERB is new."
    assert "ZERB" not in found(text, ZERB="ORG")


def test_what_is_called_a_village_is_a_place() -> None:
    assert found("They came from the village of Poolangudi on foot.") == {"Poolangudi": "place"}
    assert found("It was the city of Light.") == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Shares of First Quippo Bank (NYSE:FQB) fell.", "First Quippo Bank", "organisation"),
        ("The drivers’ union Quippef agreed.", "Quippef", "organisation"),
        ("He left. Quino Zorp said so.", "Quino Zorp", "person"),
        ("Police in Zorp-gu came.", "Zorp-gu", "place"),
    ],
)
def test_a_share_a_union_a_speaker_and_a_quarter_are_introduced(text: str, name: str, kind: str) -> None:
    assert found(text)[name] == kind


@pytest.mark.parametrize("text", ["Police Chief said so.", "The Court Documents said so.", "New York said so."])
def test_not_everybody_who_says_something_is_a_person(text: str) -> None:
    assert "person" not in found(text).values()


def test_the_lands_named_like_a_company_are_places() -> None:
    text = "The Amazon rainforest burns. The Amazon is large."
    assert found(text, Amazon="ORG") == {"Amazon": "place"}


def test_a_paper_is_told_from_the_sea_by_its_article() -> None:
    assert found("She told The Atlantic so.", The_Atlantic="GPE") == {"The Atlantic": "organisation"}
    assert found("They crossed the Atlantic in May.", Atlantic="LOC") == {"Atlantic": "place"}


def test_a_small_word_before_a_stop_says_nothing_of_the_name_behind_it() -> None:
    assert found("She is a minister. Der Spiegel said so.", Der_Spiegel="PERSON") == {"Der Spiegel": "organisation"}


def test_a_person_keeps_a_hyphenated_first_name_and_both_names_behind_a_title() -> None:
    assert found("Park Won-soon left.", Park_Won="PERSON") == {"Park Won-soon": "person"}
    text = "So Mrs Folashade Ogunleye said."
    assert found(text, Folashade="PERSON", Ogunleye="GPE") == {"Folashade Ogunleye": "person"}


def test_who_signs_a_mail_and_is_greeted_by_the_next_one_is_named_twice() -> None:
    text = from_text("Thanks, Renee Renee, I read it.\n")
    mention = Mention(8, 19, "PERSON", LABELS["PERSON"])
    (renee,) = (e for e in understand(text, {0: [mention]}, model="test 1").entities if e.name == "Renee")
    assert [text.text[each.start : each.end] for each in renee.mentions] == ["Renee", "Renee"]


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("They bought the Zorp-based car maker.", "Zorp", "ORG", "place"),
        ("A 38-year-old Zorp woman was hurt.", "Zorp", "PERSON", "place"),
        ("Few like the Charlotte Zorps, who lost.", "Charlotte Zorps", "PERSON", "organisation"),
        ("The UN mission in Congo, ZORPO, said so.", "ZORPO", "GPE", "organisation"),
        ("They met the Zorp family.", "Zorp", "ORG", "person"),
    ],
)
def test_what_stands_around_a_name_tells_what_it_is(text: str, name: str, label: str, wanted: str) -> None:
    assert found(text, **{name.replace(" ", "_"): label})[name] == wanted


def test_an_acronym_behind_what_the_body_is_is_found_and_a_species_is_no_name() -> None:
    assert found("He led the electoral commission ZENI, and left.") == {"ZENI": "organisation"}
    assert found("They saw Zorpus komodoensis.", Zorpus="GPE") == {}
