"""Which parts of a function only make the words of a finding: a change there changes no verdict and no place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

#: Functions whose result is read by people only.
_WORDS: Final = frozenset(
    {"Text", "same", "since", "at_most", "at_least", "by", "together", "shown", "money", "_word", "ValueError"}
)
#: What makes a finding: its first two arguments are the document and the place, the others are words.
_FINDING: Final = {"Hit": 2, "Found": 1}

Step = tuple[str, int | None]
Place = tuple[Step, ...]


def children(node: ast.AST) -> Iterator[tuple[Step, ast.AST]]:
    """Yield the parts of a node that decide something, with where they hang."""
    if isinstance(node, ast.JoinedStr) or called(node) in _WORDS or _names_rule(node):
        return
    kept = _FINDING.get(called(node) or "")
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield (name, None), value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST) and not (kept is not None and name == "args" and index >= kept):
                    yield (name, index), item


def _names_rule(node: ast.AST) -> bool:
    """Whether a generated statement writes a violation down: its requirement and place have mutants of their own."""
    return isinstance(node, ast.Expr) and ast.unparse(node).startswith("found.append(('GCL-")


def called(node: ast.AST) -> str | None:
    """Return the plain name that a node calls, None for anything else."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None


def wording(function: ast.FunctionDef) -> frozenset[str]:
    """Return the local names that are used for words alone."""
    only: set[str] = set()
    while True:
        deciding = set(_loaded(function, only))
        stored = {
            target.id
            for node in ast.walk(function)
            for target in (node.targets if isinstance(node, ast.Assign) else ())
            if isinstance(target, ast.Name)
        }
        found = stored - deciding
        if found == only:
            return frozenset(only)
        only = found


def _loaded(node: ast.AST, words: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    if is_wording(node, words):
        return
    for _, child in children(node):
        yield from _loaded(child, words)


def is_wording(node: ast.AST, words: frozenset[str] | set[str]) -> bool:
    """Whether a statement only sets a name that is used for words alone."""
    return (
        isinstance(node, ast.Assign)
        and all(isinstance(target, ast.Name) for target in node.targets)
        and {target.id for target in node.targets if isinstance(target, ast.Name)} <= words
    )
