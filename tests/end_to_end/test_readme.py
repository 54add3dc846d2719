"""The README and the pages it leads to show what the program is today."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

from newsreader import config
from tui.base.keymap import resolve

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent.parent


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(svg: str) -> list[str]:
    """What a picture says, without how this version of the drawing library draws it."""
    return re.sub(r"&#160;|\s+", " ", " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).split()


def test_the_key_tables_are_current() -> None:
    tables = script("tables")
    page = tables.KEYS.read_text("utf-8")

    assert "| `n` | Next match |" in page
    assert tables.with_tables(page) == page


def test_the_picture_is_current() -> None:
    picture = script("picture")
    drawn = words(picture.picture())

    assert "Putin" in drawn
    assert words(picture.PICTURE.read_text("utf-8")) == drawn


def test_the_picture_of_the_library_is_current() -> None:
    picture = script("library_picture")
    drawn = words(picture.picture())

    assert "Summits" in drawn
    assert words(picture.PICTURE.read_text("utf-8")) == drawn


def test_the_pictures_of_the_walk_are_current() -> None:
    walk = script("walk")
    drawn = walk.pictures()

    assert "Corrections" in words(drawn["walk-2"])
    assert {name: words(walk.path_of(name).read_text("utf-8")) for name in drawn} == {
        name: words(svg) for name, svg in drawn.items()
    }


def test_the_example_of_the_settings_can_be_used_as_it_is(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "settings.md").read_text("utf-8"), flags=re.S)
    file = tmp_path / "config.toml"
    file.write_text(example, encoding="utf-8")

    settings = config.load(file)

    assert settings.problems == ()
    assert resolve(settings.keys).problems == ()
    assert settings.pipe_command == "less"


def test_every_local_link_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / "README.md").read_text("utf-8"))

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
