"""Functions of a module as syntax trees, and a mutated one as something that runs."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any

from gclink_conformance.strength._operators import FIRST


@cache
def functions(module: ModuleType) -> Mapping[str, ast.FunctionDef]:
    """Return the functions on the top level of a module by name."""
    tree = ast.parse(inspect.getsource(module))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


@cache
def reaches(module: ModuleType) -> Mapping[str, frozenset[str]]:
    """Return for each function of a module the functions of the module that its outcome rests on, itself among them."""
    direct = {
        name: {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and inner.id in functions(module)}
        for name, node in functions(module).items()
    }
    found = {}
    for name in direct:
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting += direct[current]
        found[name] = frozenset(seen)
    return found


def first_alone(items: Iterable[Any]) -> Any:
    """Return the first item of something that can be gone through."""
    listed = list(items.items() if isinstance(items, Mapping) else items)
    return dict(listed[:1]) if isinstance(items, Mapping) else listed[:1]


def compiled(
    module: ModuleType, changed: Sequence[ast.FunctionDef], *, apart: bool
) -> Mapping[str, Callable[..., Any]]:
    """Return changed functions of a module, made without their decorators except caches.

    ``apart`` gives them a copy of the module's names, in which they see each other; else they see the module as it is.
    """
    plain: list[ast.stmt] = []
    for node in changed:
        kept = [mark for mark in node.decorator_list if ast.unparse(mark).startswith(("cache", "lru_cache"))]
        plain.append(ast.FunctionDef(node.name, node.args, node.body, kept, node.returns, None, lineno=1))
    code = compile(ast.fix_missing_locations(ast.Module(plain, [])), f"<mutant of {module.__name__}>", "exec")
    names: dict[str, Any] = dict(module.__dict__) if apart else module.__dict__
    made: dict[str, Any] = names if apart else {}
    if apart:
        names[FIRST] = first_alone
        exec(code, names)  # noqa: S102 - our own source with one node changed
    else:
        module.__dict__[FIRST] = first_alone
        exec(code, names, made)  # noqa: S102 - the same
    return {node.name: made[node.name] for node in changed}
