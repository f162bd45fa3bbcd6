"""ISO Schematron: the normative form of the rules (T2) for XML, in XPath 2.0.

One pattern per class; an assertion's id is ``requirement.line.class``, its role the severity. Run it on documents that
the XML Schema accepts: the rules speak about values, not about form.
"""

from __future__ import annotations

from itertools import groupby

from gclink_spec._model import Model, Requirement, Text, Tier
from gclink_spec.emit._gap import Gap
from gclink_spec.emit._rule_places import context_of
from gclink_spec.emit._xml import Element, element, render
from gclink_spec.emit.xpath import Compiler, VariableTables
from gclink_spec.rules import CompiledRule, compile_rules

PATH = "schemas/schematron/gclink.sch"

_NAMESPACE = "http://purl.oclc.org/dsdl/schematron"
_PROCEDURE = Text(
    "The requirement names a procedure, which XPath 2.0 cannot express; the library checks it.",
    "该要求由过程定义，XPath 2.0 无法表达，由程序库检查。",
)


def emit(model: Model) -> dict[str, bytes]:
    """Return the Schematron schema of all rules inside one document."""
    rules = compile_rules(model)
    tables = VariableTables(model)
    patterns = [_pattern(model, tables, list(group)) for _, group in groupby(_by_class(rules), key=_pattern_id)]
    used = dict.fromkeys(rule.requirement for rule in rules)
    root = Element(
        "sch:schema",
        (("xmlns:sch", _NAMESPACE), ("queryBinding", "xslt2"), ("schemaVersion", model.version), ("xml:lang", "en")),
        (
            element("sch:title", text=f"Green Carbon Link {model.version}: rules inside one document"),
            element("sch:ns", prefix="g", uri=model.base),
            element("sch:ns", prefix="xs", uri="http://www.w3.org/2001/XMLSchema"),
            *(element("sch:let", name=name, value=literal) for name, literal in tables.variables.items()),
            *patterns,
            element("sch:diagnostics", *(d for key in used for d in _diagnostics(model.requirements[key]))),
        ),
    )
    return {PATH: render(root, "Run on documents that schemas/xsd/gclink.xsd accepts.")}


def inexpressible(model: Model) -> tuple[Gap, ...]:
    """Return the requirements on one document that name a procedure; every line of the rule language is expressed."""
    return tuple(
        Gap(requirement.id, "schematron", _PROCEDURE)
        for requirement in model.requirements.values()
        if requirement.tier is Tier.T2 and not requirement.rules
    )


def assert_id(rule: CompiledRule) -> str:
    """Return the id of a rule's assertion in Schematron and in XSD 1.1."""
    return f"{rule.requirement}.{rule.line}.{rule.context}"


def _pattern_id(rule: CompiledRule) -> str:
    """A node is tried against the first matching rule of a pattern only, so other places mean another pattern."""
    return "-".join((rule.context, *(("without",) if rule.excepts else ()), *sorted(rule.excepts)))


def _by_class(rules: tuple[CompiledRule, ...]) -> list[CompiledRule]:
    order = {name: index for index, name in enumerate(dict.fromkeys(_pattern_id(rule) for rule in rules))}
    return sorted(rules, key=lambda rule: order[_pattern_id(rule)])


def _pattern(model: Model, tables: VariableTables, rules: list[CompiledRule]) -> Element:
    asserts = (_assert(model, tables, rule) for rule in rules)
    return element(
        "sch:pattern",
        element("sch:rule", *asserts, context=context_of(model, rules[0])),
        id=_pattern_id(rules[0]),
    )


def _assert(model: Model, tables: VariableTables, rule: CompiledRule) -> Element:
    requirement = model.requirements[rule.requirement]
    return element(
        "sch:assert",
        id=assert_id(rule),
        role=requirement.severity,
        test=Compiler(model, tables).condition(rule.expr),
        diagnostics=f"{requirement.id}.en {requirement.id}.zh",
        text=f"{requirement.id}: {requirement.statement.en}",
    )


def _diagnostics(requirement: Requirement) -> tuple[Element, ...]:
    return tuple(
        element("sch:diagnostic", id=f"{requirement.id}.{language}", xml_lang=language, text=statement)
        for language, statement in (("en", requirement.statement.en), ("zh", requirement.statement.zh))
    )
