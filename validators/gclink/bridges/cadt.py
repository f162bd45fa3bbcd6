"""Units of the Climate Action Data Trust: records as its interface gives them, one carbon unit each, both ways."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from gclink._text import Text
from gclink.bridges._carbon_units import Record, allocation
from gclink.bridges._json import ABSENT, Digits, dump, parse
from gclink.bridges._lexical import instant_of, plain
from gclink.bridges._mapping import load_table
from gclink.bridges._registry import Exported, ImportOptions
from gclink.bridges._report import Consequence, FieldOutcome, Finding, Item, LossReport, Relation
from gclink.bridges._text import one_text
from gclink.bridges._work import Tree, Work

__all__ = ["CADT"]

_CODES: Final = (
    ("unitStatus", "CarbonUnit.unitStatus", "unitStatus"),
    ("unitType", "CarbonUnit.registryKind", "unitType"),
    ("correspondingAdjustmentDeclaration", "CarbonUnit.correspondingAdjustment", "declaration"),
    ("correspondingAdjustmentStatus", "CarbonUnit.caStatus", "adjustmentStatus"),
)


class _Cadt:
    """Unit records of the trust."""

    name = "cadt"
    media = ("application/json",)

    @property
    def title(self) -> Text:
        """What a person calls it."""
        return load_table("cadt").title

    def detect(self, raw: bytes) -> bool:
        """Whether the members that only these records have stand in a JSON text."""
        return all(mark in raw for mark in (b'"unitStatus"', b'"vintageYear"', b'"unitRegistryLink"'))

    def read(self, raw: bytes, options: ImportOptions) -> LossReport:
        """Convert the records of a file, one item each."""
        tree = parse(raw, options.source, options.limits)
        listed, base = _records(tree)
        if not listed:
            found = Finding.of("vacuous_content", "/", consequence=Consequence.REFUSE)
            return LossReport(self.name, (Item("", (found,), ()),), options.source)
        works = [_unit(tree, f"{base}/{index}" if base is not None else "", options) for index in range(len(listed))]
        _check_statements(works)
        items = tuple(
            work.item(key=_key(record), content=hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest())
            for work, record in zip(works, listed, strict=True)
        )
        return LossReport(self.name, items, options.source)

    def write(self, documents: Sequence[Mapping[str, Any]], options: ImportOptions) -> Exported:
        """Write the carbon units among the documents as records."""
        work = Work(load_table("cadt"), options)
        units = [tree for tree in documents if tree.get("type") == "CarbonUnit"]
        if not units:
            work.refuse("out_of_scope", "", "no CarbonUnit", "没有碳单位")
        records = [_record(work, unit, options) for unit in units]
        item = work.item()
        content = dump(records) if item.verdict.writes else None
        return Exported(LossReport(self.name, (item,), options.source), content, "application/json", ".json")


def _records(tree: Any) -> tuple[list[Any], str | None]:
    """Return the records and the pointer of their array, None for one record by itself."""
    if isinstance(tree, list):
        return tree, ""
    if isinstance(tree, dict) and isinstance(tree.get("data"), list):
        return tree["data"], "/data"
    return ([tree], None) if isinstance(tree, dict) else ([], None)


def _key(record: Any) -> str | None:
    name = record.get("warehouseUnitId") if isinstance(record, dict) else None
    return name if isinstance(name, str) else None


def _unit(tree: Any, base: str, options: ImportOptions) -> Work:
    work = Work(load_table("cadt"), options, base or "/")
    record = Record(work, tree)
    draft: Tree = {"type": "CarbonUnit"}
    if record.get(f"{base}/unitBlockStart") is ABSENT or record.get(f"{base}/unitBlockEnd") is ABSENT:
        work.partial("serial_missing", base or "/")
    draft |= record.block(f"{base}/unitBlockStart", f"{base}/unitBlockEnd", f"{base}/unitCount")
    record.lost(f"{base}/serialNumberBlock", "serialNumberBlock")
    year = record.whole(f"{base}/vintageYear", "CarbonUnit.vintage")
    if year is not None:
        draft["vintage"] = year
    for name, ours, codes in _CODES:
        code = record.code(f"{base}/{name}", ours, codes)
        if code is not None:
            draft[ours.partition(".")[2]] = code
    country = record.country(f"{base}/country")
    if country is not None:
        draft["hostCountry"] = country
    reason = record.text(f"{base}/unitStatusReason")
    if reason is not None:
        draft["statusReason"] = {options.language: reason}
        work.came("CarbonUnit.statusReason", f"{base}/unitStatusReason", reason)
    _listed(record, base)
    _tell_dates(record, base)
    statement = options.of("CarbonUnit", record.text(f"{base}/issuanceId")).get("statement")
    if isinstance(statement, Mapping):
        draft["statement"] = statement
    identity = f"{draft.get('serialStart')}-{draft.get('serialEnd')}"
    made = work.complete(draft, identity)
    work.drafts.append(made)
    if not work.missing:
        allocation(work, made)
    record.sweep(base)
    return work


def _listed(record: Record, base: str) -> None:
    """List what is a name of somebody or belongs to another document."""
    for name, ours in (
        ("unitRegistryLink", "CarbonUnit.registry"),
        ("unitOwner", "RemovalAllocation.owner"),
        ("issuanceId", "CarbonUnit.statement"),
    ):
        stated = record.text(f"{base}/{name}")
        if stated is not None:
            record.work.came(ours, f"{base}/{name}", stated, relation=Relation.LOST)
    record.lost(f"{base}/countryJurisdictionOfOwner", "countryJurisdictionOfOwner")
    labels = record.get(f"{base}/labels")
    for index, _ in enumerate(labels if isinstance(labels, list) else []):
        record.lost(f"{base}/labels/{index}/label", "labels")


def _tell_dates(record: Record, base: str) -> None:
    """Tell once that the dates of a record are written with a blank; none of them is the issue of the unit."""
    for name in ("timeStaged", "createdAt", "updatedAt"):
        stated = record.text(f"{base}/{name}")
        found = instant_of(stated) if stated is not None and " " in stated else None
        if found is not None:
            written = f"{found:%Y-%m-%dT%H:%M:%SZ}"
            record.work.find(
                "lexical_canonicalised", f"{base}/{name}", written, written, stated=stated, computed=written
            )
            return


def _check_statements(works: list[Work]) -> None:
    """The units of one statement are at most what it makes issuable."""
    counts: dict[str, list[int]] = defaultdict(list)
    for work in works:
        for draft in work.drafts:
            target = draft.get("statement", {}).get("target")
            if target is not None and "unitCount" in draft:
                counts[target].append(draft["unitCount"])
    for target, numbers in counts.items():
        known = next((t for t in works[0].options.known if t.get("id") == target), None)
        issuable = Decimal(known["issuable"]) if known is not None and "issuable" in known else None
        if issuable is not None and sum(numbers) > issuable:
            arithmetic = f"{' + '.join(map(str, numbers))} = {sum(numbers)} > {plain(issuable)}"
            works[-1].violated(works[-1].path, arithmetic, sum(numbers), plain(issuable))


def _record(work: Work, unit: Mapping[str, Any], options: ImportOptions) -> dict[str, Any]:
    given = options.of("cadt")
    record: dict[str, Any] = {
        "unitBlockStart": str(unit["serialStart"]),
        "unitBlockEnd": str(unit["serialEnd"]),
        "unitCount": Digits(unit["unitCount"]),
        "vintageYear": Digits(unit["vintage"]),
        "unitRegistryLink": given.get("unitRegistryLink", unit["registry"]),
    }
    for name in ("serialStart", "serialEnd", "unitCount", "vintage"):
        _went(work, f"CarbonUnit.{name}", unit[name], unit[name])
    _went(work, "CarbonUnit.registry", unit["registry"], record["unitRegistryLink"])
    for name, ours, codes in _CODES:
        value = unit[ours.partition(".")[2]]
        record[name] = work.table.theirs_of(codes, value)
        _went(work, ours, value, record[name])
    if "statusReason" in unit:
        record["unitStatusReason"], _ = one_text(unit["statusReason"], options.language)
        _went(work, "CarbonUnit.statusReason", record["unitStatusReason"], record["unitStatusReason"])
    jurisdiction = given.get("countryJurisdictionOfOwner")
    if isinstance(jurisdiction, str):
        record["countryJurisdictionOfOwner"] = jurisdiction
    else:
        work.missing.append("cadt.countryJurisdictionOfOwner")
    if isinstance(given.get("unitOwner"), str):
        record["unitOwner"] = given["unitOwner"]
    told = {outcome.ours for outcome in work.fields}
    for name, value in unit.items():
        if name not in ("type", "specVersion", "status") and f"CarbonUnit.{name}" not in told:
            shown = str(value) if isinstance(value, str | int) else ""
            work.fields.append(FieldOutcome(Relation.LOST, "", f"CarbonUnit.{name}", shown, None, None))
    return record


def _went(work: Work, ours: str, value: object, written: object) -> None:
    row = work.row(ours)
    work.fields.append(FieldOutcome(row.back or Relation.LOST, row.theirs, ours, str(value), str(written), row.note))


CADT = _Cadt()
