"""Names as print has them: in capitals, of several words, called like a day, surname first, in two scripts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newsreader.analysis.in_process import Analyser
from newsreader.languages.english.capitals import recased
from newsreader.sources import from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsreader.entity import Analysis

    Analyse = Callable[[str], Analysis]


@pytest.fixture(scope="module")
def analyse() -> Analyse:
    analyser = Analyser()
    return lambda text: analyser.analyse(from_text(f"{text}\n", published=date(2024, 6, 3)))


def named(analysis: Analysis, text: str) -> dict[str, str]:
    """The category of each name of the text, by how it is written there."""
    return {
        text[mention.start : mention.end]: entity.category.value
        for entity in analysis.entities
        for mention in entity.mentions
    }


def test_a_text_in_capitals_is_read_as_it_would_be_printed() -> None:
    shouted = "BERGEN, NORWAY - PRESIDENT JOHN Q. O'HARA OF THE U.S. TOLD THE BBC THAT HE WAS PLEASED."
    assert recased(shouted) == "Bergen, Norway - President John Q. O'Hara of the U.S. told the BBC that he was pleased."
    assert recased("The NATO and BBC and EU met.") == "The NATO and BBC and EU met."
    assert len(recased("ŒUVRE İSTANBUL WAS ALWAYS THERE")) == len("ŒUVRE İSTANBUL WAS ALWAYS THERE")


def test_a_headline_is_read_as_a_sentence() -> None:
    headline = "Judge Rejected The Request By Zorp Lawyers To Change Election Results"
    read = recased(headline)
    assert len(read) == len(headline)
    assert read.startswith("Judge ")
    assert "by Zorp " in read
    assert recased("He met the Mayor of London and Bishop Ann Lee. It rained.").endswith("Ann Lee. It rained.")
    assert recased("Ann Lee, Bo Ek and Zed Quorn") == "Ann Lee, Bo Ek and Zed Quorn"


def test_names_in_a_headline_are_found(analyse: Analyse) -> None:
    text = "How Greta Thunberg Took Her Climate Fight From Oslo To Davos\n\nGreta Thunberg spoke in Davos."
    found = named(analyse(text), text)
    assert found == {"Greta Thunberg": "person", "Oslo": "place", "Davos": "place"}


def test_names_in_capitals_are_found(analyse: Analyse) -> None:
    text = "LISBON - MINISTER BRUNA TELLES SAID ON MONDAY THAT PORTUGAL WOULD HELP. TELLES THANKED ARNE VIK."
    found = named(analyse(text), text)
    assert found["BRUNA TELLES"] == found["TELLES"] == found["ARNE VIK"] == "person"
    assert found["LISBON"] == found["PORTUGAL"] == "place"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rain fell on Antigua and Barbuda all day.", "Antigua and Barbuda"),
        ("She left St. Vincent and the Grenadines in May.", "St. Vincent and the Grenadines"),
        ("The train to Henley-on-Thames was late.", "Henley-on-Thames"),
        ("They sailed from Burnham-on-Crouch to Boulogne-sur-Mer.", "Boulogne-sur-Mer"),
        ("A ferry left from St. John's, Antigua.", "St. John's"),
        ("Schools in Prince George's and Frederick counties were shut.", "Prince George's"),
    ],
)
def test_a_place_of_several_words_is_one(analyse: Analyse, text: str, place: str) -> None:
    assert named(analyse(text), text).get(place) == "place"


def test_what_is_named_after_such_a_place_is_another_name(analyse: Analyse) -> None:
    text = "She works for Brighton and Hove Council."
    assert named(analyse(text), text).get("Brighton and Hove") is None


@pytest.mark.parametrize(
    ("text", "name", "category"),
    [
        ("They met at St. Patrick's Cathedral in May.", "St. Patrick's Cathedral", "place"),
        ("It was on CNN Philippines at noon.", "CNN Philippines", "organisation"),
        ("Black Lives Matter Louisville called for calm.", "Black Lives Matter", "organisation"),
        ("He told Press TV of the fire.", "Press TV", "organisation"),
        ("The former minister for Women and Equalities Ingrid Moss said no.", "Ingrid Moss", "person"),
    ],
)
def test_a_name_of_several_words_is_whole(analyse: Analyse, text: str, name: str, category: str) -> None:
    assert named(analyse(text), text).get(name) == category


@pytest.mark.parametrize(
    ("text", "word"), [("Gunmen on motorbikes came.", "Gunmen"), ("They gave it BNT162b2.", "BNT162b2")]
)
def test_a_word_that_news_writes_small_and_a_code_are_no_names(analyse: Analyse, text: str, word: str) -> None:
    assert word not in named(analyse(text), text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Summer Ballard and Tom Reed chaired the meeting.", "Summer Ballard"),
        ("Sunday Okoye, the treasurer, left early.", "Sunday Okoye"),
        ("March Ellwood and Ann Reed lead the list.", "March Ellwood"),
        ("Yesterday d'Aubray Martin spoke in Paris.", "d'Aubray Martin"),
    ],
)
def test_people_may_be_called_like_days_and_months(analyse: Analyse, text: str, person: str) -> None:
    assert named(analyse(text), text).get(person) == "person"


@pytest.mark.parametrize("text", ["Sunday was calm.", "On Friday, Trump left.", "The Friday Market opens at nine."])
def test_a_day_before_another_word_is_no_first_name(analyse: Analyse, text: str) -> None:
    assert not any(" " in name and category == "person" for name, category in named(analyse(text), text).items())


def test_a_list_with_the_surname_first_has_whole_people_in_it(analyse: Analyse) -> None:
    text = "The winners are: Okafor, Daniel; De Graaf, Maria Ann; and Reed, Susan."
    found = named(analyse(text), text)
    assert found == {"Okafor, Daniel": "person", "De Graaf, Maria Ann": "person", "Reed, Susan": "person"}


def test_a_list_of_towns_and_countries_stays_one_of_places(analyse: Analyse) -> None:
    text = "They flew to Lyon, France; Turin, Italy; and Geneva, Switzerland."
    assert named(analyse(text), text)["Lyon"] == "place"


def test_a_name_ends_where_its_script_does_and_has_both_forms(analyse: Analyse) -> None:
    text = "President Wang Meiling (王美玲) met Ivan Petrov (Russian: Иван Петров). Иван Петров said no. Petrov left."
    found = analyse(text)
    assert named(found, text)["王美玲"] == "person"
    forms = {entity.name: {text[m.start : m.end] for m in entity.mentions} for entity in found.entities}
    assert forms == {
        "Wang Meiling": {"Wang Meiling", "王美玲"},
        "Ivan Petrov": {"Ivan Petrov", "Иван Петров", "Petrov"},
    }


def test_open_hours_are_no_name(analyse: Analyse) -> None:
    text = "The shop is open Tue.-Sat. all year."
    assert named(analyse(text), text).keys() <= {"Tue", "Sat", "all year"}
