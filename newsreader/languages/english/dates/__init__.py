"""Time expressions in English news and what they mean: recognition by a grammar, and TIMEX3 values.

No model is needed. `find_times` is the door, `read_again` the one for another day of publication.
"""

from newsreader.languages.english.dates.recognise import find_times, read_again

__all__ = ["find_times", "read_again"]
