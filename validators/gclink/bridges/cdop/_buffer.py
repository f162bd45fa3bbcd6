"""Buffer totals of a project: entries of an account only with the day and the cause that the caller gives."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Final

from gclink.bridges._carbon_units import Record
from gclink.bridges._json import Digits
from gclink.bridges._lexical import EXACT, plain, total
from gclink.bridges._numbers import bounded
from gclink.bridges._report import Relation
from gclink.bridges._work import Tree

__all__ = ["has_buffer", "import_buffer", "tell_risk"]

_KINDS: Final = {
    "buffer_pool_deposits": "deposit",
    "buffer_pool_release": "release",
    "buffer_pool_reversal_coverage": "reversal_cover",
}


def has_buffer(record: Record) -> bool:
    """Whether a file states buffer totals or a risk."""
    return isinstance(record.get("/project/buffer_pool"), list) or record.text("/project/project_risk") is not None


def tell_risk(record: Record) -> None:
    """Report JSON inside the text of a risk; it is not read."""
    text = record.text("/project/project_risk")
    if text is None:
        return
    record.lost("/project/project_risk", "project.project_risk")
    try:
        inner = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(inner, dict | list):
        record.work.find("risk_text_embedded_json", "/project/project_risk")


def import_buffer(record: Record) -> None:
    """Draft the account of each pool, and the reversal that its totals tell of."""
    pools = record.get("/project/buffer_pool")
    for index, _ in enumerate(pools if isinstance(pools, list) else []):
        base = f"/project/buffer_pool/{index}"
        _account(record, base)
        _reversal(record, base)
    if not pools:
        record.work.missing.append("BufferAccount.entries")


def _amount(record: Record, place: str) -> Decimal:
    value = record.get(place)
    found = bounded(value) if isinstance(value, Digits) else None
    return found if found is not None else Decimal(0)


def _account(record: Record, base: str) -> None:
    work = record.work
    entries: list[Tree] = []
    for name, kind in _KINDS.items():
        tonnes = _amount(record, f"{base}/{name}")
        stated = record.text(f"{base}/{name}")
        if stated is None:
            continue
        given = work.options.of("BufferEntry", kind)
        dated = {"bookedOn", "bookedFor"} <= given.keys()
        written = tonnes > 0 and dated
        relation = None if written else Relation.LOST
        work.came("BufferEntry.tonnes", f"{base}/{name}", stated, theirs="project.buffer_pool[]", relation=relation)
        if tonnes <= 0:
            continue
        signed = tonnes if kind == "deposit" else tonnes.copy_negate()
        draft: Tree = {
            "type": "BufferEntry",
            "position": len(entries) + 1,
            "entryKind": kind,
            "tonnes": plain(tonnes),
            "signedTonnes": plain(signed),
        }
        entries.append(work.complete(draft, kind))
    account: Tree = {"type": "BufferAccount"}
    if entries:
        account["entries"] = entries
        account["balance"] = plain(total(Decimal(entry["signedTonnes"]) for entry in entries))
    work.drafts.append(work.complete(account))


def _reversal(record: Record, base: str) -> None:
    """Draft a reversal where one is stated and the caller knows its statement; else list it."""
    work = record.work
    place = f"{base}/buffer_pool_reversal_non_coverage"
    covered, open_part = _amount(record, f"{base}/buffer_pool_reversal_coverage"), _amount(record, place)
    stated = record.text(place)
    lost = EXACT.add(covered, open_part)
    wanted = lost > 0 and bool(work.options.of("ReversalEvent"))
    if stated is not None:
        relation = None if wanted else Relation.LOST
        work.came("ReversalEvent.tonnes", place, stated, plain(lost), relation=relation)
    if wanted:
        draft: Tree = {"type": "ReversalEvent", "tonnes": plain(lost), "coveredTonnes": plain(covered)}
        work.drafts.append(work.complete(draft))
