"""What stands around a press release: labels above it, whom to ask, its end, and what the firm says of itself."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?:press|news|media)\srelease|for\s(?:immediate|general)\s(?:press\s)?release"
    r"|(?:strictly\s)?embargoed?\b.{0,80}|not\sfor\srelease\b.{0,60}|for\srelease\b.{0,60}",
    re.IGNORECASE,
)
_CONTACTS = re.compile(
    r"(?:(?:media|press|news|investors?|public)\s(?:relations\s)?)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))"
    r"(?:\s(?:information|details))?\s?:.{0,80}|(?:for\s(?:more|further)\sinformation)[,:]?(?:\splease)?\s?(?:contact)?\s?:.{0,80}",
    re.IGNORECASE,
)
_END = re.compile(r"[#*]{3,4}|(?:#\s){2,3}#|[-–—]\s?(?:30|ends?)\s?[-–—]|\(?ends\)?", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"about\s(?:the\s)?[A-Z][\w&.,'’ -]{1,60}|(?:cautionary\s(?:note|statement).{0,60})?forward[- ]looking\sstatements?"
    r"|safe\sharbou?r(?:\sstatement)?|notes?\sto\seditors?:?",
    re.IGNORECASE,
)


def is_release_label(line: str) -> bool:
    """Whether `line` says that what follows is a press release."""
    return _LABEL.fullmatch(line) is not None


def is_release_end(line: str) -> bool:
    """Whether `line` says that a release, or a story of a desk, ends."""
    return _END.fullmatch(line) is not None


def opens_contacts(line: str) -> bool:
    """Whether below `line` stands whom to ask."""
    return _CONTACTS.fullmatch(line) is not None


def opens_boilerplate(line: str) -> bool:
    """Whether below `line`, in a release, stands what the firm says of itself in all of them."""
    return _BOILERPLATE.fullmatch(line) is not None and (line[6:7].isupper() or not line.lower().startswith("about"))
