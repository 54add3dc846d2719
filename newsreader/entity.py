"""The plain data that recognition produces: categories, mentions, entities, analyses.

No spaCy type and no behaviour beyond what the data says about itself, so that any room may import it at no cost.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.category import Category as Category

DOUBTFUL = 0.5
"""What is less certain than this is a guess."""

MARK = "?"
"""What stands behind a guess wherever one is shown, the publication day of an article among them."""


LABELS: dict[str, Category] = {
    "PERSON": Category.PERSON,
    "PER": Category.PERSON,
    "GPE": Category.PLACE,
    "LOC": Category.PLACE,
    "FAC": Category.PLACE,
    "ORG": Category.ORGANISATION,
    "DATE": Category.DATE,
    "TIME": Category.DATE,
}
"""The category of each label of the common spaCy schemes; labels that are missing here are not shown."""

LABEL_OF: dict[Category, str] = {
    Category.PERSON: "PERSON",
    Category.PLACE: "GPE",
    Category.ORGANISATION: "ORG",
    Category.DATE: "DATE",
}
"""The label of a mention whose category a rule or the person gave."""


@dataclass(frozen=True, slots=True)
class TimeValue:
    """What a time expression means: a TIMEX3 value and, where it can be put on a calendar, its interval.

    `start` and `end` are ISO 8601 dates or local date-times, end exclusive; both are None for what has no place on
    a calendar. `alternatives` are other values the expression may have, best first.
    """

    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    """The TIMEX3 value: `2024-06-19`, `2024-W25`, `P2W`, `PRESENT_REF`, …."""
    start: str | None = None
    end: str | None = None
    granularity: str = ""
    """`second`, `minute`, `hour`, `day`, `week`, `month`, `quarter`, `season`, `year`, `decade`, `century` or empty."""
    mod: str | None = None
    """The TIMEX3 modifier: `APPROX`, `START`, `MORE_THAN`, …."""
    anchor: str | None = None
    """What it was resolved from: `absolute`, `dct` (the article's date) or `mention` (an earlier expression)."""
    reason: str = ""
    """Why this value, as one sentence for the reader."""
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()

    @property
    def on_calendar(self) -> bool:
        """Whether it names something that stands on a calendar, if need be without a year or in an undated article.

        `Monday` and `the first quarter` do as soon as it is known of when; `years`, `daily`, `now`, a clock time
        of no day and `summer` of no year do not.
        """
        named = any(map(str.isdigit, self.value.partition("T")[0]))
        return self.start is not None or (self.type in ("DATE", "TIME") and named)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that names an entity, in code points, end exclusive."""

    start: int
    end: int
    label: str
    """The label the recogniser gave (`GPE`), or the one a rule gave instead."""
    category: Category
    confidence: float = 1.0
    time: TimeValue | None = None
    doubt: str = ""
    """Why it is a guess that it names this entity, or stands for this value: a sentence without its stop."""


def doubt_of(mention: Mention) -> str:
    """Why a mention is a guess, for the reader; empty for one that is certain enough."""
    return mention.doubt or (_UNSURE if mention.confidence < DOUBTFUL else "")


_UNSURE = "it is not sure that this is a name or date of this kind"


@dataclass(frozen=True, slots=True)
class Entity:
    """A real thing and all its mentions in one article.

    `name` is the fullest natural name; `aliases` are the other forms it has in the text, most frequent first.
    `mentions` are in order of position. `reasons` say, a sentence each, why different names were taken as one.
    """

    id: str
    category: Category
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a model and our rules found in one text. `entities` are ordered by first mention."""

    text_sha256: str
    model: str
    """Name and version of the pipeline, such as `en_core_web_md 3.7.1`."""
    entities: tuple[Entity, ...]
    paragraphs_done: int
    paragraphs_total: int

    @property
    def complete(self) -> bool:
        """Whether every paragraph that is to be analysed has been."""
        return self.paragraphs_done >= self.paragraphs_total
