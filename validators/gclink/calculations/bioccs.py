"""Removal by capture of biogenic CO2 and geological storage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import fraction, not_negatives
from gclink.calculations._numbers import CO2_PER_C, half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.buffer import issue


@dataclass(frozen=True, slots=True)
class Capture:
    """CO2 on its way from the wood to the store, unrounded."""

    biogenic: Fraction
    captured: Fraction
    stored: Fraction


def capture(
    dry_wood: Decimal, carbon_fraction: Decimal, biogenic_fraction: Decimal, capture_rate: Decimal, loss: Decimal
) -> Capture:
    """Return biogenic, captured and stored CO2; the fossil part of a mixed feed never counts (GCL-REM-042)."""
    not_negatives(dryWood_t=dry_wood)
    for member, value in (
        ("carbonFraction", carbon_fraction),
        ("biogenicFraction", biogenic_fraction),
        ("captureRate", capture_rate),
        ("lossFraction", loss),
    ):
        fraction(member, value)
    biogenic = ratio(dry_wood) * ratio(carbon_fraction) * CO2_PER_C * ratio(biogenic_fraction)
    captured = biogenic * ratio(capture_rate)
    return Capture(biogenic, captured, captured * (1 - ratio(loss)))


@calculation(
    en="Net removal by BioCCS",
    zh="BioCCS 净清除量",
    formula="biogenicCO2_t = dryWood_t * carbonFraction * 44/12 * biogenicFraction; captured_t = biogenicCO2_t * "
    "captureRate; storedCO2_t = captured_t * (1 - lossFraction); net_t = storedCO2_t - energy_t - supply_t - "
    "leakage_t - "
    "baseline_t; bufferDeposit_t = bufferRate * net_t; issuable_t = net_t - bufferDeposit_t",
    source=("GCL-REM-001", "GCL-REM-042", "GCL-REM-049", "GCL-REM-050"),
    results=("biogenicCO2_t", "captured_t", "storedCO2_t", "net_t", "bufferDeposit_t", "issuable_t", "violations"),
)
def bioccs_net_removal(
    *,
    dry_wood_t: Decimal,
    carbon_fraction: Decimal,
    capture_rate: Decimal,
    loss_fraction: Decimal = Decimal(0),
    energy_t: Decimal = Decimal(0),
    supply_t: Decimal = Decimal(0),
    leakage_t: Decimal = Decimal(0),
    baseline_t: Decimal = Decimal(0),
    biogenic_fraction: Decimal = Decimal(1),
    buffer_rate: Decimal | None = None,
) -> Result:
    """Give the net and the usable removal of a capture plant in positive t CO2e.

    Without ``bufferRate`` nothing is deposited. A net of zero or less issues nothing and breaks GCL-REM-002.
    """
    not_negatives(energy_t=energy_t, supply_t=supply_t, leakage_t=leakage_t, baseline_t=baseline_t)
    flow = capture(dry_wood_t, carbon_fraction, biogenic_fraction, capture_rate, loss_fraction)
    net = flow.stored - ratio(energy_t) - ratio(supply_t) - ratio(leakage_t) - ratio(baseline_t)
    issued = issue(net, buffer_rate)
    return {
        "biogenicCO2_t": half_away(flow.biogenic),
        "captured_t": half_away(flow.captured),
        "storedCO2_t": half_away(flow.stored),
        "net_t": half_away(net),
        "bufferDeposit_t": half_away(issued.deposit),
        "issuable_t": half_away(issued.issuable),
        "violations": list(issued.violations),
    }
