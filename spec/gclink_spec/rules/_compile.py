"""All rules of the model, parsed and analysed, each for every class it applies to."""

from __future__ import annotations

from weakref import ref

from gclink_spec._model import Kind, Model, Requirement, RuleLine
from gclink_spec.exceptions import Problem, SpecError
from gclink_spec.rules._analyse import analyse, analyse_path
from gclink_spec.rules._ast import CompiledRule
from gclink_spec.rules._errors import RuleError
from gclink_spec.rules._parser import Parsed, parse, parse_path
from gclink_spec.rules._principal import location, operands
from gclink_spec.rules.expand import contexts, holders

#: The rules of the model compiled last: a build asks for them once per target.
_latest: list[tuple[ref[Model], tuple[CompiledRule, ...]]] = []


def compile_rules(model: Model) -> tuple[CompiledRule, ...]:
    """Compile every rule line; raise SpecError with all faults, each with file, line, column and mend.

    The order is that of the requirements, then of their lines, then of the classes each line applies to.
    """
    for known, compiled in _latest:
        if known() is model:
            return compiled
    rules, problems = rules_and_problems(model)
    if problems:
        raise SpecError(problems)
    _latest[:] = [(ref(model), rules)]
    return rules


def rules_and_problems(model: Model) -> tuple[tuple[CompiledRule, ...], list[Problem]]:
    """Compile what can be compiled and return the faults beside it, for the linter."""
    rules: list[CompiledRule] = []
    problems: list[Problem] = []
    for requirement in model.requirements.values():
        for index, line in enumerate(requirement.rules):
            try:
                rules += _compile_line(model, requirement, index, line)
            except RuleError as error:
                problems.append(_problem(requirement, index, error))
    return tuple(rules), problems


def _compile_line(model: Model, requirement: Requirement, index: int, line: RuleLine) -> list[CompiledRule]:
    parsed = parse(line.text)
    _check_classes(model, line)
    return [
        _compile(model, requirement, index, line, parsed, declared, context)
        for declared, context in contexts(model, line.on)
    ]


def _compile(
    model: Model, requirement: Requirement, index: int, line: RuleLine, parsed: Parsed, declared: str, context: str
) -> CompiledRule:
    try:
        expr = analyse(model, parsed, context)
    except RuleError as error:
        if declared == context:
            raise
        raise RuleError(error.column, f"{error.message} (for {context})", error.mend) from None
    at = None if requirement.at is None else analyse_path(model, parse_path(requirement.at), context)
    return CompiledRule(
        requirement=requirement.id,
        line=index,
        context=context,
        excepts=line.excepts,
        text=line.text,
        expr=expr,
        declared=declared,
        location=at or location(expr),
        operands=operands(expr),
    )


def _check_classes(model: Model, line: RuleLine) -> None:
    for name in line.on:
        if name not in model.classes:
            raise RuleError(1, f"there is no class '{name}'", "name classes of spec/model in 'on'")
    for place in line.excepts:
        held = {f"{f.owner}.{f.name}" for name in line.on for _, f in holders(model, name)}
        if place not in held:
            raise RuleError(
                1, f"'{place}' does not hold {', '.join(line.on)}", "write Class.field of a member that does"
            )
    if line.excepts and any(model.classes[name].kind is not Kind.VALUE for name in line.on):
        raise RuleError(1, "'except' goes with embedded classes", "leave it out for documents")


def _problem(requirement: Requirement, index: int, error: RuleError) -> Problem:
    which = f"{requirement.id} line {index + 1}" if len(requirement.rules) > 1 else requirement.id
    return Problem(f"{requirement.origin}", f"{which}, column {error.column}: {error.message}", error.mend)
