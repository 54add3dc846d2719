"""Each refinement as a rule over words: a marked-up sentence goes in, the one a reader expects comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newsreader.languages.english import refine

if TYPE_CHECKING:
    from newsreader.languages.english.refine.tokens import Name

_MARK = re.compile(r"\[(?P<label>[A-Z]+) (?P<name>[^\]]+)\]|\S+")


def parse(marked: str) -> tuple[list[str], list[Name]]:
    """`[PERSON Ann Lee] said` as words and names."""
    words: list[str] = []
    names: list[Name] = []
    for match in _MARK.finditer(marked):
        own = match["name"].split() if match["name"] else [match[0]]
        if match["name"]:
            names.append((len(words), len(words) + len(own), match["label"]))
        words += own
    return words, names


def found(rule: str, marked: str) -> list[tuple[str, str]]:
    words, names = parse(marked)
    return [(label, " ".join(words[start:end])) for start, end, label in getattr(refine, rule)(words, names)]


def expected(marked: str) -> list[tuple[str, str]]:
    words, names = parse(marked)
    return [(label, " ".join(words[start:end])) for start, end, label in names]


CASES = {
    "boundaries": [
        ("[PERSON Whistleblower Jane Roe] fled", "Whistleblower [PERSON Jane Roe] fled"),
        ("fled [PERSON Baker Jane Roe]", "fled [PERSON Baker Jane Roe]"),
        ("[ORG Remarked Quorn Center] staff", "Remarked [ORG Quorn Center] staff"),
        ("[GPE The United States] agreed", "The [GPE United States] agreed"),
        ("at [ORG the University of Calgary 's] lab", "at the [ORG University of Calgary] 's lab"),
        ("told The [ORG Verge] that", "told [ORG The Verge] that"),
        (". The [ORG Verge] wrote", ". The [ORG Verge] wrote"),
        ("[PERSON Princess Anne] came", "Princess [PERSON Anne] came"),
        ("[PERSON U.S. President Joe Biden] said", "[PERSON U.S. President Joe Biden] said"),
        ("[ORG Houthi movement] said", "[ORG Houthi] movement said"),
        ("[ORG Adam Air Flight 574] crashed", "[ORG Adam Air] Flight 574 crashed"),
        ("[ORG Chelsea 4 - 0] on Sunday", "[ORG Chelsea] 4 - 0 on Sunday"),
        ("[ORG GOOGL.O Google] rose", "GOOGL.O [ORG Google] rose"),
        ("[GPE United States District] Judge", "[GPE United States] District Judge"),
        ("[ORG POLAND TO JOIN] TALKS", "POLAND TO JOIN TALKS"),
        ("[PERSON Nick Moreau Image] : x", "[PERSON Nick Moreau] Image : x"),
        ("visited [LOC Area 51] today", "visited [LOC Area 51] today"),
        ("In Melbourne , [ORG Victoria Premier] Ann Lee", "In Melbourne , [ORG Victoria] Premier Ann Lee"),
        ("[ORG Moody] 's and [ORG Fitch] 's note", "[ORG Moody 's] and [ORG Fitch] 's note"),
        ("[ORG Syrian Observatory for Human Rights] said", "[ORG Syrian Observatory for Human Rights] said"),
    ],
    "extents": [
        ("[GPE St.] [PERSON Louis Cardinals] won", "[ORG St. Louis Cardinals] won"),
        ("[GPE ST] . [GPE LOUIS] fell", "[GPE ST . LOUIS] fell"),
        ("[PERSON Bill] and [ORG Melinda Gates Foundation]", "[ORG Bill and Melinda Gates Foundation]"),
        ("[ORG University of California] , [GPE Davis] said", "[ORG University of California , Davis] said"),
        ("[ORG University of Texas] , [GPE Davis] said", "[ORG University of Texas] , [GPE Davis] said"),
        ("leader [PERSON Aung San Suu] Kyi 's party", "leader [PERSON Aung San Suu Kyi] 's party"),
        ("[PERSON Jane Roe] Wednesday 's", "[PERSON Jane Roe] Wednesday 's"),
        ("[ORG United Nations ' Food Organization] said", "[ORG United Nations] ' [ORG Food Organization] said"),
        ("[PERSON Hamza bin] Ladin died", "[PERSON Hamza bin Ladin] died"),
        ("Ursula [PERSON von der Leyen] spoke", "[PERSON Ursula von der Leyen] spoke"),
        (
            '[GPE Joaquín] " [GPE El Chapo] " [PERSON Guzmán] fled',
            '[PERSON Joaquín " El Chapo " Guzmán] fled',
        ),
        (
            'Joaquin " [PERSON El Chapo] " Guzman fled',
            '[PERSON Joaquin " El Chapo " Guzman] fled',
        ),
        ('[PERSON Rihanna] sang " Lift Me Up " again', '[PERSON Rihanna] sang " Lift Me Up " again'),
        ("[PERSON Samantha Power of USAID] warned", "[PERSON Samantha Power] of [ORG USAID] warned"),
        ("in Group [PERSON G. The Catalan] club", "in Group G. The Catalan club"),
        ("[ORG Qatar Holding , Binance] put in", "[ORG Qatar Holding] , [ORG Binance] put in"),
        ("the [ORG Bureau of Alcohol , Tobacco and Firearms]", "the [ORG Bureau of Alcohol , Tobacco and Firearms]"),
        ("of [ORG Ann Lee 's Alternative for Germany]", "of [PERSON Ann Lee] 's [ORG Alternative for Germany]"),
        ("at [ORG Ann Lee 's Hospital] today", "at [ORG Ann Lee 's Hospital] today"),
        ("[PERSON David and Louise Turpin] were", "[PERSON David] and [PERSON Louise Turpin] were"),
        ("[PERSON John Thys / Pool] file", "[PERSON John Thys] / Pool file"),
        ("told [PERSON NPR Hamza bin Laden] had", "told [ORG NPR] [PERSON Hamza bin Laden] had"),
        ("[ORG Germany 's Federal Aviation Office] said", "[GPE Germany] 's [ORG Federal Aviation Office] said"),
        ("[ORG Guard Corps] of [GPE Iran] .", "[ORG Guard Corps of Iran] ."),
        ("[GPE Islamic State] of Iraq and the Levant", "[ORG Islamic State] of Iraq and the Levant"),
        ("[PERSON Theresa] [DATE May] resigned", "[PERSON Theresa May] resigned"),
        ("[PERSON Andrés Manuel] [PERSON López Obrador] said", "[PERSON Andrés Manuel López Obrador] said"),
        ("[PERSON Jane Roe] [PERSON John Doe] said", "[PERSON Jane Roe] [PERSON John Doe] said"),
        ("[PERSON Cyrus Vance] , [PERSON Jr.] said", "[PERSON Cyrus Vance , Jr.] said"),
        ("[PERSON Amy] [PERSON Coney Barrett] came", "[PERSON Amy Coney Barrett] came"),
        ("by [PERSON Cyrus Vance Jr. Trump] did not", "by [PERSON Cyrus Vance Jr.] [PERSON Trump] did not"),
        ("beat [PERSON Atletico Madrid] 2-1", "beat [ORG Atletico Madrid] 2-1"),
        ("in General [GPE Santos City] today", "in [GPE General Santos City] today"),
        ("BioNTech [ORG SE] said", "BioNTech [ORG SE] said"),
        ("firm BioNTech [ORG SE] said", "firm [ORG BioNTech SE] said"),
        ("[ORG Twitter the Federal Aviation Agency] said", "[ORG Twitter] the [ORG Federal Aviation Agency] said"),
    ],
    "datelines": [
        ("ST . LOUIS ( AP ) — He ran", "[GPE ST . LOUIS] ( [ORG AP] ) — He ran"),
        ("SEOUL : ( Reuters ) Kim spoke", "[GPE SEOUL] : ( [ORG Reuters] ) Kim spoke"),
        ("VALDOSTA , Ga. ( AP ) — Police", "[GPE VALDOSTA] , [GPE Ga.] ( [ORG AP] ) — Police"),
        ("LONDON , Aug 12 ( Reuters ) - Oil", "[GPE LONDON] , Aug 12 ( [ORG Reuters] ) - Oil"),
        ("JERUSALEM ( JTA ) — The", "[GPE JERUSALEM] ( [ORG JTA] ) — The"),
        ("Police said - as before", "Police said - as before"),
        (
            "( Reporting by Ann Lee and Bo Ek ; editing by Cy Fox )",
            "( Reporting by [PERSON Ann Lee] and [PERSON Bo Ek] ; editing by [PERSON Cy Fox] )",
        ),
        ("AP Photo / Andy Wong", "[ORG AP] Photo / [PERSON Andy Wong]"),
        ("REUTERS / Tyrone Siu", "[ORG REUTERS] / [PERSON Tyrone Siu]"),
        ("By Jane Roe", "By [PERSON Jane Roe]"),
    ],
    "acronyms": [
        ("[NORP African] Union ( AU ) met", "[ORG African Union] ( [ORG AU] ) met"),
        ("[ORG Singapore Airlines] ( SIA ) flew", "[ORG Singapore Airlines] ( [ORG SIA] ) flew"),
        ("[PERSON Mohammed bin Salman] ( MBS ) said", "[PERSON Mohammed bin Salman] ( [PERSON MBS] ) said"),
        ("[ORG Boeing Co] ( BA.N ) fell", "[ORG Boeing Co] ( BA.N ) fell"),
        ("in [GPE Portland] ( ENA ) or", "in [GPE Portland] ( ENA ) or"),
        ("the Dream Act ( DA ) passed", "the Dream Act ( DA ) passed"),
    ],
    "rescue": [
        ("[EVENT Eliud Kipchoge] ran", "[PERSON Eliud Kipchoge] ran"),
        ("the [EVENT World Cup] began", "the [EVENT World Cup] began"),
        ("the consequences of what the CPA has done", "the consequences of what the [ORG CPA] has done"),
        ("the weaker the GDP is , the worse", "the weaker the GDP is , the worse"),
    ],
    "people": [
        ("Mr. [ORG Pohiva] died", "Mr. [PERSON Pohiva] died"),
        ("coach Matt Myers said", "coach [PERSON Matt Myers] said"),
        ("[ORG Princess Ubolratana] ran", "Princess [PERSON Ubolratana] ran"),
        ("premier [GPE Poland] said", "premier [GPE Poland] said"),
        ("MS Although we saw", "MS Although we saw"),
        ("President To [PERSON Lam] there", "President [PERSON To Lam] there"),
    ],
    "organisations": [
        ("[PERSON Leeds United] won", "[ORG Leeds United] won"),
        ("the [ORG White House] said", "the [FAC White House] said"),
        ("the Agency for Food visited", "the [ORG Agency for Food] visited"),
        ("in the African Union today", "in the [ORG African Union] today"),
        ("[ORG Trump Tower] stands", "[FAC Trump Tower] stands"),
        (
            "the [NORP Democratic] and [NORP Republican] Parties",
            "the [ORG Democratic] and [ORG Republican Parties]",
        ),
        ("fighters of Hezbollah left", "fighters of [ORG Hezbollah] left"),
        ("sued the [ORG Mail] on [DATE Sunday] over", "sued the [ORG Mail on Sunday] over"),
        ("Image : Voice of [GPE America]", "Image : [ORG Voice of America]"),
        ("the [NORP Liberal] party trails", "the [ORG Liberal party] trails"),
    ],
    "places": [
        ("In [NORP Uvalde] or [GPE Kerrville] ,", "In [GPE Uvalde] or [GPE Kerrville] ,"),
        ("[GPE Maryland] [ORG State Police] said", "[ORG Maryland State Police] said"),
        ("In Uvalde and [GPE Kerrville] ,", "In [GPE Uvalde] and [GPE Kerrville] ,"),
        ("in Uvalde , [GPE Texas] ,", "in [GPE Uvalde] , [GPE Texas] ,"),
        ("over the Tumen river today", "over the [LOC Tumen] river today"),
        ("in the Russian region", "in the Russian region"),
        ("[ORG Nigeria] grew", "[GPE Nigeria] grew"),
        ("without Nigeria and POLAND", "without [GPE Nigeria] and [GPE POLAND]"),
        ("[GPE Washington] , [GPE D.C.] today", "[GPE Washington , D.C.] today"),
        ("[GPE Cupertino] , California said", "[GPE Cupertino] , [GPE California] said"),
        ("( [NORP Czech] Republic )", "( [GPE Czech Republic] )"),
        ("yesterday Manchester United won", "yesterday [ORG Manchester United] won"),
        ("[PERSON Jordan] scored", "[PERSON Jordan] scored"),
    ],
    "junk": [
        ("buys from [ORG Amazon.com Inc.] now", "buys from [ORG Amazon.com Inc.] now"),
        ("shares of [ORG Amazon.com] fell", "shares of [ORG Amazon.com] fell"),
        ("Rep. Ro Khanna , [GPE D-Calif.] , said", "Rep. Ro Khanna , D-Calif. , said"),
        ("going to [GPE baguio] alone", "going to [GPE baguio] alone"),
        ("a [GPE musem] for you", "a musem for you"),
        ("[ORG Great Service] and smiles", "Great Service and smiles"),
        ("the [ORG Great Western Railway] said", "the [ORG Great Western Railway] said"),
        ("she used [PERSON Instagram] again", "she used Instagram again"),
        ("Internet [PERSON Explorer] 6", "Internet Explorer 6"),
        ("[ORG File Photo] by", "File Photo by"),
        ("[ORG congress] voted", "congress voted"),
        ("the [ORG Republican party] said", "the [ORG Republican party] said"),
        ("[ORG State Department] said", "[ORG State Department] said"),
        ("Secretary of [ORG State] John", "Secretary of State John"),
        ("[ORG European Union] members", "[ORG European Union] members"),
        ("posted on [ORG Twitter] ,", "posted on Twitter ,"),
        ("[ORG Twitter] fired staff", "[ORG Twitter] fired staff"),
        ("the [ORG Nemmers Prize] went", "the Nemmers Prize went"),
        ("[GPE Tongan] time", "Tongan time"),
        ("[ORG Airbus] A380 landed", "Airbus A380 landed"),
        ("see [ORG www.adobe.com] now", "see www.adobe.com now"),
        ("[PERSON WOW] ! great", "WOW ! great"),
        ("the [ORG WHO] warned", "the [ORG WHO] warned"),
        ("[PERSON Hurricane Rita] hit", "Hurricane Rita hit"),
    ],
    "results": [
        ("Arsenal 2 Chelsea 0", "[ORG Arsenal] 2 [ORG Chelsea] 0"),
        ("Germany 1 Aston Villa 1", "[GPE Germany] 1 [ORG Aston Villa] 1"),
        ("Derby 5 4 0 1 8", "[ORG Derby] 5 4 0 1 8"),
        ("Pete Sampras ( U.S. ) beat", "[PERSON Pete Sampras] ( U.S. ) beat"),
        (
            "Arsenal 2 Burnley 1 Brighton & Hove Albion 0 Leeds 3",
            "[ORG Arsenal] 2 [ORG Burnley] 1 [ORG Brighton & Hove Albion] 0 [ORG Leeds] 3",
        ),
        ("NEW YORK 74 56 .569 - BOSTON 66 65 .504 8 1/2", "[ORG NEW YORK] 74 56 .569 - [ORG BOSTON] 66 65 .504 8 1/2"),
        (
            "MaliVai [GPE Washington] ( U.S. ) beat Bo Ek ( Oman ) 6-2",
            "[PERSON MaliVai Washington] ( U.S. ) beat [PERSON Bo Ek] ( Oman ) 6-2",
        ),
        ("Apollo 11 landed in 1969", "Apollo 11 landed in 1969"),
    ],
}


@pytest.mark.parametrize(
    ("rule", "given", "wanted"), [(rule, given, wanted) for rule, cases in CASES.items() for given, wanted in cases]
)
def test_rule(rule: str, given: str, wanted: str) -> None:
    assert found(rule, given) == expected(wanted)


def test_every_component_has_cases() -> None:
    assert {f"newsreader_{rule}" for rule in CASES} == set(refine.COMPONENTS)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_copes_with_nothing(rule: str) -> None:
    assert getattr(refine, rule)([], []) == []
    assert getattr(refine, rule)(["."], []) == []


@pytest.mark.parametrize("word", ["Jr. ,", "Jane Sr.", "Qatar ,", "AP", "and", "Acme , Inc."])
def test_what_is_far_too_long_for_a_name_is_none(word: str) -> None:
    words = [*(word.split() * 1_000)]
    for label in ("PERSON", "ORG", "GPE"):
        assert refine.extents(words, [(0, len(words), label)]) == []
