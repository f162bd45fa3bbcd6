"""Carbon units as one unit description of CDOP 2: blocks of one vintage, kind and status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gclink.bridges._json import Digits, dump
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import FieldOutcome, LossReport, Relation
from gclink.bridges._text import one_text
from gclink.bridges._work import Work

__all__ = ["export_units"]

Tree = Mapping[str, Any]

_SHARED = ("vintage", "unitStatus", "registryKind", "statusReason", "beneficiary")


def export_units(documents: Sequence[Tree], options: ImportOptions) -> Exported:
    """Write the units; what the protocol asks for and they do not say comes from the caller under ``cdop``.

    ``cdop`` holds current_registry_project_id, owner_account_id, and the type of the programme.
    """
    work = Work(load_table("cdop"), options)
    units = [tree for tree in documents if tree.get("type") == "CarbonUnit"]
    alike = all(unit.get(name) == units[0].get(name) for unit in units for name in _SHARED)
    if not units or not alike:
        en = "a unit description holds blocks of one vintage, kind and status"
        work.refuse("out_of_scope", "", en, "单位描述只含同一年份、类别与状态的区间")
        return _exported(work, None)
    given = options.of("cdop")
    work.missing += [
        f"cdop.{name}"
        for name in ("current_registry_project_id", "owner_account_id", "type")
        if not isinstance(given.get(name), str)
    ]
    return _exported(work, _tree(work, units, given))


def _tree(work: Work, units: list[Tree], given: Mapping[str, Any]) -> dict[str, Any]:
    first = units[0]
    status = work.table.theirs_of("unitStatus", first["unitStatus"])
    if status not in ("Active", "Retired", "Cancelled"):
        shown = first["unitStatus"]
        work.partial("code_unknown", "", shown, shown, stated=shown)
    _went(work, "CarbonUnit.unitStatus", first["unitStatus"], status)
    entry: dict[str, Any] = {"status": status or "", "is_current": True}
    if "statusReason" in first:
        text, _ = one_text(first["statusReason"], work.options.language)
        entry["status_reason"] = text
        _went(work, "CarbonUnit.statusReason", text, text)
    _went(work, "CarbonUnit.vintage", first["vintage"], f"{first['vintage']}-01-01")
    _went(work, "CarbonUnit.registryKind", first["registryKind"], None, Relation.LOST)
    blocks = []
    for unit in units:
        blocks.append(
            {
                "quantity": _number(unit, "unitCount"),
                "block_start": _number(unit, "serialStart"),
                "block_end": _number(unit, "serialEnd"),
            }
        )
        for name in ("unitCount", "serialStart", "serialEnd"):
            _went(work, f"CarbonUnit.{name}", unit[name], unit[name])
        _lost(work, unit)
    return {
        "project": {"current_registry_project_id": given.get("current_registry_project_id", "")},
        "unit": {
            "descriptor": [{"metric": "tCO2e", "type": given.get("type", "")}],
            "owner_account_id": given.get("owner_account_id", ""),
            "status": [entry],
            "credit_block": blocks,
        },
        "vintage": {"vintage": f"{first['vintage']}-01-01"},
    }


def _number(unit: Tree, name: str) -> Digits:
    return Digits(unit[name])


def _went(work: Work, ours: str, value: object, written: object, relation: Relation | None = None) -> None:
    row = work.row(ours)
    chosen = relation or row.back or Relation.LOST
    shown = None if chosen is Relation.LOST or written is None else str(written)
    work.fields.append(FieldOutcome(chosen, row.theirs, ours, str(value), shown, row.note))


def _lost(work: Work, unit: Tree) -> None:
    told = {outcome.ours for outcome in work.fields}
    for name, value in unit.items():
        ours = f"CarbonUnit.{name}"
        if name not in ("type", "specVersion", "status") and ours not in told:
            shown = str(value) if isinstance(value, str | int) else ""
            work.fields.append(FieldOutcome(Relation.LOST, "", ours, shown, None, None))


def _exported(work: Work, tree: dict[str, Any] | None) -> Exported:
    item = work.item()
    content = dump(tree) if tree is not None and item.verdict.writes else None
    return Exported(LossReport("cdop", (item,), work.options.source), content, "application/json", ".json")
