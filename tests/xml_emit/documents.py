"""Documents for the tests of the XML artefacts: random trees of the right form, and their XML.

The trees come from the model and a seed; the pools are small, so that members meet in the rules.
"""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from gclink_spec import Model
from gclink_spec._model import Bound, Field

NAMESPACE = "https://w3id.org/gclink/"

_IRIS = ("https://example.org/a", "https://example.org/b", "urn:example:c")
_TEXTS = (
    "litchi",
    "荔枝 <b> & co",
    "4006381333931",
    "5493001KJTIIGC8Y1R12",
    "91110000600037341L",
    " two  blanks ",
    "10",
)
_UNITS = ("kg", "t", "kW.h", "{piece}", "t/har", "Cel")
_DATES = ("2023-12-31", "2024-02-29", "2024-03-31", "2025-01-01", "2025-06-30", "2026-10-01", "2028-02-29")
_TIMES = ("2024-02-29T23:59:59Z", "2025-01-01T00:00:00Z", "2026-10-01T12:00:00Z")
_DECIMALS = (
    "0",
    "1",
    "2",
    "5",
    "0.5",
    "0.01",
    "0.25",
    "100",
    "12.345",
    "0.041",
    "-1",
    "-0.5",
    "-12.345",
    "1000",
    "40",
    "7",
)


class Documents:
    """A source of random trees; ``rich`` is the share of optional members that are present."""

    def __init__(self, model: Model, seed: int, rich: float = 0.5) -> None:
        self.model = model
        self.random = random.Random(seed)
        self.rich = rich

    def tree(self, cls: str) -> dict[str, Any]:
        """Return an object of a class."""
        made: dict[str, Any] = {"type": cls}
        for field in self.model.fields_of(cls):
            if field.format != "className" and (field.required or self.random.random() < self.rich):
                made[field.name] = self._member(field)
        return made

    def _member(self, field: Field) -> Any:
        if not field.many:
            return self._single(field)
        most = 3 if field.maximum is None else field.maximum
        return [self._single(field) for _ in range(self.random.randint(max(field.minimum, 1), most))]

    def _single(self, field: Field) -> Any:
        pick = self.random.choice
        match field.type:
            case "LocalizedText":
                return {
                    tag: pick(_TEXTS) for tag in self.random.sample(("en", "zh", "zh-hans"), self.random.randint(1, 3))
                }
            case "text":
                return self._text(field)
            case "code":
                assert field.code_list is not None
                return pick(self.model.code_lists[field.code_list].values() or ("CN-44", "FR-75C"))
            case "decimal":
                return pick([d for d in _DECIMALS if within(field.bound, Decimal(d))])
            case "integer":
                numbers = [0, 1, 2, 5, 7, 20, 40, 100, 200, 2024, -3]
                return pick([n for n in numbers if within(field.bound, Decimal(n))])
            case "boolean":
                return self.random.random() < 0.5
            case "date":
                return pick(_DATES)
            case "dateTime":
                return pick(_TIMES)
            case "iri" | "ref":
                return pick(_IRIS)
        return self._embedded(field)

    def _text(self, field: Field) -> str:
        if field.values:
            return self.random.choice(field.values)
        if field.format == "digest":
            return "sha-256:" + self.random.choice("0a") * 64
        if field.format == "ucum":
            return self.random.choice(_UNITS)
        return "1.0.0" if field.name == "specVersion" else self.random.choice(_TEXTS)

    def _embedded(self, field: Field) -> dict[str, Any]:
        made = self.tree(field.type)
        if field.restrict is not None:
            made[field.restrict[0]] = self.random.choice(field.restrict[1])
        if field.bound is not None:
            member = "amount" if field.type == "Money" else "value"
            made[member] = self.random.choice([d for d in _DECIMALS if within(field.bound, Decimal(d))])
        return made


def within(bound: Bound | None, value: Decimal) -> bool:
    """Whether a value lies inside a bound."""
    if bound is None:
        return True
    low, high = bound.minimum, bound.maximum
    above = low is None or (value > low if bound.exclusive_minimum else value >= low)
    return above and (high is None or (value < high if bound.exclusive_maximum else value <= high))


def to_xml(model: Model, tree: dict[str, Any]) -> bytes:
    """Return a tree as an XML document, written apart from the library's own writer."""
    return ('<?xml version="1.0" encoding="UTF-8"?>' + _object(model, tree["type"], tree["type"], tree, True)).encode()


def bundle_xml(model: Model, trees: list[dict[str, Any]]) -> bytes:
    """Return several trees below one Bundle element."""
    inner = "".join(_object(model, tree["type"], tree["type"], tree, False) for tree in trees)
    return f"<Bundle xmlns={quoteattr(NAMESPACE)}>{inner}</Bundle>".encode()


def _object(model: Model, cls: str, name: str, tree: dict[str, Any], root: bool) -> str:
    inner = "".join(
        _value(model, field, item)
        for field in model.fields_of(cls)
        if field.name in tree and field.format != "className"
        for item in (tree[field.name] if field.many else [tree[field.name]])
    )
    return f"<{name}{f' xmlns={quoteattr(NAMESPACE)}' if root else ''}>{inner}</{name}>"


def _value(model: Model, field: Field, value: Any) -> str:
    if field.type == "LocalizedText":
        return "".join(
            f"<{field.name} xml:lang={quoteattr(tag)}>{escape(value[tag])}</{field.name}>" for tag in sorted(value)
        )
    if field.embedded:
        return _object(model, field.type, field.name, value, False)
    text = str(value).lower() if isinstance(value, bool) else escape(str(value))
    return f"<{field.name}>{text}</{field.name}>"
