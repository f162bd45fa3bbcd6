"""The blocks of a unit description as carbon units, and the batches that were issued."""

from __future__ import annotations

from decimal import Decimal

from gclink._text import Text
from gclink.bridges._carbon_units import Record, allocation
from gclink.bridges._json import Digits
from gclink.bridges._lexical import plain, total
from gclink.bridges._numbers import bounded
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree

__all__ = ["import_units", "is_unit", "read_batches"]

_MEMBERS = frozenset({"descriptor", "credit_block", "status", "reference", "retirement", "owner_account_id"})


def is_unit(record: Record) -> bool:
    """Whether a file describes units, at the right level or not; a price of units is no description."""
    unit = record.get("/unit")
    places = record.work.table.settings["places"]
    return isinstance(unit, dict) and bool(unit.keys() & (_MEMBERS | places.keys()))


def import_units(record: Record) -> None:
    """Draft one carbon unit for each block."""
    work = record.work
    misplaced = _tell_misplaced(record)
    common = _common(record)
    blocks = record.get("/unit/credit_block")
    if not isinstance(blocks, list) or not blocks:
        if not {"block_start", "block_end"} & misplaced:
            work.partial("serial_missing", "/unit")
        work.drafts.append(work.complete(common))
        return
    for index in range(len(blocks)):
        base = f"/unit/credit_block/{index}"
        draft = {**common, **record.block(f"{base}/block_start", f"{base}/block_end", f"{base}/quantity")}
        name = f"{draft.get('serialStart')}-{draft.get('serialEnd')}"
        made = work.complete(draft, name)
        work.drafts.append(made)
        if not work.missing:
            allocation(work, made)


def _tell_misplaced(record: Record) -> set[str]:
    """Report fields that stand directly below ``unit``; their values are not used."""
    unit = record.get("/unit")
    places = record.work.table.settings["places"]
    found = {name for name in places if isinstance(unit, dict) and name in unit}
    for name in sorted(found):
        stated = record.text(f"/unit/{name}")
        en, zh = f"belongs below {places[name]}", f"应位于 {places[name]} 之下"
        record.work.find("attribute_misplaced", f"/unit/{name}", en, zh, stated=stated)
    return found


def _common(record: Record) -> Tree:
    """Return what all blocks of a description share."""
    work = record.work
    draft: Tree = {"type": "CarbonUnit"}
    metric = record.text("/unit/descriptor/0/metric")
    if metric is not None:
        if metric != "tCO2e":
            work.refuse("unit_not_convertible", "/unit/descriptor/0/metric", metric, metric, stated=metric)
        record.lost("/unit/descriptor/0/metric", "unit.descriptor[].metric")
    _kind(record)
    status = _status(record, draft)
    vintage = record.text("/vintage/vintage")
    if vintage is not None and vintage[:4].isdigit():
        draft["vintage"] = int(vintage[:4])
        work.came("CarbonUnit.vintage", "/vintage/vintage", vintage, vintage[:4])
    registry = record.text("/registry/current_project_issuance_registry")
    if registry is not None:
        work.came(
            "CarbonUnit.registry", "/registry/current_project_issuance_registry", registry, relation=Relation.LOST
        )
    record.lost("/project/current_registry_project_id", "project.current_registry_project_id")
    _country(record, draft)
    _retirement(record, draft, status)
    for index, _ in enumerate(_list(record, "/unit/reference")):
        record.lost(f"/unit/reference/{index}/serial_number", "unit.reference[].serial_number")
        record.lost(f"/unit/reference/{index}/source_serial_number", "unit.reference[].source_serial_number")
    owner = record.text("/unit/owner_account_id")
    if owner is not None:
        note = Text("private, not written", "属私密信息，不写出")
        work.came("RemovalAllocation.owner", "/unit/owner_account_id", owner, relation=Relation.LOST, note=note)
    return draft


def _list(record: Record, pointer: str) -> list[object]:
    value = record.get(pointer)
    return value if isinstance(value, list) else []


def _kind(record: Record) -> None:
    """Tell that the code of a programme does not say what kind of unit this is."""
    stated = record.text("/unit/descriptor/0/type")
    if stated is None:
        return
    tell = record.work.find if record.given("CarbonUnit.registryKind") else record.work.partial
    tell("code_unknown", "/unit/descriptor/0/type", stated, stated, stated=stated)
    record.work.came("CarbonUnit.registryKind", "/unit/descriptor/0/type", stated, relation=Relation.LOST)


def _status(record: Record, draft: Tree) -> str | None:
    """Take the one current status; return its pointer."""
    entries = _list(record, "/unit/status")
    current = [
        index for index, entry in enumerate(entries) if isinstance(entry, dict) and entry.get("is_current") is True
    ]
    if len(current) != 1:
        found = f"{len(current)} current"
        record.work.partial("unit_status_without_current_flag", "/unit/status", found, f"{len(current)} 个当前状态")
        return None
    base = f"/unit/status/{current[0]}"
    code = record.code(f"{base}/status", "CarbonUnit.unitStatus", "unitStatus")
    if code is not None:
        draft["unitStatus"] = code
    return base


def _country(record: Record, draft: Tree) -> None:
    places = [f"/project/location/{index}/country_code" for index, _ in enumerate(_list(record, "/project/location"))]
    stated = {record.text(place) for place in places} - {None}
    if len(stated) > 1:
        listed = ", ".join(sorted(str(code) for code in stated))
        record.work.find("geography_multiple", "/project/location", listed, listed, stated=listed)
    elif places:
        code = record.country(places[0])
        if code is not None:
            draft["hostCountry"] = code


def _retirement(record: Record, draft: Tree, status: str | None) -> None:
    work = record.work
    reasons = [f"{status}/status_reason"] if status is not None else []
    reasons += [
        f"/unit/retirement/{index}/retirement_detail" for index, _ in enumerate(_list(record, "/unit/retirement"))
    ]
    for place in reasons:
        stated = record.text(place)
        if stated is not None and "statusReason" not in draft:
            draft["statusReason"] = {work.options.language: stated}
            work.came("CarbonUnit.statusReason", place, stated)
    for index, _ in enumerate(_list(record, "/unit/retirement")):
        place = f"/unit/retirement/{index}/retirement_beneficiary"
        name = record.text(place)
        if name is not None:
            note = Text("a name; the caller names the party", "名称；由调用者指明主体")
            work.came("CarbonUnit.beneficiary", place, name, relation=Relation.LOST, note=note)


# Batches


def read_batches(record: Record) -> None:
    """Check the running sum of the issued batches; a batch has no serials, so no unit comes of it."""
    entries = _list(record, "/issuance/issuance")
    running: list[Decimal] = []
    for index, _ in enumerate(entries):
        base = f"/issuance/issuance/{index}"
        issued, cumulative = record.get(f"{base}/batch_issued_volume"), record.get(f"{base}/cumulative_issued_volume")
        record.lost(f"{base}/batch_issued_volume", "issuance.issuance[].batch_issued_volume")
        volume = bounded(issued) if isinstance(issued, Digits) else None
        stated = bounded(cumulative) if isinstance(cumulative, Digits) else None
        if volume is None:
            continue
        running.append(volume)
        together = total(running)
        if stated is not None and stated != together:
            shown = f"{' + '.join(plain(value) for value in running)} = {plain(together)}"
            record.work.violated(f"{base}/cumulative_issued_volume", shown, plain(stated), plain(together))
    if not is_unit(record):
        record.work.partial("serial_missing", "/issuance/issuance", "batches without serial numbers", "批次没有序列号")
