"""The rules of English by name, and how to leave one out: a pass, a refinement, an alias rule, a pattern, a word list.

What can be left out is what stands at the top of a module of the English room: a list of words is then empty, a
pattern matches nothing, a test says no, and a step hands on what it got. Everything derived from it follows, since the
rules are imported afterwards. The rules of the date grammar have names of their own, and its list lacks one then.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import re
import sys
from dataclasses import dataclass
from functools import wraps
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import CodeType, ModuleType

ROOM = "newsreader.languages.english"
FOLDERS = ("words", "refine", "passes", "aliases")
TOOLS = ("words.calendar", "refine.tokens", "passes.votes", "refine", "passes", "aliases")
"""Modules below the room that have no rules of their own but what all rules stand on."""

DATES = "dates.rules"
"""The module below the room that lists the rules of the date grammar."""

VERBS = "words.verbs"
"""The words by which these rules tell what lies ahead."""

PURGED = ("newsreader.languages", "newsreader.entities.understand", "newsreader.entities.resolve")
"""What has to be imported anew, or would hold on to rules that were imported before."""

NOTHING = "__nothing"
"""What modules call the function that empties what is left out."""

NEVER = "\uffff"
"""A word that no text has: an empty list would make patterns that match everywhere."""

STEPS = ("names", "document", "name", "groups", "relabelled")
"""Parameters that a step hands on if it is left out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that can be left out, by its module below the room and its name there."""

    module: str
    attribute: str
    why: str
    """What its docstring says it is for, empty if it has none."""

    @property
    def name(self) -> str:
        """What it is called: `passes.parties.with_parties`."""
        return f"{self.module}.{self.attribute}"


def rules() -> list[Rule]:
    """Return all there is to leave out, in the order of the modules."""
    spec = importlib.util.find_spec(ROOM)
    folder = Path(str(spec.origin)).parent if spec else Path()
    paths = [path for name in FOLDERS for path in sorted((folder / name).glob("*.py"))]
    found = [
        rule for path in paths for rule in _in_module(path, ".".join(path.relative_to(folder).with_suffix("").parts))
    ]
    dates = importlib.import_module(f"{ROOM}.{DATES}").RULES
    return [*found, *(Rule(DATES, rule.name, f"Reads “{rule.example}”") for rule in dates)]


def _in_module(path: Path, module: str) -> Iterator[Rule]:
    module = module.removesuffix(".__init__")
    if module in TOOLS:
        return
    body = ast.parse(path.read_text(encoding="utf-8")).body
    for node, following in zip_longest(body, body[1:]):
        if isinstance(node, ast.FunctionDef) and _can_be_left_out(node):
            yield Rule(module, node.name, _first_line(ast.get_docstring(node)))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and _is_table(node.value):
            why = following.value if isinstance(following, ast.Expr) else None
            text = why.value if isinstance(why, ast.Constant) and isinstance(why.value, str) else None
            yield from (Rule(module, name, _first_line(text)) for name in _named(node))


def _is_table(value: ast.expr | None) -> bool:
    """Whether a value may be words, a pattern or a table, and is no number, string or type."""
    plain = (ast.Constant, ast.Attribute, ast.JoinedStr, ast.Subscript)
    return value is not None and not isinstance(value, plain) and not ast.unparse(value).startswith(("max(", "tuple("))


def _named(node: ast.stmt) -> list[str]:
    """Return the names that a statement at the top of a module gives something to."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [each.id for each in targets if isinstance(each, ast.Name)]


def _first_line(docstring: str | None) -> str:
    return " ".join((docstring or "").split("\n\n")[0].split())


def _can_be_left_out(node: ast.FunctionDef) -> bool:
    """Whether a function says yes or no, casts votes, or returns what a step gets, so that it may hand that on."""
    returned = _kind(node.returns)
    return returned in ("bool", "Votes") or any(
        each.arg in STEPS and _kind(each.annotation) == returned for each in node.args.args
    )


def _kind(annotation: ast.expr | None) -> str:
    """Return what an annotation names, whether a list of it or a sequence is meant."""
    return (ast.unparse(annotation) if annotation else "").replace("Sequence[", "list[")


def chosen(names: Iterable[str]) -> list[Rule]:
    """Return the rules of these names, or of the ends of their names. Raises `ValueError`."""
    known = rules()
    found = []
    for name in names:
        fitting = [rule for rule in known if f".{rule.name}".endswith(f".{name}")]
        if len(fitting) != 1:
            several = ", ".join(rule.name for rule in fitting) or "none"
            raise ValueError(f"“{name}” must be the name of one rule; it fits {several}")
        found += fitting
    return found


def leave_out(left: Sequence[Rule]) -> None:
    """Import the rules anew, from now on without these."""
    for name in [name for name in sys.modules if name.startswith(PURGED)]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Finder(left))


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, left: Sequence[Rule]) -> None:
        self._left = left

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        left = [rule.attribute for rule in self._left if f"{ROOM}.{rule.module}" == fullname]
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target) if left else None
        if spec and spec.origin:
            spec.loader = _Loader(fullname, spec.origin, left)
        return spec


class _Loader(importlib.machinery.SourceFileLoader):
    """Runs a module in which each thing left out is replaced as soon as it is there, before anything is made of it."""

    def __init__(self, fullname: str, path: str, left: Sequence[str]) -> None:
        super().__init__(fullname, path)
        self._left = left

    def get_code(self, _fullname: str) -> CodeType:
        tree = ast.parse(self.get_data(self.path))
        body = []
        for node in tree.body:
            body.append(node)
            body += [ast.parse(f"{name} = {NOTHING}({name})").body[0] for name in _named(node) if name in self._left]
        if self.name == f"{ROOM}.{DATES}":
            body += ast.parse(f"RULES = tuple(rule for rule in RULES if rule.name not in {self._left})").body
        tree.body = body
        return compile(ast.fix_missing_locations(tree), self.path, "exec")

    def exec_module(self, module: ModuleType) -> None:
        vars(module)[NOTHING] = _nothing
        super().exec_module(module)


def _nothing(value: Any) -> Any:
    """Return what has no effect in the stead of a list, a pattern or a function."""
    if isinstance(value, re.Pattern):
        return re.compile(r"(?!)")
    if isinstance(value, frozenset | set):
        return frozenset({NEVER})
    if isinstance(value, dict):
        return {NEVER: NEVER} if all(isinstance(each, str) for each in value.values()) else {}
    if isinstance(value, tuple):
        return (NEVER,) if value and all(isinstance(each, str) for each in value) else ()
    if callable(value):
        return _idle(value)
    raise ValueError("neither words nor a pattern nor a step")


def _idle(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that says no, or hands on what it got."""
    returned = function.__annotations__.get("return")
    names = function.__code__.co_varnames if hasattr(function, "__code__") else ()

    @wraps(function)
    def idle(*arguments: Any, **_named: Any) -> Any:
        if returned == "bool":
            return False
        if returned == "Votes":
            return {}
        return next(value for name, value in zip(names, arguments, strict=False) if name in STEPS)

    return idle
