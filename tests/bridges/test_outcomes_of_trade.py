"""What becomes of every value of the examples, on the way in and out, is as listed; run this file to list it anew."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from gclink.bridges import ImportOptions, LossReport, bridge, export_documents
from interop_files import ROOT, litchi
from test_any_shape_of_trade import IN_JSON, IN_XML, PARAMETERS, encoded
from test_iso20022 import funded

LISTED = Path(__file__).with_name("outcomes_of_trade.yaml")
TRADE = ROOT / "examples/bridges/trade"
OF_TRADE: dict[str, Any] = yaml.safe_load((TRADE / "parameters.yaml").read_text(encoding="utf-8"))


def told(report: LossReport) -> list[str]:
    """Return every kind of outcome once: the relation, the member, and the place without numbers."""
    found = set()
    for outcome in report.fields:
        place = re.sub(r"\[\d+\]|/\d+(?=/|$)", "", outcome.theirs).removesuffix("/_")
        written = "" if outcome.written is None else " *" if outcome.caller else " ="
        found.add(f"{outcome.relation.value} {outcome.ours or '-'}{written} {place}".rstrip())
    return sorted(found)


def _into(name: str, raw: bytes, passed: dict[str, Any]) -> LossReport:
    known = [tree for tree in litchi() if name != "ubl" or tree["type"] != "Receivable"]
    return bridge(name).read(raw, ImportOptions(parameters=passed, known=tuple(known), language="en"))


def _out(name: str) -> LossReport:
    documents = funded() if name == "iso20022-tsin.002" else litchi()
    if name in ("cadt", "cdop"):
        documents = [json.loads((ROOT / "conformance_tests/bases/unit.json").read_text(encoding="utf-8"))]
    return export_documents(documents, ImportOptions(parameters=OF_TRADE, language="en"), name).report


def reports() -> dict[str, Callable[[], LossReport]]:
    found: dict[str, Callable[[], LossReport]] = {}
    for kind, (name, raw) in IN_XML.items():
        found[f"import {kind}"] = lambda name=name, raw=raw: _into(name, raw, PARAMETERS)
    for kind in ("units", "buffer", "batches", "records"):
        found[f"import {kind}"] = lambda kind=kind: _into(IN_JSON[kind][0], encoded(IN_JSON[kind][1]), PARAMETERS)
    events = (TRADE / "events.jsonld").read_bytes()
    found["import events of the trade"] = lambda: _into("epcis-json", events, OF_TRADE)
    for name in ("ubl", "epcis-json", "iso20022-tsin.001", "iso20022-tsin.002", "iso20022-tsin.006", "cadt", "cdop"):
        found[f"export {name}"] = lambda name=name: _out(name)
    return found


@pytest.mark.parametrize("name", reports())
def test_every_outcome_of_an_example_is_as_listed(name: str) -> None:
    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    assert told(reports()[name]()) == listed[name]


def test_the_list_has_every_example_and_no_other() -> None:
    assert sorted(yaml.safe_load(LISTED.read_text(encoding="utf-8"))) == sorted(reports())


if __name__ == "__main__":
    tree = {name: told(report()) for name, report in reports().items()}
    LISTED.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")
