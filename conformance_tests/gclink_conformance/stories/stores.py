"""Other stores than soil: gas below ground with units, a sale and a pledge, carbon of the land with a loss, char in
boards that last; the books of the registry beside them.
"""

from __future__ import annotations

from gclink_conformance.bases import core, finance, link, removal, statements
from gclink_conformance.bases._make import Tree, cite, iri, money, period, quantity
from gclink_conformance.stories._gas import activity, allocation, chain, statement
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
        "supermarket": party("supermarket", "Supermarket", "超市", "retailer"),
        "verifier": party("verifier", "Verification body", "核查机构", "verifier"),
        "laboratory": party("laboratory", "Laboratory", "实验室", "laboratory"),
        "registry": party("registry", "Registry", "登记机构", "registry"),
    }


def _places() -> dict[str, Tree]:
    return {
        "orchard": core.documents()["site"],
        "litchi": core.documents()["product"],
        "branches": lot("branches", "20000"),
        "char": lot("char", "5000"),
        "pyrolysis": run("pyrolysis", "pyrolysis", [flow("char", "5")]),
    }


def _gas() -> dict[str, Tree]:
    """30 t of dry wood burnt with capture: the gas is injected, 30 units are issued on it, 2.5 t are sold by hand."""
    unit = removal.documents()["unit"]
    unit.update(serialStart=_SERIALS[0], serialEnd=_SERIALS[1], unitCount=_SERIALS[1] - _SERIALS[0] + 1)
    reserved = removal.documents()["allocation-reserved"]
    reserved.update(
        issuer=iri("parties/boiler"), owner=iri("parties/boiler"), tonnes="10",
        period=period("2026-08-10", "2027-08-09"),
    )  # fmt: skip
    sold = allocation(
        "sold-1", "boiler", "statements/bioccs", "sold", "2.5", ("2026-08-10", "2026-08-10"), "parties/supermarket"
    )
    return {**chain(), "unit": unit, "allocation-sold": sold, "allocation-reserved": reserved}


def _land() -> dict[str, Tree]:
    """The orchard holds 12 t of CO2 more than five years before, the char in it left out."""
    later = removal.documents()["stock"]
    earlier = {**later, "id": iri("stocks/2021"), "issuedAt": "2021-08-10T08:00:00Z", "measuredOn": "2021-08-02"}
    earlier.update(stock=quantity("605.227", "t"), biocharCarbon=quantity("0", "t"))
    standing = removal.documents()["storage-stocks"]
    standing["storedMass"] = quantity("3.273", "t")
    return {
        "activity-land": activity("land", "cooperative", "orchard", "land_biomass", "stock_difference"),
        "stock-earlier": earlier,
        "stock-later": later,
        "standing": standing,
        "statement-land": statement("land", "land"),
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
    boards = statements.statement("statements/boards", "d35", lines, {"processGas": "0.648"}, "0.1")
    boards["activity"] = iri("activities/boards")
    return {
        "activity-boards": activity(
            "boards", "cooperative", "orchard", "durable_product", "product_storage", monitoringEnd="2061-05-18"
        ),
        "batch": batch,
        "boards": event,
        "statement-boards": boards,
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
    days = pledge["period"]["start"], pledge["period"]["end"]
    pledged = allocation("pledged", "boiler", "statements/bioccs", "pledged", "3", days, "pledges/1")
    return {"programme": programme, "facility": facility, "allocation-pledged": pledged, "pledge": pledge}
