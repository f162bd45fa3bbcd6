"""The SHACL-SPARQL back end of the rule language: one rule, one SELECT that returns the violating node as ``$this``.

``_scope`` names variables, ``_group`` builds one group of patterns, ``_expr`` translates expressions with ``_loops``,
``_tables``, ``_dates``, ``_checks`` and ``_round``; ``select`` puts the query together.
"""

from __future__ import annotations

from textwrap import indent

from gclink_spec._model import Model
from gclink_spec.emit.sparql import _expr
from gclink_spec.emit.sparql._group import Group
from gclink_spec.emit.sparql._scope import Names, Scope
from gclink_spec.emit.sparql._text import surely
from gclink_spec.rules import CompiledRule

__all__ = ["select"]


def select(model: Model, rule: CompiledRule) -> str:
    """Return the query of a rule, without prefixes (``gcl`` and ``xsd`` are used).

    It holds for one pre-bound ``$this`` as for a whole graph. Raises NotImplementedError for what SPARQL cannot say.
    """
    start = [f"$this a gcl:{rule.context} ."]
    group = Group(Scope(model, Names()), start)
    condition = _expr.condition(group, rule.expr)
    lines = group.render(f"!{surely(condition)}").splitlines()
    lines[1:1] = [_except(model, place) for place in rule.excepts]
    return "SELECT $this WHERE {\n" + indent("\n".join(lines), "  ") + "\n}"


def _except(model: Model, place: str) -> str:
    """Return a filter against the values of ``Class.field``."""
    cls, _, name = place.partition(".")
    classes = model.concrete(cls)
    if len(classes) == 1:
        return f"FILTER NOT EXISTS {{ ?owner a gcl:{classes[0]} ; gcl:{name} $this }}"
    listed = ", ".join(f"gcl:{c}" for c in classes)
    return f"FILTER NOT EXISTS {{ ?owner a ?class ; gcl:{name} $this . FILTER(?class IN ({listed})) }}"
