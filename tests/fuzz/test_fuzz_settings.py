"""Whatever is in the configuration, the reader starts: what is wrong becomes sentences that are safe to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fuzzing import fuzzed, raw, texts, unsafe
from hypothesis import given
from hypothesis import strategies as st

from newsreader import config
from tui.base import keymap
from tui.base.commands import COMMANDS
from tui.base.key_names import key_label

if TYPE_CHECKING:
    from pathlib import Path

TOML = (
    "theme",
    "measure",
    "model",
    "keys",
    "[keys]\n",
    "[[keys]]\n",
    "[keys.article]\n",
    "[[rules]]\n",
    "when",
    "do",
    "tag:",
    " = ",
    '"dark"',
    "72",
    "1e999",
    "-0",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\n",
    "'",
    '"""',
    "'''",
    "\\u001b",
    "\\uD800",
    '"\\u001b[2J" = 1\n',
    '"app.quit" = "x"\n',
    '"app.help" = ["", "?"]\n',
    "2024-06-19",
    "nan",
    "true",
    "0x1F",
    "#",
    "a.b.c = 1\n",
    '"article.top" = "\\u001b"\n',
    "[" * 2000,
    "{a=" * 500,
)
KEYS = st.sampled_from(["?", "q", "ctrl+", "+", ",", ""])
IDS = [command.id for command in COMMANDS]


@fuzzed
@given(raw(*TOML))
def test_a_configuration_file(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(data)
    settings = config.load(file, environ={})
    assert not unsafe(settings.problems)
    assert config.NARROWEST <= settings.measure <= config.WIDEST
    assert not unsafe(keymap.resolve(settings.keys).problems)


@fuzzed
@given(st.dictionaries(st.sampled_from(sorted(config.SETTINGS)).map(lambda name: f"NEWSREADER_{name.upper()}"), texts))
def test_the_environment(environ: dict[str, str]) -> None:
    assert not unsafe(config.load(environ=environ).problems)


@fuzzed
@given(
    st.dictionaries(
        st.sampled_from(IDS) | texts, st.lists(texts | st.sampled_from(["?", "q", "ctrl+", "+", ","])).map(tuple)
    )
)
def test_a_key_map(own: dict[str, tuple[str, ...]]) -> None:
    resolved = keymap.resolve(own)
    assert not unsafe(resolved.problems)
    assert set(resolved.for_textual()) <= set(IDS)
    for command in COMMANDS:
        assert not unsafe([resolved.label(command)])
        assert all(key_label(key) for key in resolved.keys(command))
