"""Yield figures of a discounted financing, for publication and comparison; none of them is a price."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from gclink.calculations._checks import InputError, not_negatives, positive, shown
from gclink.calculations._convert import needed
from gclink.calculations._numbers import exact, half_away, ratio
from gclink.calculations._registry import Result, calculation
from gclink.calculations.daycount import yield_basis
from gclink.calculations.money import to_minor

_PLACES = 6
_DAYS_PER_YEAR = 365
_DIGITS = 50
#: The digits before the point that a decimal of the standard can have.
_WHOLE_DIGITS = 15


def _cost(discount: Decimal, fees: Decimal, net: Decimal) -> Fraction:
    not_negatives(feeTotal=fees)
    positive("netProceeds", net)
    return (ratio(discount) + ratio(fees)) / ratio(net)


@calculation(
    en="Simple annual yield",
    zh="单利收益率",
    formula="simpleYield = (discountAmount + feeTotal)/netProceeds * basis/days, rounded to 6 decimals",
    source=("GCL-FIN-076",),
    results=("simpleYield",),
)
def simple_yield(
    *,
    discount_amount: Decimal = Decimal(0),
    fee_total: Decimal = Decimal(0),
    net_proceeds: Decimal,
    days: int,
    basis: int | None = None,
    day_count: str | None = None,
) -> Result:
    """Give the cost of the money over what was paid out, as a simple rate per year.

    The basis is given or follows from the day count (ACT/ACT.ISDA: 365); days are those of the day count.
    """
    positive("days", days)
    if basis is None:
        basis = yield_basis(needed("basis" if day_count is None else "dayCount", day_count, int))
    positive("basis", basis)
    return {"simpleYield": half_away(_cost(discount_amount, fee_total, net_proceeds) * Fraction(basis, days), _PLACES)}


@calculation(
    en="Effective annual rate",
    zh="有效年利率",
    formula="effectiveRate = (1 + (discountAmount + feeTotal)/netProceeds)^(365/days) - 1, rounded to 6 decimals",
    source=("GCL-FIN-077",),
    results=("effectiveRate",),
)
def effective_rate(
    *,
    discount_amount: Decimal = Decimal(0),
    fee_total: Decimal = Decimal(0),
    net_proceeds: Decimal,
    days: int,
) -> Result:
    """Give the compound rate per year; days are actual days. Computed with 50 digits, then rounded once."""
    positive("days", days)
    cost = _cost(discount_amount, fee_total, net_proceeds)
    positive("1 + cost", 1 + cost)
    local = Context(prec=_DIGITS)
    growth = local.divide(Decimal((1 + cost).numerator), Decimal((1 + cost).denominator))
    if local.multiply(local.log10(growth), Decimal(_DAYS_PER_YEAR)) > days * _WHOLE_DIGITS:
        bound = f"<= 10 ^ ({_WHOLE_DIGITS} * days/{_DAYS_PER_YEAR})"
        raise InputError("1 + cost", "range", found=shown(1 + cost), bound=bound)
    power = local.power(growth, local.divide(Decimal(_DAYS_PER_YEAR), Decimal(days)))
    return {"effectiveRate": half_away(ratio(power) - 1, _PLACES)}


@calculation(
    en="Yield-basis price, which is not the price",
    zh="收益率口径价格（非标准价格）",
    formula="netProceeds = financedAmount - hu(financedAmount * allInRate * days/basis); wrongNetProceeds = "
    "hu(financedAmount / (1 + allInRate * days/basis))",
    source=("GCL-FIN-067", "module finance, trap 5"),
    results=("netProceeds", "wrongNetProceeds"),
)
def yield_basis_price(
    *, financed_amount: Decimal, all_in_rate: Decimal, days: int, basis: int, currency: str = "CNY"
) -> Result:
    """Show the right proceeds beside those of a discounting at the yield, which some systems pay by mistake."""
    positive("financedAmount", financed_amount)
    positive("days", days)
    positive("basis", basis)
    interest = ratio(all_in_rate) * Fraction(days, basis)
    positive("1 + allInRate * days/basis", 1 + interest)
    amount = ratio(financed_amount)
    return {
        "netProceeds": exact(amount - ratio(to_minor(amount * interest, currency))),
        "wrongNetProceeds": to_minor(amount / (1 + interest), currency),
    }
