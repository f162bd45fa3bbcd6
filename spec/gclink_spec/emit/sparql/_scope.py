"""Variables of one query: fresh names, and the loop variables in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import count

from gclink_spec._model import Field, Model
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._ast import Step


@dataclass(slots=True)
class Names:
    """Hands out variable names that occur once in the whole query.

    Some engines pass outer bindings down into subselects, where a repeated name would be captured.
    """

    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def fresh(self, stem: str) -> str:
        """Return ``?stem7`` with a number not used before."""
        return f"?{stem}{next(self._numbers)}"


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop variable: its name in the rule, its variable in the query and the array that it walks."""

    name: str
    variable: str
    path: ast.Path


@dataclass(frozen=True, slots=True)
class Scope:
    """The model, the names of the query and the loops around an expression, outermost first."""

    model: Model
    names: Names
    loops: tuple[Loop, ...] = ()

    def variable(self, root: str | None) -> str:
        """Return the variable of a loop, or ``$this`` for the context object."""
        if root is None:
            return "$this"
        return next(loop.variable for loop in self.loops if loop.name == root)

    def inside(self, binders: tuple[ast.Binder, ...]) -> Scope:
        """Return the scope inside some binders."""
        new = tuple(Loop(b.name, self.names.fresh(b.name), b.path) for b in binders)
        return Scope(self.model, self.names, self.loops + new)

    def only(self, wanted: set[str]) -> Scope:
        """Keep only the loops with these names and those that they walk in turn."""
        kept: list[Loop] = []
        for loop in reversed(self.loops):
            if loop.name in wanted:
                kept.append(loop)
                wanted = wanted | ({loop.path.root} if loop.path.root else set())
        return Scope(self.model, self.names, tuple(reversed(kept)))

    def field(self, step: Step) -> Field | None:
        """Return the field of a step, None for a language tag."""
        return self.model.field(step.owner, step.name)

    def walk(self, loop: Loop) -> list[str]:
        """Return the triples from the start of a loop's path to its variable."""
        return self.triples(loop.path, loop.variable)

    def triples(self, path: ast.Path, end: str) -> list[str]:
        """Return the triples along a path whose last object is ``end``."""
        node, lines = self.variable(path.root), []
        for position, step in enumerate(path.steps, 1):
            if step.owner == "LocalizedText":
                lines.append(f'FILTER(LANG({node}) = "{step.name}")')
                continue
            last = position == len(path.steps) or path.steps[position].owner == "LocalizedText"
            following = end if last else self.names.fresh("n")
            lines.append(f"{node} gcl:{step.name} {following} .")
            node = following
        return lines


def free_loops(expr: object) -> set[str]:
    """Return the loop names an expression uses without binding them itself."""
    match expr:
        case ast.Path(root=root):
            return {root} if root else set()
        case ast.Quantified() | ast.Sum() | ast.Count() | ast.Unique():
            bound = {binder.name for binder in expr.binders}
            inner = set().union(*(free_loops(getattr(expr, f.name)) for f in fields(expr)))
            return inner - bound
        case tuple():
            return set().union(*(free_loops(item) for item in expr))
        case _ if is_dataclass(expr):
            return set().union(*(free_loops(getattr(expr, f.name)) for f in fields(expr)))
    return set()
