"""Bases of module link: the goods line tied to its passport, and tonnes given as security."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases._make import Tree, cite, dec, document, iri, money, period, quantity, run


def documents() -> dict[str, Tree]:
    """Return the bases of the module by name."""
    return {"link": _link(), "pledge": _pledge()}


def _link() -> Tree:
    covered, intensity = Decimal(4000), Decimal("0.575")
    return document(
        "CarbonLink",
        "links/B",
        "parties/bank",
        "2026-06-24",
        asset=cite("receivables/LZ-0001"),
        lineNumber="2",
        lot=iri("lots/smoked-B"),
        transactionReference=cite("transactions/1"),
        purposes=["kpi", "information"],
        coveredQuantity=quantity(dec(covered), "kg"),
        passport=cite("passports/smoked-B"),
        extract={
            "type": "PassportExtract",
            "declaredUnitText": "kg",
            "intensity": dec(intensity),
            "insetPerUnit": "-0.0412",
            "referencePeriod": period("2026-01-01", "2026-06-30"),
            "validUntil": "2029-06-30",
            "gwpSet": "AR6",
            "boundary": "cradle_to_gate",
        },
        coveredEmissions=quantity(dec(covered * intensity), "kg"),
        label=cite("labels/t1"),
        eligibility=iri("eligibility/cn"),
        verification=cite("verifications/smoked-B"),
        checkedAt="2026-06-24T06:00:00Z",
        state="active",
    )


def _pledge() -> Tree:
    """Six tonnes at 400 CNY with a haircut of a fifth."""
    value = run(
        "removal_collateral_value", {"quantity_t": "6", "unitValue": "400", "currency": "CNY", "haircut": "0.2"}
    )
    return document(
        "RemovalPledge",
        "pledges/1",
        "parties/bank",
        "2026-08-15",
        allocation=iri("allocations/pledged"),
        statement=cite("statements/biochar"),
        tonnes="6",
        pledgor=iri("parties/cooperative"),
        pledgee=iri("parties/bank"),
        secures=iri("facilities/1"),
        pledgePurpose="collateral",
        period=period("2026-08-15", "2027-08-14"),
        registration={
            "type": "LegalRegistration",
            "registrySystem": "https://registry.example.org",
            "number": "R-77",
            "registeredAt": "2026-08-15T09:30:00Z",
        },
        haircut="0.2",
        unitValue=money("400"),
        collateralValue=money(str(value["collateralValue"])),
        state="active",
    )
