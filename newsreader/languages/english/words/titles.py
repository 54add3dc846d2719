"""Titles, offices and trades that stand before a person's name, and the small words inside names of people."""

from __future__ import annotations

HONORIFICS = frozenset(
    """mr mrs ms miss mx messrs mme mlle monsieur madame madam señor señora senor senora monsenor monsignor herr
    frau sir dame lord lady sheikh sheik shaikh imam mullah maulana ayatollah rabbi father fr sister brother
    saint pope cardinal archbishop bishop reverend rev pastor dr prof professor sri shri smt mahatma dalai
    hajji haji emir sultan king queen prince princess duke duchess earl count countess baron baroness crown tsar
    emperor empress oba ooni emira alhaji alhaja hajia datuk datin dato tun pandit swami mallam malam cde comrade
    engr""".split()
)
"""Forms of address, clergy and nobility, lower case without the dot: always followed by a person."""

RANKS = frozenset(
    """gen general lt lieutenant col colonel maj major capt captain cmdr commander adm admiral sgt sergeant cpl
    corporal pvt private pfc brig brigadier marshal commodore staff petty warrant chief officer constable
    inspector superintendent detective sheriff trooper agent supt insp det dci ssp dsp dgp igp ch""".split()
)
"""Ranks of armed forces and police, lower case without the dot."""

OFFICES = frozenset(
    """president vice-president shadow premier chancellor minister secretary undersecretary senator sen
    representative rep congressman congresswoman assemblyman assemblywoman emeritus governor gov
    lieutenant-governor mayor councillor councilman councilwoman councilor alderman ambassador envoy
    commissioner attorney judge justice magistrate speaker chairman chairwoman chairperson chair chief director
    spokesman spokeswoman spokesperson ceo cfo cto coo mp mep msp td mla leader commissioner deputy vice
    assistant acting interim former ex-president prime foreign finance interior defence defense home treasury
    health education justice transport trade environment energy agriculture labour labor culture first lady
    press executive managing general-secretary coordinator taoiseach tánaiste ceann comhairle treasurer comptroller
    ombudsman director-general secretary-general vice-chancellor attorney-general vice-chairman""".split()
)
"""Offices and the words that stand with them (`Foreign Minister`), lower case without the dot."""

TRADES = frozenset(
    """coach manager trainer captain skipper midfielder striker defender goalkeeper forward winger quarterback
    pitcher batsman bowler driver rider cyclist swimmer sprinter golfer boxer wrestler player star champion
    teammate team-mate compatriot countryman countrywoman singer songwriter musician rapper guitarist drummer
    actor actress comedian filmmaker author novelist writer poet artist painter architect designer journalist
    reporter blogger podcaster correspondent editor columnist anchor presenter host photographer historian scientist
    physicist
    mathematician economist analyst strategist researcher astronaut engineer lawyer prosecutor solicitor
    barrister activist dissident founder co-founder cofounder owner entrepreneur businessman businesswoman
    billionaire tycoon investor banker farmer teacher student resident neighbour neighbor witness survivor
    victim suspect gunman attacker whistleblower politician lawmaker legislator candidate incumbent rival
    opponent predecessor successor colleague wife husband son daughter father mother brother sister widow
    partner girlfriend boyfriend cousin nephew niece uncle aunt grandson granddaughter grandfather grandmother
    spokesman spokeswoman spokesperson physician surgeon nurse doctor professor psychologist critic director
    producer chairman chairwoman president leader minister senator judge mayor governor ambassador pilot officer
    policeman trader dealer winner official commander supremo broadcaster""".split()
)
"""Lower-case nouns that news puts right before the name of the person (`coach Matt Myers`)."""

TITLES = HONORIFICS | RANKS | OFFICES
"""Every word that may open a title with a capital."""

AFTER_NAME = frozenset("jr sr ii iii iv phd md mp mep qc kc obe cbe mbe esq".split())
"""What may follow a name: generations, degrees, honours."""

GENERATIONS = frozenset("jr sr ii iii iv".split())
"""What follows a name and belongs to it."""

PARTICLES = frozenset(
    """al el bin ibn bint abu abd ben de del della der den di da dos das do du la le van von zu zur af av ter ten san
    y e op 't""".split()
)
"""Lower-case words inside names of people, after a first name or before a family name."""

PERSON_CUES_AFTER = frozenset(
    """said says told tweeted wrote added explained argued insisted recalled testified resigned admitted denied
    apologised apologized vowed pleaded died joked replied answered smiled laughed thinks believes felt""".split()
)
"""Verbs that mostly have a person before them."""

WEAK_CUES_AFTER = frozenset(
    """announced stated claimed warned called urged confirmed declined noted criticised criticized praised suggested
    expressed reported posted defended accused promised agreed hopes wants""".split()
)
"""Verbs that have a person or an organisation before them."""
