"""Random trees of the right form; each draws from a small pool of its own, so that its members often agree."""

from __future__ import annotations

import random
from typing import Any

from gclink_spec import Model
from gclink_spec._model import Field

_DECIMALS = ("0", "1", "2", "0.5", "0.001", "0.005", "-1", "-0.5", "100", "0.95", "36.5", "1000", "12.34", "99.999",
             "0.0411", "2.5", "-2.5", "0.1", "0.2", "0.3", "1080000.01", "0.333333")  # fmt: skip
_INTEGERS = (0, 1, 2, 3, 5, 7, 36, 10, 200, 100, 2024, 2026)
_DATES = ("2024-02-29", "2024-01-31", "2025-02-28", "2026-06-25", "2026-09-18", "2027-01-31", "2024-12-31",
          "2025-01-01", "2900-02-28", "1900-03-01")  # fmt: skip
_TIMES = ("2024-02-29T23:59:59Z", "2026-06-25T00:00:00Z", "2026-09-18T12:00:00Z", "2025-01-01T00:00:00Z")
_TEXTS = ("kg", "t", "A01.1", "2025", "2025\n", "x|y", "CNY=100", 'a "b" \\', "荔枝")
_IDENTIFIERS = ("4006381333931", "4006381333932", "9999GCLBANK000000078", "93440900MA5LTCH04R", "")
_CURRENCIES = ("CNY", "EUR", "JPY", "DEM")


class Trees:
    """A source of random trees with a seed."""

    def __init__(self, model: Model, seed: int) -> None:
        self.model = model
        self.random = random.Random(seed)
        self.decimals = self.random.sample(_DECIMALS, self.random.choice((2, 4, 12)))
        if seed % 3 == 0:
            self.decimals = [self.random.choice(("0", "0", "1", "0.5"))]
        self.integers = self.random.sample(_INTEGERS, self.random.choice((1, 2, 4, 12)))
        self.dates = self.random.sample(_DATES, self.random.choice((1, 3, 10)))
        self.currencies = self.random.sample(_CURRENCIES, self.random.choice((1, 1, 3)))
        self.rich = self.random.choice((0.2, 0.6, 0.95))

    def tree(self, cls: str) -> dict[str, Any]:
        """Return an object of a class, with an id when it is a document."""
        made: dict[str, Any] = {"type": cls}
        for field in self.model.fields_of(cls):
            if field.name == "type" or not (field.required or self.random.random() < self.rich):
                continue
            made[field.name] = "urn:test:document" if field.name == "id" else self._member(field)
        if "position" in made:
            made["position"] = self.random.choice((1, 2, 3))
        return made

    def _member(self, field: Field) -> Any:
        if not field.many:
            return self._one(field)
        items = [self._one(field) for _ in range(self.random.choice((1, 1, 2, 3)))]
        return items if field.embedded else list(dict.fromkeys(items))

    def _one(self, field: Field) -> Any:
        pick = self.random.choice
        match field.type:
            case "LocalizedText":
                tags = self.random.sample(("en", "zh", "fr"), self.random.randint(1, 3))
                return {tag: pick(_TEXTS) for tag in tags}
            case "decimal":
                return pick(self.decimals)
            case "integer":
                return pick(self.integers)
            case "boolean":
                return self.random.random() < 0.5
            case "date":
                return pick(self.dates)
            case "dateTime":
                return pick(_TIMES)
            case "iri" | "ref":
                return f"urn:test:{self.random.randrange(3)}"
            case "text" if field.name == "specVersion":
                return pick(("1.0.0", "2.0.0", "1.0.0\n"))
            case "text" if field.name == "identifierValue":
                return pick(_IDENTIFIERS)
            case "text":
                return pick(field.values or _TEXTS)
            case "code":
                return self._code(field)
        return self.tree(field.type)

    def _code(self, field: Field) -> str:
        assert field.code_list is not None
        codes = field.values or self.model.code_lists[field.code_list].values()
        if set(_CURRENCIES) & set(codes):
            return self.random.choice(self.currencies)
        if {"CN", "DE"} <= set(codes):
            return self.random.choice(("CN", "DE", "US"))
        return self.random.choice(codes or ("CN-44",))
