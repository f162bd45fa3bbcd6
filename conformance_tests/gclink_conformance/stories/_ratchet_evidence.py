"""What the ratchet of the story rests on: lots, their passports, who verified them, and what was observed from them."""

from __future__ import annotations

from decimal import Decimal

from gclink_conformance.bases import core, passport, terms
from gclink_conformance.bases._make import Tree, cite, dec, iri, period, quantity, run
from gclink_conformance.bases.passport import components
from gclink_conformance.stories._lending import goods
from gclink_conformance.stories._parts import party

#: Day of observation, first and last day of the evidence, and lots with kilograms and kg CO2e per kg of each round.
ROUNDS: tuple[tuple[str, str, str, tuple[tuple[str, str, str], ...]], ...] = (
    ("2026-06-15", "2026-01-01", "2026-06-30", (("C-1", "5000", "0.56"), ("C-2", "2500", "0.62"))),
    ("2026-07-15", "2026-02-01", "2026-07-31", (("D", "4000", "0.53"),)),
    ("2026-08-20", "2026-03-01", "2026-08-31", (("E", "3000", "0.63"),)),
)
#: The indicators; without inset removals both have one value.
KPIS = {"intensity": "emissions_excluding_removals", "net": "emissions_net_of_inset_removals"}


def documents() -> dict[str, Tree]:
    """Return the documents by name."""
    found = goods(("C-1", "5000"), ("C-2", "2500"), ("D", "4000"), ("E", "3000"))
    for name, start, end in (("D", "2026-07-01", "2026-07-08"), ("E", "2026-08-01", "2026-08-10")):
        found[f"lot-{name}"].update(issuedAt=f"{end}T08:00:00Z", period=period(start, end))
    found["verifier"] = party("verifier", "Verification body", "核查机构", "verifier")
    before = "2026-06-15"
    for number, (day, first, last, lots) in enumerate(ROUNDS, 1):
        for name, kilograms, value in lots:
            found[f"passport-{name}"] = _passport(name, kilograms, value, day, period(first, last))
        found[f"verification-{number}"] = _verification(number, day, [name for name, _, _ in lots])
        start = first if number == 1 else before
        for key in KPIS:
            found[f"observation-{key}-{number}"] = _observation(key, number, period(start, day))
        before = day
    return found


def value(number: int) -> str:
    """Return the observed value of a round: the mean by quantity, to four digits."""
    inputs = [{"quantity": kilograms, "value": each} for _, kilograms, each in ROUNDS[number - 1][3]]
    found = run("aggregate_observation", {"aggregation": "quantity_weighted_mean", "decimals": 4, "inputs": inputs})
    return dec(found["value"])


def _passport(lot: str, kilograms: str, gross: str, day: str, when: Tree) -> Tree:
    """Return a forecast passport of a lot: half of its emissions from inputs and diesel, the rest from the field."""
    tree = passport.gate()
    for name in ("gasInventories", "uncertainty", "processRuns"):
        del tree[name]
    uptake, fossil, diesel = tree["components"]["biogenicUptake"], "0.3", "0.1"
    field = dec(Decimal(gross) - Decimal(fossil))
    whole = components(fossilGhg=fossil, biogenicNonCO2=field, biogenicUptake=uptake, landManagementFossil=diesel)
    grown = components(fossilGhg=diesel, biogenicNonCO2=field, biogenicUptake=uptake, landManagementFossil=diesel)
    made = components(fossilGhg=dec(Decimal(fossil) - Decimal(diesel)))
    tree.update(
        id=iri(f"passports/{lot}"), issuedAt=f"{day}T06:00:00Z", passportKind="prospective", period=when,
        subjectLot=iri(f"lots/{lot}"), coveredQuantity=quantity(kilograms, "kg"), components=whole,
        validity=period(when["end"], "2029-06-30"), grossEmissions=gross, totalExclUptake=gross,
        totalInclUptake=dec(Decimal(gross) + Decimal(uptake)),
        stages=[
            {"type": "StageFootprint", "stage": stage, "components": parts}
            for stage, parts in (("raw_materials", made), ("cultivation", grown))
        ],
    )  # fmt: skip
    return tree


def _verification(number: int, day: str, lots: list[str]) -> Tree:
    tree = core.documents()["verification"]
    tree.update(
        id=iri(f"verifications/{number}"), issuedAt=f"{day}T07:00:00Z", completedOn=day, level="limited",
        subjects=[cite(f"passports/{lot}") for lot in lots], validity=period(day, "2028-12-31"),
    )  # fmt: skip
    return tree


def _observation(key: str, number: int, when: Tree) -> Tree:
    day, _, _, lots = ROUNDS[number - 1]
    tree = terms.documents()["observation"]
    tree.update(
        id=iri(f"observations/{key}-{number}"), issuedAt=f"{day}T08:00:00Z", terms=cite("terms/stock"), kpiKey=key,
        value=value(number), observationDate=day, period=when, verification=cite(f"verifications/{number}"),
        state="verified",
        observationInputs=[
            {
                "type": "ObservationInput", "evidence": cite(f"passports/{lot}"), "lot": iri(f"lots/{lot}"),
                "quantity": quantity(kilograms, "kg"), "value": each,
            }
            for lot, kilograms, each in lots
        ],
    )  # fmt: skip
    return tree
