"""The reader's own keys are laid over ours, and whatever is wrong with them is said."""

from __future__ import annotations

from tui.base.commands import command
from tui.base.keymap import resolve


def test_without_own_keys_all_is_as_declared():
    keymap = resolve({})
    assert keymap.problems == ()
    assert keymap.keys(command("reader.next_match")) == ("n",)
    assert keymap.for_textual() == {}


def test_own_keys_replace_the_declared_ones():
    keymap = resolve({"reader.zen": ("Z", "f9")})
    assert keymap.keys(command("reader.zen")) == ("Z", "f9")
    assert keymap.for_textual() == {"reader.zen": "Z,f9"}
    assert keymap.label(command("reader.zen")) == "Z, F9"
    assert keymap.problems == ()


def test_an_unknown_command_is_named_with_the_nearest_one():
    problems = resolve({"reader.zem": ("x",)}).problems
    assert len(problems) == 1
    assert "reader.zem" in problems[0]
    assert "reader.zen" in problems[0]


def test_a_key_taken_from_a_command_of_the_same_place_is_said_and_gone_there():
    keymap = resolve({"reader.zen": ("n",)})
    assert len(keymap.problems) == 1
    assert "reader.next_match" in keymap.problems[0]
    assert keymap.keys(command("reader.next_match")) == ()


def test_two_own_keys_that_are_the_same_are_said_once():
    assert len(resolve({"reader.zen": ("Z",), "reader.pipe": ("Z",)}).problems) == 1


def test_keys_can_be_swapped_without_complaint():
    assert resolve({"reader.next_match": ("N",), "reader.previous_match": ("n",)}).problems == ()


def test_a_key_hidden_by_one_nearer_to_the_focus_is_said():
    problems = resolve({"reader.zen": ("u",)}).problems
    assert len(problems) == 1
    assert "article.half_page_up" in problems[0]


def test_a_command_can_be_left_without_a_key():
    keymap = resolve({"app.theme": ()})
    assert keymap.keys(command("app.theme")) == ()
    assert keymap.for_textual()["app.theme"] not in ("", "T")


def test_a_key_that_cannot_be_shown_is_left_out():
    keymap = resolve({"app.help": ("\x1b[2J", "f4", " ")})

    assert keymap.keys(command("app.help")) == ("f4",)
    assert [problem for problem in keymap.problems if "app.help" in problem and "no name of a key" in problem]


def test_a_key_works_where_nothing_nearer_takes_it():
    keymap = resolve({"reader.search": ("u", "f7")})
    assert keymap.working(command("reader.search"), "article") == ("f7",)
    assert keymap.working(command("reader.search"), "panel") == ("u", "f7")
    assert keymap.working(command("article.half_page_up"), "article") == ("u",)
    assert keymap.working(command("article.card"), "panel") == ("enter",)


def test_a_command_all_of_whose_keys_are_refused_keeps_its_own_and_one_may_have_none():
    keymap = resolve({"reader.search": ("",), "reader.zen": ()})
    assert len(keymap.problems) == 1
    assert keymap.keys(command("reader.search")) == ("/",)
    assert keymap.keys(command("reader.zen")) == ()
    assert keymap.for_textual() == {"reader.zen": "unbound"}


def test_a_key_may_be_called_as_textual_as_help_and_as_keyboards_call_it():
    keymap = resolve({"reader.zen": ("slash", "PgDn", "Ctrl+R", "/")})
    assert keymap.keys(command("reader.zen")) == ("/", "pagedown", "ctrl+r")
    assert keymap.for_textual() == {"reader.zen": "slash,pagedown,ctrl+r"}
    assert keymap.keys(command("reader.search")) == ()
    assert any("reader.search" in problem for problem in keymap.problems)


def test_a_key_that_two_commands_want_runs_the_first_and_the_other_keeps_its_own():
    keymap = resolve({"reader.zen": ("Z",), "reader.pipe": ("Z", "Y")})
    assert keymap.keys(command("reader.pipe")) == ("Z", "Y")
    assert keymap.keys(command("reader.zen")) == ("z",)
    assert keymap.problems[0] == "[keys]: Z runs “reader.pipe” already; “reader.zen” needs another key."


def test_what_is_no_key_is_refused():
    keymap = resolve({"reader.zen": ("ctrl+foo", "escapes", "f99")})
    assert keymap.keys(command("reader.zen")) == ("z",)
    assert "no name of a key" in keymap.problems[0]
