"""One Python function per class: its rules, then the objects embedded in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gclink_spec._model import Field, Level, Model
from gclink_spec.emit._python_cond import Conditions
from gclink_spec.emit._python_expr import NO_FACTS
from gclink_spec.emit._python_module import Module, Names, local
from gclink_spec.rules import CompiledRule
from gclink_spec.rules import _ast as ast
from gclink_spec.rules._guard import Facts, when_true


@dataclass(frozen=True, slots=True)
class Function:
    """A class as context, seen from one place: ``without`` is the ``Owner.field`` that some rules except."""

    cls: str
    without: str | None = None

    @property
    def name(self) -> str:
        """Name of the generated function."""
        return f"check_{self.cls}" + (f"_as_{self.without.replace('.', '_')}" if self.without else "")


class Plan:
    """Which functions are needed, and which rules each of them runs."""

    def __init__(self, model: Model, rules: tuple[CompiledRule, ...]) -> None:
        self.model = model
        self.by_class: dict[str, list[CompiledRule]] = {name: [] for name in model.classes}
        for rule in rules:
            if model.requirements[rule.requirement].level is not Level.MAY:
                self.by_class[rule.context].append(rule)
        self._wanted: dict[Function, bool] = {}

    def rules(self, function: Function) -> list[CompiledRule]:
        """Return the rules of a function in the order of requirements."""
        return [rule for rule in self.by_class[function.cls] if function.without not in rule.excepts]

    def embedded(self, cls: str) -> Iterator[tuple[Field, Function]]:
        """Yield the members of a class that hold objects with rules, and the function each of them takes."""
        for member in self.model.fields_of(cls):
            if member.embedded:
                label = f"{member.owner}.{member.name}"
                excepted = any(label in rule.excepts for rule in self.by_class[member.type])
                function = Function(member.type, label if excepted else None)
                if self.is_wanted(function):
                    yield member, function

    def is_wanted(self, function: Function) -> bool:
        """Whether a function would do anything."""
        if function not in self._wanted:
            self._wanted[function] = bool(self.rules(function)) or any(True for _ in self.embedded(function.cls))
        return self._wanted[function]

    def functions(self) -> tuple[Function, ...]:
        """Return every function in the order of the model: embedded classes as they are held, then all documents."""
        held = {function for cls in self.model.classes for _, function in self.embedded(cls)}
        ordered = sorted(held, key=lambda f: (list(self.model.classes).index(f.cls), f.without or ""))
        return (*ordered, *(Function(name) for name in self.model.documents))


def write_function(model: Model, module: Module, plan: Plan, function: Function) -> str:
    """Return the source of one function."""
    shared: Counter[tuple[str, Names]] = Counter()
    first = _Body(model, Module(), shared)
    first.write(plan, function)
    body = _Body(model, module, _with_parents(first.expressions))
    lines = body.write(plan, function)
    head = [f"def {function.name}(o: Tree) -> list[Violation]:", f'    """{_title(function)}"""']
    start = ["    found: list[Violation] = []"]
    if body.expressions.memo:
        start.append("    memo: Memo = {}")
        module.use("Memo")
    return "\n".join([*head, *start, *body.locals(), *lines, "    return found"]) + "\n"


def _title(function: Function) -> str:
    place = f" held by {function.without}" if function.without else ""
    return f"Rules of {function.cls}{place} and of the objects in it."


def _with_parents(counted: Conditions) -> Counter[tuple[str, Names]]:
    """Return the uses of members, with parents that may be absent made local for those below them."""
    shared = Counter({key: uses for key, uses in counted.uses.items() if uses > 1})
    for kind, names in list(shared):
        path = counted.paths[names]
        shares_test = kind == "d" and any(step.optional for step in path.steps[: len(names)])
        for length in range(1, len(names) + 1):
            if any(step.optional for step in path.steps[:length]) and (length < len(names) or shares_test):
                shared[("v", names[:length])] = max(2, shared[("v", names[:length])])
    return shared


class _Body:
    """The statements of one function."""

    def __init__(self, model: Model, module: Module, shared: Counter[tuple[str, Names]]) -> None:
        self.model = model
        self.expressions = Conditions(model, module, shared)
        self.module = module

    def write(self, plan: Plan, function: Function) -> list[str]:
        lines: list[str] = []
        for rule in plan.rules(function):
            level = self.model.requirements[rule.requirement].level
            lines.append(f"    # {rule.requirement} {level}: {rule.text}")
            lines += self.rule(rule, rule.expr, NO_FACTS, "    ")
        for member, inner in plan.embedded(function.cls):
            lines += self.embedded(member, inner)
        return lines

    def rule(self, rule: CompiledRule, expr: ast.Expr, facts: Facts, indent: str) -> list[str]:
        if isinstance(expr, ast.If) and expr.otherwise is None:
            condition = self.expression(expr.condition, facts)
            known = facts | when_true(expr.condition)
            return [
                *self.before(indent),
                f"{indent}if {condition}:",
                *self.rule(rule, expr.then, known, indent + "    "),
            ]
        add = f'{indent}    found.append(("{rule.requirement}", {rule.line}, ()))'
        if isinstance(expr, ast.Logic) and expr.operator == "and":
            self.expressions.before, self.expressions.known = [], facts
            parts = [part.within(2) for part in self.expressions.parts(expr, facts)]
            test = [f"{indent}    {'and ' if position else ''}{part}" for position, part in enumerate(parts)]
            return [*self.before(indent), f"{indent}if not (", *test, f"{indent}):", add]
        self.expressions.before, self.expressions.known = [], facts
        condition = self.expressions.write(expr, facts).negated().code
        return [*self.before(indent), f"{indent}if {condition}:", add]

    def expression(self, expr: ast.Expr, facts: Facts) -> str:
        self.expressions.before, self.expressions.known = [], facts
        return self.expressions.condition(expr, facts)

    def before(self, indent: str) -> list[str]:
        return [f"{indent}a{number} = {code}" for number, code in enumerate(self.expressions.before, 1)]

    def embedded(self, member: Field, function: Function) -> list[str]:
        name, check = member.name, function.name
        self.module.use("below")
        if member.many:
            array = f'o["{name}"]' if member.required else f'o.get("{name}", ())'
            return [
                f"    for index, item in enumerate({array}):",
                f"        if inner := {check}(item):",
                f'            found += below(inner, "{name}", index)',
            ]
        if member.required:
            return [f'    if inner := {check}(o["{name}"]):', f'        found += below(inner, "{name}")']
        return [
            f'    if (item := o.get("{name}")) is not None and (inner := {check}(item)):',
            f'        found += below(inner, "{name}")',
        ]

    def locals(self) -> list[str]:
        """Return the definitions of the members used more than once, parents first."""
        shared = self.expressions.shared
        paths = self.expressions.paths
        texts = sorted((names for kind, names in shared if kind == "v"), key=lambda names: (len(names), names))
        lines = [f"    {local('v', names)} = {self._member(names, paths)}" for names in texts]
        for kind, names in sorted(shared):
            if kind == "d":
                lines.append(f"    {local('d', names)} = {self._decimal(names, paths[names])}")
        return lines

    def _member(self, names: Names, paths: Mapping[Names, ast.Path]) -> str:
        path = next(path for known, path in paths.items() if known[: len(names)] == names)
        step, parent = path.steps[len(names) - 1], names[:-1]
        code = self._known(parent)
        read = f'{code}.get("{names[-1]}")' if step.optional else f'{code}["{names[-1]}"]'
        if any(above.optional for above in path.steps[: len(parent)]):
            return f"None if {code} is None else {read}"
        return read

    def _known(self, names: Names) -> str:
        if not names:
            return "o"
        if self.expressions.is_local("v", names):
            return local("v", names)
        return f'{self._known(names[:-1])}["{names[-1]}"]'

    def _decimal(self, names: Names, path: ast.Path) -> str:
        code = self._known(names)
        if any(step.optional for step in path.steps):
            return f"None if {code} is None else D({code})"
        return f"D({code})"
