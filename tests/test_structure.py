"""The measures of the house: small files, small classes, and nobody who inherits from heirs of our own."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted(path for top in ("newsreader", "tui") for path in (ROOT / top).rglob("*.py"))
MOST_LINES = 400
DEEPEST = 2
"""Classes of ours from a library's down, the class itself among them."""

MOST_MEMBERS = 30
"""Methods, properties, class variables and attributes of one class; most have far fewer."""


def classes() -> dict[str, list[ast.ClassDef]]:
    found: dict[str, list[ast.ClassDef]] = {}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(node)
    return found


CLASSES = classes()


def depth(name: str) -> int:
    bases = [ast.unparse(base).partition("[")[0].rpartition(".")[2] for node in CLASSES[name] for base in node.bases]
    return 1 + max((depth(base) for base in bases if base in CLASSES and base != name), default=0)


def members(node: ast.ClassDef) -> set[str]:
    own = {each.name for each in node.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}
    for each in ast.walk(node):
        for target in targets(each):
            if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
                own.add(target.attr)
            elif isinstance(target, ast.Name) and each in node.body:
                own.add(target.id)
    return own


def targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def test_files_are_short() -> None:
    lines = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").count("\n") for path in FILES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_nobody_inherits_through_more_than_one_class_of_ours() -> None:
    assert {name: depth(name) for name in CLASSES if depth(name) > DEEPEST} == {}


def test_classes_are_small() -> None:
    sizes = {name: len(members(node)) for name, nodes in CLASSES.items() for node in nodes}
    assert {name: size for name, size in sizes.items() if size > MOST_MEMBERS} == {}
