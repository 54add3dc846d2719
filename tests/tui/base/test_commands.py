"""Every command is declared once, whole, and with keys that terminals let through."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest

from tui.base.command import CONTEXTS
from tui.base.commands import COMMANDS, bindings, command, commands_in
from tui.base.key_names import key_label
from tui.library import news_screen, offered, panel_words, remarks_screen
from tui.reader.hints import OFFERED

EATEN = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+enter", "f1", "f5", "f6"} | {
    f"ctrl+{letter}" for letter in "jkeqbsz"
}


def test_ids_are_unique_and_say_where_the_command_applies():
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)
    assert all(each.id.startswith(f"{each.context}.") for each in COMMANDS)


def test_no_command_lacks_a_key_a_title_or_a_sentence_of_help():
    for each in COMMANDS:
        assert each.keys, each.id
        assert each.title
        assert each.help.endswith(".")
        assert each.context in CONTEXTS


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_key_has_one_meaning_in_each_context(context):
    for one, other in combinations(commands_in(context), 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_no_key_that_terminals_eat_is_the_only_one():
    for each in COMMANDS:
        assert set(each.keys) - EATEN or each.id == "app.suspend", each.id
    # What terminals make of it is just what it is for.
    assert command("app.suspend").keys == ("ctrl+z",)


def test_bindings_carry_the_ids_by_which_keys_are_set():
    for context in CONTEXTS:
        ids = [binding.id for binding in bindings(context)]
        assert ids == [each.id for each in commands_in(context)]


def test_the_keys_of_an_article_run_on_the_screen_and_others_where_they_are_bound():
    assert {each.action.split(".")[0] for each in bindings("article")} == {"screen"}
    assert not any(each.action.startswith("screen.") for each in bindings("panel"))


def test_keys_are_written_as_readers_know_them():
    assert key_label("pagedown") == "PgDn"
    assert key_label("alt+left") == "alt+←"
    assert key_label("ctrl+o") == "ctrl+o"
    assert key_label("+") == "+"


def test_the_footer_offers_only_commands_that_exist_and_have_a_word_for_it():
    for ids in OFFERED.values():
        assert all(command(each).footer for each in ids)


def test_the_declarations_cost_no_textual():
    code = "import tui.base.commands, sys; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_lines_of_keys_offer_has_a_word_there() -> None:
    everywhere = {
        *offered.OFFERED,
        *panel_words.OFFERED,
        *remarks_screen.OFFERED,
        *news_screen.OFFERED,
        *(each for offers in OFFERED.values() for each in offers),
    }
    assert all(command(each).footer for each in everywhere)
