"""The abbreviations of English news, and the words with which its sentences begin."""

from __future__ import annotations

from newsreader.languages.english.words.calendar import SHORT_MONTHS
from newsreader.languages.sentences import Sentences

_BEFORE_A_NAME = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Rev Fr Sr St Ste Hon Messrs Gov Sen Rep Pres Amb Sec Min Gen Lt Col Maj Capt Cmdr Adm Sgt
    Cpl Pvt Supt Det Insp Sheikh Mme Mlle M vs v
    """.split()
)
_BEFORE_A_NUMBER = frozenset(
    """
    No no Nos Art Fig fig Vol vol p pp ca c approx est Rs Sec
    """.split()
).union(month.capitalize() for month in SHORT_MONTHS)
_EITHER = frozenset(
    """
    Inc Corp Co Ltd Cos Bros Jr Sr Plc LLC Dept Univ Assn etc al Ave Blvd Rd Mt Ft Calif Mass
    """.split()
)
_STARTERS = frozenset(
    """
    A An The This That These Those He She It They We You I His Her Its Their Our In On At By For From With After
    Before As But And Or So Yet If When While Since Although Though However Meanwhile There Here What Who Why How
    Some Many Most More One Two Both Such No Not
    """.split()
)

SENTENCES = Sentences(_BEFORE_A_NAME, _BEFORE_A_NUMBER, _EITHER, _STARTERS)
