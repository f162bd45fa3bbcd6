"""The members that a rule reads, as a reader names them."""

from __future__ import annotations

from gclink_spec._model import Field, Requirement
from gclink_spec.pages._site import Site
from gclink_spec.rules import _ast as ast
from gclink_spec.rules import walk


def members(site: Site, requirement: Requirement) -> list[tuple[str, Field]]:
    """Return the members that the lines of a requirement read, as ``Class.member``, each once, in order."""
    found: dict[str, Field] = {}
    for rule in site.compiled.get(requirement.id, ()):
        for node in walk(rule.expr):
            if isinstance(node, ast.Path):
                for step in node.steps:
                    field = site.model.field(step.owner, step.name)
                    if field is not None:
                        found.setdefault(f"{field.owner}.{field.name}", field)
    return list(found.items())
