"""The kinds of entity, apart from all that is known of one, so that whoever only asks for them loads nothing else."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """The four kinds of entity a reader is shown, in the order of their panels."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
