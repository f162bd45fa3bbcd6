"""A single line of the rule language, run by both readers of it: generated Python and the interpreter."""

from __future__ import annotations

import dataclasses
import json
from decimal import localcontext
from pathlib import Path
from typing import Any

from gclink._rules_evaluate import Place, holds
from gclink._rules_runtime import EXACT
from gclink_spec import Model
from gclink_spec._model import Level, Origin, Requirement, RuleLine, Text, Tier
from gclink_spec.emit._python_function import Plan
from gclink_spec.emit._rules_json import node
from gclink_spec.emit.python_rules import module_source
from gclink_spec.rules import CompiledRule, compile_rules

_NOTHING = Text("", "")


def requirement(cls: str, text: str, *, excepts: tuple[str, ...] = (), at: str | None = None) -> Requirement:
    """Return a requirement that holds one line on one class."""
    return Requirement(
        id="GCL-COR-999",
        module="core",
        level=Level.MUST,
        tier=Tier.T2,
        statement=_NOTHING,
        source="",
        rationale=None,
        origin=Origin(Path("Test.yaml"), 1),
        owner=cls,
        rules=(RuleLine((cls,), text, excepts),),
        at=at,
    )


def with_line(model: Model, cls: str, text: str, **more: Any) -> Model:
    """Return the model with one line as its only rule."""
    return dataclasses.replace(model, requirements={"GCL-COR-999": requirement(cls, text, **more)})


def compiled(model: Model, cls: str, text: str) -> CompiledRule:
    """Compile one line for one class."""
    return compile_rules(with_line(model, cls, text))[0]


def by_code(model: Model, cls: str, text: str, tree: dict[str, Any]) -> bool:
    """Return the verdict of the generated code."""
    namespace = generated(with_line(model, cls, text), model.classes[cls].module)
    with localcontext(EXACT):
        return not namespace[f"check_{cls}"](tree)


def generated(model: Model, module: str) -> dict[str, Any]:
    """Return the names of a generated module; it must need no other generated module."""
    namespace: dict[str, Any] = {}
    exec(module_source(model, Plan(model, compile_rules(model)), module), namespace)
    return namespace


def by_tree(model: Model, cls: str, text: str, tree: dict[str, Any]) -> bool:
    """Return the verdict of the interpreter, from the tree as it travels in JSON."""
    travelled = json.loads(json.dumps(node(compiled(model, cls, text).expr)))
    with localcontext(EXACT):
        return holds(travelled, {None: Place(tree, ())})
