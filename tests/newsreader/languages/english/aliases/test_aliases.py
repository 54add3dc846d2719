"""One entity per real thing: which names are brought together, under what name, and why."""

from __future__ import annotations

import re

import pytest

from newsreader.entities.resolve import resolve
from newsreader.entity import LABELS, Entity, Mention
from newsreader.languages import ENGLISH

_MARK = re.compile(r"\[(PERSON|GPE|LOC|ORG) ([^\]]+)\]")


def entities(marked: str) -> tuple[Entity, ...]:
    """The entities of a text in which names are marked like `[PERSON Ann Lee]`."""
    text, mentions, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        mentions.append(Mention(len(text), len(text) + len(match[2]), match[1], LABELS[match[1]]))
        text += match[2]
        done = match.end()
    return resolve(text + marked[done:], mentions, ENGLISH)


def named(marked: str) -> dict[str, list[str]]:
    return {entity.name: sorted(entity.aliases) for entity in entities(marked)}


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("[PERSON Vladimir Putin] … [PERSON Putin] … [PERSON PUTIN]", {"Vladimir Putin": ["PUTIN", "Putin"]}),
        ("[PERSON Ursula von der Leyen], [PERSON von der Leyen]", {"Ursula von der Leyen": ["von der Leyen"]}),
        ("[PERSON George W. Bush], [PERSON George Bush]", {"George W. Bush": ["George Bush"]}),
        ("[PERSON George H. W. Bush], [PERSON George W. Bush]", {"George H. W. Bush": [], "George W. Bush": []}),
        ("[PERSON J. Roe], [PERSON Jane Roe]", {"Jane Roe": ["J. Roe"]}),
        ("[PERSON Bill Clinton], [PERSON William Clinton]", {"William Clinton": ["Bill Clinton"]}),
        ("[PERSON Xi Jinping], [PERSON Xi]", {"Xi Jinping": ["Xi"]}),
        ("[ORG Aston Villa] … [ORG Villa]", {"Aston Villa": ["Villa"]}),
        ("[ORG Sky News] … [ORG News]", {"Sky News": [], "News": []}),
        ("[PERSON Thomas Roe] … [PERSON Tom]", {"Thomas Roe": ["Tom"]}),
        ("[PERSON Tom Roe] … [PERSON Tim]", {"Tom Roe": [], "Tim": []}),
        (
            "[PERSON Ann Roe] came. President [PERSON Roe] … President [PERSON John Roe] left.",
            {"Ann Roe": [], "John Roe": ["Roe"]},
        ),
        (
            "[PERSON Ann Roe], the president's daughter, and [PERSON John Roe] … [PERSON Roe]",
            {"Ann Roe": [], "John Roe": ["Roe"]},
        ),
        ("[PERSON Liam Óg] (27), who performs under the name [PERSON Mo Chara]", {"Mo Chara": ["Liam Óg"]}),
        ("[PERSON Pierluisi], [PERSON Pierliusi]", {"Pierluisi": ["Pierliusi"]}),
        ("[PERSON Mohammed bin Salman], King [PERSON Salman]", {"Mohammed bin Salman": [], "Salman": []}),
        ("[GPE U.S.], [GPE United States], [GPE America]", {"United States": ["America", "U.S."]}),
        ("[GPE Myanmar], [GPE Burma]", {"Myanmar": ["Burma"]}),
        ("[GPE Kiev], [GPE Kyiv]", {"Kiev": ["Kyiv"]}),
        ("[GPE Niger], [GPE Nigeria]", {"Niger": [], "Nigeria": []}),
        ("[LOC Heathrow], [LOC Heathrow Airport]", {"Heathrow Airport": ["Heathrow"]}),
        ("[ORG Apple Inc.], [ORG Apple], [ORG Apple]", {"Apple": ["Apple Inc."]}),
        ("[ORG African Union] ([ORG AU])", {"African Union": ["AU"]}),
        ("[ORG Singapore Airlines] ([ORG SIA]); [ORG SIA]", {"Singapore Airlines": ["SIA"]}),
        ("[ORG Bank of England], [ORG BoE]", {"Bank of England": ["BoE"]}),
        ("[ORG Goldman Sachs Group Inc], [ORG Goldman]", {"Goldman Sachs Group Inc": ["Goldman"]}),
        ("[ORG American Civil Liberties Union], [ORG ACLU]", {"American Civil Liberties Union": ["ACLU"]}),
        ("[LOC Francis Scott Key Bridge], [LOC Key Bridge]", {"Francis Scott Key Bridge": ["Key Bridge"]}),
        ("[ORG Disney]; the [ORG Walt Disney Co.]", {"Walt Disney Co.": ["Disney"]}),
        ("[ORG Moody's], [ORG Moody's]", {"Moody's": []}),
        ("[ORG Johnson & Johnson], [ORG J&J]", {"Johnson & Johnson": ["J&J"]}),
        ("[ORG Revolutionary Guards], [ORG IRGC]", {"Revolutionary Guards": ["IRGC"]}),
        ("[ORG Petroleos Mexicanos] ([ORG Pemex]); [ORG Pemex]", {"Petroleos Mexicanos": ["Pemex"]}),
        ("[ORG Bank of England] ([ORG Threadneedle])", {"Bank of England": [], "Threadneedle": []}),
        ("[LOC Mediterranean], the [LOC Mediterranean Sea]", {"Mediterranean Sea": ["Mediterranean"]}),
        ("[ORG Federal Reserve], [ORG Fed]", {"Federal Reserve": ["Fed"]}),
        ("[ORG Amazon.com], [ORG Amazon]", {"Amazon.com": ["Amazon"]}),
        ("[PERSON David Turpin], the [PERSON Turpins]", {"David Turpin": [], "Turpins": []}),
        ("[ORG US Supreme Court], [ORG Supreme Court]", {"US Supreme Court": ["Supreme Court"]}),
        ("[ORG Department of Justice], [ORG Justice Department]", {"Department of Justice": ["Justice Department"]}),
        ("[ORG Lockheed Martin], [ORG Lockheed]", {"Lockheed Martin": ["Lockheed"]}),
        ("[ORG Ministry of Defense], [ORG Ministry of Defence]", {"Ministry of Defense": ["Ministry of Defence"]}),
        ("[PERSON Ford], [ORG Ford]", {"Ford": []}),
        ("[PERSON Nico Williams], Prince [PERSON William]", {"Nico Williams": [], "William": []}),
        ("[ORG House of Commons], [ORG Commons]", {"House of Commons": ["Commons"]}),
        ("[ORG Intel Corp.] ([ORG NASDAQ]: [ORG INTC])", {"Intel Corp.": ["INTC"], "NASDAQ": []}),
    ],
)
def test_who_is_one(marked: str, wanted: dict[str, list[str]]) -> None:
    assert named(marked) == wanted


def test_a_person_and_a_company_of_one_name_are_two() -> None:
    assert [e.id for e in entities("Mr [PERSON Ford] runs [ORG Ford]")] == ["person:ford", "organisation:ford"]


def test_mr_and_mrs_tell_two_of_one_surname_apart() -> None:
    found = entities(
        "[PERSON Paul Roe] met [PERSON Mary Roe]. Mr. [PERSON Roe] left; Mrs [PERSON Roe] and [PERSON Mary Roe] stayed."
    )
    assert {entity.name: len(entity.mentions) for entity in found} == {"Paul Roe": 2, "Mary Roe": 3}


def test_an_undecided_surname_goes_to_who_was_named_last() -> None:
    found = entities("[PERSON Paul Roe] spoke. [PERSON Zed Roe] spoke. [PERSON Roe] left.")
    assert {entity.name: len(entity.mentions) for entity in found} == {"Paul Roe": 1, "Zed Roe": 2}


def test_a_surname_stays_with_whom_the_article_called_by_it() -> None:
    found = entities(
        "[PERSON Tony Roe] left. [PERSON Roe] sang, [PERSON Roe] swam. Wife [PERSON Ann Roe] spoke. [PERSON Roe] sat."
    )
    assert {entity.name: len(entity.mentions) for entity in found} == {"Tony Roe": 4, "Ann Roe": 1}


def test_the_same_office_of_two_countries_is_two() -> None:
    found = entities(
        "South Korea's [ORG Foreign Ministry] spoke, and so did the [ORG Chinese Foreign Ministry]. "
        "The [ORG South Korean Foreign Ministry] and China's [ORG Foreign Ministry] agreed."
    )
    assert {entity.name: len(entity.mentions) for entity in found} == {
        "South Korean Foreign Ministry": 2,
        "Chinese Foreign Ministry": 2,
    }


def test_an_office_of_one_country_goes_by_its_short_name_later() -> None:
    (ministry,) = entities(
        "Russia's [ORG Defence Ministry] spoke. The [ORG Defence Ministry] and [ORG Defence Ministry]."
    )
    assert len(ministry.mentions) == 3


def test_every_merge_has_a_reason() -> None:
    (putin,) = entities("[PERSON Vladimir Putin], [PERSON Putin]")
    assert putin.reasons == ("“Putin” is the family name of Vladimir Putin.",)
    (union,) = entities("[ORG African Union] ([ORG AU])")
    assert union.reasons == ("The article introduces “AU” as short for African Union.",)


def test_an_agency_in_brackets_is_not_its_place() -> None:
    assert len(entities("[GPE Valdosta] ([ORG AP])")) == 2


def test_a_shouted_person_or_place_is_calmed() -> None:
    assert set(named("[GPE VALDOSTA], [ORG IKEA]")) == {"Valdosta", "IKEA"}


def test_ids_are_of_category_and_name_and_unique() -> None:
    found = entities("[GPE Pyongyang], [PERSON Kim Jong Un]")
    assert [entity.id for entity in found] == ["place:pyongyang", "person:kim-jong-un"]


def test_text_put_before_does_not_change_ids() -> None:
    marked = "[PERSON Vladimir Putin] met [PERSON Kim Jong Un] in [GPE Pyongyang]. [PERSON Kim] spoke."
    assert [e.id for e in entities(marked)] == [e.id for e in entities("Breaking news. " + marked)]


def test_who_is_known_as_someone_is_one_with_him() -> None:
    (widodo,) = entities("[PERSON Joko Widodo], known as [PERSON Jokowi], spoke. [PERSON Jokowi] left.")
    assert (widodo.name, len(widodo.mentions)) == ("Joko Widodo", 3)
    assert widodo.reasons == ("The article introduces “Jokowi” as short for Joko Widodo.",)


def test_who_is_known_as_the_like_of_someone_is_not_one_with_her() -> None:
    assert len(entities("[PERSON Qandeel Baloch], known as the [PERSON Kim Kardashian] of Pakistan")) == 2


def test_names_that_call_each_other_are_merged_once() -> None:
    (one,) = entities("[PERSON Jane Roe], known as [PERSON Xena]. [PERSON Xena], known as [PERSON Jane Roe].")
    assert len(one.mentions) == 4


def test_or_introduces_only_what_is_made_of_the_name() -> None:
    (company,) = entities("[ORG Petroleo Brasileiro SA] (PETR4.SA), or [ORG Petrobras], fell")
    assert company.name == "Petroleo Brasileiro SA"
    assert len(entities("[ORG Fox News Channel], or [ORG CNN], said")) == 2


def test_a_surname_beside_a_name_is_another_persons() -> None:
    found = entities("[PERSON Kim Jong Un] met aides. [PERSON Kim Yo Jong], [PERSON Kim]'s sister, spoke.")
    assert {entity.name: len(entity.mentions) for entity in found} == {"Kim Jong Un": 2, "Kim Yo Jong": 1}


def test_a_surname_is_not_that_of_the_relative() -> None:
    found = entities("[PERSON Jair Roe] spoke. His son, Senator [PERSON Flavio Roe], left. [PERSON Roe] agreed.")
    assert {entity.name: len(entity.mentions) for entity in found} == {"Jair Roe": 2, "Flavio Roe": 1}


def test_a_team_goes_by_its_emblem() -> None:
    (team,) = entities("[ORG Tampa Bay Buccaneers] won. The [ORG Buccaneers] cheered.")
    assert (team.name, len(team.mentions)) == ("Tampa Bay Buccaneers", 2)


def test_a_state_goes_by_its_initials() -> None:
    (state,) = entities("[GPE NSW] voted. [GPE New South Wales] is large.")
    assert (state.name, state.reasons) == ("New South Wales", ("“NSW” is short for New South Wales.",))


@pytest.mark.parametrize(
    "marked",
    [
        "[PERSON Zara Zed], whose real name is [PERSON Ann Quorn], sang.",
        "[PERSON Zara Zed] (born [PERSON Ann Quorn]) sang.",
        "[ORG Kioxia], formerly known as [ORG Toshiba Memory], fell.",
        "[PERSON Wang Mei] ([PERSON 王美]) sang.",
        "[ORG European Aeronautic Defence and Space Company] won; [ORG EADS] fell.",
        "The [ORG Congress of the Philippines] met. [ORG Congress] voted.",
        "[GPE Bradley International Airport] is open; [GPE Bradley Airport] is near.",
        "[GPE Key Bridge] fell. The [GPE Scott Key Bridge] was old.",
    ],
)
def test_two_names_that_differ_are_one_thing(marked: str) -> None:
    assert len(entities(marked)) == 1


def test_what_is_for_another_thing_is_another_one() -> None:
    found = entities("The [ORG Bank of England] met. The [ORG Bank] of Zorp did not, nor did [ORG Zorp International].")
    assert len(found) == 3
