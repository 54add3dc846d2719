"""Time expressions in English news and what they mean: recognition by a grammar, and TIMEX3 values.

No model is needed. `find_times` is the door.
"""

from newsreader.languages.english.dates.recognise import TimeMention, find_times

__all__ = ["TimeMention", "find_times"]
