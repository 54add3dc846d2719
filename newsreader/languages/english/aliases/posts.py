"""Posts: a surname behind an office means who holds it, not a relative (`President Roe` is not his daughter Jane)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.languages.groups import Group

_POST = re.compile(
    r"\b((?:[Vv]ice[ -])?[Pp]resident(?:-elect)?|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ss]enator|Sen\."
    r"|[Gg]overnor|Gov\.|[Mm]ayor|King|Queen|Pope|[Jj]udge|[Jj]ustice|Rep\.|Congressman|Congresswoman|Secretary|Ambassador|General|Gen\.)\s$"
)
"""An office right before a name."""

_SAME = {"sen.": "senator", "gov.": "governor", "gen.": "general", "premier": "prime minister"}
_REACH = 18


def post(text: str, start: int) -> str | None:
    """Return the office that stands right before the name at `start`, in lower case; None if none does."""
    found = _POST.search(text, max(0, start - _REACH), start)
    office = found[1].lower().removesuffix("-elect") if found else None
    return _SAME.get(office, office) if office else None


def posts_of(group: Group, text: str) -> frozenset[str]:
    """Return the offices that stand right before any mention of a person by full name."""
    return frozenset(office for mention in group.mentions if (office := post(text, mention.start)))
