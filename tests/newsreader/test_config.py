"""Settings: their order of precedence, and mistakes that become sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsreader import config, paths


def write(text: str) -> Path:
    """Write the configuration file of this test."""
    file = paths.config_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_has_its_default() -> None:
    assert config.load(environ={}) == config.Config()


def test_command_line_over_environment_over_file() -> None:
    write('theme = "file"\nmodel = "file"\nlookup_command = "file"\nmeasure = 60\n')
    environ = {"NEWSREADER_THEME": "environment", "NEWSREADER_MODEL": "environment", "NEWSREADER_MEASURE": "80"}
    settings = config.load(environ=environ, options={"theme": "option", "model": None})
    assert (settings.theme, settings.model, settings.lookup_command) == ("option", "environment", "file")
    assert settings.measure == 80
    assert settings.problems == ()


def test_environment_of_the_process_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_PIPE_COMMAND", "wc -w")
    assert config.load().pipe_command == "wc -w"


def test_keys_are_a_text_or_a_list_and_ids_may_be_quoted_or_not() -> None:
    write('[keys]\n"reader.search" = "ctrl+f"\narticle.top = ["g", "home"]\n')
    settings = config.load()
    assert settings.keys == {"reader.search": ("ctrl+f",), "article.top": ("g", "home")}
    assert settings.problems == ()


def test_unknown_setting_names_file_line_and_nearest_key() -> None:
    file = write('# mine\n\nmesure = 60\ntheme = "dark"\n')
    settings = config.load()
    assert settings.theme == "dark"
    assert settings.problems == (f"{file}, line 3: there is no setting “mesure”; did you mean “measure”?",)


def test_unknown_table_has_its_line() -> None:
    file = write('theme = "dark"\n[colours]\nperson = "red"\n')
    (problem,) = config.load().problems
    assert problem.startswith(f"{file}, line 2: there is no setting “colours”; there are theme, measure,")


@pytest.mark.parametrize("value", ["10", "201", "true", '"wide"', "72.5", "[]", '"²"'])
def test_bad_measure_is_reported_and_the_default_stays(value: str) -> None:
    file = write(f"measure = {value}\n")
    settings = config.load()
    assert settings.measure == 72
    assert settings.problems == (f"{file}, line 1: “measure” must be a number of columns from 20 to 200.",)


@pytest.mark.parametrize("value", ["3", '""', '"  "', "[]"])
def test_bad_text_is_reported(value: str) -> None:
    write(f"model = {value}\n")
    settings = config.load()
    assert settings.model is None
    assert settings.problems[0].endswith("“model” must be a text in quotation marks.")


@pytest.mark.parametrize("value", ["3", '["a", 3]', '""', '[""]'])
def test_bad_keys_are_reported_with_their_line(value: str) -> None:
    file = write(f'[keys]\n"app.help" = {value}\n"app.quit" = "Q"\n')
    settings = config.load()
    assert settings.keys == {"app.quit": ("Q",)}
    assert settings.problems == (f"{file}, line 2: the keys of “app.help” must be a text or a list of texts.",)


def test_keys_that_are_no_table() -> None:
    write('keys = "vim"\n')
    assert config.load().problems[0].endswith("“keys” must be a table, such as [keys].")


def test_broken_toml_is_left_aside_with_its_line() -> None:
    file = write('theme = "dark"\nmeasure = = 3\n')
    settings = config.load()
    assert settings.theme is None
    assert settings.problems[0].startswith(f"{file} is not valid TOML and is left aside:")
    assert "line 2" in settings.problems[0]


def test_file_that_is_no_text() -> None:
    write("").write_bytes(b"theme = '\xff'")
    assert config.load().problems[0].endswith("is not UTF-8 text; it is left aside.")


def test_file_with_a_byte_order_mark() -> None:
    write('\ufefftheme = "dark"\n')
    assert config.load().theme == "dark"


def test_folder_in_place_of_the_file() -> None:
    paths.config_file().mkdir(parents=True)
    assert "cannot be read" in config.load().problems[0]


def test_named_file_must_exist(tmp_path: Path) -> None:
    assert config.load(tmp_path / "none.toml").problems == (
        f"There is no configuration file {tmp_path / 'none.toml'}.",
    )


def test_bad_environment_is_reported() -> None:
    settings = config.load(environ={"NEWSREADER_MEASURE": "narrow"})
    assert settings.problems == (
        "The environment variable NEWSREADER_MEASURE must be a number of columns from 20 to 200.",
    )


def test_control_characters_of_the_file_do_not_reach_the_sentences() -> None:
    write('"\\u001b[2J" = 1\n[keys]\n"\\u001b]52;c;x\\u0007" = 1\n')
    problems = config.load().problems
    assert len(problems) == 2
    assert not any(character < " " for problem in problems for character in problem)


@pytest.mark.parametrize("nested", ["a = " + "[" * 5000, "a = " + "[" * 5000 + "]" * 5000, "{a=" * 5000])
def test_deep_nesting_is_left_aside(nested: str) -> None:
    write(f'theme = "dark"\n{nested}\n')
    settings = config.load()
    assert settings.theme is None
    assert len(settings.problems) == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no file without an end")
def test_a_file_without_an_end_is_left_aside() -> None:
    file = write("")
    file.unlink()
    file.symlink_to("/dev/zero")
    assert config.load().problems == (f"{file} cannot be read (it is larger than 1 MB); it is left aside.",)
    assert config.load(Path("/dev/zero")).problems


def test_of_many_mistakes_the_first_are_told() -> None:
    file = write("".join(f"setting{number} = {number}\n" for number in range(20_000)))
    problems = config.load().problems
    assert len(problems) == config.MOST_PROBLEMS + 1
    assert problems[0].startswith(f"{file}, line 1: ")
    assert problems[-1] == f"{file} has {20_000 - config.MOST_PROBLEMS} more mistakes."


@pytest.mark.parametrize("value", [r"less\u0000", r"less\nrm", r"less \u001b"])
def test_control_characters_in_a_command_are_refused(value: str) -> None:
    write(f'pipe_command = "{value}"\n')
    settings = config.load()
    assert settings.pipe_command is None
    assert settings.problems[0].endswith("must be a text on one line, without control characters.")


def test_a_file_that_cannot_be(tmp_path: Path) -> None:
    assert "cannot be read" in config.load(tmp_path / "a\0b").problems[0]


def test_a_folder_of_somebody_unknown_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_CACHE_DIR", "~nobody-of-this-name/cache")
    assert config.load().problems == (
        "The folder in NEWSREADER_CACHE_DIR is in the home of somebody unknown; the usual one is used.",
    )
    assert "nobody-of-this-name" not in str(paths.cache_dir())


def test_rules_are_a_query_and_what_to_do() -> None:
    file = write(
        '[[rules]]\nwhen = "title:quay"\ndo = ["star", "tag:fish and chips"]\n\n[[rules]]\nwhen="x"\ndo="mute"\n'
    )
    assert config.load().rules == (
        config.RuleSetting("title:quay", ("star", "tag:fish and chips"), f"{file}, line 1"),
        config.RuleSetting("x", ("mute",), f"{file}, line 5"),
    )
    assert config.load().problems == ()


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ('when = "x"\ndo = "stra"', "“do” cannot be “stra”; did you mean “star”?"),
        ('when = "x"\ndo = "burn"', "“do” cannot be “burn”; there are star, read, unread, mute, watch and tag:NAME."),
        ('when = "x"\ndo = "tag:"', "“do” cannot be “tag:”; there are star, read, unread, mute, watch and tag:NAME."),
        ('when = "x"\ndo = []', "“do” must be what to do, in quotation marks, or a list of those."),
        ('when = "x"\ndo = [1]', "“do” must be what to do, in quotation marks, or a list of those."),
        ('when = 7\ndo = "star"', "“when” must be a query in quotation marks, on one line."),
        ('do = "star"', "“when” must be a query in quotation marks, on one line."),
        ('whem = "y"\nwhen = "x"\ndo = "star"', "A rule has no “whem”; did you mean “when”?"),
        ('"\\u001b" = 1\nwhen = "x"\ndo = "star"', "A rule has no “\ufffd”; there are “when” and “do”."),
    ],
)
def test_a_mistaken_rule_is_told_with_its_line_and_left_aside(rule: str, why: str) -> None:
    file = write(f'measure = 60\n\n[[rules]]\n{rule}\n\n[[rules]]\nwhen = "y"\ndo = "read"\n')
    settings = config.load()
    assert settings.problems == (f"{file}, line 3: {why} The rule is left aside.",)
    assert [each.when for each in settings.rules] == ["y"]
    assert settings.measure == 60


def test_rules_that_are_no_tables() -> None:
    file = write('rules = "star"\n')
    assert config.load().problems == (f"{file}, line 1: “rules” must be tables, such as [[rules]].",)


@pytest.mark.parametrize("value", ["5", "true", '""', '"news.db"', '"https://host/news"', '"postgresql:news"'])
def test_a_library_that_is_named_wrongly_is_told_and_not_taken_for_the_one_in_the_data_folder(value: str) -> None:
    file = write(f"# mine\nlibrary = {value}\n")
    settings = config.load()
    assert settings.library
    (problem,) = settings.problems
    assert problem.startswith(f"{file}, line 2: “library” must be the address of a database")


def test_a_library_in_a_file_that_cannot_be_read_is_not_taken_for_the_one_in_the_data_folder() -> None:
    write('theme = "dark\nlibrary = "postgresql://host/news"\n')
    assert config.load().library
    paths.config_file().write_text('theme = "dark\n')
    assert config.load().library is None
