"""Random documents of the right form, from the model alone; the pools are small so that members meet in the rules."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from gclink_spec import Model
from gclink_spec._model import Bound, Field
from gclink_spec.rules.expand import Place, places

Path = tuple[str | int, ...]

_DECIMALS = (
    "0",
    "1",
    "2",
    "3",
    "5",
    "0.5",
    "0.25",
    "0.001",
    "100",
    "12.345",
    "0.04",
    "-1",
    "-0.5",
    "-2",
    "40",
    "0.77",
    "999999",
)
_INTEGERS = (1, 2, 3, 5, 10, 15, 100, 200, 2024, 2025, 0, -1, -15)
_DATES = ("2023-12-31", "2024-01-31", "2024-02-29", "2025-01-01", "2025-06-30", "2026-10-01", "2028-02-29")
_TEXTS = ("a", "4006381333931", "5493001KJTIIGC8Y1R12", "91110000600037341L", "A01.1", "2025", "荔枝")
_IRIS = ("https://example.org/a", "https://example.org/b", "urn:example:c")


class Trees:
    """A source of random documents; ``rich`` is the share of optional members that are present."""

    def __init__(self, model: Model, seed: int) -> None:
        self.model = model
        self.random = random.Random(seed)
        self.rich = self.random.choice((0.2, 0.5, 0.9))

    def tree(self, cls: str) -> dict[str, Any]:
        """Return an object of a class."""
        made: dict[str, Any] = {"type": cls}
        for field in self.model.fields_of(cls):
            if field.name != "type" and (field.required or self.random.random() < self.rich):
                made[field.name] = self._member(field)
        if "specVersion" in made:
            made["specVersion"] = self.random.choice(("1.0.0", "1.20.3", "2.0.0"))
        return made

    def _member(self, field: Field) -> Any:
        if not field.many:
            return self._one(field)
        most = 4 if field.maximum is None else field.maximum
        items = [self._one(field) for _ in range(self.random.randint(max(1, field.minimum), most))]
        return [item for position, item in enumerate(items) if item not in items[:position]]

    def _one(self, field: Field) -> Any:
        pick = self.random.choice
        match field.type:
            case "LocalizedText":
                return {tag: pick(_TEXTS) for tag in self.random.sample(("en", "zh", "fr"), self.random.randint(1, 3))}
            case "text":
                return pick(field.values) if field.values else "kg" if field.format == "ucum" else pick(_TEXTS)
            case "code":
                assert field.code_list is not None
                return pick(self.model.code_lists[field.code_list].values()[:6] or ("CN-44",))
            case "decimal":
                return pick([text for text in _DECIMALS if _inside(field.bound, Decimal(text))])
            case "integer":
                return pick([number for number in _INTEGERS if _inside(field.bound, Decimal(number))] or [1])
            case "boolean":
                return pick((True, False))
            case "date":
                return pick(_DATES)
            case "dateTime":
                return pick(_DATES) + "T12:00:00Z"
            case "iri" | "ref":
                return pick(_IRIS)
        made = self.tree(field.type)
        if field.restrict is not None:
            made[field.restrict[0]] = pick(field.restrict[1])
        if field.bound is not None:
            made["value" if field.type == "Quantity" else "amount"] = pick(
                [text for text in _DECIMALS if _inside(field.bound, Decimal(text))]
            )
        return made


def _inside(bound: Bound | None, value: Decimal) -> bool:
    if bound is None:
        return True
    low, high = bound.minimum, bound.maximum
    above = low is None or value > low or (value == low and not bound.exclusive_minimum)
    below = high is None or value < high or (value == high and not bound.exclusive_maximum)
    return above and below


def objects(model: Model, tree: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any], str | None]]:
    """Yield every object of a document with its path and the ``Owner.field`` that holds it."""
    yield (), tree, None
    yield from _inner(places(model, tree["type"]), tree, ())


def _inner(
    inside: tuple[Place, ...], tree: dict[str, Any], path: Path
) -> Iterator[tuple[Path, dict[str, Any], str | None]]:
    for place in inside:
        held = tree.get(place.field.name)
        if held is None:
            continue
        items = enumerate(held) if place.field.many else [(None, held)]
        for index, item in items:
            below = (*path, place.field.name) if index is None else (*path, place.field.name, index)
            yield below, item, place.label
            yield from _inner(place.places, item, below)
