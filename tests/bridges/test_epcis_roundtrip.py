"""Whatever a lot or run holds: everything the mapping calls exact comes back from events as it went."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from gclink._model import model
from gclink.bridges import ImportOptions
from gclink.bridges._contracts import contract_faults
from gclink.bridges._lexical import EXACT
from gclink.bridges.epcis import EPCIS_JSON, EPCIS_XML
from gclink.bridges.epcis._epc import digital_link
from gclink.canonical import canonical_decimal
from hypothesis import given, settings
from hypothesis import strategies as st
from interop_files import litchi

BASE = "https://example.org/gclink/"
KNOWN = tuple(tree for tree in litchi() if tree["type"] in ("Party", "ProductType", "Site"))
GTINS = {"06930000000134": f"{BASE}products/smoked", "06930000000127": f"{BASE}products/litchi"}
NUMBER = st.text(st.sampled_from("ABCabc0123456789-_./ %é"), min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and text not in (".", "..")
)
VALUE = st.decimals(min_value=Decimal("0.001"), max_value=10**9, places=3).map(canonical_decimal)
DAY = st.dates(min_value=date(2020, 1, 1), max_value=date(2029, 1, 1))
EVENT = st.uuids().map(lambda name: f"urn:uuid:{name}")
ENVELOPE = {
    "specVersion": "1.0.0",
    "issuer": f"{BASE}parties/cooperative",
    "issuedAt": "2026-06-14T08:00:00Z",
    "status": "active",
}
SITES = st.sampled_from([f"{BASE}sites/orchard", f"{BASE}sites/smokehouse"])


@st.composite
def lots(draw: st.DrawFn) -> dict[str, Any]:
    gtin, number = draw(st.sampled_from(sorted(GTINS))), draw(NUMBER)
    start, end = sorted((draw(DAY).isoformat(), draw(DAY).isoformat()))
    unit = draw(st.sampled_from(["kg", "t", "L", "{piece}"]))
    return {
        "type": "Lot",
        "id": digital_link(gtin, number),
        **ENVELOPE,
        "lotNumber": number,
        "product": GTINS[gtin],
        "quantity": {"type": "Quantity", "value": draw(VALUE), "unit": unit},
        "producedAt": draw(SITES),
        "period": {"type": "Period", "start": start, "end": end},
        "custodyModel": "mass_balance",
        "events": draw(st.lists(EVENT, min_size=1, max_size=3, unique=True)),
    }


def flow(lot: str, role: str, mass: str) -> dict[str, Any]:
    return {
        "type": "MaterialFlow",
        "lot": lot,
        "role": role,
        "mass": {"type": "Quantity", "value": mass, "unit": "t"},
    }


@st.composite
def trades(draw: st.DrawFn) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    made = draw(st.lists(lots(), min_size=2, max_size=5, unique_by=lambda lot: lot["id"]))
    events = [event for lot in made for event in lot["events"]]
    if len(set(events)) != len(events):
        made = made[:1] + [{**lot, "events": [f"urn:uuid:{index}"]} for index, lot in enumerate(made[1:])]
    used, others = made[:1], made[1:]
    day = draw(DAY).isoformat()
    run = {
        "type": "ProcessRun",
        "id": f"{BASE}runs/{draw(st.uuids())}",
        **ENVELOPE,
        "processType": draw(st.sampled_from(sorted(model().code_lists["processType"].codes))),
        "site": draw(SITES),
        "period": {"type": "Period", "start": day, "end": day},
        "inputs": [flow(lot["id"], "input", draw(VALUE)) for lot in used],
        "outputs": [flow(lot["id"], "main_product", draw(VALUE)) for lot in others],
        "allocationMethod": "none",
    }
    for lot in others:
        lot["producedFrom"] = [used[0]["id"]]
    return made, run


@settings(max_examples=40, deadline=None)
@given(trade=trades(), in_xml=st.booleans())
def test_every_exact_value_of_lots_and_runs_survives_events(
    trade: tuple[list[dict[str, Any]], dict[str, Any]], in_xml: bool
) -> None:
    made, run = trade
    bridge = EPCIS_XML if in_xml else EPCIS_JSON
    out = bridge.write([*made, run, *KNOWN], ImportOptions())
    assert out.content is not None
    if not in_xml:
        assert contract_faults("epcis", json.loads(out.content)) == []
    passed: dict[str, Any] = {
        "Lot": {"issuer": ENVELOPE["issuer"], "custodyModel": "mass_balance"},
        "ProcessRun": {"issuer": ENVELOPE["issuer"], "allocationMethod": "none"},
        "MaterialFlow": {"role": "main_product"},
    }
    report = bridge.read(out.content, ImportOptions(known=KNOWN, parameters=passed))
    back = {tree["id"]: tree for tree in report.documents}
    assert {lot["id"]: back.get(lot["id"]) for lot in made} == {lot["id"]: lot for lot in made}
    assert back[run["id"]] == run


@given(value=VALUE)
def test_a_mass_in_kilograms_is_a_thousandth_in_tonnes(value: str) -> None:
    event = {
        "type": "TransformationEvent",
        "eventTime": "2026-06-14T00:00:00Z",
        "eventTimeZoneOffset": "+00:00",
        "transformationID": f"{BASE}runs/1",
        "outputQuantityList": [{"epcClass": digital_link("06930000000134", "A"), "quantity": 0, "uom": "KGM"}],
        "@context": [],
    }
    raw = json.dumps(event).replace('"quantity": 0', f'"quantity": {value}').encode()
    report = EPCIS_JSON.read(raw, ImportOptions(known=KNOWN))
    run = next(tree for tree in report.fragments if tree["type"] == "ProcessRun")
    mass = Decimal(run["outputs"][0]["mass"]["value"])
    assert EXACT.multiply(mass, Decimal(1000)) == Decimal(value)
