"""Tables: what the loader gives, what the emitter refuses, and that the package data are those of the sources."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from gclink import tables
from gclink.tables import TableError, checksum, lookup, number, read_table, relation
from gclink_spec.emit.tables import emit_tables
from gclink_spec.exceptions import SpecError

ROOT = Path(__file__).parents[2]
DATA = ROOT / "validators" / "gclink" / "_data"


def test_the_package_data_are_emitted_from_the_sources_byte_for_byte() -> None:
    emitted = emit_tables(ROOT / "spec")
    assert set(emitted) == {f"tables/{path.name}" for path in (DATA / "tables").iterdir()}
    for path, content in emitted.items():
        assert (DATA / path).read_bytes() == content, path


def test_every_emitted_file_says_that_it_is_generated() -> None:
    for path, content in emit_tables(ROOT / "spec").items():
        assert json.loads(content)["generated"] == f"from spec/model/{path[:-5]}.yaml, do not edit"


def test_numbers_texts_lists_and_absent_cells() -> None:
    assert lookup("gwp100-v1", "ch4_fossil", "AR6") == Decimal("29.8")
    assert lookup("puro_table_6_1_2025", 19, "M") == Decimal("90.2")
    assert lookup("woolf100_2021_r6", Decimal("14.90"), "c") == Decimal("1.044506")
    assert lookup("currency", "HRK", "until") == "2023-01-31"
    assert lookup("technique_v1", "factoring", "discountMethod") == ("advance_discount", "interest_in_arrears")
    assert lookup("tier_data_v1", "t1_measured", "worstDataQuality") is None
    assert lookup("gwp100-v1", "nf3", "AR6") is None
    assert lookup("machine", ("receivable", "issued", "approved"), "roles") == ("obligor",)


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda: tables.table("nothing"), "there is no table nothing; tables: buffer_rate_v1, .*currency"),
        (lambda: lookup("gwp100-v1", "n2o", "AR4"), "no column AR4; columns: gas, AR5, AR6"),
        (lambda: number("gwp100-v1", "nf3", "AR6"), "no AR6 for nf3"),
        (lambda: number("currency", "CNY", "until"), "column until of table currency is not numeric"),
        (lambda: relation("machine.colour"), "no table or list column machine.colour"),
    ],
)
def test_what_does_not_exist_is_named(call: Callable[[], object], reason: str) -> None:
    with pytest.raises(TableError, match=reason) as caught:
        call()
    assert "数据表" in caught.value.text("zh")


def test_rows_that_do_not_have_their_checksum_are_refused() -> None:
    text = (DATA / "tables" / "gwp100-v1.json").read_text(encoding="utf-8")
    assert read_table(text).row("n2o") == {"gas": "n2o", "AR5": "265", "AR6": "273"}
    with pytest.raises(TableError, match="table gwp100-v1 does not have its checksum"):
        read_table(text.replace('"273"', '"298"'))


def test_a_checksum_depends_on_cells_and_order_and_not_on_the_order_of_columns() -> None:
    rows = [{"a": "1", "b": ["x", "y"]}, {"a": "2"}]
    assert checksum(rows) == checksum([{"b": ("x", "y"), "a": "1"}, {"a": "2"}])
    assert checksum(rows) != checksum(rows[::-1])
    assert checksum(rows) != checksum([{"a": "1", "b": ["y", "x"]}, {"a": "2"}])


def test_machines_have_133_transitions_and_the_roles_and_states_that_follow() -> None:
    transitions, roles, states = (relation(name) for name in ("machine", "machine.roles", "machine.states"))
    assert len(transitions) == 133
    assert len({machine for machine, *_ in transitions}) == 14
    assert {row[:3] for row in roles} == transitions
    assert {row[3] for row in roles} == {
        "seller", "obligor", "financier", "platform", "verifier", "issuer", "controller", "guarantor"
    }  # fmt: skip
    assert {(m, s) for m, f, t in transitions for s in (f, t)} == states
    assert relation("machine_roles") == roles


def test_each_machine_has_one_initial_state_and_leaves_no_final_one() -> None:
    kinds = {(row["machine"], row["state"]): row["kind"] for row in tables.table("machine_states").rows}
    initial = Counter(machine for (machine, _), kind in kinds.items() if kind == "initial")
    assert set(initial.values()) == {1}
    assert len(initial) == 14
    left = {(machine, start) for machine, start, _ in relation("machine")}
    assert left == {key for key, kind in kinds.items() if kind != "final"}


def test_a_document_superseded_is_so_by_its_issuer_alone() -> None:
    assert lookup("machine", ("document", "active", "superseded"), "roles") == ("issuer",)
    assert lookup("machine", ("document", "active", "revoked"), "roles") == ("issuer", "verifier")
    assert lookup("machine", ("document", "revoked", "active"), "roles") is None


def test_minor_units_and_validity_of_currencies() -> None:
    scales = Counter(row["scale"] for row in tables.table("currency").rows if row["until"] == "2999-12-31")
    assert scales == {"100": 139, "1": 30, "1000": 7, "10000": 2}
    for code, scale in (("CNY", 100), ("JPY", 1), ("KWD", 1000), ("CLF", 10000), ("XAU", 1), ("DEM", 100), ("ITL", 1)):
        assert number("currency", code, "scale") == scale
    assert lookup("currency", "DEM", "until") == "2002-03-31"


def test_every_state_of_the_european_economic_area_has_a_market_row() -> None:
    eea = {row["market"] for row in tables.table("market_rule_v1").rows if row["eea"] == "1"}
    assert len(eea - {"EU", "EL"}) == 30
    assert {"IS", "LI", "NO", "GR", "EL", "IE"} <= eea
    assert lookup("market_rule_v1", "EL", "exportCode") == "GR"
    assert number("market_rule_v1", "NO", "validFrom") == 20260927
    assert number("market_rule_v1", "CN", "offsetForbidden") == 0


def test_isda_days_are_counted_over_the_product_of_both_years() -> None:
    assert number("day_count_v1", "ACT/ACT.ISDA", "basis") == 365 * 366


SOURCE = """\
name: demo
title: {en: Demo, zh: 示例}
version: 1.0.0
source: own
key: [gas]
columns:
  - {name: gas, type: code}
  - {name: factor, type: decimal}
check:
  rows: 2
  sum: {factor: "3"}
checksum: CHECKSUM
rows:
  - {gas: a, factor: "1"}
  - {gas: b, factor: "2"}
"""
RIGHT = checksum([{"gas": "a", "factor": "1"}, {"gas": "b", "factor": "2"}])


def _emit(folder: Path, text: str) -> dict[str, bytes]:
    target = folder / "model" / "tables"
    target.mkdir(parents=True)
    (target / "demo.yaml").write_text(text.replace("CHECKSUM", RIGHT), encoding="utf-8")
    return emit_tables(folder)


def test_a_sound_source_is_emitted(tmp_path: Path) -> None:
    emitted = _emit(tmp_path, SOURCE)
    assert read_table(emitted["tables/demo.json"].decode()).row("b") == {"gas": "b", "factor": "2"}


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("name: demo", "name: other", "name other is not the file's"),
        ("zh: 示例", "zh: ''", "the title lacks a language"),
        ("key: [gas]", "key: [gass]", "key gass is no plain column"),
        ("type: decimal", "type: float", "unknown column type float"),
        ("source: own\n", "", "the table lacks source"),
        ("gas: b", "gas: a", r"demo.yaml:\d+ \(a\): the key occurs twice"),
        ('factor: "2"', 'factor: "2.0"', r"\(b\): factor: '2.0' is not a decimal"),
        ('factor: "2"', 'factor: ["2"]', "is not a decimal"),
        ("gas: b, ", "", "a row lacks gas"),
        ("gas: b, ", "gas: b, colour: red, ", "colour is no column"),
        ('factor: "2"', 'factor: "2.1"', "sum of factor is 3.1, not 3"),
        ("rows: 2", "rows: 3", "2 rows, not 3"),
        (', factor: "1"}', ', factor: "2"}\n  - {gas: c, factor: "-1"}', "3 rows, not 2"),
        ("checksum: CHECKSUM", "checksum: sha-256:00", f"if the change is meant: {RIGHT}"),
    ],
)
def test_a_fault_of_a_source_is_named_with_its_place(tmp_path: Path, before: str, after: str, reason: str) -> None:
    assert before in SOURCE
    with pytest.raises(SpecError, match=reason):
        _emit(tmp_path, SOURCE.replace(before, after, 1))


def test_a_changed_factor_does_not_pass_unseen(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "spec" / "model" / "tables", tmp_path / "model" / "tables")
    path = tmp_path / "model" / "tables" / "puro_table_6_1_2025.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('M: "90.2"', 'M: "90.3"'), encoding="utf-8")
    with pytest.raises(SpecError, match=r"sum of M is 3054\.12, not 3054\.02"):
        emit_tables(tmp_path)
