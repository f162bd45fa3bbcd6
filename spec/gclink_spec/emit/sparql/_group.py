"""A group graph pattern under construction: members, aggregates, steps of a calculation, then one filter.

Members come before aggregates and these before BIND, so that no engine has to join after an assignment. Every
intermediate value gets a BIND of its own: nested calls make parsers slow and repeat work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import indent
from typing import Protocol

from gclink_spec.emit.sparql._scope import Scope
from gclink_spec.rules import _ast as ast

_VARIABLE = re.compile(r"[?$][A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Value:
    """A SPARQL expression and whether it can be unbound or an error (an absent value)."""

    text: str
    absent: bool = False


class Subselect(Protocol):
    """An aggregate that a group joins."""

    def render(self) -> str: ...


@dataclass(slots=True)
class _Member:
    """A node of the tree of members that a group reads, so that a shared prefix is matched once."""

    variable: str
    optional: bool
    language: str | None = None
    members: dict[tuple[str, str | None], _Member] = field(default_factory=dict)


class Group:
    """Collects what an expression needs around it; ``render`` writes it in the order that all engines read alike."""

    def __init__(self, scope: Scope, start: list[str]) -> None:
        self.scope = scope
        self.start = start
        self.subselects: dict[object, Subselect] = {}
        self._roots: dict[str, _Member] = {}
        self._steps: dict[str, str] = {}

    def member(self, path: ast.Path) -> Value:
        """Return the variable of a single member, reading it in the group once."""
        root = self.scope.variable(path.root)
        node = self._roots.setdefault(root, _Member(root, False))
        absent = False
        steps = list(path.steps)
        while steps:
            step = steps.pop(0)
            language = steps.pop(0).name if steps and steps[0].owner == "LocalizedText" else None
            optional = step.optional or language is not None
            absent = absent or optional
            key = (step.name, language)
            if key not in node.members:
                node.members[key] = _Member(self.scope.names.fresh("v"), optional, language)
            node = node.members[key]
        return Value(node.variable, absent)

    def let(self, text: str) -> str:
        """Return a variable for an expression; the same expression is calculated once."""
        if _VARIABLE.fullmatch(text):
            return text
        if text not in self._steps:
            self._steps[text] = self.scope.names.fresh("x")
        return self._steps[text]

    def render(self, condition: str | None = None) -> str:
        """Return the lines of the group, without braces; rows that do not meet the condition are filtered out."""
        lines = list(self.start)
        for root in self._roots.values():
            lines += _members(root)
        for subselect in self.subselects.values():
            lines.append("OPTIONAL {\n" + indent(subselect.render(), "  ") + "\n}")
        lines += [f"BIND({text} AS {variable})" for text, variable in self._steps.items()]
        if condition is not None:
            lines.append(f"FILTER({condition})")
        return "\n".join(lines)


def _members(node: _Member) -> list[str]:
    required, optional = [], []
    for (name, _), member in node.members.items():
        triple = f"{node.variable} gcl:{name} {member.variable} ."
        if not member.optional:
            required += [triple, *_members(member)]
            continue
        inner = [triple, *_members(member)]
        if member.language is not None:
            inner.append(f'FILTER(LANG({member.variable}) = "{member.language}")')
        optional.append("OPTIONAL { " + " ".join(inner) + " }")
    return required + optional
