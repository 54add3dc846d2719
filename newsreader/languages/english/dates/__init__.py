"""Time expressions in English news and what they mean: recognition by a grammar, and TIMEX3 values.

No model is needed. `find_times` is the door, `read_again` the one for another day of publication. `RULES` are all
rules in order; `without` leaves some out by name. A new rule goes into the module of `rules` that its words belong to.
"""

from newsreader.languages.english.dates.grammar import find_times, read_again, without
from newsreader.languages.english.dates.rule import Rule
from newsreader.languages.english.dates.rules import RULES

__all__ = ["RULES", "Rule", "find_times", "read_again", "without"]
