"""Documents that are right in form and random in content, for tests that must hold for every document.

Only structure (T1) is kept: the numbers do not add up, and references point nowhere. What a rule says about such a
document is not known in advance; that every syntax and engine says the same is.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from gclink._model import Bound, Field, RuntimeModel

__all__ = ["valid_tree"]

_UNITS: Final = ("kg", "t", "kW.h", "t/har", "{piece}", "%", "m2", "MJ", "Cel")
_LANGUAGES: Final = ("en", "zh", "fr", "zh-hans", "pt-br", "und")
_TEXTS: Final = (
    "Litchi, fresh",
    "荔枝 鲜果",
    "line one\nline two",
    'with "quotes", \\ and \ttab',
    "@en ^^ <iri> _:b0 ;.,",
    "a",
    "😀 é ＜全角＞",
    " blanks around ",
    "0.50",
    "true",
    "https://example.org/",
    "x" * 300,
)
_IRIS: Final = (
    "https://example.org/{0}",
    "urn:uuid:00000000-0000-4000-8000-{0:012d}",
    "https://例子.example/货物/{0}#a'b",
    "did:web:example.org:{0}",
    "https://example.org/q?a=1&b=({0});%20",
)
_BASE_DAY: Final = datetime.date(2024, 1, 1)


def valid_tree(standard: RuntimeModel, cls: str, rng: random.Random, fullness: float = 0.5) -> dict[str, Any]:
    """Return a document, or an embedded object, of a class: of the right form, with random content.

    ``fullness`` is the share of optional members that are there: 0 gives the smallest document, 1 every member.
    """
    return _Maker(standard, rng, fullness).make(cls)


class _Maker:
    def __init__(self, standard: RuntimeModel, rng: random.Random, fullness: float) -> None:
        self._standard = standard
        self._rng = rng
        self._fullness = fullness
        self._scalars: dict[str, Callable[[Field], Any]] = {
            "text": self._text,
            "code": self._code,
            "decimal": lambda field: self._decimal(field.bound),
            "integer": self._integer,
            "boolean": lambda _: self._rng.random() < 0.5,
            "date": lambda _: self._day().isoformat(),
            "dateTime": lambda _: f"{self._day().isoformat()}T{self._rng.randrange(24):02d}:30:59Z",
            "iri": lambda _: self._iri(),
            "ref": lambda _: self._iri(),
        }

    def make(self, name: str) -> dict[str, Any]:
        tree: dict[str, Any] = {"type": name}
        for field in self._standard.classes[name].fields.values():
            if field.minimum or self._rng.random() < self._fullness:
                tree[field.name] = self._many(field) if field.many else self._one(field)
        return tree

    def _many(self, field: Field) -> list[Any]:
        most = min(field.maximum or 3, 3)
        items: list[Any] = []
        for _ in range(self._rng.randint(max(field.minimum, 1), most)):
            item = self._one(field)
            if item not in items:
                items.append(item)
        if field.embedded and "position" in self._standard.classes[field.type].fields:
            for rank, item in enumerate(items, 1):
                item["position"] = rank
        return items

    def _one(self, field: Field) -> Any:
        if field.type == "LocalizedText":
            tags = self._rng.sample(_LANGUAGES, self._rng.randint(1, 3))
            return {tag: self._rng.choice(_TEXTS) for tag in tags}
        if field.embedded:
            return self._embedded(field)
        return self._scalars[field.type](field)

    def _embedded(self, field: Field) -> dict[str, Any]:
        tree = self.make(field.type)
        if field.restrict is not None:
            member, allowed = field.restrict
            tree[member] = self._rng.choice(allowed)
        if field.bound is not None:
            tree["amount" if field.type == "Money" else "value"] = self._decimal(field.bound)
        return tree

    def _text(self, field: Field) -> str:
        if field.values:
            return self._rng.choice(sorted(field.values))
        match field.format:
            case "digest":
                return f"sha-256:{self._rng.getrandbits(256):064x}"
            case "ucum":
                return self._rng.choice(_UNITS)
            case "language":
                return self._rng.choice(_LANGUAGES)
            case "className":
                return self._rng.choice(sorted(self._standard.classes))
        if field.name == "specVersion":
            return self._standard.version
        if field.pattern is not None:
            raise ValueError(f"no example of the form {field.pattern.pattern} of {field.owner}.{field.name}")
        return self._rng.choice(_TEXTS)

    def _code(self, field: Field) -> str:
        if field.codes:
            return self._rng.choice(sorted(field.codes))
        example = f"CN-{self._rng.choice(('GD', 'HI', '44', 'A1B'))}"
        if field.pattern is None or not field.pattern.fullmatch(example):
            raise ValueError(f"no example of the list {field.code_list} of {field.owner}.{field.name}")
        return example

    def _decimal(self, bound: Bound | None) -> str:
        low, high = _ends(bound)
        scale = self._rng.choice((0, 1, 3, 9))
        step = Decimal(1).scaleb(-scale)
        span = int((high - low) / step)
        value = low + self._rng.randint(0, span) * step
        if bound is not None and (bound.below(value) or bound.above(value)):
            value = (low + high) / 2
        return _canonical(value)

    def _integer(self, field: Field) -> int:
        low, high = _ends(field.bound)
        first = int(low) + (1 if field.bound is not None and field.bound.exclusive_minimum else 0)
        last = int(high) - (1 if field.bound is not None and field.bound.exclusive_maximum else 0)
        return self._rng.randint(first, last)

    def _day(self) -> datetime.date:
        return _BASE_DAY + datetime.timedelta(days=self._rng.randrange(1500))

    def _iri(self) -> str:
        return self._rng.choice(_IRIS).format(self._rng.randrange(1_000_000))


def _ends(bound: Bound | None) -> tuple[Decimal, Decimal]:
    """Return both ends of an interval, an open end a thousand away."""
    low = bound.minimum if bound is not None else None
    high = bound.maximum if bound is not None else None
    if low is None and high is None:
        return Decimal(-1000), Decimal(1000)
    if low is None:
        assert high is not None
        return high - 1000, high
    return low, low + 1000 if high is None else high


def _canonical(value: Decimal) -> str:
    """Return a decimal in the form of the standard: no exponent, no zeros at the end, no minus zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
