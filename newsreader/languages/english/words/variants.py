"""Spellings and short forms that are one name: nicknames, renamed cities, the two Englishes."""

from __future__ import annotations

_NICKNAMES = """
bill will billy william|bob rob bobby robert|mike mick michael|jim jimmy jamie james|joe joey joseph|tom tommy thomas
|dick rick ricky richard|tony anthony|ed eddie ted edward|teddy theodore|bernie bernard|chuck charlie charles
|liz beth betty elizabeth|kate katie kathy katherine|cathy catherine|dan danny daniel|dave david|steve steven stephen
|chris christopher|alex alexander|nick nicholas|sam samuel|ben benjamin|matt matthew|pat patrick|ron ronnie ronald
|don donnie donald|ken kenneth|larry lawrence|greg gregory|jeff jeffrey|geoff geoffrey|andy drew andrew|tim timothy
|jack johnny john|hank harry henry|maggie meg margaret|sandy alexandra|al albert|fred frederick|gabe gabriel|jake jacob
|josh joshua|nate nathan|pete peter|phil philip|ray raymond|stan stanley|sue susan|terry terence|vince vincent
|zach zachary
|jon jonathan|jerry gerald|mitch mitchell|hal harold|gus gustav|abe abraham|deb debbie deborah|jen jenny jennifer
|becky rebecca|vicky victoria|nan nancy|angie angela|barb barbara|cindy cynthia|gene eugene|ron aaron
"""

NICKNAMES: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split()) for group in _NICKNAMES.replace("\n", "").split("|")
)
"""Sets of first names that may stand for one another, lower case."""

SPELLINGS = {
    "kiev": "kyiv",
    "peking": "beijing",
    "bombay": "mumbai",
    "calcutta": "kolkata",
    "madras": "chennai",
    "rangoon": "yangon",
    "saigon": "ho chi minh city",
    "teheran": "tehran",
    "dacca": "dhaka",
    "nur sultan": "astana",
    "ulan bator": "ulaanbaatar",
    "kharkov": "kharkiv",
    "odessa": "odesa",
    "lvov": "lviv",
    "danzig": "gdansk",
    "nyc": "new york city",
    "gaza strip": "gaza",
    "washington dc": "washington",
    "dc": "washington",
    "district of columbia": "washington",
    "the vatican": "vatican",
}
"""Other names of cities and regions, by key, with the key they are grouped under."""

BRITISH = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "program": "programme",
    "theater": "theatre",
    "harbor": "harbour",
}
"""American spellings of words in names, with the British ones."""

ORGANISATION_SPELLINGS = {
    "al qaida": "al qaeda",
    "al qaidah": "al qaeda",
    "hizbollah": "hezbollah",
    "hizbullah": "hezbollah",
    "taleban": "taliban",
    "al shabab": "al shabaab",
    "isil": "islamic state",
    "isis": "islamic state",
    "daesh": "islamic state",
    "islamic state of iraq and the levant": "islamic state",
    "islamic state of iraq and syria": "islamic state",
    "eu": "european union",
    "un": "united nations",
    "fifa": "federation internationale de football association",
    "xinhua": "xinhua news agency",
    "ap": "associated press",
    "afp": "agence france presse",
    "irgc": "islamic revolutionary guard corps",
    "revolutionary guards": "islamic revolutionary guard corps",
    "revolutionary guard corps": "islamic revolutionary guard corps",
    "islamic revolutionary guards corps": "islamic revolutionary guard corps",
    "islamic revolutionary guard corps of iran": "islamic revolutionary guard corps",
    "fed": "federal reserve",
    "us fed": "us federal reserve",
    "citi": "citigroup",
    "tepco": "tokyo electric power",
    "gm": "general motors",
    "bbc news": "bbc",
    "commons": "house of commons",
    "house": "house of representatives",
    "conservatives": "conservative party",
    "tories": "conservative party",
    "greens": "green party",
    "liberals": "liberal party",
    "labour": "labour party",
    "lib dems": "liberal democrats",
}
"""Other names of organisations, by key, with the key they are grouped under."""
