"""The standard at run time: classes, fields and code lists, as the compiler left them in ``_data/model.json``.

Frozen and loaded once. The library reads no YAML and never imports the compiler.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from gclink._text import Text

SCALARS = frozenset({"text", "code", "decimal", "integer", "boolean", "date", "dateTime", "iri", "ref"})


@dataclass(frozen=True, slots=True)
class Bound:
    """An interval of numbers; None is an open end."""

    minimum: Decimal | None
    maximum: Decimal | None
    exclusive_minimum: bool
    exclusive_maximum: bool

    def below(self, value: Decimal) -> bool:
        """Whether a value lies under the lower end."""
        if self.minimum is None:
            return False
        return value <= self.minimum if self.exclusive_minimum else value < self.minimum

    def above(self, value: Decimal) -> bool:
        """Whether a value lies over the upper end."""
        if self.maximum is None:
            return False
        return value >= self.maximum if self.exclusive_maximum else value > self.maximum

    def __str__(self) -> str:
        low = "" if self.minimum is None else f"{'>' if self.exclusive_minimum else '>='} {self.minimum}"
        high = "" if self.maximum is None else f"{'<' if self.exclusive_maximum else '<='} {self.maximum}"
        return " ".join(part for part in (low, high) if part)


@dataclass(frozen=True, slots=True)
class Field:
    """One member of a class, with its pattern compiled and its requirement per kind of fault."""

    name: str
    owner: str
    type: str
    minimum: int
    maximum: int | None
    label: Text
    targets: tuple[str, ...]
    code_list: str | None
    codes: frozenset[str]
    values: frozenset[str]
    pattern: re.Pattern[str] | None
    bound: Bound | None
    restrict: tuple[str, tuple[str, ...]] | None
    requirements: Mapping[str, str]
    unit: str | None
    format: str | None

    @property
    def many(self) -> bool:
        """Whether the member is an array."""
        return self.maximum is None or self.maximum > 1

    @property
    def embedded(self) -> bool:
        """Whether its value is an object of a class."""
        return self.type not in SCALARS and self.type != "LocalizedText"

    def key(self, kind: str) -> str:
        """Return the stable name of a structural constraint of this field."""
        return f"{self.owner}.{self.name}#{kind}"


@dataclass(frozen=True, slots=True)
class Class:
    """One class with all its fields, inherited ones first."""

    name: str
    module: str
    kind: str
    parents: tuple[str, ...]
    label: Text
    fields: Mapping[str, Field]

    def is_a(self, name: str) -> bool:
        """Whether this class is, or descends from, the named one."""
        return name == self.name or name in self.parents


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list; codes of an ``outside`` list stay plain text in RDF."""

    name: str
    outside: bool
    label: Text
    codes: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class RuntimeModel:
    """Everything the library knows about the standard's structure."""

    version: str
    base: str
    classes: Mapping[str, Class]
    code_lists: Mapping[str, CodeList]
    modules: Mapping[str, Text]

    def document(self, name: object) -> Class | None:
        """Return a concrete document class by name, None for anything else."""
        cls = self.classes.get(name) if isinstance(name, str) else None
        return cls if cls is not None and cls.kind == "document" else None


@cache
def model() -> RuntimeModel:
    """Load the model once."""
    raw = orjson.loads((files("gclink") / "_data" / "model.json").read_bytes())
    code_lists = {
        name: CodeList(name, entry["outside"], _text(entry["label"]), {c: _text(t) for c, t in entry["codes"].items()})
        for name, entry in raw["codeLists"].items()
    }
    codes = {name: frozenset(code_list.codes) for name, code_list in code_lists.items()}
    made: dict[tuple[str, str], Field] = {}
    classes = {}
    for name, entry in raw["classes"].items():
        fields = {}
        for source in entry["fields"]:
            key = (source["owner"], source["name"])
            if key not in made:
                made[key] = _field(source, codes)
            fields[source["name"]] = made[key]
        classes[name] = Class(
            name, entry["module"], entry["kind"], tuple(entry["parents"]), _text(entry["label"]), fields
        )
    modules = {name: _text(text) for name, text in raw["modules"].items()}
    return RuntimeModel(raw["version"], raw["base"], classes, code_lists, modules)


def _field(source: dict[str, Any], codes: Mapping[str, frozenset[str]]) -> Field:
    bound = source.get("bound")
    restrict = source.get("restrict")
    pattern = source.get("pattern")
    return Field(
        name=source["name"],
        owner=source["owner"],
        type=source["type"],
        minimum=source["min"],
        maximum=source["max"],
        label=_text(source["label"]),
        targets=tuple(source.get("targets", ())),
        code_list=source.get("list"),
        codes=codes.get(source.get("list", ""), frozenset()),
        values=frozenset(source.get("values", ())),
        pattern=_compiled(pattern) if pattern else None,
        bound=Bound(
            None if bound["min"] is None else Decimal(bound["min"]),
            None if bound["max"] is None else Decimal(bound["max"]),
            bound["exclusiveMin"],
            bound["exclusiveMax"],
        )
        if bound
        else None,
        restrict=(restrict[0], tuple(restrict[1])) if restrict else None,
        requirements=source["requirements"],
        unit=source.get("unit"),
        format=source.get("format"),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _text(entry: Mapping[str, str]) -> Text:
    return Text(entry["en"], entry["zh"])
