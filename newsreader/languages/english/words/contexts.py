"""Words around a name that say what it names."""

from __future__ import annotations

ORGANISATION_NOUNS = frozenset(
    """airline carrier company firm carmaker automaker manufacturer maker retailer broadcaster network
    newspaper magazine daily weekly tabloid website site outlet agency publisher bank lender insurer giant
    startup start-up conglomerate group party movement union charity nonprofit non-profit ngo organisation
    organization club side team band militia consultancy brewer supplier producer developer operator
    subsidiary parent chain brand label studio regulator watchdog think-tank chains companies firms airlines
    carriers retailers banks broadcasters newspapers networks carmakers automakers agencies giants insurers
    lenders startups clubs parties unions""".split()
)
"""Nouns right before the name of an organisation (`Iranian airline Mahan Air`), lower case."""

PLACE_NOUNS = frozenset(
    """city town village capital port suburb district province state region county island neighbourhood neighborhood
    municipality borough enclave cities towns villages ports suburbs districts provinces states regions counties islands
    neighbourhoods neighborhoods municipalities boroughs""".split()
)
"""Nouns before `of` and a place, or right before it."""

PLACES_AFTER = frozenset(
    """river lake peninsula province prefecture district region county valley mountains hills desert strait bay
    archipelago highlands constituency palace airport guesthouse neighbourhood neighborhood suburb forest village town
    beach airfield airbase checkpoint courthouse""".split()
)
"""Nouns right behind the name of a place, lower case (`Tumen river`)."""

LANDS_AFTER = frozenset(
    """rainforest jungle basin delta plateau glacier volcano canyon gorge estuary reservoir wetlands oilfield""".split()
)
"""Those of them that companies named after a place have not (`Amazon rainforest`)."""

APPOSITION_PEOPLE = frozenset(
    """man woman boy girl lawyer president minister chairman chairwoman director leader founder owner ceo coach
    spokesman spokeswoman spokesperson professor member senator governor mayor head chief analyst expert author
    editor writer journalist singer actor actress player captain champion son daughter wife husband brother
    sister father mother widow judge officer secretary general commander candidate politician lawmaker activist
    economist student teacher resident veteran native citizen employee worker manager driver pilot engineer
    scientist researcher""".split()
)
"""Nouns that say, after the comma behind a name, that it is a person's."""

APPOSITION_ORGANISATIONS = frozenset(
    """company firm airline carrier group organisation organization agency bank party newspaper magazine club
    manufacturer maker retailer broadcaster network charity union operator subsidiary""".split()
)
"""Nouns that say, after the comma behind a name, that it is an organisation's."""

APPOSITION_PLACES = frozenset(
    """city town village capital suburb district province state region county island country nation neighbourhood
    neighborhood territory""".split()
)
"""Nouns that say, after the comma behind a name, that it is a place's."""

SPORT = frozenset(
    """match goal goals scored league season coach striker midfielder goalkeeper half-time halftime fixture
    tournament quarterfinal semi-final semifinal premiership rugby football cricket basketball hockey baseball
    tries penalty kick-off innings wickets touchdown playoffs playoff overtime standings referee umpire midfield
    equaliser equalizer substitute substitutes header quarterback inning batsman bowler derby champions squad teammates
    matches points winner relegation unbeaten wicket bowled overs toss batting pitcher homer homers homered strikeout
    strikeouts rebounds assists turnovers rushing touchdowns linebacker goaltender puck shutout hat-trick aggregate
    kickoff preseason postseason offseason winger fullback flanker knockout seeded unseeded tiebreak birdie bogey
    fly-half scrum-half half-back full-back hooker kicked trounced hammered thrashed outscored semi-finals quarter-final
    quarter-finals second-half first-half stoppage-time pole-position bye-week try-scorer try-scorers win-loss
    podium peloton sprinter teammate semifinals quarterfinals playoffs defender roster rematch heavyweight""".split()
)
"""Words by which a report on a match is known."""

THING_NOUNS = frozenset(
    """spacecraft capsule rocket satellite ship vessel freighter ferry yacht submarine frigate aircraft jet
    helicopter missile app software browser smartphone drug vaccine virus film movie documentary novel book
    album song single musical play opera series sitcom show game console hurricane typhoon cyclone storm
    asteroid comet planet moon species breed dog cat horse hashtag robot shuttle chip processor bell rover probe
    telescope tanker trawler airliner""".split()
)
"""Nouns right before the name of something that is no person, place or organisation, lower case."""

THINGS_AFTER = frozenset(
    """spacecraft capsule rocket satellite missile missiles app browser smartphone laptop tablet vaccine virus
    outbreak pandemic fever syndrome disease trilogy franchise movie film album novel console hurricane typhoon
    cyclone craft crude""".split()
)
"""Nouns right behind the name of something that is no person, place or organisation, lower case."""

BELONGINGS_PEOPLE = frozenset("""wife husband son daughter mother father brother sister widow lawyer death""".split())
"""Nouns behind the name of a person it belongs to (`Khan's lawyer`), lower case."""

BELONGINGS_ORGANISATIONS = frozenset(
    """shares subsidiary employees customers stock headquarters spokesman spokeswoman shareholders ceo cfo
    profits stores executives engineers investors""".split()
)
"""Nouns behind the name of an organisation it belongs to (`Boeing's shares`), lower case."""

SHIPS = frozenset({"HMS", "USS", "MV", "SS", "MS", "RMS", "HMAS", "HMCS", "INS", "MT"})
"""What the names of ships begin with."""

PLACE_OPENERS = frozenset(
    """Ciudad Tel Tell Deir Beit Ain Wadi Fort Port Mount Lake Los Las Puerto Rio Villa Playa New North South East West
    Upper Lower""".split()
)
"""First words of names of places that have two."""
