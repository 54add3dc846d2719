"""Bodies that every country has, by their names alone, and what a party is called without the word."""

from __future__ import annotations

BODIES_OF_STATE = frozenset(
    """senate|congress|parliament|cabinet|government|treasury|house|house of commons|house of lords
|house of representatives|house of deputies|chamber of deputies|national assembly|national congress|federal assembly
|federal council|supreme court|high court|court of appeal|court of appeals|constitutional court|federal court
|federal high court|appeals court|court of cassation|constitutional council|state council|security council
|national security council|air force|navy|army|armed forces|military|coast guard|national guard|marines|marine corps
|national police|federal police|police|border guard|central bank|national bank|reserve bank|stock exchange
|electoral commission|election commission|human rights commission|foreign office|home office|cabinet office
|attorney general|space agency|olympic committee|football association|football federation|red cross|red crescent
|space force|intelligence service|secret service|supreme leader|embassy|postal service
|democratic party|republican party|labour party|labor party|conservative party|liberal party|green party
|greens|communist party|socialist party|social democratic party|christian democratic party|national party
|nationalist party|progressive party|independence party|peoples party|popular party|liberal democratic party
|justice party|freedom party|reform party|workers party|centre party|liberal democrats""".replace("\n", "").split("|")
)
"""Keys of bodies of which every country may have one, so that the name alone does not say which."""

PARTY_OF = {
    "democratic": "democratic party",
    "democrat": "democratic party",
    "democrats": "democratic party",
    "republican": "republican party",
    "republicans": "republican party",
    "gop": "republican party",
    "labour": "labour party",
    "labor": "labour party",
    "labor party": "labour party",
    "conservatives": "conservative party",
    "conservative": "conservative party",
    "tories": "conservative party",
    "tory": "conservative party",
    "tory party": "conservative party",
    "liberals": "liberal party",
    "liberal": "liberal party",
    "greens": "green party",
    "communists": "communist party",
    "socialists": "socialist party",
    "social democrats": "social democratic party",
    "christian democrats": "christian democratic party",
    "lib dems": "liberal democrats",
}
"""What the people of a party are called, by key, with the key of the party."""

_ACRONYMS = """
un united nations|eu european union|who world health organisation|imf international monetary fund
|wto world trade organisation|nato north atlantic treaty organisation|au african union
|asean association of southeast asian nations|ecb european central bank|fbi federal bureau of investigation
|cia central intelligence agency|nasa national aeronautics and space administration|nsa national security agency
|sec securities and exchange commission|fda food and drug administration|faa federal aviation administration
|epa environmental protection agency|fcc federal communications commission|ioc international olympic committee
|fifa federation internationale de football association|uefa union of european football associations
|nba national basketball association|nfl national football league|nhl national hockey league
|mlb major league baseball|bbc british broadcasting corporation|pkk kurdistan workers party
|plo palestine liberation organisation|anc african national congress|bjp bharatiya janata party
|osce organisation for security and cooperation in europe|icc international criminal court
|icj international court of justice|iaea international atomic energy agency
|opec organisation of petroleum exporting countries|unicef united nations childrens fund
|cdc centers for disease control and prevention|nyse new york stock exchange|lse london stock exchange
|oecd organisation for economic cooperation and development
"""
ACRONYMS = dict(row.split(" ", 1) for row in _ACRONYMS.replace("\n", "").split("|"))
"""What news calls by an acronym without saying what it is, by key, with the key of the full name."""

FIRMS = frozenset("motor motors computer computers group holding holdings company".split())
"""Last words of companies that news leaves out after the first time (`Ford Motor Company`), but for legal forms."""
