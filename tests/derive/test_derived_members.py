"""The table of derived members against the rules: what it derives is what the rules accept, and the other way round."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from gclink import _rules
from gclink._model import model
from gclink.calculations._numbers import canonical, half_away
from gclink.check import Options, check_document
from gclink.derive import TABLE, Derivation, Fill, Outcome, complete, derivations_of, derive
from gclink.derive._derive import _holder
from gclink.derive._formula import parsed
from gclink.derive._words import words
from gclink.documents import Document

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(as_of="2026-10-01T00:00:00Z", scope="document")

#: Rules that compute something, but no member that a document could derive, and why.
NOT_DERIVED = {
    "GCL-FIN-006": "the form of an amount, not its value",
    "GCL-FIN-050": "the order of transfers",
    "GCL-FIN-074": "the order of interest periods",
    "GCL-FIN-096": "the order of steps",
    "GCL-FIN-097": "the order of adjustments",
}
#: Requirements that say more than that a member follows from others, so that they may break while it does.
MORE_THAN_A_VALUE = {
    "GCL-COR-036",
    "GCL-FIN-012",
    "GCL-FIN-019",
    "GCL-FIN-055",
    "GCL-FIN-056",
    "GCL-FIN-070",
    "GCL-FIN-094",
    "GCL-PAS-032",
    "GCL-REM-002",
    "GCL-REM-010",
    "GCL-REM-013",
    "GCL-REM-046",
    "GCL-REM-051",
}


def _paths() -> list[Path]:
    bases = ROOT / "conformance_tests" / "bases"
    return sorted([*bases.glob("*.json"), *bases.glob("*/*.json"), *(ROOT / "examples" / "litchi" / "json").glob("*")])


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def _tree(path: Path) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    tree.pop("@context", None)
    return tree


EXAMPLES = _paths()


def _broken(tree: dict[str, Any]) -> set[str]:
    found = {violation.requirement for violation in _rules.violations(tree)}
    return found | {requirement for requirement, _ in _rules.procedures(tree)}


_COMPUTED = frozenset({"+", "-", "*", "neg", "sum", "round", "call", "lookup", "count"})


def _nodes(node: Any) -> Iterator[Any]:
    if isinstance(node, list) and node:
        yield node
        for child in node:
            yield from _nodes(child)


def _recomputes(node: Any) -> bool:
    """Whether an equation holds a number of the document against something computed, and not against a constant."""
    if node[0] != "=" or "n" in (node[1][0], node[2][0]):
        return False
    computed = node[1][0] in _COMPUTED or node[2][0] in _COMPUTED
    return computed and any(part[0] == "p" and part[1] in ("d", "i") for part in _nodes(node[1:3]))


def _recomputing() -> set[str]:
    """Requirements of tier T2 that hold a member against a computed value, found in the rules themselves."""
    rules = json.loads((files("gclink") / "_data" / "rules.json").read_text(encoding="utf-8"))["rules"]
    found = set()
    for requirement, rule_lines in rules.items():
        for line in rule_lines:
            for entry in line["trees"]:
                if any(_recomputes(node) for node in _nodes(entry["tree"])):
                    found.add(requirement)
    return found | {"GCL-FIN-016", "GCL-FIN-077"}


def test_every_rule_that_recomputes_a_member_has_a_derivation() -> None:
    missing = _recomputing() - {row.requirement for row in TABLE} - set(NOT_DERIVED)
    assert sorted(missing) == []


def test_no_exception_is_kept_beyond_its_reason() -> None:
    assert set(NOT_DERIVED) <= _recomputing()
    assert not set(NOT_DERIVED) & {row.requirement for row in TABLE}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.cls}.{row.member}-{row.requirement}")
def test_every_row_speaks_of_members_there_are_in_both_languages(row: Derivation) -> None:
    concrete = [cls for cls in model().classes.values() if cls.is_a(row.cls) and cls.kind != "abstract"]
    roots = [cls.name for cls in model().classes.values() if cls.kind == "document"]
    root = "CarbonPassport" if "root." in row.formula else roots[0]
    names: dict[str | None, str] = {None: concrete[0].name, "root": root, "item": _holder(row)}
    for formula in (row.formula, row.when, row.unit or "True"):
        text = words(parsed(formula), names)
        assert text.en
        assert text.zh
    requirement = json.loads((files("gclink") / "_data" / "requirements.json").read_text("utf-8"))["requirements"]
    assert requirement[row.requirement]["tier"] == "T2"


@pytest.mark.parametrize("path", EXAMPLES, ids=_name)
def test_every_stated_value_of_a_sound_document_agrees(path: Path) -> None:
    differing = [
        (d.pointer, d.row.requirement, d.stated, d.value)
        for d in derive(_tree(path))
        if d.outcome is Outcome.DIFFERS or (d.outcome is Outcome.UNKNOWN and d.stated is not None)
    ]
    assert differing == []


def test_every_row_is_met_by_a_sound_document() -> None:
    met = {d.row for path in EXAMPLES for d in derive(_tree(path)) if d.stated is not None}
    # Two components have no gas inventory in any example; their rows differ from tested ones by a code alone.
    unmet = {(row.member, row.requirement) for row in set(TABLE) - met}
    unmet.discard(("value", "GCL-FIN-103"))  # the sum, met by the next test
    assert unmet == {
        ("components.landUseChange", "GCL-PAS-023"),
        ("components.landManagementBiogenicCO2", "GCL-PAS-023"),
    }


def test_an_observation_that_adds_up_its_inputs_agrees_with_the_rule() -> None:
    tree = _tree(ROOT / "conformance_tests" / "bases" / "observation.json")
    tree["aggregation"] = "sum"
    tree["value"] = canonical(sum((Decimal(i["value"]) for i in tree["observationInputs"]), Decimal(0)))
    (found,) = (d for d in derive(tree) if d.pointer == "/value")
    assert found.outcome is Outcome.AGREES
    assert "GCL-FIN-103" not in _broken(tree)
    tree["value"] = canonical(Decimal(tree["value"]) + 1)
    assert next(d for d in derive(tree) if d.pointer == "/value").outcome is Outcome.DIFFERS
    assert "GCL-FIN-103" in _broken(tree)


def _without_derived(tree: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """Return a document without the members that are filled in when absent."""
    bare = copy.deepcopy(tree)
    removed = 0
    for derived in derive(tree):
        if derived.row.fill is Fill.DUE and derived.row.relation != "<=" and derived.stated is not None:
            holder: Any = bare
            for step in derived.path[:-1]:
                holder = holder[step]
            removed += holder.pop(derived.path[-1], None) is not None
    return bare, removed


@pytest.mark.parametrize("path", EXAMPLES, ids=_name)
def test_a_document_without_its_derived_values_is_completed_to_one_that_conforms(path: Path) -> None:
    tree = _tree(path)
    bare, removed = _without_derived(tree)
    whole, filled = complete(bare)
    assert len(filled) == removed
    assert [f.requirement for f in check_document(Document(whole, "x", "json"), OPTIONS)] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=_name)
def test_completing_never_changes_what_is_stated(path: Path) -> None:
    tree = _tree(path)
    whole, filled = complete(tree, asked=True)
    for derived in filled:
        holder: Any = whole
        for step in derived.path[:-1]:
            holder = holder[step]
        del holder[derived.path[-1]]
    assert whole == tree


def _values_near(stated: Fraction, integer: bool) -> Iterator[str]:
    """Yield values at and around a stated one, on both sides of every tolerance of the standard."""
    if integer:
        yield from (str(int(stated) + step) for step in (-7, -1, 0, 1, 7))
        return
    for part in ("0", "0.0004", "0.0006", "0.0009", "0.0011", "0.0049", "0.0051", "0.0099", "0.0101", "0.0199", "0.021",
                 "0.0499", "0.0501", "0.3"):  # fmt: skip
        yield canonical(half_away(stated * (1 + Fraction(part)), 9))
        yield canonical(half_away(stated * (1 - Fraction(part)), 9))
    for step in ("0.000000001", "0.0000005", "0.000002", "0.00005", "0.0002", "0.0009", "0.0011", "0.009", "0.02", "1"):
        yield canonical(half_away(stated + Fraction(step), 9))
        yield canonical(half_away(stated - Fraction(step), 9))


def _put(tree: dict[str, Any], path: tuple[str | int, ...], value: str) -> None:
    holder: Any = tree
    for step in path[:-1]:
        holder = holder[step]
    field = model().classes[holder["type"]].fields[str(path[-1])]
    if field.type == "Quantity":
        holder[path[-1]]["value"] = value
    elif field.type == "Money":
        holder[path[-1]]["amount"] = value
    else:
        holder[path[-1]] = int(value) if field.type == "integer" else value


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.parent.name == "bases"], ids=_name)
def test_a_value_differs_exactly_where_the_rule_breaks(path: Path) -> None:
    tree = _tree(path)
    for derived in list(derive(tree)):
        if derived.stated is None or not _is_number(derived.stated):
            continue
        holder: Any = tree
        for step in derived.path[:-1]:
            holder = holder[step]
        integer = model().classes[holder["type"]].fields[str(derived.path[-1])].type == "integer"
        for value in dict.fromkeys(_values_near(Fraction(derived.stated), integer)):
            changed = copy.deepcopy(tree)
            _put(changed, derived.path, value)
            requirement = derived.row.requirement
            differs = any(d.outcome is Outcome.DIFFERS and d.row.requirement == requirement for d in derive(changed))
            breaks = requirement in _broken(changed)
            if breaks and not differs and requirement in MORE_THAN_A_VALUE:
                continue
            assert differs == breaks, (derived.pointer, requirement, value, derived.value)


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


def test_a_missing_member_is_named_where_nothing_can_be_computed() -> None:
    tree = _tree(ROOT / "conformance_tests" / "bases" / "passport.json")
    del tree["components"]["fossilGhg"]
    del tree["stages"][0]["components"]["fossilGhg"]
    del tree["gasInventories"][0]
    found = {d.row.requirement: d for d in derive(tree) if d.outcome is Outcome.UNKNOWN}
    assert found["GCL-PAS-018"].needs == "/stages/0/components/fossilGhg"
    assert found["GCL-PAS-006"].needs == "/components/fossilGhg"
    assert complete(tree)[1] == ()


def test_a_total_is_shown_with_its_parts() -> None:
    tree = _tree(ROOT / "conformance_tests" / "bases" / "passport.json")
    tree["totalExclUptake"] = "0.384"
    found = next(d for d in derive(tree) if d.row.requirement == "GCL-PAS-007")
    assert (found.outcome, found.stated, found.value, found.tolerance) == ("differs", "0.384", "0.71335", "0.00192")
    assert [(line.sign, line.pointer, line.value) for line in found.lines][:2] == [
        ("+", "/components/fossilGhg", "0.42735"),
        ("+", "/components/landUseChange", "0"),
    ]
    assert sum(Decimal(line.value) for line in found.lines) == Decimal("0.71335")
    assert found.formula.zh.startswith("化石源排放 + 土地利用变化 + ")


def test_shares_of_three_equal_products_add_up_to_one() -> None:
    tree = _tree(ROOT / "conformance_tests" / "bases" / "run.json")
    outputs = tree["outputs"]
    main = next(o for o in outputs if o["role"] == "main_product")
    third = {**copy.deepcopy(main), "role": "co_product", "lot": "https://example.org/gclink/lots/third"}
    tree["outputs"] = [main, third, {**copy.deepcopy(third), "lot": "https://example.org/gclink/lots/other"}]
    for output in tree["outputs"]:
        output["allocationBasis"] = "100"
        output.pop("allocationFactor", None)
    whole, _ = complete(tree)
    assert [o["allocationFactor"] for o in whole["outputs"]] == ["0.333334", "0.333333", "0.333333"]
    assert {"GCL-COR-034", "GCL-COR-035"}.isdisjoint(_broken(whole))


def test_rows_of_a_parent_class_hold_for_its_children() -> None:
    keys = [row for row in derivations_of("Undertaking") if row.member == "uniquenessKey"]
    assert [row.cls for row in keys] == ["Asset"]
