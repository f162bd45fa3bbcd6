"""Price of a financing: rate, discount and proceeds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from gclink.calculations._checks import after, not_negatives, positive
from gclink.calculations._numbers import exact, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import days, year_fraction_of
from gclink.calculations.money import to_minor

_BP = 10_000
_APR_BASIS = 365
_RATE_LOW, _RATE_HIGH = Fraction(-1, 10), Fraction(1)


def rate_violations(*rates: Decimal | None) -> list[str]:
    """Return GCL-FIN-010 if a rate lies outside (-0.1, 1), as a percentage written for a fraction does."""
    outside = any(rate is not None and not _RATE_LOW < ratio(rate) < _RATE_HIGH for rate in rates)
    return ["GCL-FIN-010"] if outside else []


def all_in(base: Decimal, margin_bp: int, adjustment_bp: int, floor: Decimal | None) -> Fraction:
    """Return max(floor, base + (margin + adjustment)/10000), exactly (GCL-FIN-065)."""
    rate = ratio(base) + Fraction(margin_bp + adjustment_bp, _BP)
    return rate if floor is None else max(ratio(floor), rate)


@calculation(
    en="All-in rate",
    zh="综合利率",
    formula="allInRate = max(floorRate, baseRate + (marginBp + adjustmentBp)/10000); without floorRate the second term",
    source=("GCL-FIN-065", "GCL-FIN-010"),
    results=("allInRate", "violations"),
)
def all_in_rate(
    *, base_rate: Decimal, margin_bp: int, adjustment_bp: int = 0, floor_rate: Decimal | None = None
) -> Result:
    """Give the rate that is charged, without rounding. ``violations`` holds GCL-FIN-010 for a rate out of (-0.1, 1)."""
    rate = exact(all_in(base_rate, margin_bp, adjustment_bp, floor_rate))
    return {"allInRate": rate, "violations": rate_violations(base_rate, floor_rate, rate)}


@calculation(
    en="Discount deducted in advance",
    zh="预扣贴息",
    formula="discountAmount = hu(financedAmount * allInRate * YF(valueDate, maturityDate, dayCount)); netProceeds = "
    "financedAmount - discountAmount - feeTotal",
    source=("GCL-FIN-058", "GCL-FIN-067", "GCL-FIN-068", "GCL-FIN-070"),
    results=("days", "discountAmount", "netProceeds", "violations"),
)
def advance_discount(
    *,
    financed_amount: Decimal,
    currency: str,
    all_in_rate: Decimal,
    value_date: date,
    maturity_date: date,
    day_count: str,
    fee_total: Decimal = Decimal(0),
) -> Result:
    """Give the discount on the financed amount and what is paid out.

    The discount is rounded once to the minor unit. ``days`` are those of the day count: 30E/360 counts its own.
    ``violations`` holds GCL-FIN-010 for a rate out of bounds and GCL-FIN-070 for proceeds of zero or less.
    """
    positive("financedAmount", financed_amount)
    not_negatives(feeTotal=fee_total)
    after("maturityDate", maturity_date, value_date)
    counted = year_fraction_of(value_date, maturity_date, day_count)
    discount = to_minor(ratio(financed_amount) * ratio(all_in_rate) * counted.fraction, currency)
    net = ratio(financed_amount) - ratio(discount) - ratio(fee_total)
    return {
        "days": counted.days,
        "discountAmount": discount,
        "netProceeds": exact(net),
        "violations": [*rate_violations(all_in_rate), *_proceeds_violations(net)],
    }


def _proceeds_violations(net: Fraction) -> list[str]:
    return [] if net > 0 else ["GCL-FIN-070"]


@calculation(
    en="Dynamic discounting",
    zh="动态折扣",
    formula="discountAmount = hu(faceAmount * apr * daysEarly/365); netProceeds = faceAmount - discountAmount - "
    "feeTotal",
    source=("GCL-FIN-069", "GCL-FIN-070"),
    results=("daysEarly", "discountAmount", "netProceeds", "violations"),
)
def dynamic_discount(
    *,
    face_amount: Decimal,
    currency: str,
    apr: Decimal,
    pay_date: date,
    due_date: date,
    fee_total: Decimal = Decimal(0),
) -> Result:
    """Give the discount on the face for paying early out of the buyer's own money; the basis is always 365."""
    positive("faceAmount", face_amount)
    not_negatives(feeTotal=fee_total)
    after("dueDate", due_date, pay_date)
    early = days(pay_date, due_date)
    discount = to_minor(ratio(face_amount) * ratio(apr) * Fraction(early, _APR_BASIS), currency)
    net = ratio(face_amount) - ratio(discount) - ratio(fee_total)
    return {
        "daysEarly": early,
        "discountAmount": discount,
        "netProceeds": exact(net),
        "violations": [*rate_violations(apr), *_proceeds_violations(net)],
    }


@calculation(
    en="Benefit of a lower margin",
    zh="利差优惠",
    formula="marginBenefit = hu(financedAmount * -adjustmentBp/10000 * days/basis) if adjustmentBp < 0, else 0",
    source=("GCL-LNK-050",),
    results=("marginBenefit",),
)
def margin_benefit(*, financed_amount: Decimal, adjustment_bp: int, days: int, basis: int, currency: str) -> Result:
    """Give what a ratchet saves the borrower on one transaction; a step up is no benefit."""
    positive("financedAmount", financed_amount)
    positive("days", days)
    positive("basis", basis)
    saved = ratio(financed_amount) * Fraction(max(0, -adjustment_bp), _BP) * Fraction(days, basis)
    return {"marginBenefit": to_minor(saved, currency)}
