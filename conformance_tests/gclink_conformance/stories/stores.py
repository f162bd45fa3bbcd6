"""Other stores than soil: gas below ground with units, a sale and a pledge, carbon of the land with a loss, char in
boards that last; the books of the registry beside them.
"""

from __future__ import annotations

from typing import Any

from gclink_conformance.bases import core, finance, link, removal, statements
from gclink_conformance.bases._make import Tree, cite, document, iri, money, period, quantity, text
from gclink_conformance.stories._parts import flow, lot, party, run

#: Serial numbers of the units on the statement of the gas.
_SERIALS = (1001, 1030)


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    return {**_parties(), **_places(), **_gas(), **_land(), **_boards(), **_books(), **_pledge()}


def _parties() -> dict[str, Tree]:
    return {
        "cooperative": core.documents()["party"],
        "bank": core.documents()["party-bank"],
        "boiler": party("boiler", "Wood-chip boiler with capture", "带捕集的木片锅炉", "processor", "storage_operator"),
        "supermarket": party("supermarket", "Supermarket", "超市", "retailer"),
        "verifier": party("verifier", "Verification body", "核查机构", "verifier"),
        "laboratory": party("laboratory", "Laboratory", "实验室", "laboratory"),
        "registry": party("registry", "Registry", "登记机构", "registry"),
    }


def _places() -> dict[str, Tree]:
    orchard = core.documents()["site"]
    reservoir = {**orchard, "id": iri("sites/reservoir"), "name": text("Reservoir below the hills", "山下储层")}
    reservoir.update(operator=iri("parties/boiler"), siteRoles=["geological_store", "plant"])
    for member in ("identifiers", "area", "soilTemperature", "soilType"):
        del reservoir[member]
    return {
        "orchard": orchard,
        "reservoir": reservoir,
        "litchi": core.documents()["product"],
        "prunings": lot("prunings", "40000", dryMatterFraction="0.75"),
        "branches": lot("branches", "20000"),
        "char": lot("char", "5000"),
        "dried": lot("dried", "2000"),
        "boiler-run": run("boiler", "combustion", [flow("dried", "2")], "boiler", "reservoir"),
        "pyrolysis": run("pyrolysis", "pyrolysis", [flow("char", "5")]),
    }


def _activity(name: str, operator: str, site: str, storage: str, method: str, **members: Any) -> Tree:
    tree = removal.documents()["activity"]
    tree.update(
        id=iri(f"activities/{name}"), issuer=iri(f"parties/{operator}"), operator=iri(f"parties/{operator}"),
        sites=[iri(f"sites/{site}")], storageType=storage, permanenceMethod=method, **members,
    )  # fmt: skip
    return tree


def _statement(base: str, activity: str) -> Tree:
    tree = statements.documents()[f"statement-{base}"]
    tree["activity"] = iri(f"activities/{activity}")
    return tree


def _gas() -> dict[str, Tree]:
    """30 t of dry wood burnt with capture: the gas is injected, 30 units are issued on it, 2.5 t are sold by hand."""
    sold = removal.documents()["allocation"]
    sold.update(
        id=iri("allocations/sold-1"), issuer=iri("parties/boiler"), source=cite("statements/bioccs"), mode="sold",
        target=iri("parties/supermarket"), tonnes="2.5", period=period("2026-08-10", "2026-08-10"),
        owner=iri("parties/boiler"),
    )  # fmt: skip
    unit = removal.documents()["unit"]
    unit.update(serialStart=_SERIALS[0], serialEnd=_SERIALS[1], unitCount=_SERIALS[1] - _SERIALS[0] + 1)
    reserved = removal.documents()["allocation-reserved"]
    reserved.update(
        issuer=iri("parties/boiler"), owner=iri("parties/boiler"), tonnes="10",
        period=period("2026-08-10", "2027-08-09"),
    )  # fmt: skip
    return {
        "activity-gas": _activity("bioccs", "boiler", "reservoir", "geological", "geological"),
        "capture": removal.documents()["capture"],
        "injection": removal.documents()["storage-injection"],
        "statement-gas": _statement("bioccs", "bioccs"),
        "verification-gas": _verification("gas", "statements/bioccs"),
        "unit": unit,
        "allocation-sold": sold,
        "allocation-reserved": reserved,
    }


def _land() -> dict[str, Tree]:
    """The orchard holds 12 t of CO2 more than five years before, the char in it left out."""
    later = removal.documents()["stock"]
    earlier = {**later, "id": iri("stocks/2021"), "issuedAt": "2021-08-10T08:00:00Z", "measuredOn": "2021-08-02"}
    earlier.update(stock=quantity("605.227", "t"), biocharCarbon=quantity("0", "t"))
    standing, statement = removal.documents()["storage-stocks"], _statement("land", "land")
    standing["storedMass"] = quantity("3.273", "t")
    return {
        "activity-land": _activity("land", "cooperative", "orchard", "land_biomass", "stock_difference"),
        "stock-earlier": earlier,
        "stock-later": later,
        "standing": standing,
        "statement-land": statement,
    }


def _boards() -> dict[str, Tree]:
    """5 t of char in boards that are watched for 35 years."""
    batch = removal.documents()["batch"]
    batch.update(activity=iri("activities/boards"), feeds=[{**batch["feeds"][0], "lot": iri("lots/branches")}])
    batch["feeds"][0].update(dryMass=quantity("20", "t"), share="1")
    event = removal.documents()["storage"]
    event.update(id=iri("storage/boards"), activity=iri("activities/boards"), storageUse="product")
    for member in ("appliedArea", "priorApplication"):
        del event[member]
    lines = [statements.line("storage/boards", "8", statements.basis("product_storage", "none", 50, "0.6"))]
    statement = statements.statement("statements/boards", "d35", lines, {"processGas": "0.648"}, "0.1")
    statement["activity"] = iri("activities/boards")
    return {
        "activity-boards": _activity(
            "boards", "cooperative", "orchard", "durable_product", "product_storage", monitoringEnd="2061-05-18"
        ),
        "batch": batch,
        "boards": event,
        "statement-boards": statement,
    }


def _books() -> dict[str, Tree]:
    """A storm takes 1.5 t of the land, which the buffer makes good; a burnt board is made good by gas below ground."""
    storm, fire = removal.documents()["reversal"], removal.documents()["reversal"]
    storm.update(statement=cite("statements/land"), tonnes="1.5", coveredTonnes="1.5", coveredBy=[iri("buffers/d5")])
    fire.update(
        id=iri("reversals/2"), statement=cite("statements/boards"), tonnes="0.2", cause="avoidable",
        coveredTonnes="0.2", coveredBy=[iri("units/1")],
    )  # fmt: skip
    buffer = removal.documents()["buffer"]
    deposit, _, cover, _ = buffer["entries"]
    deposit.update(tonnes="2.079", signedTonnes="2.079", bookedFor=iri("statements/land"))
    cover.update(tonnes="1.5", signedTonnes="-1.5", position=2)
    buffer.update(id=iri("buffers/d5"), durabilityClass="d5", entries=[deposit, cover], balance="0.579")
    return {"storm": storm, "fire": fire, "buffer": buffer}


def _pledge() -> dict[str, Tree]:
    """3 t of the gas stand behind the loan of the boiler until the pledge is released or ends."""
    bases = {**finance.documents(), **link.documents()}
    programme, facility, pledge = bases["programme"], bases["facility"], bases["pledge"]
    for tree, member in ((programme, "platform"), (facility, "sustainabilityTerms")):
        del tree[member]
    facility["lenders"] = [{**facility["lenders"][0], "share": "1"}]
    facility.update(borrower=iri("parties/boiler"), subLimits=facility["subLimits"][:1])
    pledge.update(
        statement=cite("statements/bioccs"), tonnes="3", pledgor=iri("parties/boiler"), collateralValue=money("960")
    )
    allocation = removal.documents()["allocation"]
    allocation.update(
        id=iri("allocations/pledged"), issuer=iri("parties/boiler"), source=cite("statements/bioccs"), mode="pledged",
        target=pledge["id"], tonnes="3", period=pledge["period"], owner=iri("parties/boiler"),
    )  # fmt: skip
    return {"programme": programme, "facility": facility, "allocation-pledged": allocation, "pledge": pledge}


def _verification(name: str, subject: str) -> Tree:
    return document(
        "VerificationStatement", f"verifications/{name}", "parties/verifier", "2026-08-10", subjects=[cite(subject)],
        verifier=iri("parties/verifier"), accreditation="EX-ACC 117", standard="iso_14064_3", level="reasonable",
        opinion="unmodified", materiality="5", completedOn="2026-08-09", validity=period("2026-08-10", "2029-08-10"),
        scopeText=text("Injection and meter", "注入与计量"),
    )  # fmt: skip
