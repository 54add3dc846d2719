"""What stands at the head of a dossier, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsreader.dossier.model import Dated, Dossier


def headed(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The lines of the head, each a label and a value; those that say nothing are left out."""
    articles, mentions = len(dossier.sources), len(dossier.mentions)
    lines = (
        ("What", dossier.category.value),
        ("Articles", f"{articles}, with {mentions} {'mention' if mentions == 1 else 'mentions'}"),
        ("Asked for", dossier.query),
        ("Seen", f"{dossier.first} to {dossier.last}" if articles else ""),
        ("Other names", ", ".join(dossier.forms)),
        ("Scripts", ", ".join(dossier.scripts) if len(dossier.scripts) > 1 else ""),
        ("Taken for one", " ".join(dossier.reasons)),
        ("Others of the name", ", ".join(dossier.namesakes)),
    )
    return ((label, value) for label, value in lines if value)


def days(dated: Dated) -> str:
    """The day or days of a date, with a mark if it is a guess."""
    span = dated.first if dated.first == dated.last else f"{dated.first} to {dated.last}"
    return f"{span} ?" if dated.doubt else span
