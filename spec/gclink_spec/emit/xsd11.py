"""XML Schema 1.1: the structure of 1.0 with the binding rules as assertions, an extra beside Schematron.

An assertion has no level, so only requirements of level MUST stand here. Annotations are left out: they are in the
schema of 1.0, and this file carries its tables inline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gclink_spec._model import Field, Level, Model, Text, Tier
from gclink_spec.emit import _xsd_names as names
from gclink_spec.emit._gap import Gap
from gclink_spec.emit._rule_places import left_out
from gclink_spec.emit._xml import Element, element, render
from gclink_spec.emit._xsd_complex import Variant
from gclink_spec.emit.schematron import assert_id
from gclink_spec.emit.xpath import Compiler, InlineTables
from gclink_spec.emit.xsd import schema
from gclink_spec.rules import CompiledRule, compile_rules

PATH = "schemas/xsd/gclink-rules.xsd"

_NO_LEVEL = Text(
    "XSD 1.1 assertions have no level: a warning would make the document invalid. It stands in Schematron.",
    "XSD 1.1 断言没有级别，警告会使文档无效；见 Schematron。",
)
_PROCEDURE = Text(
    "The requirement names a procedure, which XPath 2.0 cannot express; the library checks it.",
    "该要求由过程定义，XPath 2.0 无法表达，由程序库检查。",
)


def emit(model: Model) -> dict[str, bytes]:
    """Return the schema of structure and rules."""
    rules = tuple(r for r in compile_rules(model) if model.requirements[r.requirement].level is Level.MUST)
    tables = InlineTables(model)

    def asserted(chosen: Iterable[CompiledRule]) -> Iterator[Element]:
        for rule in chosen:
            yield element("xs:assert", id=assert_id(rule), test=Compiler(model, tables).condition(rule.expr))

    def of_class(name: str) -> Iterator[Element]:
        return asserted(rule for rule in rules if rule.context == name)

    def variant_of(field: Field) -> Variant:
        without = tuple(r.requirement for r in rules if r.context == field.type and left_out(r, field))
        suffix = "".join(f".without.{requirement}" for requirement in without)
        return Variant(names.complex_type(field) + suffix, field, without)

    def of_variant(variant: Variant) -> Iterator[Element]:
        held = (r for r in rules if r.context == variant.field.type and not left_out(r, variant.field))
        for made in asserted(held) if variant.without else ():
            yield element(
                "xs:assert", id=f"{dict(made.attributes)['id']}.{variant.name}", test=dict(made.attributes)["test"]
            )

    root = _bare(schema(model, variant_of, of_class, of_variant))
    return {
        PATH: render(root, "XSD 1.1. Structure as in gclink.xsd; each assertion names requirement, line and class.")
    }


def inexpressible(model: Model) -> tuple[Gap, ...]:
    """Return the requirements on one document that no assertion holds: weaker than MUST, or a procedure."""
    gaps: list[Gap] = []
    for requirement in model.requirements.values():
        if requirement.tier is Tier.T2 and not requirement.rules:
            gaps.append(Gap(requirement.id, "xsd11", _PROCEDURE))
        elif requirement.tier is Tier.T2 and requirement.level is not Level.MUST:
            gaps.append(Gap(requirement.id, "xsd11", _NO_LEVEL))
    return tuple(gaps)


def _bare(root: Element) -> Element:
    """Return an element without annotations, at every depth."""
    children = tuple(
        _bare(child) if isinstance(child, Element) else child
        for child in root.children
        if not (isinstance(child, Element) and child.name == "xs:annotation")
    )
    return Element(root.name, root.attributes, children, root.text)
