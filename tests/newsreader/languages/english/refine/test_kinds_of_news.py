"""Refinements for what wires, courts, sport and local papers write: a marked-up sentence in, the expected one out."""

from __future__ import annotations

import pytest

from newsreader.languages.english import refine

Name = tuple[int, int, str]


def parse(marked: str) -> tuple[list[str], list[Name]]:
    """`[PERSON Ann_Lee] said` as words and names; `_` stands between the words of a name."""
    words: list[str] = []
    names: list[Name] = []
    label = ""
    for token in marked.split():
        if token.startswith("["):
            label = token[1:]
        elif label:
            own = token.removesuffix("]").split("_")
            names.append((len(words), len(words) + len(own), label))
            words += own
            label = ""
        else:
            words.append(token)
    return words, names


@pytest.mark.parametrize(
    ("rule", "marked", "wanted"),
    [
        ("boundaries", "[ORG Multiple_Creative_Commons] users", "Multiple [ORG Creative_Commons] users"),
        ("boundaries", "up [LOC East_of_the_Euphrates_River] .", "up East of the [LOC Euphrates_River] ."),
        ("boundaries", "[ORG Retailer_Roe_Ltd] says", "Retailer [ORG Roe_Ltd] says"),
        (
            "boundaries",
            "The [ORG Roe_School_District_Superintendent] .",
            "The [ORG Roe_School_District] Superintendent .",
        ),
        ("extents", "the [ORG Iraq_Veterans_Against_the_War] .", "the [ORG Iraq_Veterans_Against_the_War] ."),
        ("people", "and Governor [GPE John_Bel] Edwards said", "and Governor [PERSON John_Bel_Edwards] said"),
        ("people", "with Alhaji [PERSON Aliko] Dangote .", "with Alhaji [PERSON Aliko_Dangote] ."),
        ("people", "of [GPE Oba_Ewuare_II] .", "of Oba [PERSON Ewuare_II] ."),
        (
            "organisations",
            "the [ORG Union_of_Rail] , [ORG Maritime_and_Transport_Workers] said",
            "the [ORG Union_of_Rail_,_Maritime_and_Transport_Workers] said",
        ),
        (
            "organisations",
            "the [ORG Department_of_Energy] , Quippo and Zorp",
            "the [ORG Department_of_Energy] , Quippo and Zorp",
        ),
        ("boundaries", "Ann ( [PERSON née_Roe] )", "Ann ( née [PERSON Roe] )"),
        ("extents", "at [ORG Leeds_Magistrates] ' Court on", "at [ORG Leeds_Magistrates_'_Court] on"),
        ("extents", "of [GPE Rio_Grande] do [ORG Norte] .", "of [GPE Rio_Grande_do_Norte] ."),
        ("people", "Deputy [PERSON CM_D.K._Roe] said", "Deputy CM [PERSON D.K._Roe] said"),
        ("people", "of [ORG Justice_M_Roe] said", "of Justice [PERSON M_Roe] said"),
        ("people", "the [ORG BBC_Three_Roe] said", "the [ORG BBC_Three_Roe] said"),
        ("junk", "Typhoon Zorp hit and [GPE Typhoon] Zed too", "Typhoon Zorp hit and Typhoon Zed too"),
        ("junk", "the [ORG Homeland_Security] Secretary said", "the Homeland Security Secretary said"),
        ("junk", "[ORG U.S._National_Security] Adviser Roe", "[GPE U.S.] National Security Adviser Roe"),
        ("junk", "[ORG NATO] Secretary General Roe", "[ORG NATO] Secretary General Roe"),
        ("places", "beat the [GPE Chicago] Bulls on", "beat the [ORG Chicago_Bulls] on"),
        ("places", "of the [GPE Oslo] Accords in", "of the [GPE Oslo] Accords in"),
        ("places", "of [FAC Pine_Close] , Woking , admitted", "of [FAC Pine_Close] , [GPE Woking] , admitted"),
        ("junk", "the [ORG Civil_Aviation] Minister said", "the Civil Aviation Minister said"),
        ("junk", "the [ORG Police_and_Crime] Commissioner said", "the Police and Crime Commissioner said"),
        ("junk", "the [ORG CT] scans of", "the CT scans of"),
    ],
)
def test_a_refinement(rule: str, marked: str, wanted: str) -> None:
    words, names = parse(marked)
    assert getattr(refine, rule)(words, names) == parse(wanted)[1]
