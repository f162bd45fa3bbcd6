"""An event that is declared an error: what was made of it before is revoked, and it is never converted by itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from gclink._text import Text
from gclink.bridges._known import Known
from gclink.bridges._lexical import instant_of
from gclink.bridges._work import Tree, Work, known_of
from gclink.bridges.epcis._event import Event

__all__ = ["told_error"]


def told_error(work: Work, event: Event, known: Known, corrected: Collection[str]) -> list[Tree]:
    """Report the declaration, and return the revocation of the documents that the event had given, where known.

    Without such a document, and without the correction in the same file (``corrected`` are the sound events of it),
    there is nothing to write, which is partial.
    """
    declared = event.error
    assert declared is not None
    given = _given(work, event, known)
    here = any(name in corrected for name in declared.corrections)
    names = ", ".join(declared.corrections)
    reason = declared.reason.text if declared.reason is not None else ""
    en = f"corrected by {names}" if names else f"no correction is named {reason}".strip()
    zh = f"由 {names} 更正" if names else f"没有指明更正事件 {reason}".strip()
    tell = work.find if given or here else work.partial
    tell("error_declaration_present", declared.path, en, zh, stated=reason or None)
    if event.path:
        work.lost(event.path, event.type, note=Text("declared an error, not converted", "已声明为错误，不予转换"))
    return [_revocation(work, event, tree) for tree in given]


def _given(work: Work, event: Event, known: Known) -> list[Mapping[str, Any]]:
    """Return the known documents that this event had given: its run, and the lots that name it alone."""
    name = event.transformation or event.event_id
    run = known.by_id(name.text, "ProcessRun") if name is not None else None
    found = [run] if run is not None else []
    if event.event_id is not None:
        found += [tree for tree in known_of(work.options, "Lot") if tree.get("events") == [event.event_id.text]]
    return found


def _revocation(work: Work, event: Event, tree: Mapping[str, Any]) -> Tree:
    declared = event.error
    assert declared is not None
    draft: Tree = {
        "type": "LifecycleEvent",
        "entity": tree["id"],
        "machine": "document",
        "fromState": "active",
        "toState": "revoked",
        "reason": "correction",
    }
    work.came("LifecycleEvent.toState", declared.path, "errorDeclaration", "revoked")
    instant = instant_of(declared.time.text) if declared.time is not None else None
    if instant is not None:
        draft["effectiveAt"] = f"{instant:%Y-%m-%dT%H:%M:%SZ}"
    return work.complete(draft, str(tree["id"]))
