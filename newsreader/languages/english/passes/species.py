"""Names of species: two Latin words of which only the first has a capital, and a genus that stands alone.

They are no people and no places, whatever a recogniser takes `Panthera leo` and `Gorgosaurus` for.
"""

from __future__ import annotations

import re

from newsreader.languages.english.capitals import is_small
from newsreader.languages.english.words.countries import PLACES
from newsreader.languages.english.words.given_names import GIVEN_NAMES
from newsreader.languages.english.words.titles import PARTICLES

_GENUS = re.compile(
    r"[A-Z][a-z]{2,}(?:saurus|pteryx|raptor|ceratops|pithecus|therium|mimus|suchus|bacter|coccus|pora|idium|rhynchus"
    r"|myces|odon|aspis|cephalus|teuthis)"
)
"""A genus that its ending gives away (`Gorgosaurus`)."""

_EPITHET = re.compile(r"[a-z]{3,}(?:ensis|ense|oides|borea|ifera|ivora|phila|icola|cephalus)|sapiens|leo|rex|coli|mays")
"""The second word, by what no word of English is or ends with."""

_LATIN = re.compile(r"[A-Z][a-z]{2,}(?:us|um|is|a|ys|ops|ax|ex|es)")
_LATIN_EPITHET = re.compile(r"[a-z]{3,}(?:us|um|is|ae|ii)")
"""The two words by endings that count together, since English has words with either."""

_ENGLISH = frozenset(
    """caucus bonus circus genius chorus terminus stimulus octopus surplus museum stadium premium aluminium memorandum
    platinum petroleum apparatus walrus corpus nexus omnibus exodus prospectus syllabus sinus fungus cactus citrus lotus
    papyrus gymnasium auditorium aquarium millennium moratorium crematorium condominium symposium sodium lithium uranium
    titanium curriculum quorum ultimatum opium podium drum rum sum plum tantrum larvae vertebrae antennae impetus fetus
    foetus discus ruckus emeritus alumnus pendulum equilibrium emporium tennis crisis thesis analysis
    hypothesis""".split()
)
"""Words of English that end like Latin and are in no list of small words."""


def is_genus(word: str) -> bool:
    """Whether a word alone is the name of a genus by its ending."""
    return bool(_GENUS.fullmatch(word))


def is_species(genus: str, epithet: str) -> bool:
    """Whether two words are the name of a species (`Notorhynchus cepedianus`)."""
    if genus in PLACES or genus in GIVEN_NAMES or epithet in PARTICLES | _ENGLISH or is_small(epithet):
        return False
    return bool(_EPITHET.fullmatch(epithet) or (_LATIN.fullmatch(genus) and _LATIN_EPITHET.fullmatch(epithet)))
