"""Where a rule's context stands in XML: which elements hold the objects of a class, minus the places left out."""

from __future__ import annotations

from gclink_spec._model import Field, Kind, Model
from gclink_spec.rules import CompiledRule
from gclink_spec.rules.expand import holders


def context_of(model: Model, rule: CompiledRule) -> str:
    """Return the match pattern for the elements of a rule's context class.

    A member's name has one class in the whole standard, so the name alone is enough, unless the rule leaves one of its
    places out: then the parent's name stands before it.
    """
    if model.classes[rule.context].kind is Kind.DOCUMENT:
        return f"g:{rule.context}"
    held = holders(model, rule.context)
    names = dict.fromkeys(field.name for _, field in held)
    paths: list[str] = []
    for name in names:
        _one_class(model, name, rule.context)
        kept = [holder for holder, field in held if field.name == name and not left_out(rule, field)]
        if len(kept) == sum(field.name == name for _, field in held):
            paths.append(f"g:{name}")
        else:
            paths += [f"g:{parent}/g:{name}" for holder in kept for parent in _elements(model, holder)]
    return " | ".join(sorted(set(paths)))


def left_out(rule: CompiledRule, field: Field) -> bool:
    """Whether a rule does not apply to the objects that a field holds."""
    return f"{field.owner}.{field.name}" in rule.excepts


def _elements(model: Model, cls: str) -> list[str]:
    if model.classes[cls].kind is Kind.DOCUMENT:
        return [cls]
    return sorted({field.name for _, field in holders(model, cls)})


def _one_class(model: Model, name: str, cls: str) -> None:
    types = {field.type for holder in model.classes for field in model.fields_of(holder) if field.name == name}
    if types != {cls}:
        raise ValueError(f"the member {name} has several types, so its element does not name a class: {sorted(types)}")
