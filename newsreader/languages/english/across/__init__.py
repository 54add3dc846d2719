"""Which names of different English articles are one: what they have in common, and what tells their bearers apart."""

from __future__ import annotations

from newsreader.languages.english.across.forms import is_vague, same, short
from newsreader.languages.english.across.keys import key
from newsreader.languages.english.across.marks import mark
from newsreader.languages.english.across.setting import country, setting
from newsreader.languages.record import Across

ACROSS = Across(setting=setting, key=key, mark=mark, same=same, short=short, is_vague=is_vague, country=country)
