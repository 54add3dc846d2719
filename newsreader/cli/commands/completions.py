"""`newsreader completions`: a script that lets a shell complete the command line, and what the script asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.cli.arguments import actions, subcommands

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

OFFERED = ("query", "tags", "searches")
"""What a script asks for: how a word of a query may go on, all tags, the names of all saved searches."""

_SPLITS = frozenset(" \t\n\"'`$&|;<>()[]{}*?!~\\")
"""What no shell takes for a part of a word as it stands."""

# Bash takes a colon for the end of a word, so that what stands before it is not part of what is completed.
_QUERY = {
    "bash": "_newsreader_query",
    "zsh": "_newsreader_query",
    "fish": "(newsreader completions query -- (commandline -ct) 2>/dev/null)",
    "preamble": {
        "bash": r"""
_newsreader_query() {
  local word="${COMP_LINE:0:COMP_POINT}"
  word="${word##*[[:space:]]}"
  word="${word#[\"\']}"
  local before=""
  [[ $COMP_WORDBREAKS == *:* && $word == *:* ]] && before="${word%:*}:"
  newsreader completions query -- "$word" 2>/dev/null | while IFS= read -r line; do echo "${line#"$before"}"; done
}
""",
        "zsh": r"""
_newsreader_query() {
  local -a found
  found=("${(@f)$(newsreader completions query -- "$PREFIX" 2>/dev/null)}")
  compadd -S '' -Q -a found
}
""",
    },
}
_BASH_END = """
_newsreader() {
  _shtab_newsreader "$@"
  # What stands behind the colon of a field is not another word.
  [[ ${#COMPREPLY[@]} = 1 && ${COMPREPLY[0]} == *: ]] && compopt -o nospace
  return 0
}
complete -o bashdefault -F _newsreader newsreader"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `completions`."""
    parser = subparsers.add_parser(
        "completions",
        help="print a completion script for a shell",
        description="Print a script that lets a shell complete newsreader’s commands, options and files; for bash: "
        "newsreader completions bash > ~/.local/share/bash-completion/completions/newsreader",
        allow_abbrev=False,
    )
    parser.add_argument(
        "shell", choices=(*SHELLS, *OFFERED), help="the shell, or what of the library its script asks for"
    )
    parser.add_argument("word", nargs="?", default="", metavar="WORD", help="the beginning of a word of a query")


def run(args: argparse.Namespace) -> int:
    """Print it."""
    if args.shell in OFFERED:
        for each in _offered(args.shell, args.word):
            print(each)
        return 0
    import shtab

    from newsreader.cli.parser import build

    parser = build()
    places = {
        "FILE": shtab.FILE,
        "QUERY": _QUERY,
        "TAG": shtab.cmd("newsreader completions tags"),
        "NAME": shtab.cmd("newsreader completions searches"),
    }
    _offer(parser, places)
    print(shtab.complete(parser, args.shell) + (_BASH_END if args.shell == "bash" else ""))
    return 0


def _offer(parser: argparse.ArgumentParser, places: dict[str, object]) -> None:
    """Mark what arguments are, all commands down; shtab reads the mark."""
    for action in actions(parser):
        what = "FILE" if "FILE" in str(action.metavar) else str(action.metavar)
        is_search = what != "NAME" or parser.prog.endswith("searches")
        if what in places and is_search and (what != "QUERY" or not action.option_strings):
            action.complete = places[what]  # type: ignore[attr-defined]
        for command in subcommands(action).values():
            _offer(command, places)


def _offered(what: str, word: str) -> list[str]:
    """What begins so and is one word to a shell; nothing where there is no library."""
    from newsreader.query.completing import complete
    from newsreader.query.fields import ARTICLES

    tags, searches = _said()
    if what != "query":
        return _single(tags if what == "tags" else searches)

    def values(field: str, beginning: str, limit: int) -> Sequence[tuple[str, int]]:
        fitting = [(tag, count) for tag, count in tags.items() if tag.startswith(beginning.casefold())]
        return fitting[:limit] if field == "tag" else ()

    found = complete(word, len(word), ARTICLES, values, searches)
    return _single(f"{word[: each.start]}{each.text}" for each in found)


def _said() -> tuple[dict[str, int], list[str]]:
    """The tags and the saved searches of the library."""
    from newsreader import paths
    from newsreader.store.errors import LibraryError
    from newsreader.store.library import Library, library_exists

    try:
        if not library_exists():
            return {}, []
        with Library.open(check=False) as library, library.reading() as unit:
            return unit.states.tags(), [each.name for each in unit.searches.all()]
    except (LibraryError, paths.NoHomeError):
        return {}, []


def _single(words: Iterable[str]) -> list[str]:
    return [each for each in words if each and not set(each) & _SPLITS]
