"""Read ``spec/`` into the frozen model.

The YAML is read with line numbers, so that whatever is wrong can be named by file and line. This module only builds;
what a sound model must hold beyond its form is the linter's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from gclink_spec._form import form_problems
from gclink_spec._model import (
    Bound,
    BundlePart,
    Class,
    Code,
    CodeList,
    Field,
    Kind,
    Level,
    MarketRule,
    Model,
    Origin,
    Profile,
    Requirement,
    RuleLine,
    Table,
    Text,
    Tier,
)
from gclink_spec._yaml import Located, read_yaml
from gclink_spec.exceptions import Problem, SpecError

_CARDINALITY = re.compile(r"([0-9]+)(?:\.\.([0-9]+|\*))?")
_INTERVAL = re.compile(r"(-?[0-9.]+)\.\.(-?[0-9.]+)")
_HALF_LINE = re.compile(r"(>=|>|<=|<)(-?[0-9.]+)")


def load_model(spec: Path) -> Model:
    """Load the standard from a ``spec`` folder; raises SpecError with every problem of form that was found."""
    return _Loader(spec).load()


class _Loader:
    def __init__(self, spec: Path) -> None:
        self.spec = spec
        self.problems: list[Problem] = []

    def load(self) -> Model:
        standard = self._read(self.spec / "standard.yaml")
        modules = {name: self._text(entry, "label") for name, entry in standard["modules"].items()}
        classes: dict[str, Class] = {}
        requirements: dict[str, Requirement] = {}
        for module in modules:
            for path in sorted((self.spec / "model" / module).glob("*.yaml")):
                self._class(path, module, classes, requirements)
        for path in sorted((self.spec / "bundle").glob("*/*.yaml")):
            if path.parent.name != "graph":  # what the queries share, read by _bundle_graph
                self._bundle_rule(path, requirements)
        code_lists = self._code_lists(list(modules))
        tables = self._tables()
        withdrawn = self._read(self.spec / "bundle" / "withdrawn.yaml")["withdrawn"]
        self._clashes(requirements, withdrawn)
        profiles = self._profiles(requirements)
        if self.problems:
            raise SpecError(self.problems)
        return Model(
            version=standard["version"],
            base=standard["base"],
            modules=modules,
            classes=classes,
            code_lists=code_lists,
            requirements={key: requirements[key] for key in sorted(requirements, key=_in_order(standard["modules"]))},
            tables=tables,
            withdrawn={key: str(entry["replacedBy"]) for key, entry in withdrawn.items()},
            profiles=profiles,
            spec=self.spec,
        )

    def _read(self, path: Path) -> Located:
        try:
            entry = read_yaml(path)
        except SpecError as error:
            self.problems += error.problems
            raise SpecError(self.problems) from error
        wrong = list(form_problems(entry, path, self.spec))
        if wrong:
            # Nothing can be built on a file of another form; the first such file is told whole.
            raise SpecError([*self.problems, *wrong])
        return entry

    def _problem(self, origin: Origin, message: str, mend: str) -> None:
        self.problems.append(Problem(str(origin), message, mend))

    def _origin(self, path: Path, entry: Located, key: str | None = None) -> Origin:
        return Origin(path, entry.line_of(key) if key is not None else entry.line)

    def _text(self, entry: Mapping[str, Any], key: str) -> Text:
        value = entry.get(key) or {}
        return Text(en=str(value.get("en") or ""), zh=str(value.get("zh") or ""))

    def _optional_text(self, entry: Mapping[str, Any], key: str) -> Text | None:
        return self._text(entry, key) if entry.get(key) else None

    def _class(self, path: Path, module: str, classes: dict[str, Class], requirements: dict[str, Requirement]) -> None:
        entry = self._read(path)
        name = entry["class"]
        if name in classes:
            self._problem(self._origin(path, entry), f"class {name} is described twice", "keep one file per class")
        fields = [
            self._field(path, name, field_name, field)
            for field_name, field in (entry.get("fields") or {}).items()
            if field.get("type") != "discriminator"
        ]
        classes[name] = Class(
            name=name,
            module=module,
            kind=Kind(entry["kind"]),
            parent=entry.get("parent"),
            label=self._text(entry, "label"),
            definition=self._text(entry, "definition"),
            fields=tuple(fields),
            origin=self._origin(path, entry),
            mapping=entry.get("mapping"),
            since=entry.get("since", "1.0.0"),
            deprecated=entry.get("deprecated"),
            replaced_by=entry.get("replacedBy"),
            removed_in=entry.get("removedIn"),
        )
        for identifier, sentence in (entry.get("requirements") or {}).items():
            origin = self._origin(path, entry["requirements"], identifier)
            self._add(requirements, self._requirement(identifier, module, sentence, origin, owner=name))

    def _field(self, path: Path, owner: str, name: str, entry: Located) -> Field:
        origin = self._origin(path, entry)
        source_type = entry["type"]
        is_docref = source_type == "docref"
        minimum, maximum = self._cardinality(str(entry["cardinality"]), origin)
        bound_text = entry.get("bound")
        bound_by, units_by = entry.get("boundBy"), entry.get("unitsBy")
        units = tuple(str(u) for u in entry.get("units") or ())
        schemes = tuple(str(s) for s in entry.get("schemes") or ())
        restrict = ("scheme", schemes) if schemes else ("unit", units) if units and not units_by else None
        return Field(
            name=name,
            owner=owner,
            type="DocumentReference" if is_docref else source_type,
            minimum=minimum,
            maximum=maximum,
            label=self._text(entry, "label"),
            definition=self._text(entry, "definition"),
            origin=origin,
            targets=tuple(entry.get("target") or ()),
            code_list=entry.get("list"),
            format=entry.get("format"),
            values=tuple(str(v) for v in entry.get("values") or ()),
            unit=entry.get("unit") or entry.get("unitText"),
            restrict=restrict,
            bound=self._bound(bound_text, origin) if bound_text and not bound_by else None,
            stated_bound=bound_text if bound_by else None,
            bound_by=bound_by,
            stated_units=units if units_by else (),
            units_by=units_by,
            mapping=entry.get("mapping"),
            since=entry.get("since", "1.0.0"),
            deprecated=entry.get("deprecated"),
            replaced_by=entry.get("replacedBy"),
            removed_in=entry.get("removedIn"),
        )

    def _cardinality(self, text: str, origin: Origin) -> tuple[int, int | None]:
        match = _CARDINALITY.fullmatch(text)
        if match is None:
            self._problem(origin, f"cardinality {text!r} is not understood", "write 1, 0..1, 0..*, 1..* or 0..n")
            return 0, None
        low = int(match[1])
        high = low if match[2] is None else None if match[2] == "*" else int(match[2])
        return low, high

    def _bound(self, text: str, origin: Origin) -> Bound | None:
        if match := _INTERVAL.fullmatch(text):
            return Bound(minimum=Decimal(match[1]), maximum=Decimal(match[2]))
        if match := _HALF_LINE.fullmatch(text):
            value, strict = Decimal(match[2]), len(match[1]) == 1
            if match[1][0] == ">":
                return Bound(minimum=value, exclusive_minimum=strict)
            return Bound(maximum=value, exclusive_maximum=strict)
        self._problem(origin, f"bound {text!r} is not understood", "write >0, >=0, <0, <=0 or low..high")
        return None

    def _requirement(
        self, identifier: str, module: str, entry: Located, origin: Origin, owner: str | None
    ) -> Requirement:
        own = (owner,) if owner else ()
        lines: list[RuleLine] = []
        if entry.get("rule"):
            lines.append(RuleLine(tuple(entry.get("on") or own), entry["rule"], tuple(entry.get("except") or ())))
        for line in entry.get("rules") or ():
            lines.append(RuleLine(tuple(line.get("on") or own), line["rule"], tuple(line.get("except") or ())))
        return Requirement(
            id=identifier,
            module=module,
            level=Level(entry["level"]),
            tier=Tier(entry["tier"]),
            statement=self._text(entry, "statement"),
            source=entry.get("source", ""),
            rationale=self._optional_text(entry, "rationale"),
            origin=origin,
            owner=owner,
            rules=tuple(lines),
            at=entry.get("at"),
            procedure=entry.get("procedure"),
            structural=entry.get("structural"),
            over=tuple(entry.get("over") or (entry.get("on") or ())) if not lines else (),
            sparql=entry.get("sparql"),
            algorithm=entry.get("algorithm"),
            why=entry.get("why"),
            bundle_part=_bundle_part(entry.get("bundlePart")),
            decision=entry.get("decision"),
            problem=entry.get("problem"),
            since=entry.get("since", "1.0.0"),
            deprecated=entry.get("deprecated"),
            replaced_by=entry.get("replacedBy"),
            removed_in=entry.get("removedIn"),
        )

    def _bundle_rule(self, path: Path, requirements: dict[str, Requirement]) -> None:
        entry = self._read(path)
        identifier = entry["requirement"]
        self._add(
            requirements, self._requirement(identifier, entry["module"], entry, self._origin(path, entry), owner=None)
        )

    def _add(self, requirements: dict[str, Requirement], requirement: Requirement) -> None:
        if requirement.id in requirements:
            first = requirements[requirement.id].origin
            self._problem(
                requirement.origin,
                f"requirement {requirement.id} stands already at {first}",
                "give the new requirement the next free number; an id is never used twice",
            )
        requirements[requirement.id] = requirement

    def _clashes(self, requirements: Mapping[str, Requirement], withdrawn: Mapping[str, Any]) -> None:
        for identifier in withdrawn:
            if identifier in requirements:
                self._problem(
                    requirements[identifier].origin,
                    f"requirement {identifier} was withdrawn and its id is used again",
                    "give the new requirement the next free number",
                )

    def _code_lists(self, modules: list[str]) -> dict[str, CodeList]:
        lists: dict[str, CodeList] = {}
        for path in sorted((self.spec / "model" / "codelists").rglob("*.yaml")):
            entry = self._read(path)
            codes = []
            for value, code in (entry.get("codes") or {}).items():
                text = code if isinstance(code, Mapping) else {}
                label = text.get("label") or text
                codes.append(
                    Code(
                        value=str(value),
                        label=Text(en=str(label.get("en") or value), zh=str(label.get("zh") or value)),
                        definition=self._optional_text(text, "definition"),
                        since=text.get("since", "1.0.0"),
                        deprecated=text.get("deprecated"),
                        replaced_by=text.get("replacedBy"),
                        removed_in=text.get("removedIn"),
                    )
                )
            codes += [Code(value=str(v), label=Text(str(v), str(v))) for v in entry.get("values") or ()]
            lists[entry["codeList"]] = CodeList(
                name=entry["codeList"],
                module=entry["module"],
                label=self._text(entry, "label"),
                definition=self._optional_text(entry, "definition"),
                codes=tuple(codes),
                owner=entry.get("owner"),
                outside=bool(entry.get("outside", False)),
                pattern=entry.get("pattern"),
                since=entry.get("since", "1.0.0"),
                origin=self._origin(path, entry),
            )
        return dict(sorted(lists.items(), key=lambda item: (modules.index(item[1].module), item[0])))

    def _profiles(self, requirements: Mapping[str, Requirement]) -> dict[str, Profile]:
        profiles: dict[str, Profile] = {}
        for path in sorted((self.spec / "profiles").glob("*.yaml")):
            entry = self._read(path)
            origin = self._origin(path, entry)
            chosen: set[str] = set()
            for part in entry.get("select") or ():
                chosen |= self._selected(part, requirements, origin)
            chosen -= self._selected({"requirements": entry.get("except") or ()}, requirements, origin)
            rules = tuple(self._market_rule(rule, requirements, origin) for rule in entry.get("rules") or ())
            profiles[entry["profile"]] = Profile(
                name=entry["profile"],
                kind=entry["kind"],
                label=self._text(entry, "label"),
                definition=self._text(entry, "definition"),
                requirements=tuple(sorted(chosen)),
                origin=origin,
                markets=tuple(str(market) for market in entry.get("markets") or ()),
                programme=entry.get("programme"),
                rules=rules,
            )
        return profiles

    def _market_rule(
        self, rule: Mapping[str, Any], requirements: Mapping[str, Requirement], origin: Origin
    ) -> MarketRule:
        self._selected({"requirements": [rule["requirement"]]}, requirements, origin)
        parameters = {
            name: tuple(str(item) for item in value) if isinstance(value, list) else value
            for name, value in (rule.get("parameters") or {}).items()
        }
        since = rule.get("from")
        return MarketRule(
            rule["requirement"], None if since is None else str(since), parameters, self._text(rule, "text")
        )

    def _selected(self, part: Mapping[str, Any], requirements: Mapping[str, Requirement], origin: Origin) -> set[str]:
        named = set(part.get("requirements") or ())
        for identifier in sorted(named - requirements.keys()):
            self._problem(origin, f"there is no requirement {identifier}", "correct the id or remove it")
        modules, tiers = part.get("modules") or (), part.get("tiers") or ("T1", "T2", "T3")
        return named | {r.id for r in requirements.values() if r.module in modules and r.tier in tiers}

    def _tables(self) -> dict[str, Table]:
        tables: dict[str, Table] = {}
        for path in sorted((self.spec / "model" / "tables").glob("*.yaml")):
            entry = self._read(path)
            rows = tuple({column: _cell(value) for column, value in row.items()} for row in entry.get("rows") or ())
            tables[entry["name"]] = Table(
                name=entry["name"],
                title=self._text(entry, "title"),
                key=tuple(str(k) for k in ([entry["key"]] if isinstance(entry["key"], str) else entry["key"])),
                columns=tuple(
                    str(column["name"]) if isinstance(column, Mapping) else str(column) for column in entry["columns"]
                ),
                rows=rows,
                source=str(entry.get("source", "")),
                origin=self._origin(path, entry),
            )
        return tables


def _bundle_part(entry: Mapping[str, Any] | None) -> BundlePart | None:
    if entry is None:
        return None
    return BundlePart(entry["procedure"], tuple(entry["over"]), entry["algorithm"], entry["sparql"])


def _cell(value: object) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _in_order(modules: Mapping[str, Any]) -> Callable[[str], tuple[int, str]]:
    """Return the key by which requirements stand: the order of the modules, then the number."""
    areas = {entry["area"]: place for place, entry in enumerate(modules.values())}
    return lambda identifier: (areas.get(identifier[4:7], len(areas)), identifier)
