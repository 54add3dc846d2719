"""The recipes of CONTRIBUTING.md, followed to the letter: what they say is all that is needed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from textwrap import indent
from typing import TYPE_CHECKING

import pytest
from documented import assert_export_row, assert_input_row, assert_program_rows
from recipes import ROOT, Recipe
from sidebar_app import PanelApp

from newsreader import cli, languages
from newsreader.annotations.notebook import Notebook
from newsreader.cli import commands, parser
from newsreader.cli.commands import importing
from newsreader.entities.understand import understand
from newsreader.entity import Category, Mention
from newsreader.exports import annotations, registry
from newsreader.intake import elsewhere
from newsreader.intake.elsewhere import registry as programs
from newsreader.languages import english
from newsreader.languages.english import dates, passes, refine
from newsreader.languages.english.refine.tokens import component_name
from newsreader.sources import formats, from_text, load
from newsreader.sources.formats import registry as inputs
from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.sqlite.schema import MIGRATIONS
from tui.dialogs.export_dialog import ExportDialog

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ROOT.joinpath("docs", "formats.md").read_text(encoding="utf-8")
COMING = ROOT.joinpath("docs", "coming.md").read_text(encoding="utf-8")
DIARY = "== diary ==\n== 2024-06-19\nFerry is late\n\nIt left at noon.\n== 2024-06-20\nRain in Rome\n\nIt rained.\n"

NEW_COMMAND = """
import asyncio

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph, ParagraphKind
from newsreader.cli import main
from newsreader.config import Config
from tui.app import NewsreaderApp
from tui.base.command_palette import CommandProvider
from tui.dialogs.help import HelpScreen
from tui.reader.session import Session

text = "The ferry sank."
article = Article(text, (Paragraph(0, len(text), ParagraphKind.BODY),), Metadata(), Origin(OriginKind.RECORD))


async def press(key, **keys):
    app = NewsreaderApp(Session(("ferry",), lambda _: article, None, None, None, Config(keys=keys)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        assert app.screen.context.status.notice == "3 words.", app.screen.context.status.notice
        assert "Count words" in [hit.text async for hit in CommandProvider(app.screen).discover()]
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "reader.count_words" in {each.id for _, found in app.screen.shown("words") for each in found}


asyncio.run(press("Z"))
asyncio.run(press("f9", **{"reader.count_words": ("f9",)}))
main(["keys"])
"""
"""What the new command does: it answers its key and the reader's own, and is wherever commands are listed."""

NEW_STORED = """
from pathlib import Path

from newsreader.store.errors import LibraryError
from newsreader.store.library import Library
from newsreader.store.sqlite.schema import MIGRATIONS
from newsreader.store.sqlite.schema import MIGRATIONS

with Library.open(Path("library.db")) as library:
    with library.writing() as unit:
        for article in (2, 1, 1):
            unit.printed.add(article)
    with library.reading() as unit:
        print(len(MIGRATIONS), len(library.recent()), unit.printed.all())
    try:
        with library.writing() as unit:
            unit.printed.add(4)
            raise KeyError
    except KeyError:
        pass
    with library.reading() as unit:
        print([each for each in unit.printed.all() if each != 2])
"""
"""What the new stored thing does, as part of a unit of work."""

NEW_STORED_ON_A_SERVER = """
import sys

from newsreader.sources import from_text
from newsreader.store.library import Library
from newsreader.store.server_address import ServerAddress

with Library.open(ServerAddress.of(sys.argv[1])) as library:
    for text in ("One.", "Two."):
        library.remember(from_text(text))
    with library.writing() as unit:
        for article in (2, 1, 1):
            unit.printed.add(article)
    with library.reading() as unit:
        print(unit.printed.all())
"""
"""The same on a server."""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the modules of the recipes are."""
    made = tmp_path / "modules"
    made.mkdir()
    return made


def test_an_input_format(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    recipe = Recipe("An input format")
    form = recipe.module("diary", formats, folder, monkeypatch).FORMAT
    monkeypatch.setattr(inputs, "FORMATS", (form, *inputs.FORMATS))
    assert_input_row(form, FORMATS + recipe.blocks["markdown"])

    named, unnamed = tmp_path / "summer.diary", tmp_path / "summer"
    for file in (named, unnamed):
        file.write_text(DIARY, encoding="utf-8")
        assert cli.main(["entities", "--format", "jsonl", str(file)]) == 0
        ids = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
        assert ids == [f"{file}#2024-06-19", f"{file}#2024-06-20"]
    assert load(f"{named}#2024-06-20").metadata.title == "Rain in Rome"


def test_a_program_to_come_from(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    recipe = Recipe("A program to come from")
    program = recipe.module("raindrop", elsewhere, folder, monkeypatch).PROGRAM
    monkeypatch.setattr(programs, "PROGRAMS", {program.name: program, **programs.PROGRAMS})
    monkeypatch.setattr(importing, "PROGRAMS", (program.name, *importing.PROGRAMS))
    assert_program_rows(programs.PROGRAMS, COMING + recipe.blocks["markdown"])

    file = tmp_path / "export.csv"
    file.write_text('folder,url,title,note,tags,created\nHarbour,https://x.example/,Quay,,"ice, snow",1710835200\n')
    for source in ([], ["--from", "raindrop"]):
        assert cli.main(["import", str(file), *source]) == 0
    assert "0 articles are new, 1 was here before." in capsys.readouterr().err
    with Library.open() as library, library.reading() as unit:
        assert list(unit.states.tags()) == ["harbour", "ice", "snow"]


def test_an_export_format(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    recipe = Recipe("An export format")
    form = recipe.module("cards", annotations, folder, monkeypatch).FORMAT
    names = (*registry.ANNOTATIONS.names, "cards")
    monkeypatch.setattr(registry, "ANNOTATIONS", replace(registry.ANNOTATIONS, names=names))
    assert registry.ANNOTATIONS["cards"] is form
    assert_export_row("annotations", form, FORMATS + recipe.blocks["markdown"])

    article = tmp_path / "ferry.txt"
    article.write_text("The ferry sank off the coast.", encoding="utf-8")
    with Library.open() as library:
        opened = load(str(article))
        notebook = Notebook(library, library.remember(opened), opened)
        notebook.highlight(4, 9, "green")
        notebook.note("on the article")
    assert cli.main(["annotations", "export", str(article), "--format", "cards"]) == 0
    out, said = capsys.readouterr()
    assert out == "ferry\n"
    assert "1 of 2 annotations are left out" in said
    assert_everywhere("cards", ["annotations", "--help"], capsys)


async def test_an_export_format_in_the_dialog(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = Recipe("An export format").module("cards", annotations, folder, monkeypatch).FORMAT
    names = ("cards", *registry.ANNOTATIONS.names)
    monkeypatch.setattr(registry, "ANNOTATIONS", replace(registry.ANNOTATIONS, names=names))
    app = PanelApp()
    async with app.run_test() as pilot:
        dialog = ExportDialog("The ferry", [])
        await app.push_screen(dialog)
        await pilot.pause()
        assert dialog.format is form
        assert "cards: quotations alone" in str(dialog.query_one("#export-format").render())


def test_a_subcommand(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    command = Recipe("A subcommand").module("words", commands, folder, monkeypatch)
    monkeypatch.setitem(sys.modules, "newsreader.cli.commands.words", command)
    monkeypatch.setitem(parser.COMMANDS, "words", "words")
    article = tmp_path / "ferry.txt"
    article.write_text("The ferry sank.", encoding="utf-8")
    assert cli.main(["words", str(article), str(tmp_path / "none.txt")]) == 1
    out, said = capsys.readouterr()
    assert out == f"3\t{article}\n"
    assert "There is no file" in said
    assert_everywhere("words", ["--help"], capsys)


def test_a_command_of_the_reader(tmp_path: Path) -> None:
    row, line = Recipe("A command of the reader").lines
    shutil.copytree(ROOT / "tui", tmp_path / "tui", ignore=shutil.ignore_patterns("__pycache__"))
    write_above('    ("leave", "q", "Back or quit"', row, tmp_path / "tui" / "base" / "commands.py")
    write_above('"reader.leave": self.leave', line, tmp_path / "tui" / "reader" / "controllers" / "articles.py")
    done = subprocess.run(
        [sys.executable, "-c", NEW_COMMAND], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "Count words" in done.stdout


def with_a_stored_thing(tmp_path: Path) -> None:
    """Follow the recipe in a copy of the program."""
    recipe = Recipe("A stored thing")
    protocol, field, line, *steps = recipe.lines
    shutil.copytree(ROOT / "newsreader", tmp_path / "newsreader", ignore=shutil.ignore_patterns("__pycache__"))
    store = tmp_path / "newsreader" / "store"
    (store / "sql" / "printed.py").write_text(recipe.blocks["python"], encoding="utf-8")
    write_above("class Unit(Protocol)", protocol, store / "protocols.py")
    write_below("    drafts: NoteDrafts", indent(field, " " * 4), store / "protocols.py")
    imported = "from newsreader.store.sql.printed import SqlPrintedArticles\n"
    write_below("from newsreader.store.sql.reading import", imported, store / "sql" / "unit.py")
    write_below("= SqlNoteDrafts(connection)", indent(line, " " * 8), store / "sql" / "unit.py")
    for kind, step, its_name in (("sqlite", *steps[:2]), ("postgres", *steps[2:])):
        schema = store / kind / "schema.py"
        write_above("MIGRATIONS: tuple", step, schema)
        last = re.findall(r"^    _\w+,$", schema.read_text(encoding="utf-8"), re.MULTILINE)[-1]
        write_below(last, indent(its_name, " " * 4), schema)


def test_a_stored_thing(tmp_path: Path) -> None:
    with_a_stored_thing(tmp_path)
    before = len(MIGRATIONS)
    shutil.copy(ROOT / "tests" / "newsreader" / "store" / "fixtures" / "library-v3.db", tmp_path / "library.db")
    with Library.open(tmp_path / "library.db") as library:
        known = len(library.recent())
    done = subprocess.run([sys.executable, "-c", NEW_STORED], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout.split()) == ("", [str(before + 1), str(known), "[1,", "2]", "[1]"])
    assert any(f"update-from-v{before}" in each.name for each in (tmp_path / "backups").iterdir())
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(tmp_path / "library.db")


def test_a_stored_thing_on_a_server(tmp_path: Path, postgres_database: str) -> None:
    with_a_stored_thing(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", NEW_STORED_ON_A_SERVER, postgres_database],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.stdout.split()) == ("", ["[1,", "2]"])


def write_above(mark: str, code: str, file: Path) -> None:
    """Put code into a file, above the line in which `mark` stands."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = [at for at, each in enumerate(lines) if mark in each]
    file.write_text("".join([*lines[:at], code, *lines[at:]]), encoding="utf-8")


def write_below(mark: str, code: str, file: Path) -> None:
    """The same below that line."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (at,) = [at for at, each in enumerate(lines) if mark in each]
    file.write_text("".join([*lines[: at + 1], code, *lines[at + 1 :]]), encoding="utf-8")


def assert_everywhere(word: str, help_of: list[str], capsys: Capture) -> None:
    """Help, completions and the manual page have it."""
    with pytest.raises(SystemExit):
        cli.main(help_of)
    assert word in capsys.readouterr().out
    for made in (["completions", "bash"], ["completions", "zsh"], ["man"]):
        assert cli.main(made) == 0
        assert word in capsys.readouterr().out


@pytest.mark.parametrize(
    "heading",
    [
        "An input format",
        "An export format",
        "A subcommand",
        "A command of the reader",
        "A panel",
        "A stored thing",
        "A document pass",
        "A refinement",
        "A language",
    ],
)
def test_the_places_that_a_recipe_names_are_there(heading: str) -> None:
    text = ROOT.joinpath("CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    places = [place for place in re.findall(r"`([\w./]+/[\w./]*)`", section) if "NAME" not in place]
    assert places
    assert all((ROOT / place).exists() for place in places), places


def test_a_rule_for_dates(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (rule,) = Recipe("A rule for dates").module("roman", dates.rules, folder, monkeypatch).RULES
    assert rule.name not in {each.name for each in dates.RULES}
    spans = [(0, len(rule.example))]
    (time,) = dates.find_times(rule.example, spans, None, (*dates.RULES, rule))
    assert time.value.value == "2024-03-15"
    assert dates.find_times(rule.example, spans, None) != [time]


def test_a_document_pass(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boarded = Recipe("A document pass").module("boarded", passes, folder, monkeypatch)
    article = from_text("Ann Lee was aboard the Karin Ahlstrom when it sank.")
    found = {0: [Mention(0, 7, "PERSON", Category.PERSON), Mention(23, 37, "PERSON", Category.PERSON)]}
    assert [each.name for each in understand(article, found, model="m").entities] == ["Ann Lee", "Karin Ahlstrom"]
    monkeypatch.setattr(passes, "PASSES", (*passes.PASSES, boarded.without_boarded))
    english._passes.cache_clear()
    try:
        assert [each.name for each in understand(article, found, model="m").entities] == ["Ann Lee"]
    finally:
        english._passes.cache_clear()


def test_a_refinement(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = Recipe("A refinement")
    ships = recipe.module("ships", refine, folder, monkeypatch).ships
    words = "Ann Lee saw USS Gerald Ford .".split()
    names = [(0, 2, "PERSON"), (4, 6, "PERSON")]
    monkeypatch.setattr(refine, "RULES", (*refine.RULES, ships))
    assert refine.refine(words, names) == [(0, 2, "PERSON")]
    (line,) = recipe.blocks["toml"].splitlines()
    assert line == f'{component_name(ships)} = "{refine.__name__}:ships"'
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    assert {*declared["spacy_factories"]} == {component_name(rule) for rule in refine.RULES if rule is not ships}


def test_a_language(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    german = Recipe("A language").module("german", languages, folder, monkeypatch).GERMAN
    monkeypatch.setitem(languages._RECORDS, german.code, german)
    text = "Am Montag kam Nr. 7 an. Dann kam Prof. Ahlstrom."
    sentences = languages.of("de-AT").sentences().split(text, 0, len(text))
    assert [text[start:end] for start, end in sentences] == ["Am Montag kam Nr. 7 an.", "Dann kam Prof. Ahlstrom."]
    assert languages.of("de").passes() == ()
    assert languages.of("fr") is languages.PLAIN
