"""What a whole English article says about the names in it: passes of one shape, from document to document.

None changes the document that it gets, and what is free to be named is asked of `Document.taken` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.languages.english.passes.compounds import with_compounds
from newsreader.languages.english.passes.evidence import vote
from newsreader.languages.english.passes.full_names import with_full_names
from newsreader.languages.english.passes.genitives import with_houses
from newsreader.languages.english.passes.headings import without_shouts
from newsreader.languages.english.passes.introduced import with_introduced
from newsreader.languages.english.passes.mails import with_mail_names
from newsreader.languages.english.passes.parties import with_parties
from newsreader.languages.english.passes.propagation import propagated, without_openers
from newsreader.languages.english.passes.scripts import with_scripts
from newsreader.languages.english.passes.sport import with_teams
from newsreader.languages.english.passes.surnames_first import with_surnames_first
from newsreader.languages.english.passes.things import without_models
from newsreader.languages.english.passes.times import with_times
from newsreader.languages.english.passes.whole_names import with_whole_names

if TYPE_CHECKING:
    from newsreader.languages.record import Pass

PASSES: tuple[Pass, ...] = (
    with_whole_names,
    with_compounds,
    with_scripts,
    with_surnames_first,
    with_mail_names,
    without_shouts,
    with_full_names,
    with_introduced,
    with_times,
    with_teams,
    without_models,
    without_openers,
    with_houses,
    vote,
    propagated,
    with_full_names,
    with_parties,
)
"""The passes, in order. Full names are put together again when propagation has found the surnames that were missed."""
